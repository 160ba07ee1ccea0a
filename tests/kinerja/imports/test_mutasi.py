"""Whatever happens to a sound sheet of targets or realisasi, never is anything else stored than it says.

Any slip gives either exactly the figures that the cells imply, or an error; what the file no longer speaks
of, or is not read, is named.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from anggaran.imports.acuan import Tujuan
from kinerja.imports.templat import realisasi_template, target_template
from kinerja.models import Indikator, RealisasiIndikator, RealisasiKomponen, TargetTahunan
from lkip.angka import JenisAngka, parse_angka
from lkip.impor.hasil import Hasil
from lkip.models import NilaiPredikat, SkalaPredikat
from lkip.peran import Peran
from lkip.workbook.lembar import Tingkat
from tests.anggaran.imports.cacat import _byte
from tests.anggaran.imports.dunia import kode, periksa
from tests.factories import (
    IndikatorFactory,
    KomponenFactory,
    RealisasiIndikatorFactory,
    RealisasiKomponenFactory,
    RenstraFactory,
    UnitKerjaFactory,
)
from tests.kinerja.orang import pelaku
from tests.mutasi import ATUR, ISI, changes, mutate

pytestmark = pytest.mark.django_db
Kunci = tuple[str, int, str]
"""Code of the indikator, number of the komponen (0: itself), header of the column."""
Angka = Mapping[Kunci, Any]

SEL = st.one_of(
    ISI,
    st.integers(-1, 12),
    st.decimals(0, 1000, places=6),
    st.sampled_from(["A", "bb", "20 s.d. 25", "25–20", "90%", "1.234,5", "2024"]),
    st.sampled_from(["iku-3", "IKU-4", "Nilai AKIP", "Suhu ruangan arsip"]),
)
BARIS = 8
TARGET, REALISASI = "target", "realisasi_kinerja"
TW = ("I", "II", "III", "IV")
KOLOM = {
    TARGET: re.compile(r"(?:Target )?(20[0-5]\d)"),
    REALISASI: re.compile(r"(Nilai|Pembilang|Penyebut) TW (IV|I{1,3})"),
}


class Dunia:
    """Where the files go, and by kind a sound file and what is stored."""

    def __init__(
        self, tujuan: Tujuan, berkas: dict[str, bytes], tersimpan: dict[str, dict[Kunci, Any]]
    ) -> None:
        self.tujuan, self.berkas, self.tersimpan = tujuan, berkas, tersimpan


@pytest.fixture(scope="module")
def dunia(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Dunia]:
    """One Renstra with indikator of each kind, targets and reports, one of them approved."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _make()
        transaction.set_rollback(True)


def _make() -> Dunia:
    renstra = RenstraFactory()
    pd = renstra.perangkat_daerah
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    skala = SkalaPredikat.objects.create(nama="Nilai AKIP")
    for urutan, predikat in enumerate(("A", "BB", "B"), start=1):
        NilaiPredikat.objects.create(skala=skala, predikat=predikat, nilai=100 - urutan)
    sifat: list[dict[str, Any]] = [
        {"nama": "Penyandang disabilitas terlayani", "cara_ukur": "rerata_komponen"},
        {"nama": "Indeks kepuasan", "satuan": "Indeks"},
        {"nama": "Nilai AKIP", "arah": "predikat", "skala_predikat": skala},
        {"nama": "Suhu ruang arsip", "arah": "rentang", "satuan": "°C"},
        {"nama": "Bantuan tersalurkan", "cara_ukur": "rerata_komponen"},
    ]
    semua = [
        IndikatorFactory(renstra=renstra, kode=f"iku-{n}", urutan=n, **s) for n, s in enumerate(sifat, 1)
    ]
    for satu in semua:
        satu.penanggung_jawab.add(unit)
    komponen = [KomponenFactory(indikator=semua[i], urutan=n) for i, n in ((0, 1), (0, 2), (4, 1))]
    for satu, isi in zip(
        semua, ({"nilai": 90}, {"nilai": Decimal("3.25")}, {"predikat": "BB"}), strict=False
    ):
        TargetTahunan.objects.create(indikator=satu, tahun=2024, **isi)
        TargetTahunan.objects.create(indikator=satu, tahun=2025, **isi)
    TargetTahunan.objects.create(indikator=semua[3], tahun=2025, bawah=20, atas=25)
    RealisasiIndikatorFactory(indikator=semua[1], status="disetujui", nilai=3)
    RealisasiIndikatorFactory(indikator=semua[1], triwulan=2, nilai=4)
    RealisasiIndikatorFactory(indikator=semua[2], nilai=None, predikat="B")
    for satu in komponen:
        laporan, _ = RealisasiIndikator.objects.get_or_create(
            indikator=satu.indikator, tahun=2024, triwulan=1
        )
        RealisasiKomponenFactory(realisasi=laporan, komponen=satu, pembilang=5, penyebut=10)
    oleh = pelaku(Peran.STAF_BIDANG, unit)
    return Dunia(
        Tujuan(oleh, pd, 2024, None),
        {TARGET: target_template(pd, 2024), REALISASI: realisasi_template(oleh, pd, 2024)},
        {TARGET: _filled(dict(_targets(TargetTahunan.objects.all()))), REALISASI: _filled(dict(_reported()))},
    )


