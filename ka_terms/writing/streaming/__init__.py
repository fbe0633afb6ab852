"""Very many rows written block by block."""
