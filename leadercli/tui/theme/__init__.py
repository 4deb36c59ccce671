"""Colours: themes from YAML, checked before Textual sees them. Imports nothing else of tui.

Start reading at themes.py.
"""
