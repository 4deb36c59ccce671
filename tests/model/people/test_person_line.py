"""A new person in one line: name, role, rhythm."""

import pytest

from leadercli.model.people.profile import PersonLine, read_person


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Åse Lund", PersonLine("Åse Lund")),
        ("  Åse   Lund ", PersonLine("Åse Lund")),
        ("Åse Lund, konsulent, hver 14. dag", PersonLine("Åse Lund", "konsulent", "2w")),
        ("Åse, weekly, consultant", PersonLine("Åse", "consultant", "1w")),
        ("Åse, ingen", PersonLine("Åse", "", "")),
        ("Åse, konsulent, økonomi", PersonLine("Åse", "konsulent, økonomi")),
        ("Åse,", PersonLine("Åse")),
        ("", PersonLine("")),
    ],
)
def test_reads_name_role_and_rhythm(typed: str, meant: PersonLine) -> None:
    assert read_person(typed) == meant
