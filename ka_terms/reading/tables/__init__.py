"""Tables that people keep (csv, tsv, xlsx, a list in YAML) as rows of typed values, each at its place."""
