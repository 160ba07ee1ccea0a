import pytest

from laporan import simpanan


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.ARSIP_DIR = tmp_path / "arsip"


def test_half_a_file_never_appears(tmp_path, monkeypatch):
    tujuan = tmp_path / "a.pdf"
    tujuan.write_bytes(b"lama")

    def penuh(_):
        raise OSError(28, "No space left")

    monkeypatch.setattr(simpanan.os, "fsync", penuh)
    with pytest.raises(OSError, match="No space"):
        simpanan.write_atomic(tujuan, b"baru")
    assert tujuan.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [tujuan]


def test_a_kept_file_that_was_touched_is_not_given_out():
    sidik = simpanan.put(b"isi", "pdf")
    assert simpanan.get(sidik, "pdf") == b"isi"
    simpanan.path(sidik, "pdf").write_bytes(b"lain")
    with pytest.raises(simpanan.SimpananRusakError):
        simpanan.get(sidik, "pdf")
    assert simpanan.put(b"isi", "pdf") == sidik  # kept anew, it heals
    assert simpanan.get(sidik, "pdf") == b"isi"
    with pytest.raises(simpanan.SimpananRusakError):
        simpanan.get("0" * 64, "pdf")
