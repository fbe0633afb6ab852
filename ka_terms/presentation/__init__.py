"""How results read: reports of typed cells, sentences, and the formats they are rendered in."""
