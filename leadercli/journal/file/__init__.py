"""The synced file: its bytes and its form. Imports model and atomic_write.py.

Start reading at format.py for how the file looks, at storage.py for how it is read and saved.
"""
