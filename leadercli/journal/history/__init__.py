"""Back in time: undo, versions, the bin, what came in, fields in two versions, restoring a backup.

Imports journal.py and below. Start reading at undo.py.
"""
