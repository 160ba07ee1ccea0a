"""A module that a newcomer can read in one sitting."""

from tests.arsitektur.berkas import project_files, relative

BATAS_BARIS = 300


def test_no_module_is_longer_than_the_ceiling() -> None:
    panjang = {
        relative(berkas): baris
        for berkas in project_files(".py")
        if "migrations" not in berkas.parts
        and (baris := len(berkas.read_text(encoding="utf-8").splitlines())) > BATAS_BARIS
    }
    assert not panjang, f"More than {BATAS_BARIS} lines, split by noun: {panjang}"
