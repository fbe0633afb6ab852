"""Files in and out: YAML into a scenario with errors that point at line and column, and one place that writes."""
