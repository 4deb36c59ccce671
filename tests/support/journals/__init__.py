"""Journals on real files, programs that save and are killed, and a system whose calls fail."""
