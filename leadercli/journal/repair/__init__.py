"""Check a journal and repair it from everything that can still be read. Imports opening.py and below.

Start reading at check.py and repair.py.
"""
