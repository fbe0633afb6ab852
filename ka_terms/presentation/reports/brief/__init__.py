"""The page before a meeting as a report and as one printed page."""
