"""A contract at every combination of input values."""
