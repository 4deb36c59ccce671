"""The commands about the file and the program: check, backups, restore, export, import, merge, where, keys, demo.

Imports cli. Start reading at check.py.
"""
