"""The settings fail loudly."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("variabel", ["LKIP_MODE", "LKIP_PELAKSANA"])
def test_an_unknown_choice_is_refused(variabel: str, tmp_path) -> None:
    hasil = subprocess.run(
        [sys.executable, "-c", "import lkip.settings"],
        env=os.environ | {variabel: "ngawur", "LKIP_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode != 0
    assert f"ImproperlyConfigured: {variabel}" in hasil.stderr
