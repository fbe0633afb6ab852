"""Offers of equal cost as a report."""
