"""The merge law: any two copies of a journal merge to the same one, and nothing written is dropped.

Imports schema.py only. Start reading at law.py; registers.py is a field, lines.py a long text, write.py how a
writer keeps to the law.
"""
