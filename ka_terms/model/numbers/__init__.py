"""Numbers as people write them, read into exact decimals."""
