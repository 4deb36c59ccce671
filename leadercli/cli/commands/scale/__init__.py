"""`leadercli scale …`: weeks on the leader's own scale. Imports cli.

Start reading at show.py.
"""
