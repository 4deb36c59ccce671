"""The conversation: the editor, what stands beside it, saving as one writes. Imports records and below.

Start reading at screen.py.
"""
