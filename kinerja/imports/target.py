"""Yearly targets from a file: read by the arah of each indikator, checked, and planned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kinerja.imports.awal import begin
from kinerja.imports.columns import TAHUN, TARGET
from kinerja.imports.daftar import Daftar
from kinerja.imports.pesan import close, unmentioned
from kinerja.imports.sel import read_figure, read_predikat
from kinerja.models import Indikator, TargetTahunan
from laporan.perhitungan.data import Arah
from lkip.angka import bilangan
from lkip.impor.hasil import Angka, Hasil, Kontrol, Ubahan
from lkip.impor.kepala import Baris
from lkip.models import Impor, PerangkatDaerah
from lkip.workbook.lembar import Buku, Tingkat, kutip, ringkas
from lkip.workbook.nilai import Catatan, Sel

SAMPAI = "s.d."
"""What stands between the two bounds of a target, as in "80 s.d. 90"."""
_SAMPAI = re.compile(r"\s*(?:s\.?\s?/?d\.?|sampai(?:\s+dengan)?|\N{EN DASH}|\N{EM DASH})\s*", re.IGNORECASE)

Kunci = tuple[int, int]
"""Key of the indikator, year."""


@dataclass(frozen=True)
class Isi:
    """The target of one year as a cell states it."""

    nilai: Decimal | None = None
    predikat: str = ""
    bawah: Decimal | None = None
    atas: Decimal | None = None

    @classmethod
    def of(cls, target: TargetTahunan | None) -> Isi:
        """Return it as stored; empty where there is none."""
        if target is None:
            return cls()
        return cls(target.nilai, target.predikat, target.bawah, target.atas)

    @property
    def tertulis(self) -> Angka:
        """What the preview shows, and what a cell of the template holds."""
        if self.bawah is not None and self.atas is not None:
            return f"{bilangan(self.bawah)} {SAMPAI} {bilangan(self.atas)}"
        return self.predikat or self.nilai

    @property
    def jumlah(self) -> Decimal:
        """What it adds to the control total of its year."""
        return sum((n for n in (self.nilai, self.bawah, self.atas) if n is not None), Decimal(0))


def check_target(buku: Buku, perangkat_daerah: PerangkatDaerah, tahun: int) -> Hasil:
    """Check a workbook of targets against the Renstra in force in that year."""
    awal = begin(buku, Impor.Jenis.TARGET, TARGET, perangkat_daerah, tahun)
    if isinstance(awal, Hasil):
        return awal
    hasil, daftar, catatan = awal.hasil, awal.daftar, awal.catatan
    tersimpan = load_targets(daftar)
    isi = _read(awal.baris, daftar, catatan)
    _check_years(isi, tersimpan, daftar, catatan)
    _plan(hasil, isi, tersimpan, daftar, catatan)
    return close(hasil, catatan)


def load_targets(daftar: Daftar) -> dict[Kunci, TargetTahunan]:
    """Return the stored targets of all years (1 query)."""
    semua = TargetTahunan.objects.filter(indikator__in=daftar.semua)
    return {(satu.indikator_id, satu.tahun): satu for satu in semua}


def _read(semua: list[Baris], daftar: Daftar, catatan: Catatan) -> dict[Kunci, tuple[Isi, Sel]]:
    """Return what the file states, by indikator and year."""
    isi: dict[Kunci, tuple[Isi, Sel]] = {}
    for baris in semua:
        kolom = [(tahun, f"target_{tahun}") for tahun in TAHUN if f"target_{tahun}" in baris.kepala.kolom]
        if not baris.teks("kode") and all(baris[nama] is None for _, nama in kolom):
            continue  # a title, or a remark
        indikator = daftar.find(baris, catatan)
        if indikator is None:
            continue
        ganda = next((isi[indikator.pk, t][1] for t, _ in kolom if (indikator.pk, t) in isi), None)
        if ganda is not None:
            catatan.add(
                baris.satu(),
                "ganda",
                f"Indikator {indikator.kode} sudah tertulis pada baris {ganda.baris}.",
                "Hapus salah satunya.",
            )
            continue
        for tahun, nama in kolom:
            sel = baris.sel(nama)
            isi[indikator.pk, tahun] = (_cell(sel, indikator, catatan), sel)
    return isi


def _cell(sel: Sel, indikator: Indikator, catatan: Catatan) -> Isi:
    """Return the target of a cell as the arah of its indikator reads it."""
    if indikator.arah == Arah.PREDIKAT:
        return Isi(predikat=read_predikat(sel, indikator, catatan))
    if indikator.arah != Arah.RENTANG:
        return Isi(read_figure(sel, indikator, catatan))
    if sel.nilai is None or (isinstance(sel.nilai, str) and sel.nilai.strip() in {"", "-"}):
        return Isi()
    bagian = _SAMPAI.split(sel.nilai.strip()) if isinstance(sel.nilai, str) else []
    if len(bagian) != 2:
        catatan.add(
            sel,
            "bukan_rentang",
            f"Target indikator {indikator.kode} berupa rentang, dua batas.",
            f"Tulis keduanya, misalnya 80 {SAMPAI} 90.",
        )
        return Isi()
    bawah, atas = (
        read_figure(Sel(sel.lembar, sel.baris, sel.kolom, satu), indikator, catatan, bagian=True)
        for satu in bagian
    )
    if bawah is not None and atas is not None and bawah > atas:
        catatan.add(
            sel, "rentang_terbalik", "Batas atas lebih kecil daripada batas bawah.", "Tukar keduanya."
        )
    return Isi(bawah=bawah, atas=atas)


def _check_years(
    isi: dict[Kunci, tuple[Isi, Sel]],
    tersimpan: dict[Kunci, TargetTahunan],
    daftar: Daftar,
    catatan: Catatan,
) -> None:
    """Say of years outside the Renstra that nobody plans in them."""
    if daftar.renstra is None:
        return
    for (pk, tahun), (satu, sel) in isi.items():
        di_luar = not daftar.renstra.tahun_awal <= tahun <= daftar.renstra.tahun_akhir
        if di_luar and satu != Isi.of(tersimpan.get((pk, tahun))):
            catatan.add(
                sel,
                "tahun_di_luar_renstra",
                f"Tahun {tahun} di luar {daftar.renstra}.",
                "Kosongkan, atau impor pada Renstra yang berlaku tahun itu.",
            )


def _plan(
    hasil: Hasil,
    isi: dict[Kunci, tuple[Isi, Sel]],
    tersimpan: dict[Kunci, TargetTahunan],
    daftar: Daftar,
    catatan: Catatan,
) -> None:
    """Note every target before and after, the rows to write, and the control total of each year."""
    per_pk = {satu.pk: satu for satu in daftar.semua}
    sesudah = {kunci: Isi.of(satu) for kunci, satu in tersimpan.items()}
    hilang: list[tuple[Indikator, Sel]] = []
    for (pk, tahun), (baru, sel) in isi.items():
        lama = tersimpan.get((pk, tahun))
        semula = Isi.of(lama)
        sesudah[pk, tahun] = baru
        if baru == semula == Isi():
            continue
        indikator = per_pk[pk]
        tempat = f"{sel.lembar} baris {sel.baris}"
        nama = f"{indikator.kode} {indikator.nama}"
        hasil.ubahan.append(Ubahan(nama, f"target {tahun}", semula.tertulis, baru.tertulis, tempat))
        if baru == semula:
            continue
        if baru == Isi():
            assert lama is not None
            hasil.hapus.append(lama)
            hilang.append((indikator, sel))
            continue
        satu = lama or TargetTahunan(indikator=indikator, tahun=tahun)
        satu.nilai, satu.predikat, satu.bawah, satu.atas = baru.nilai, baru.predikat, baru.bawah, baru.atas
        hasil.simpan.append(satu)
    if hilang:
        catatan.add(
            hilang[0][1],
            "dikosongkan",
            f"{len(hilang)} sel kosong akan mengosongkan target yang tersimpan: "
            f"{ringkas(dict.fromkeys(i.kode for i, _ in hilang))}.",
            "Isi lagi bila tidak dimaksudkan; kosong bukan nol.",
            Tingkat.KONFIRMASI,
        )
    hasil.kontrol = list(_controls(isi, sesudah))
    _missing(isi, sesudah, per_pk, catatan)


def _controls(isi: dict[Kunci, tuple[Isi, Sel]], sesudah: dict[Kunci, Isi]) -> Iterator[Kontrol]:
    """Yield the sum of the figures of each year in the file, and as they would be stored."""
    for tahun in sorted({tahun for _, tahun in isi}):
        yield Kontrol(
            f"Jumlah target {tahun}",
            sum((satu.jumlah for (_, t), (satu, _) in isi.items() if t == tahun), Decimal(0)),
            sum((satu.jumlah for (_, t), satu in sesudah.items() if t == tahun), Decimal(0)),
            "bilangan",
        )


def _missing(
    isi: dict[Kunci, tuple[Isi, Sel]],
    sesudah: dict[Kunci, Isi],
    per_pk: dict[int, Indikator],
    catatan: Catatan,
) -> None:
    """Say which stored targets, of the years in the file, the file does not speak of."""
    tahun = {t for _, t in isi}
    sisa: dict[int, list[int]] = defaultdict(list)
    for (pk, t), satu in sesudah.items():
        if t in tahun and (pk, t) not in isi and satu != Isi():
            sisa[pk].append(t)
    if sisa:
        kode = ringkas(kutip(per_pk[pk].kode) for pk in sisa)
        catatan.galat.append(
            unmentioned(f"{len(sisa)} indikator tidak ada dalam berkas; targetnya tetap: {kode}.")
        )
