"""Keeping it: the file, the journal and its verbs, drafts, the change log."""
