"""What tests share: journals, merging machines, screens, terminals. Nothing here is a test."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
"""The folder of the project."""
