"""Machines that write and merge, beside a plain account of who had seen what."""
