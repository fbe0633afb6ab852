"""The page of an approval: its tables, its sentences, its form."""
