"""What is true: records, dates, names, one typed line, the scale, the merge law. Pure: no files, no clock, no screen.

Imports nothing else of ours. Start reading at records.py and schema.py; each folder is one subject.
"""
