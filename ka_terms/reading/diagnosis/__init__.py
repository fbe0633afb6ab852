"""From what is wrong to its place in the file and its cause: only a mistake or a doubt needs this room."""
