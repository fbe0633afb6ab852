"""The rounds of a negotiation: in which order, what moved in each, and how much of the gap each side closed."""
