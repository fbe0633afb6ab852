"""Offers that cost us the same and are really different: what may change, what it costs, and which of them to put."""
