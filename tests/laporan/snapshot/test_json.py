"""A snapshot goes to JSON and back without loss, and one content has one text."""

import dataclasses
import datetime
import json
from decimal import Decimal

import pytest

from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot import codec, hasil
from laporan.snapshot.struktur import VERSI_SKEMA, Snapshot
from tests.laporan import pabrik


def balik(isi):
    """Return plain data with the keys of every object in reverse order."""
    if isinstance(isi, dict):
        return {kunci: balik(isi[kunci]) for kunci in reversed(isi)}
    return [balik(satu) for satu in isi] if isinstance(isi, list) else isi


def test_the_demo_comes_back_identical(demo):
    teks = json.dumps(demo.to_json())
    kembali = Snapshot.from_json(json.loads(teks))
    assert kembali == demo
    assert kembali.sidik == demo.sidik
    assert codec.canonical(kembali.to_json()) == codec.canonical(demo.to_json())


def test_a_reason_comes_back_as_a_reason():
    semula = pabrik.snapshot(realisasi=pabrik.mk.Realisasi((), ()))
    kembali = Snapshot.from_json(json.loads(json.dumps(semula.to_json())))
    (iku,) = kembali.hasil.kinerja.indikator
    assert kembali == semula
    assert iku.realisasi == TidakDapatDihitung(Alasan.REALISASI_KOSONG)


def test_canonical_json_does_not_depend_on_key_order(demo):
    polos = demo.to_json()
    terbalik = balik(polos)
    assert list(terbalik) != list(polos)
    assert codec.canonical(terbalik) == codec.canonical(polos)
    assert codec.sha256(terbalik) == demo.sidik


def test_canonical_json_does_depend_on_content_and_order_of_rows(demo):
    polos = demo.to_json()
    polos["masukan"]["indikator"]["indikator"].reverse()
    assert codec.sha256(polos) != demo.sidik


def test_one_value_has_one_text():
    texts = {codec.to_plain(Decimal(teks)) for teks in ("5000000", "5000000.00", "5E+6", "05000000.000")}
    assert texts == {"5000000"}
    assert [codec.to_plain(Decimal(teks)) for teks in ("-2.850", "0.00", "-0", "100", "0.10")] == [
        "-2.85", "0", "0", "100", "0.1"
    ]  # fmt: skip


def test_the_fingerprint_does_not_depend_on_trailing_zeros():
    def bersubkegiatan(pagu: str) -> Snapshot:
        sub = dataclasses.replace(pabrik.SUB_KEGIATAN, pagu=Decimal(pagu))
        return pabrik.snapshot(anggaran=pabrik.anggaran(sub))

    assert bersubkegiatan("1000000").sidik == bersubkegiatan("1000000.00").sidik
    assert bersubkegiatan("1000000").sidik != bersubkegiatan("1000000.01").sidik


def test_another_schema_version_is_refused(demo):
    with pytest.raises(ValueError, match="schema version 100"):
        Snapshot.from_json({**demo.to_json(), "versi_skema": VERSI_SKEMA + 97})


@pytest.mark.parametrize("nilai", [1.5, {"a": 1}, [1], datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)])
def test_what_does_not_belong_in_a_snapshot_is_refused(nilai):
    with pytest.raises(TypeError, match="does not belong in a snapshot"):
        codec.to_plain(nilai)


def test_json_of_another_shape_is_refused(demo):
    polos = demo.to_json()
    polos["masukan"]["identitas"]["tahun"] = "2024"
    with pytest.raises(ValueError, match="expected int"):
        Snapshot.from_json(polos)
    del polos["masukan"]["identitas"]["tahun"]
    with pytest.raises(KeyError, match="tahun"):
        Snapshot.from_json(polos)


def test_a_pair_of_a_fixed_shape_is_read_as_such():
    assert codec.from_plain(tuple[str, int], ["S1", 3]) == ("S1", 3)
    with pytest.raises(ValueError, match=r"shorter|longer"):
        codec.from_plain(tuple[str, int], ["S1"])
    assert codec.from_plain(hasil.HasilAkip, {"nilai": "76.4", "predikat": "BB"}) == hasil.HasilAkip(
        Decimal("76.4"), "BB"
    )
