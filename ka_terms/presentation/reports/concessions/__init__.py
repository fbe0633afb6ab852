"""Steps at the table and what no deal costs, as reports."""
