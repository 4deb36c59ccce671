"""A private journal of one's own leadership, in the terminal."""
