"""Files out: the one place that writes, drafts, schemas, and streams of very many rows."""
