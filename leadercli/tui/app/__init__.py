"""The app: wiring, start and end. Imports everything in tui.

Start reading at start.py and app.py; routes.py names every screen and every kind of record.
"""
