"""The first chart of a report as a picture, drawn by matplotlib: one file a family of shapes."""