def _targets(semua: Any) -> Iterator[tuple[Kunci, Any]]:
    for satu in semua:
        nilai = satu.predikat or ((satu.bawah, satu.atas) if satu.bawah is not None else satu.nilai)
        yield (satu.indikator.kode, 0, str(satu.tahun)), nilai


def _reported() -> Iterator[tuple[Kunci, Any]]:
    yield from _reports(RealisasiIndikator.objects.all())
    yield from _counts(RealisasiKomponen.objects.all())


def _reports(semua: Any) -> Iterator[tuple[Kunci, Any]]:
    for satu in semua:
        yield (satu.indikator.kode, 0, f"Nilai TW {TW[satu.triwulan - 1]}"), satu.predikat or satu.nilai


def _counts(semua: Any) -> Iterator[tuple[Kunci, Any]]:
    for satu in semua:
        awal, tw = (satu.realisasi.indikator.kode, satu.komponen.urutan), TW[satu.realisasi.triwulan - 1]
        yield (*awal, f"Pembilang TW {tw}"), satu.pembilang
        yield (*awal, f"Penyebut TW {tw}"), satu.penyebut


@pytest.mark.parametrize("berkode", [True, False], ids=["kode", "nama"])
@pytest.mark.parametrize("jenis", [TARGET, REALISASI])
@ATUR
@given(perubahan=changes(SEL, BARIS, ("tukar",)), awal=st.sampled_from([1, 3, 6]))
def test_never_a_silent_difference(
    dunia: Dunia, jenis: str, berkode: bool, perubahan: list[Any], awal: int
) -> None:
    buku = load_workbook(io.BytesIO(dunia.berkas[jenis]))
    ws = buku.worksheets[0]
    if not berkode:
        ws.delete_cols(1)
    mutate(ws, perubahan, range(awal, ws.max_column + 1))
    mentah = _byte(buku)
    with tempfile.TemporaryDirectory() as folder:
        hasil = periksa(mentah, jenis, dunia.tujuan, Path(folder))
    if hasil.ditolak:
        assert all(g.pesan and g.saran for g in hasil.galat if g.tingkat == Tingkat.GALAT)
        return
    lembar = Terbaca(load_workbook(io.BytesIO(mentah), data_only=True).worksheets[0], hasil)
    semula = dunia.tersimpan[jenis]
    tersirat = dict(lembar.figures())
    assert _filled(_written(hasil, semula)) == _filled({**semula, **tersirat})
    peringatan = kode(hasil, Tingkat.KONFIRMASI)
    if any(kunci[2] in lembar.angka and kunci not in tersirat for kunci in semula):
        assert "tidak_ada_dalam_berkas" in peringatan
    if any(nilai is None and kunci in semula for kunci, nilai in tersirat.items()):
        assert "dikosongkan" in peringatan
    lembar.assert_told()


def _filled(isi: Angka) -> dict[Kunci, Any]:
    return {kunci: nilai for kunci, nilai in isi.items() if nilai is not None}


def _written(hasil: Hasil, semula: Angka) -> dict[Kunci, Any]:
    """Return what would be stored afterwards."""
    hapus = dict.fromkeys(dict(_targets(hasil.hapus)))
    if hasil.jenis == TARGET:
        return {**semula, **dict(_targets(hasil.simpan)), **hapus}
    laporan = [satu for satu in hasil.simpan if isinstance(satu, RealisasiIndikator)]
    komponen = [satu for satu in hasil.simpan if isinstance(satu, RealisasiKomponen)]
    return {**semula, **dict(_reports(laporan)), **dict(_counts(komponen)), **hapus}


