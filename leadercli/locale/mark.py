"""Mark strings for translation where they stand, to be translated where they are shown."""


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools know
    """Return the message unchanged; the collector of messages finds it by this call."""
    return message
