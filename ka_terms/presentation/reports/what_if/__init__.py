"""Reports on what changes when a number does: sweep, solve, ladder, tornado, outlook."""
