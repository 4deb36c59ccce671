"""What is gathered for a page: a day, the open agreements, everyone. Imports scale, people and dates.

Start reading at today.py.
"""
