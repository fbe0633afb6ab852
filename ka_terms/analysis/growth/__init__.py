"""How sales grow: year by year, and what a target needs."""
