"""Expected fees while sales or openings are estimates."""
