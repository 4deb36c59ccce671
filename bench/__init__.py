"""Measure leadercli against real peers, both sides in one run: `python -m bench`."""
