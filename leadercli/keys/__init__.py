"""The table of keys as data: what is bound where, and how a person remaps it. Imports locale.

Start reading at table.py.
"""
