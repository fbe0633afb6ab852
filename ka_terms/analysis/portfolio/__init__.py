"""A whole set of accounts: totals, who makes them, what moved, what needs attention."""
