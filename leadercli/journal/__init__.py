"""Keeping the journal: its file, this machine's own files, sync, commits, verbs, history, repair.

Imports model and the frame. Start reading at journal.py, the one owner of what is true. Below it, from the ground up:
file, local, sync, store, verbs; above it: history and repair. A folder imports those before it, never those after it.
"""
