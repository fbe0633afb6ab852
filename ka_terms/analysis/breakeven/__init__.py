"""The input values at which a rule is met, or two contracts are equal."""
