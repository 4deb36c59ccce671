"""What every screen stands on. Imports widgets.

Start reading at shell.py, what a screen may ask of the app, then screen.py and list_screen.py.
"""