class Terbaca:
    """A sheet read without the code under test: which columns count, and what their cells imply."""

    def __init__(self, ws: Any, hasil: Hasil) -> None:
        self.ws, self.hasil = ws, hasil
        self.semua = {satu.kode: satu for satu in Indikator.objects.order_by("urutan")}
        awal = next(
            (s for judul in ("Kode Indikator", "Indikator") for b in ws for s in b if s.value == judul), None
        )
        assert awal is not None
        self.kepala = awal.row
        judul = {str(s.value): s.column for s in ws[awal.row] if s.value is not None}
        self.pengenal = {n: judul[n] for n in ("Kode Indikator", "Indikator", "Komponen") if n in judul}
        pola = KOLOM[hasil.jenis]
        self.angka = {
            (c[1] if hasil.jenis == TARGET else n): k for n, k in judul.items() if (c := pola.fullmatch(n))
        }

    def figures(self) -> Iterator[tuple[Kunci, Any]]:
        """Yield each figure that the rows state, None where its cell is empty."""
        for n in range(self.kepala + 1, self.ws.max_row + 1):
            isi = {judul: self.ws.cell(n, kolom).value for judul, kolom in self.angka.items()}
            if not self._text(n, "Kode Indikator") and all(_is_blank(satu) for satu in isi.values()):
                continue
            indikator = self._indikator(n)
            komponen = self._komponen(n, indikator)
            for judul, nilai in isi.items():
                if self.hasil.jenis == REALISASI and (judul[:5] == "Nilai") == bool(komponen):
                    assert _is_blank(nilai) or nilai == "-"
                else:
                    kunci = (indikator.kode, komponen, judul)
                    yield kunci, _value(nilai, indikator, judul, self.hasil.jenis)

    def _text(self, n: int, judul: str) -> str:
        kolom = self.pengenal.get(judul)
        return str((self.ws.cell(n, kolom).value if kolom else "") or "").strip()

    def _indikator(self, n: int) -> Indikator:
        if kode_ := self._text(n, "Kode Indikator").casefold():
            return self.semua[kode_]
        nama = self._text(n, "Indikator").casefold()
        ejaan = [g.usulan for g in self.hasil.galat if g.kode == "ejaan_berbeda" and g.baris == n]
        return next(s for s in self.semua.values() if s.nama.casefold() == nama or s.nama in ejaan)

    def _komponen(self, n: int, indikator: Indikator) -> int:
        if self.hasil.jenis == TARGET or indikator.cara_ukur == "angka":
            return 0
        return int(self._text(n, "Komponen") or 1)

    def assert_told(self) -> None:
        """Fail unless every column that holds something and is not read is named in a message."""
        dibaca = {*self.pengenal.values(), *self.angka.values()}
        pesan = [g for g in self.hasil.galat if g.kode in {"kolom_diabaikan", "kolom_tanpa_judul"}]
        for kolom in self.ws.iter_cols(min_row=self.kepala + 1):
            if kolom[0].column in dibaca or all(_is_blank(s.value) for s in kolom):
                continue
            huruf = kolom[0].column_letter
            assert any(g.kolom == huruf or re.search(rf"\b{huruf} \(", g.pesan) for g in pesan)


def _is_blank(nilai: Any) -> bool:
    return nilai is None or (isinstance(nilai, str) and not nilai.strip())


def _value(nilai: Any, indikator: Indikator, judul: str, jenis: str) -> Any:
    """Return what a sound cell states: a number with four decimals, a predicate, or two bounds."""
    if _is_blank(nilai) or nilai == "-":
        return None
    if indikator.arah == "predikat":
        return next(satu for satu in ("A", "BB", "B") if satu.casefold() == nilai.casefold())
    persen = indikator.satuan == "%" and judul[:2] != "Pe"
    if indikator.arah == "rentang" and jenis == TARGET:
        bawah, atas = (_number(satu, persen) for satu in re.split(r" s\.d\. |–", nilai))
        return bawah, atas
    return _number(nilai, persen)


def _number(nilai: Any, persen: bool) -> Decimal | None:
    if isinstance(nilai, str):
        return parse_angka(nilai, JenisAngka.PERSEN if persen else JenisAngka.BILANGAN)
    return Decimal(str(nilai)).quantize(Decimal("0.0001"), ROUND_HALF_UP)
