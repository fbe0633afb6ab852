"""The steps of `ka-terms portfolio`: which files, read on all processors."""
