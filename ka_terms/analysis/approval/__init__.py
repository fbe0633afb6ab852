"""The page on which somebody approves a contract: its figures, what they stand against, and what to watch."""
