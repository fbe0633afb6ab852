"""A page that recalculates by itself: contracts with sliders, in one file."""
