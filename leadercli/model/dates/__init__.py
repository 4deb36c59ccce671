"""Reading and saying dates, Danish and English alike. Imports model/text.py.

Start reading at reader.py; vocabulary.py has the words, calendar.py the counting, format.py the way back to words.
"""
