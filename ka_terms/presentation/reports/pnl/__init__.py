"""The customer P&L as a report."""
