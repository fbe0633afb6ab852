"""Documents for word processors, and printed pages as forms."""
