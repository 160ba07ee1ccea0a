"""Whatever happens to a sound workbook, it is never imported as something else than its cells say.

Any mutation gives either the totals that its cells imply, or an error, or a warning that names the
difference; damaged bytes give a message, never an exception.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from lkip.angka import AngkaTidakJelas, BukanAngka, JenisAngka, parse_angka
from lkip.impor.hasil import Hasil
from lkip.workbook.lembar import Tingkat
from tests.anggaran.imports.cacat import SAH, _byte
from tests.anggaran.imports.dunia import buat_pd, kode, periksa, tujuan
from tests.mutasi import ATUR, changes, mutate

pytestmark = pytest.mark.django_db
KOLOM = {
    "pagu": ("A", ["C"], ""), "pagu_sipd": ("G", ["K"], ""), "realisasi_daftar": ("A", ["D"], ""),
    "realisasi_bulanan": ("A", list("CEGIKMOQSUWY"), ""), "realisasi_sipd": ("Q", ["AA"], "AB"),
    "tabel_bertingkat": ("A", ["B"], ""),
}  # fmt: skip
"""Of each shape the column of the code, those of the money, and that of what is taken off it."""
LETAK = {"realisasi_sipd": [17, 18, 21, 25, 27, 28], "realisasi_bulanan": [1, 2, 3, 4, 23, 24, 25, 26]}
"""Columns that are changed, where they are not the first twelve."""


@pytest.fixture(scope="module")
def dunia(django_db_setup: Any, django_db_blocker: Any) -> Any:
    """One small perangkat daerah for all examples; checks write nothing."""
    with django_db_blocker.unblock():
        pd = buat_pd()
        yield tujuan(pd)
        _hapus(pd)


def _hapus(pd: Any) -> None:
    pd.dokumen_anggaran.all().delete()
    pd.program.all().delete()
    pd.delete()


@pytest.mark.parametrize("bentuk", KOLOM)
@ATUR
@given(perubahan=changes())
def test_never_a_silent_difference(dunia: Any, bentuk: str, perubahan: list[Any]) -> None:
    jenis, buat = SAH[bentuk]
    isi = buat()
    mutate(isi.worksheets[0], perubahan, LETAK.get(bentuk, range(1, 13)))
    mentah = _byte(isi)
    with tempfile.TemporaryDirectory() as folder:
        hasil = periksa(mentah, jenis, dunia, Path(folder))
    if hasil.ditolak:
        assert all(g.pesan for g in hasil.galat)
        return
    berkas, sesudah = hasil.kontrol[0].berkas, hasil.kontrol[0].sesudah
    kepala = _header_row(mentah)
    peringatan = kode(hasil, Tingkat.KONFIRMASI)
    if kepala is None:  # only a list of realisasi goes on without its money, with fisik alone
        assert {"kolom_tanpa_judul", "kolom_diabaikan"} & {g.kode for g in hasil.galat}
        return
    assert berkas == _implied(mentah, hasil, bentuk, kepala)
    if sesudah != berkas:
        assert "tidak_ada_dalam_berkas" in peringatan


def _header_row(mentah: bytes) -> int | None:
    """Return the row with the header of the money, found independently."""
    ws = load_workbook(io.BytesIO(mentah), data_only=True).worksheets[0]
    calon = (n for n in range(1, 17) if any(isinstance(s.value, str) and _is_header(s.value) for s in ws[n]))
    return next(calon, None)


def _implied(mentah: bytes, hasil: Hasil, bentuk: str, kepala: int) -> Decimal:
    """Return what the money cells of the rows about a sub kegiatan add up to, read independently."""
    _, uang, kurang = KOLOM[bentuk]
    ws = load_workbook(io.BytesIO(mentah), data_only=True).worksheets[0]
    dibaca = [h for h in uang if _is_header(str(ws[f"{h}{kepala}"].value))]
    hilang = [ws[f"{h}{n}"].value for h in uang if h not in dibaca for n in range(kepala + 1, ws.max_row + 1)]
    if any(satu is not None for satu in hilang):
        assert {"kolom_diabaikan", "kolom_tanpa_judul"} & {g.kode for g in hasil.galat}
    jumlah = Decimal(0)
    for n in range(kepala + 1, ws.max_row + 1):
        if _is_leaf(ws, n, bentuk, hasil):
            jumlah += sum((_number(ws[f"{huruf}{n}"].value) for huruf in dibaca), Decimal(0))
            jumlah -= _number(ws[f"{kurang}{n}"].value) if kurang else 0
    return jumlah


def _is_header(teks: str) -> bool:
    rata = "".join(c for c in teks.casefold() if c.isalnum())
    return rata in {"pagu", "pagurp", "nilai", "realisasikeuangan", "nilairealisasi"} or (
        rata.startswith("keuangan") and rata != "keuangan"
    )


def _is_leaf(ws: Any, n: int, bentuk: str, hasil: Hasil) -> bool:
    if bentuk == "tabel_bertingkat":
        return any(u.tempat.endswith(f" baris {n}") for u in hasil.ubahan)
    nilai = ws[f"{KOLOM[bentuk][0]}{n}"].value
    return isinstance(nilai, str) and nilai.count(".") == 5


def _number(nilai: Any) -> Decimal:
    if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
        return Decimal(0)
    if isinstance(nilai, str):
        try:
            return parse_angka(nilai, JenisAngka.RUPIAH) or Decimal(0)
        except (AngkaTidakJelas, BukanAngka):  # pragma: no cover - that is an error of the check as well
            raise AssertionError(nilai) from None
    return round(Decimal(str(nilai)), 2)


@cache
def _sound(bentuk: str) -> bytes:
    """Return the bytes of a sound workbook, always the same: a ZIP holds the time it was made."""
    return _byte(SAH[bentuk][1]())


@pytest.mark.parametrize("bentuk", ["pagu", "tabel_bertingkat"])
@settings(ATUR, max_examples=60)
@given(data=st.data())
def test_damaged_bytes_give_a_message(dunia: Any, bentuk: str, data: st.DataObject) -> None:
    jenis, mentah = SAH[bentuk][0], bytearray(_sound(bentuk))
    for _ in range(data.draw(st.integers(1, 6))):
        letak = data.draw(st.integers(0, len(mentah) - 1))
        mentah[letak] = data.draw(st.integers(0, 255))
    akhir = data.draw(st.integers(0, len(mentah)))
    if data.draw(st.booleans()):
        mentah = mentah[:akhir]
    nama = data.draw(st.sampled_from(["a.xlsx", "a.csv", "a.bin"]))
    with tempfile.TemporaryDirectory() as folder:
        hasil = periksa(bytes(mentah), jenis, dunia, Path(folder), nama)
    assert hasil.galat or hasil.ubahan


@pytest.mark.parametrize("bagian", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
@settings(ATUR, max_examples=40)
@given(data=st.data())
def test_damage_within_a_sound_archive_gives_a_message(dunia: Any, bagian: str, data: st.DataObject) -> None:
    """The checksums are right, what they protect is not."""
    tujuan = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_sound("pagu"))) as lama, zipfile.ZipFile(tujuan, "w") as baru:
        for nama in lama.namelist():
            isi = bytearray(lama.read(nama))
            for _ in range(data.draw(st.integers(1, 4)) if nama == bagian else 0):
                letak = data.draw(st.integers(0, len(isi) - 1))
                isi[letak : letak + data.draw(st.integers(1, 3))] = data.draw(st.binary(max_size=4))
            baru.writestr(nama, bytes(isi))
    with tempfile.TemporaryDirectory() as folder:
        hasil = periksa(tujuan.getvalue(), "pagu", dunia, Path(folder))
    assert hasil.galat or hasil.ubahan


@settings(ATUR, max_examples=60)
@given(isi=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_as_csv_give_a_message(dunia: Any, isi: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hasil = periksa(isi, "pagu", dunia, Path(folder), "a.csv")
    assert hasil.ditolak
