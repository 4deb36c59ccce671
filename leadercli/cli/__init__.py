"""The command line. Here is what commands share; the commands stand in commands/.

Imports words, exchange, demo and journal; never the screens. Start reading at main.py and root.py.
"""
