"""What is said of a record, once for the command line and the screens.

Imports model and locale; of journal only what a call is handed. Start with agreements.py, then entry.py.
"""
