"""One file a kind of record: its rows, what is told of it, what keys do. Imports base, widgets and words.

Start reading at kinds.py.
"""
