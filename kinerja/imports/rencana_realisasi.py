"""From the realisasi that a file states to what would be written: before and after, and what forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from django.db.models import Prefetch
from django.utils import timezone

from kinerja.alur_realisasi import ALUR, ISI, SEBUTAN
from kinerja.imports.columns import NILAI, UKURAN
from kinerja.imports.daftar import Daftar
from kinerja.imports.pesan import unmentioned
from kinerja.isi_realisasi import Bagian, parts_for
from kinerja.models import Indikator, RealisasiIndikator, RealisasiKomponen
from laporan.perhitungan.data import Arah
from lkip.angka import romawi, tanggal
from lkip.impor.hasil import Hasil, Kontrol, Ubahan
from lkip.kunci import first_day, locked_quarters
from lkip.pelaku import Pelaku
from lkip.workbook.lembar import Tingkat, ringkas
from lkip.workbook.nilai import Catatan, Sel

Kunci: TypeAlias = tuple[int, int, int, str]
"""Key of the indikator, key of the komponen (0: the indikator itself), triwulan, column."""
Nilai: TypeAlias = Decimal | str | None


class Isi(NamedTuple):
    """One figure, a predicate as text, and the cell that states it."""

    nilai: Any
    sel: Sel


@dataclass
class Tersimpan:
    """What is reported of the year, by indikator and triwulan: reports, figures, and who may fill what."""

    indikator: Mapping[int, Indikator]
    laporan: dict[tuple[int, int], RealisasiIndikator]
    bagian: dict[int, Bagian]
    angka: dict[Kunci, Nilai] = field(default_factory=dict)

    def may_fill(self, kunci: Kunci) -> bool:
        """Whether the person fills this figure."""
        bagian = self.bagian[kunci[0]]
        return kunci[1] in bagian.komponen if kunci[1] else bagian.pokok


def load_tersimpan(daftar: Daftar, tahun: int, oleh: Pelaku) -> Tersimpan:
    """Return what is stored (2 queries)."""
    komponen = Prefetch("komponen", RealisasiKomponen.objects.all())
    per_pk = {satu.pk: satu for satu in daftar.semua}
    semua = RealisasiIndikator.objects.filter(indikator__in=per_pk, tahun=tahun).prefetch_related(komponen)
    hasil = Tersimpan(per_pk, {}, {pk: parts_for(oleh, satu) for pk, satu in per_pk.items()})
    for satu in semua:
        pk, tw = satu.indikator_id, satu.triwulan
        satu.indikator = per_pk[pk]
        hasil.laporan[pk, tw] = satu
        predikat = satu.indikator.arah == Arah.PREDIKAT
        hasil.angka[pk, 0, tw, NILAI] = (satu.predikat or None) if predikat else satu.nilai
        for k in satu.komponen.all():
            hasil.angka[pk, k.komponen_id, tw, "pembilang"] = k.pembilang
            hasil.angka[pk, k.komponen_id, tw, "penyebut"] = k.penyebut
    return hasil


def plan(
    hasil: Hasil,
    isi: Mapping[Kunci, Isi],
    daftar: Daftar,
    tahun: int,
    oleh: Pelaku,
    catatan: Catatan,
    kolom_berkas: Collection[tuple[int, str]],
) -> None:
    """Note every figure before and after, what forbids it, the rows to write, and the control totals.

    `kolom_berkas` are triwulan and measure of the columns of the file, also where no row fills them.
    """
    simpanan = load_tersimpan(daftar, tahun, oleh)
    berubah: dict[tuple[int, int], dict[Kunci, Isi]] = defaultdict(dict)
    nomor = {k.pk: k.urutan for satu in daftar.semua for k in satu.komponen.all()}
    for kunci, satu in isi.items():
        lama = simpanan.angka.get(kunci)
        if lama is None and satu.nilai is None:
            continue
        pk, komponen, tw, ukuran = kunci
        indikator = simpanan.indikator[pk]
        objek = f"{indikator.kode} {indikator.nama}"
        kolom = f"{ukuran}{f' komponen {nomor[komponen]}' if komponen else ''} triwulan {romawi(tw)}"
        tempat = f"{satu.sel.lembar} baris {satu.sel.baris}"
        hasil.ubahan.append(Ubahan(objek, kolom, lama, satu.nilai, tempat))
        if lama != satu.nilai:
            berubah[pk, tw][kunci] = satu
    terkunci = locked_quarters(daftar.renstra.perangkat_daerah_id, tahun) if daftar.renstra else frozenset()
    for (pk, tw), milik in berubah.items():
        galat = _forbidden(simpanan, pk, tw, tahun, milik, terkunci)
        if galat is None:
            hasil.simpan += _rows(simpanan, pk, tw, tahun, milik)
        else:
            catatan.add(*galat)
    _emptied(berubah, simpanan, catatan)
    _missing(isi, simpanan, kolom_berkas, catatan)
    hasil.kontrol = list(_controls(isi, simpanan))


def _forbidden(
    simpanan: Tersimpan,
    pk: int,
    tw: int,
    tahun: int,
    milik: Mapping[Kunci, Isi],
    terkunci: frozenset[int],
) -> tuple[Sel, str, str, str] | None:
    """Return why these figures of one triwulan may not change: place, code, message, what to do."""
    indikator = simpanan.indikator[pk]
    sel = next(iter(milik.values())).sel
    kembalikan = "atau kembalikan angkanya seperti semula."
    if indikator.mengikuti_id is not None:
        return (
            sel,
            "mengikuti",
            f"Realisasi {indikator.kode} diambil dari indikator lain, sehingga tidak diisi.",
            "Kosongkan barisnya.",
        )
    asing = next((satu.sel for kunci, satu in milik.items() if not simpanan.may_fill(kunci)), None)
    if asing is not None:
        return (
            asing,
            "di_luar_unit",
            f"Angka indikator {indikator.kode} ini bukan tugas unit kerja Anda.",
            f"Minta unit yang bertugas mengisinya, {kembalikan}",
        )
    if tw in terkunci:
        return (
            sel,
            "triwulan_terkunci",
            f"Triwulan {romawi(tw)} tahun {tahun} sudah dikunci.",
            f"Minta perencana membuka triwulannya, {kembalikan}",
        )
    if (mulai := first_day(tahun, tw)) > timezone.localdate():
        return (
            sel,
            "triwulan_belum_mulai",
            f"Triwulan {romawi(tw)} tahun {tahun} baru mulai pada {tanggal(mulai)}.",
            "Kosongkan, lalu isi sesudah triwulannya berjalan.",
        )
    laporan = simpanan.laporan.get((pk, tw))
    if laporan is not None and not ALUR.begins(laporan.status, ISI):
        return (
            sel,
            "sudah_diajukan",
            f"Realisasi {indikator.kode} triwulan {romawi(tw)} sudah {SEBUTAN[laporan.status]}.",
            f"Tarik atau minta dikembalikan dahulu, {kembalikan}",
        )
    return None


def _rows(
    simpanan: Tersimpan, pk: int, tw: int, tahun: int, milik: Mapping[Kunci, Isi]
) -> list[RealisasiIndikator | RealisasiKomponen]:
    """Return the report and its komponen as they would be; what changes is made-up data no longer."""
    indikator = simpanan.indikator[pk]
    laporan = simpanan.laporan.get((pk, tw)) or RealisasiIndikator(
        indikator=indikator, tahun=tahun, triwulan=tw
    )
    laporan.data_contoh = False
    tersimpan = {k.komponen_id: k for k in laporan.komponen.all()} if laporan.pk else {}
    hasil: dict[int, RealisasiKomponen] = {}
    for (_, komponen, _, ukuran), satu in milik.items():
        if komponen:
            baris = tersimpan.get(komponen) or hasil.get(komponen)
            hasil[komponen] = baris or RealisasiKomponen(realisasi=laporan, komponen_id=komponen)
            setattr(hasil[komponen], ukuran, satu.nilai)
        elif indikator.arah == Arah.PREDIKAT:
            laporan.predikat = satu.nilai or ""
        else:
            laporan.nilai = satu.nilai
    return [laporan, *hasil.values()]


def _emptied(
    berubah: Mapping[tuple[int, int], Mapping[Kunci, Isi]], simpanan: Tersimpan, catatan: Catatan
) -> None:
    """Warn of empty cells where a figure is stored."""
    hilang = [(k, satu) for milik in berubah.values() for k, satu in milik.items() if satu.nilai is None]
    if hilang:
        kode = ringkas(dict.fromkeys(simpanan.indikator[kunci[0]].kode for kunci, _ in hilang))
        catatan.add(
            hilang[0][1].sel,
            "dikosongkan",
            f"{len(hilang)} sel kosong akan mengosongkan realisasi yang tersimpan: {kode}.",
            "Isi lagi bila tidak dimaksudkan; kosong bukan nol.",
            Tingkat.KONFIRMASI,
        )


def _missing(
    isi: Mapping[Kunci, Isi], simpanan: Tersimpan, kolom: Collection[tuple[int, str]], catatan: Catatan
) -> None:
    """Say which stored figures, of the columns in the file, the file does not speak of."""
    sisa = [
        kunci
        for kunci, nilai in simpanan.angka.items()
        if nilai is not None and kunci[2:] in kolom and kunci not in isi and simpanan.may_fill(kunci)
    ]
    if sisa:
        kode = list(dict.fromkeys(simpanan.indikator[kunci[0]].kode for kunci in sisa))
        catatan.galat.append(
            unmentioned(f"{len(sisa)} angka tersimpan tidak ada dalam berkas dan tetap: {ringkas(kode)}.")
        )


def _controls(isi: Mapping[Kunci, Isi], simpanan: Tersimpan) -> Iterator[Kontrol]:
    """Yield the sum of each column of numbers in the file, and of what would be stored in its place."""
    sesudah = {k: n for k, n in simpanan.angka.items() if simpanan.may_fill(k)}
    sesudah |= {k: satu.nilai for k, satu in isi.items()}
    for tw in sorted({kunci[2] for kunci in isi}):
        for ukuran in UKURAN:
            berkas = [
                s.nilai for k, s in isi.items() if k[2:] == (tw, ukuran) and isinstance(s.nilai, Decimal)
            ]
            if berkas:
                nanti = [n for k, n in sesudah.items() if k[2:] == (tw, ukuran) and isinstance(n, Decimal)]
                yield Kontrol(
                    f"Jumlah {ukuran} triwulan {romawi(tw)}",
                    sum(berkas, Decimal(0)),
                    sum(nanti, Decimal(0)),
                    "bilangan",
                )
