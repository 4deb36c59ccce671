"""Widgets that screens share. Import keys and locale, and of tui only theme.

Start reading at row_list.py and prompt.py.
"""
