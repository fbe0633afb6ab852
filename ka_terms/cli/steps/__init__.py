"""What commands do between reading and answering, where it is more than a few lines."""
