"""Several files into one tree: `extends` and `last_year`."""
