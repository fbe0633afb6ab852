"""At the table: what a step that people say aloud costs, and what no deal costs."""
