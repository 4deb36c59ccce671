"""Screens of one file each: Today, Next steps, search, help, palette, the first run. Imports records and below.

Start reading at today.py.
"""
