"""What the business will do in a year: its figures, stated and computed, its parts and its months."""
