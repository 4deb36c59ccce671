"""What verbs stand on: tables, turns, commits, listeners. Imports sync, local and file.

Start reading at store.py; change.py is what is asked of it, table.py hands out records.
"""
