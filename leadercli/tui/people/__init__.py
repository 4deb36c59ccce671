"""People: the list of everyone, a person's page, the form. Imports records and below.

Start reading at people.py and person.py.
"""
