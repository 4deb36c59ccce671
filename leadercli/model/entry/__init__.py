"""One typed line and what it means. Imports people and dates.

Start reading at quick_line.py for the shell and the line at the bottom, at note_line.py for a line of a note.
"""
