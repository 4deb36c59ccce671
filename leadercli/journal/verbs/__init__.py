"""What one can do to a journal, one file a subject."""
