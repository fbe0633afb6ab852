"""Promotions as a report: what each costs, sells and leaves, the uplift that it needs, and the retailer's side."""
