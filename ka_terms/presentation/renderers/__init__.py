"""The output formats: `registry` has one line for each, and each is drawn by a module of its own."""
