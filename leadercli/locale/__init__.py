"""Danish and English."""
