"""What one can do to a journal, one file a kind of record. Imports store and below, never journal.py.

Start reading at base.py, then inbox.py, the smallest group.
"""
