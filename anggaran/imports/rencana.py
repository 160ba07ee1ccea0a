"""From what a file says to what would be written: before and after, control totals, rows to save."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import models

from anggaran.imports.acuan import Acuan
from anggaran.imports.muatan import FISIK, KEUANGAN, PAGU, SETAHUN, Muatan
from anggaran.models import Pagu, RealisasiAnggaran, SubKegiatan
from lkip.angka import BULAN
from lkip.impor.hasil import Kontrol, Ubahan
from lkip.workbook.lembar import ringkas
from lkip.workbook.nilai import Sel

Kunci = tuple[str, str, int]
"""Code of the sub kegiatan, column, month."""


@dataclass
class Rencana:
    """What applying a file would do; `sesudah` are the figures that would be stored, old ones included."""

    muatan: Muatan
    acuan: Acuan
    kolom: tuple[str, ...]
    bulan: frozenset[int]
    """The months that the file speaks of."""
    sesudah: dict[Kunci, Decimal] = field(default_factory=dict)
    sel: dict[Kunci, Sel] = field(default_factory=dict)
    berubah: dict[Kunci, tuple[Decimal | None, Decimal | None]] = field(default_factory=dict)
    ubahan: list[Ubahan] = field(default_factory=list)
    kontrol: list[Kontrol] = field(default_factory=list)
    simpan: list[models.Model] = field(default_factory=list)
    hapus: list[models.Model] = field(default_factory=list)

    def note(self, kunci: Kunci, sebelum: Decimal | None, sesudah: Decimal | None, sel: Sel) -> bool:
        """Remember one figure; return whether it changes."""
        kode, kolom, bulan = kunci
        nama = kolom if bulan == SETAHUN else f"{kolom} {BULAN[bulan - 1]}"
        tempat = f"{sel.lembar} baris {sel.baris}"
        self.ubahan.append(Ubahan(f"{kode} {self.acuan.sub[kode].nama}", nama, sebelum, sesudah, tempat))
        self.sel[kunci] = sel
        if sesudah is None:
            self.sesudah.pop(kunci, None)
        else:
            self.sesudah[kunci] = sesudah
        if sebelum == sesudah:
            return False
        self.berubah[kunci] = (sebelum, sesudah)
        return True

    def setahun(self, kode: str) -> Decimal:
        """Return the money that would be spent in the year (rupiah)."""
        return sum((self.sesudah.get((kode, KEUANGAN, b), Decimal(0)) for b in range(1, 13)), Decimal(0))


def plan_pagu(muatan: Muatan, acuan: Acuan) -> Rencana:
    """Return what the file would do to the pagu of the document."""
    rencana = Rencana(muatan, acuan, (PAGU,), frozenset({SETAHUN}))
    rencana.sesudah = {(kode, PAGU, SETAHUN): satu.jumlah for kode, satu in acuan.pagu.items()}
    rencana.simpan += _new_nodes(acuan, (butir.kode for butir in muatan.butir))
    for kunci, (nilai, sel) in muatan.jumlah().items():
        kode, kolom, _ = kunci
        if kolom != PAGU or kode not in acuan.sub:
            continue
        lama = acuan.pagu.get(kode)
        if not rencana.note(kunci, lama.jumlah if lama else None, nilai, sel):
            continue
        if nilai is None:
            assert lama is not None
            rencana.hapus.append(lama)
        else:
            baris = lama or Pagu(dokumen=acuan.tujuan.dokumen, sub_kegiatan=acuan.sub[kode])
            baris.jumlah = nilai
            rencana.simpan.append(baris)
    rencana.kontrol = _controls(rencana, PAGU, acuan.sub)
    return rencana


def plan_realisasi(muatan: Muatan, acuan: Acuan) -> Rencana:
    """Return what the file would do to the monthly realisasi."""
    jumlah = {k: v for k, v in muatan.jumlah().items() if k[1] != PAGU and k[0] in acuan.sub}
    bulan = (
        frozenset(range(1, acuan.tujuan.bulan + 1)) if muatan.kumulatif else frozenset(k[2] for k in jumlah)
    )
    kolom = tuple(satu for satu in (KEUANGAN, FISIK) if any(k[1] == satu for k in jumlah))
    rencana = Rencana(muatan, acuan, kolom, bulan)
    for (kode, nomor), baris in acuan.realisasi.items():
        for nama, nilai in ((KEUANGAN, baris.keuangan), (FISIK, baris.fisik)):
            if nilai is not None:
                rencana.sesudah[kode, nama, nomor] = nilai
    isi: dict[tuple[str, int], dict[str, Decimal | None]] = {}
    for (kode, nama, nomor), (nilai, sel) in jumlah.items():
        lama = rencana.sesudah.get((kode, nama, nomor))
        if muatan.kumulatif:
            if nilai is None:
                continue
            if nama == KEUANGAN:
                nilai -= sum(
                    (rencana.sesudah.get((kode, nama, b), Decimal(0)) for b in range(1, nomor)), Decimal(0)
                )
        if lama is None and nilai is None:
            continue
        if rencana.note((kode, nama, nomor), lama, nilai, sel):
            isi.setdefault((kode, nomor), {})[nama] = nilai
    for (kode, nomor), beda in isi.items():
        _write(rencana, acuan.sub[kode], nomor, beda)
    rencana.kontrol = _controls(rencana, KEUANGAN, (k for k, s in acuan.sub.items() if acuan.boleh(s)))
    return rencana


def _write(rencana: Rencana, sub: SubKegiatan, bulan: int, beda: dict[str, Decimal | None]) -> None:
    """Plan one month of a sub kegiatan; a month without any figure has no row."""
    lama = rencana.acuan.realisasi.get((sub.kode, bulan))
    isi = {KEUANGAN: lama.keuangan if lama else None, FISIK: lama.fisik if lama else None} | beda
    if all(nilai is None for nilai in isi.values()):
        if lama is not None:
            rencana.hapus.append(lama)
        return
    baris = lama or RealisasiAnggaran(sub_kegiatan=sub, bulan=bulan)
    baris.keuangan, baris.fisik, baris.data_contoh = isi[KEUANGAN], isi[FISIK], False
    rencana.simpan.append(baris)


def _new_nodes(acuan: Acuan, kode: Iterable[str]) -> list[models.Model]:
    """Return the program, kegiatan and sub kegiatan that are not stored yet, parents first."""
    sub = {k: acuan.sub[k] for k in kode if k in acuan.sub and acuan.sub[k].pk is None}
    kegiatan = {id(s.kegiatan): s.kegiatan for s in sub.values() if s.kegiatan.pk is None}
    program = {
        id(s.kegiatan.program): s.kegiatan.program for s in sub.values() if s.kegiatan.program.pk is None
    }
    return [*program.values(), *kegiatan.values(), *sub.values()]


def _named(rencana: Rencana, kolom: str) -> str:
    """Return what the first control total adds up: everything, or the months that the file speaks of."""
    if kolom == PAGU:
        return "Pagu seluruhnya"
    if len(rencana.bulan) in {0, 12}:
        return "Realisasi keuangan seluruhnya"
    if rencana.muatan.kumulatif:
        return f"Realisasi keuangan sampai dengan {BULAN[max(rencana.bulan) - 1]}"
    return f"Realisasi keuangan {ringkas((BULAN[n - 1] for n in sorted(rencana.bulan)), 11)}"


def _controls(rencana: Rencana, kolom: str, kode: Iterable[str]) -> list[Kontrol]:
    """Return the control totals: of the file, of the year where it has other months, and of each program."""
    milik = frozenset(kode)
    berkas: dict[str, Decimal] = {}
    sesudah: dict[str, Decimal] = {}
    for butir, angka in rencana.muatan.semua():
        if angka.kolom == kolom and angka.nilai is not None:
            program = ".".join(butir.kode.split(".")[:3])
            berkas[program] = berkas.get(program, Decimal(0)) + angka.nilai
    for satu in milik:
        program = ".".join(satu.split(".")[:3])
        for bulan in rencana.bulan:
            sesudah[program] = sesudah.get(program, Decimal(0)) + rencana.sesudah.get(
                (satu, kolom, bulan), Decimal(0)
            )
    nama = {k: p.nama for k, p in rencana.acuan.program.items()}
    jumlah = sum(berkas.values(), Decimal(0))
    hasil = [Kontrol(_named(rencana, kolom), jumlah, sum(sesudah.values(), Decimal(0)))]
    lain = sum(
        (
            nilai
            for (satu, nama_kolom, bulan), nilai in rencana.sesudah.items()
            if nama_kolom == kolom and satu in milik and bulan not in rencana.bulan
        ),
        Decimal(0),
    )
    if lain:
        hasil.append(
            Kontrol("Realisasi keuangan setahun, dengan bulan lain", jumlah, hasil[0].sesudah + lain)
        )
    semua = sorted({*berkas, *(p for p, n in sesudah.items() if n)})
    if len(semua) > 1:
        hasil += [
            Kontrol(f"{p} {nama.get(p, '')}".strip(), berkas.get(p, Decimal(0)), sesudah.get(p, Decimal(0)))
            for p in semua
        ]
    return hasil
