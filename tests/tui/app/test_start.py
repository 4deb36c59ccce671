"""Starting the app does not stop to look for garbage; once it is ready, it looks again."""

from __future__ import annotations

import gc
from typing import Any

from leadercli.tui.app.start import collected_later


async def test_it_is_put_off_until_the_app_is_ready(desk: Any) -> None:
    usual = gc.get_threshold()
    try:
        with collected_later():
            assert not gc.isenabled()
            async with desk.app().run_test() as pilot:
                await pilot.pause()
                assert gc.isenabled()
        assert gc.isenabled()
        assert gc.get_threshold() == usual
    finally:
        gc.unfreeze()
        gc.enable()
