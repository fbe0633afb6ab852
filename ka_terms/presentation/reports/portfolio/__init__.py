"""A set of accounts as a report: totals, accounts, groups, what needs attention, what is due."""
