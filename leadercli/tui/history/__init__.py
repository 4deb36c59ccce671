"""Back in time: history, bin, what came in, two versions, backups. Imports records and below.

Start reading at history.py.
"""
