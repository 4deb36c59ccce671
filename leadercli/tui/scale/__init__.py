"""The scale: rating a week, its pans, the year, the questions. Imports records and below.

Start reading at screen.py.
"""
