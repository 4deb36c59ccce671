"""What this machine keeps beside the journal, in the state folder: drafts, change log, backups, the last known state.

Imports file. Start reading at vault.py, through which everything here is written and read.
"""
