"""The Textual app. From the ground up: theme, widgets, base, records, then the features, then app.

Features (screens, people, note, scale, history) know no other feature. Start reading at app/app.py and base/shell.py.
"""
