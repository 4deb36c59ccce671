"""The commands of every day, one file a subject; groups in folders. Imports cli.

Start reading at next.py; root.py beside this folder names every command and where it stands.
"""
