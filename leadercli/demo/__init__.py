"""The sample journal: a year of a team of eight. Imports journal and model.

Start reading at make.py.
"""
