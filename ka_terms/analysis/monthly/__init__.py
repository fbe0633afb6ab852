"""A contract month by month: as a budget, and as what is owed to date."""
