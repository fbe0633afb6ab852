"""The customer P&L: from gross sales to what an account contributes, and the margin of the retailer."""
