"""Whether a promotion pays."""
