"""A metric as one input changes: exact polynomials between thresholds."""
