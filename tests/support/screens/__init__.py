"""A leader at a desk: the app on a journal in a temporary place, hands that type, and what the screen shows."""
