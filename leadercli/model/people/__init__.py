"""People: their names as they are typed, what they are to the leader, how often they talk. Imports dates.

Start reading at names.py; rhythm.py tells when the next conversation is due.
"""
