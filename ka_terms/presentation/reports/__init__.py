"""Results as reports: one file a result."""
