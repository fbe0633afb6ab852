"""What stands on the slides of a presentation, and how it is drawn there."""
