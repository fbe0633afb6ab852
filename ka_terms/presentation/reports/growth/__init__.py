"""Growth as a report: years, same stores and new stores, the target and what closes its gap, months."""
