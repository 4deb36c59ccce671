"""`leadercli history`, `undo`, `redo` and `bin`. Imports cli.

Start reading at undo.py.
"""
