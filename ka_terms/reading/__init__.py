"""Files in: YAML, or a saved statement, into a scenario, with errors that point at line and column."""
