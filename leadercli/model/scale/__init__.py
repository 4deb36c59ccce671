"""The leader's own scale (Ledervægten): items, balance, weeks, the year. Imports dates.

Start reading at balance.py.
"""
