"""In and out: JSON, Markdown, notes of other programs. Imports words, journal and model.

Start reading at privacy.py, the gate that everything which leaves the program passes.
"""
