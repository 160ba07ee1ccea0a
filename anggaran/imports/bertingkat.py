"""Reading the form printed in a report: program, kegiatan, UPT and sub kegiatan rows with subtotals.

A row is known by its code or, without one, by its name within the parent. Lines that only continue the name
above are joined to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from anggaran.imports import columns
from anggaran.imports.acuan import Acuan
from anggaran.imports.baca import read_number
from anggaran.imports.kode import SEBUTAN, induk_of, kode_baku, split_kode, tingkat_of
from anggaran.imports.muatan import FISIK, KEUANGAN, PAGU, SETAHUN, Angka, Butir, Muatan
from anggaran.kode import Tingkat
from lkip.angka import JenisAngka
from lkip.impor.cocok import Cocok, find_cocok, huruf
from lkip.impor.kepala import Baris, Kepala, ratakan, rows
from lkip.workbook.lembar import Lembar, teks
from lkip.workbook.lembar import Tingkat as Bobot
from lkip.workbook.nilai import read_angka

_UNIT = re.compile(r"^\W*(?:UPTD?|Unit Pelaksana Teknis|Balai|Panti)\b", re.IGNORECASE)
_TULIS = "Tulis kodenya di kolom Kode, atau namanya seperti di aplikasi."
_ANGKA = (PAGU, KEUANGAN, "persen", FISIK)


@dataclass
class Simpul:
    """One row of the table in the tree; `nilai` are the stated pagu and realisasi (rupiah)."""

    tingkat: int
    kode: str
    nama: str
    baris: Baris | None
    nilai: dict[str, Decimal | None] = field(default_factory=dict)
    persen: Decimal | None = None
    anak: list[Simpul] = field(default_factory=list)


@dataclass
class Tabel:
    """What is read so far of one sheet: where in the tree the next row stands."""

    acuan: Acuan
    muatan: Muatan
    akar: Simpul
    program: Simpul | None = None
    kegiatan: Simpul | None = None
    terlihat: set[str] = field(default_factory=set)
    tersesat: bool = False
    """Whether a row since the last kegiatan was not recognised: perhaps it was the next kegiatan."""
    terpakai: set[str] = field(default_factory=set)
    """The sub kegiatan that have their row."""


def read_tables(
    lembar: list[tuple[Lembar, Kepala]], muatan: Muatan, acuan: Acuan, kode_urusan: str, bulan: int
) -> Simpul:
    """Read all sheets of this shape into `muatan`; return the tree with everything that is stated."""
    akar = Simpul(0, "", "seluruh tabel", None)
    tabel = Tabel(acuan, muatan, akar)
    for satu, kepala in lembar:
        tabel.program = tabel.kegiatan = None
        if (kode := _title(satu, kepala, acuan)) is not None:
            tabel.program = _program(tabel, kode, None)
        for baris, nama in _joined(satu, kepala, tabel):
            _read_row(tabel, baris, nama, kode_urusan, bulan)
    return akar


def _title(lembar: Lembar, kepala: Kepala, acuan: Acuan) -> str | None:
    """Return the program that the lines above the header, or the name of the sheet, speak of."""
    calon = {kode: p.nama for kode, p in acuan.program.items()}
    judul = [teks(nilai) for _, isi in lembar.baris[: kepala.urutan - 1] for nilai in isi if nilai]
    for satu in [*reversed(judul), lembar.nama]:
        letak = satu.casefold().find("program")
        if letak >= 0 and (kode := find_cocok(satu[letak:], calon).kunci) is not None:
            return kode
    return None


def _joined(lembar: Lembar, kepala: Kepala, tabel: Tabel) -> Iterator[tuple[Baris, str]]:
    """Yield the rows with their full names: a row of text alone may go on with the name above."""
    tertunda: tuple[Baris, str] | None = None
    for baris in rows(lembar, kepala):
        nama = baris.teks("uraian")
        berangka = any(baris[satu] is not None for satu in _ANGKA)
        if not nama and not berangka:
            continue
        if nama and kepala.bentuk.field_of(nama) == "uraian":
            continue  # the header again, on the next page
        if tertunda and not berangka and baris["kode"] is None and not _is_own(tabel, nama):
            tertunda = (tertunda[0], f"{tertunda[1]} {nama}")
            continue
        if tertunda:
            yield tertunda
        tertunda = (baris, nama)
    if tertunda:
        yield tertunda


def _is_own(tabel: Tabel, nama: str) -> bool:
    """Whether a row of text alone is one of its own: a unit, a program, a kegiatan, anything with a code."""
    if _UNIT.match(nama) or split_kode(nama)[0] or nama.casefold().startswith(("program ", "kegiatan ")):
        return True
    return find_cocok(nama, {k: satu.nama for k, satu in tabel.acuan.kegiatan.items()}).sama


def _read_row(tabel: Tabel, baris: Baris, nama: str, kode_urusan: str, bulan: int) -> None:
    mentah, sisa = split_kode(baris.teks("kode") or nama)
    kode = kode_baku(mentah, kode_urusan)
    nama = nama if baris["kode"] is not None else (sisa if kode else nama)
    uang = {satu: read_number(baris.sel(satu), satu, tabel.muatan.catatan) for satu in (PAGU, KEUANGAN)}
    persen = read_angka(baris.sel("persen"), tabel.muatan.catatan, JenisAngka.PERSEN)
    if not kode and ratakan(nama) in columns.JUMLAH:
        induk = tabel.akar if tabel.program is None or len(tabel.akar.anak) > 1 else tabel.program
        induk.nilai |= {k: v for k, v in uang.items() if v is not None}
        induk.baris, induk.persen = baris, persen
        return
    if not kode:
        if _UNIT.match(nama) and uang[PAGU] is None and uang[KEUANGAN] is None:
            return
        if ratakan(nama):
            kode = _accept(tabel, baris, nama, _match(tabel, nama))
            tabel.tersesat |= not kode
        else:
            pesan = "Baris ini berisi sesuatu, tetapi kode dan namanya kosong."
            tabel.muatan.catatan.add(baris.satu(), "nama_kosong", pesan, _TULIS)
    tingkat = tingkat_of(kode) if kode else None
    simpul = Simpul(0, kode, nama, baris, uang, persen)
    if tingkat == Tingkat.PROGRAM:
        _program(tabel, kode, simpul)
    elif tingkat == Tingkat.KEGIATAN:
        _kegiatan(tabel, kode, simpul)
    else:
        _sub(tabel, simpul, bulan)


def _match(tabel: Tabel, nama: str) -> Cocok:
    """Return what a row without a code may be: of the kegiatan it stands in, or, lost, of the whole program.

    Lost, the same letters anywhere in the program count for more than mere likeness in the kegiatan.
    """
    dekat = find_cocok(nama, _candidates(tabel, luas=False))
    if dekat.sama or not tabel.tersesat:
        return dekat
    jauh = find_cocok(nama, _candidates(tabel, luas=True))
    return dekat if dekat.kunci is not None and not jauh.sama else jauh


def _candidates(tabel: Tabel, *, luas: bool) -> Mapping[str, str]:
    """Return what a row without a code may be here: key → name, the nearest level first.

    Lost, sub kegiatan that have their row do not count, nor (`luas`) those whose name several have.
    """
    acuan = tabel.acuan
    kegiatan = tabel.kegiatan.kode if tabel.kegiatan else ""
    program = tabel.program.kode if tabel.program else ""
    milik = acuan.program.get(program)
    calon = {
        k: satu.nama
        for k, satu in acuan.kegiatan.items()
        if k not in tabel.terlihat and (milik is None or satu.program is milik)
    }
    sub = {
        k: satu.nama
        for k, satu in acuan.sub.items()
        if (satu.kegiatan.program is milik if luas else kegiatan and satu.kegiatan.kode == kegiatan)
        and not (tabel.tersesat and k in tabel.terpakai)
    }
    banyak = Counter(huruf(nama) for nama in sub.values())
    calon |= {k: nama for k, nama in sub.items() if not luas or banyak[huruf(nama)] == 1}
    return calon | {k: satu.nama for k, satu in acuan.program.items() if k != program}


def _accept(tabel: Tabel, baris: Baris, nama: str, cocok: Cocok) -> str:
    """Return the code of a name, saying what has to be confirmed; "" when it is not known."""
    resmi = _names(tabel.acuan)
    sel = baris.sel("uraian")
    catatan = tabel.muatan.catatan
    if cocok.kunci is None:
        dekat = "; ".join(f"{k} {resmi[k]}" for k in cocok.terdekat)
        di = f" dalam {tabel.kegiatan.kode} {resmi.get(tabel.kegiatan.kode, '')}" if tabel.kegiatan else ""
        catatan.add(
            sel,
            "nama_tidak_dikenal",
            f"Nama ini tidak ditemukan{di}.",
            f"Tulis kodenya, atau namanya seperti di aplikasi. Yang terdekat: {dekat}." if dekat else _TULIS,
        )
        return ""
    if not cocok.sama:
        sebutan = SEBUTAN[tingkat_of(cocok.kunci) or Tingkat.SUB_KEGIATAN]
        catatan.add(
            sel,
            "ejaan_berbeda",
            f"Dibaca sebagai {sebutan} {cocok.kunci} {resmi[cocok.kunci]}.",
            "Pastikan yang dimaksud memang ini.",
            Bobot.KONFIRMASI,
            usulan=resmi[cocok.kunci],
        )
    return cocok.kunci


def _names(acuan: Acuan) -> dict[str, str]:
    return {
        kode: satu.nama
        for semua in (acuan.program, acuan.kegiatan, acuan.sub)
        for kode, satu in semua.items()
    }


def _program(tabel: Tabel, kode: str, simpul: Simpul | None) -> Simpul:
    ada = next((satu for satu in tabel.akar.anak if satu.kode == kode), None)
    if ada is None:
        ada = simpul or Simpul(Tingkat.PROGRAM, kode, "", None)
        ada.tingkat = Tingkat.PROGRAM
        tabel.akar.anak.append(ada)
    elif simpul is not None and ada.baris is None:
        ada.baris, ada.nilai, ada.persen, ada.nama = simpul.baris, simpul.nilai, simpul.persen, simpul.nama
    elif simpul is not None and simpul.baris is not None:
        tabel.muatan.catatan.add(
            simpul.baris.sel("uraian"), "ganda", f"Program {kode} tertulis dua kali.", "Hapus salah satunya."
        )
    tabel.program, tabel.kegiatan, tabel.tersesat = ada, None, False
    return ada


def _kegiatan(tabel: Tabel, kode: str, simpul: Simpul) -> None:
    program = tabel.program
    if program is None or induk_of(kode) != program.kode:
        program = _program(tabel, induk_of(kode), None)
    if kode in tabel.terlihat and simpul.baris is not None:
        tabel.muatan.catatan.add(
            simpul.baris.sel("uraian"), "ganda", f"Kegiatan {kode} tertulis dua kali.", "Hapus salah satunya."
        )
    simpul.tingkat = Tingkat.KEGIATAN
    program.anak.append(simpul)
    tabel.kegiatan, tabel.tersesat = simpul, False
    tabel.terlihat.add(kode)


def _sub(tabel: Tabel, simpul: Simpul, bulan: int) -> None:
    """Add a row about a sub kegiatan, or one that could not be recognised, to the tree and to the content."""
    simpul.tingkat = Tingkat.SUB_KEGIATAN
    if simpul.kode and (tabel.kegiatan is None or tabel.kegiatan.kode != induk_of(simpul.kode)):
        _kegiatan(tabel, induk_of(simpul.kode), Simpul(0, induk_of(simpul.kode), "", None))
    induk = tabel.kegiatan or tabel.program or tabel.akar
    induk.anak.append(simpul)
    baris = simpul.baris
    if baris is None or not simpul.kode:
        return
    tabel.terpakai.add(simpul.kode)
    catatan = tabel.muatan.catatan
    angka = [Angka(PAGU, SETAHUN, simpul.nilai[PAGU], baris.sel(PAGU))]
    for kolom in (KEUANGAN, FISIK):
        if kolom in baris.kepala.kolom:
            nilai = (
                simpul.nilai[KEUANGAN] if kolom == KEUANGAN else read_number(baris.sel(FISIK), FISIK, catatan)
            )
            angka.append(Angka(kolom, bulan, nilai, baris.sel(kolom)))
    tabel.muatan.butir.append(Butir(baris.sel("uraian"), simpul.kode, simpul.nama, angka))
