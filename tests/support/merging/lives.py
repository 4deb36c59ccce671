"""How many made-up lives the laws of merging are tried on."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from support.merging.replicas import CASES
from support.proofs import sized

laws = settings(max_examples=CASES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For the two main laws."""
some = settings(laws, max_examples=sized(250, 5_000))
"""For the others."""
controls = settings(laws, phases=[Phase.generate], report_multiple_bugs=False, database=None)
"""For a naive merge, which must fail."""
machines = st.integers(3, 5)
