"""Contracts by month or by quarter, all laid out from one list of series with a value for every period."""
