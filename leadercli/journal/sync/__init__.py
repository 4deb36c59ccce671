"""Living with other programs and machines: what they wrote is gathered, merged, and never overwritten.

Imports local and file. Start reading at engine.py, which keeps the order of safety.
"""
