"""How a computed value reads: figures in Indonesian notation, reasons in words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from laporan.dokumen.blok import Baris, Kolom, Sel
from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot.hasil import Angka, HasilCapaian, HasilKriteria
from lkip.angka import bilangan

BELUM_DIUKUR = "belum diukur"
BATAS_GABUNG = 5
"""The most rows that share a cell."""


def alasan(sebab: TidakDapatDihitung) -> str:
    """Return why a value is missing; a missing realisasi reads "belum diukur" (aturan, Renja form)."""
    if sebab.alasan is Alasan.REALISASI_KOSONG:
        return f"{BELUM_DIUKUR}: {sebab.rincian}" if sebab.rincian else BELUM_DIUKUR
    if sebab.alasan is Alasan.TARGET_KOSONG:
        return "target belum tersedia"
    return f"tidak dapat dihitung: {sebab}"


def angka(nilai: Angka | None, kosong: str = "–") -> str:
    """Return a figure with two decimals, a whole one bare: 88,33 and 100."""
    if nilai is None:
        return kosong
    if isinstance(nilai, TidakDapatDihitung):
        return alasan(nilai)
    return bilangan(nilai) if nilai == nilai.to_integral_value() else bilangan(nilai, 2)


def persen(nilai: Angka | None, kosong: str = "–") -> str:
    """Return a percentage with its sign: 77,73% and 100%."""
    teks = angka(nilai, kosong)
    return f"{teks}%" if isinstance(nilai, Decimal) else teks


def dengan_satuan(nilai: Angka | None, satuan: str, kosong: str = "–") -> str:
    """Return a figure with its satuan, % without a space."""
    if satuan == "%":
        return persen(nilai, kosong)
    teks = angka(nilai, kosong)
    return f"{teks} {satuan}" if isinstance(nilai, Decimal) else teks


def uang(nilai: Decimal | None, kosong: str = "–") -> str:
    """Return rupiah for a table cell: the column says Rp; cents only where there are any."""
    if nilai is None:
        return kosong
    return bilangan(nilai) if nilai == nilai.to_integral_value() else bilangan(nilai, 2)


def uang_sen(nilai: Decimal | None, kosong: str = "–") -> str:
    """Return rupiah with cents, for a column in which some have cents."""
    return kosong if nilai is None else bilangan(nilai, 2)


def sel(teks: str, kelas: str = "", *, kolom: int = 1, baris: int = 1, kepala: bool = False) -> Sel:
    """Return a cell."""
    return Sel(teks, kelas, kolom, baris, kepala)


def sel_gabung(urutan: int, banyak: int, *teks: tuple[str, str]) -> tuple[Sel, ...]:
    """Return the leading cells that `banyak` rows share, for row number `urutan` (from 0).

    A small group shares one cell, and its rows stay on one page (`sambung`); a long one repeats the
    text, because a cell cut in two by a page break loses its headers for a screen reader.
    """
    if banyak > BATAS_GABUNG:
        return tuple(Sel(isi, kelas) for isi, kelas in teks)
    return tuple(Sel(isi, kelas, baris=banyak) for isi, kelas in teks) if urutan == 0 else ()


def kelas_gabung(urutan: int, banyak: int) -> str:
    """Return the class of row number `urutan` of a group: "sambung" where it must follow its group."""
    return "sambung" if urutan > 0 and banyak <= BATAS_GABUNG else ""


def sel_angka(nilai: Angka | None, kosong: str = "–") -> Sel:
    """Return a right-aligned cell with a figure, or its reason in the style of reasons."""
    return Sel(angka(nilai, kosong), _kelas(nilai))


def sel_persen(nilai: Angka | None, kosong: str = "–") -> Sel:
    """Return a right-aligned cell with a percentage, or its reason."""
    return Sel(persen(nilai, kosong), _kelas(nilai))


def sel_satuan(nilai: Angka | None, satuan: str, kosong: str = "–") -> Sel:
    """Return a right-aligned cell with a figure and its satuan, or its reason."""
    return Sel(dengan_satuan(nilai, satuan, kosong), _kelas(nilai))


def sel_uang(nilai: Decimal | None, kosong: str = "–") -> Sel:
    """Return a right-aligned cell with rupiah."""
    return Sel(uang(nilai, kosong), "angka")


def sel_kriteria(kriteria: HasilKriteria | TidakDapatDihitung) -> Sel:
    """Return a cell with the kriteria as a coloured mark and its label; colour never stands alone."""
    if isinstance(kriteria, TidakDapatDihitung):
        return Sel("–", "tengah")
    return Sel(lencana(kriteria), "tengah")


def lencana(kriteria: HasilKriteria) -> SafeString:
    """Return the mark of a class: a swatch of the colour its scale gives it, beside its label."""
    return format_html(
        '<span class="lencana"><span class="warna warna-{}" style="background:{}"></span>{}</span>',
        kriteria.kode,
        kriteria.warna,
        kriteria.label,
    )


def label_kriteria(kriteria: HasilKriteria | TidakDapatDihitung) -> str:
    """Return the label of a class, or a dash."""
    return "–" if isinstance(kriteria, TidakDapatDihitung) else kriteria.label


def pecahan(pembilang: str, penyebut: str) -> SafeString | str:
    """Return a formula as the forms print it: pembilang over penyebut, times 100%."""
    if not penyebut:
        return pembilang or "–"
    return format_html(
        '<span class="pecahan"><span class="atas">{}</span><span class="bawah">{}</span></span>'
        '<span class="kali">× 100%</span>',
        pembilang,
        penyebut,
    )


def cara_hitung(satu: HasilCapaian) -> str:
    """Return the worked formula of a capaian: letters, values, result."""
    if isinstance(satu.nilai, TidakDapatDihitung):
        return f"Capaian {alasan(satu.nilai)}."
    if isinstance(satu.tanpa_batas, TidakDapatDihitung):
        return f"Capaian = {persen(satu.nilai)}, yaitu batas atas; tanpa batas {alasan(satu.tanpa_batas)}."
    nilai = ", ".join(f"{o.simbol} = {o.nama} = {angka(o.nilai)}" for o in satu.langkah)
    hasil = angka(satu.tanpa_batas)
    teks = f"Capaian = {satu.ungkapan} = {hasil}%"
    if satu.nilai != satu.tanpa_batas:
        teks += f", dibatasi menjadi {angka(satu.nilai)}%"
    return f"{teks}, dengan {nilai}." if nilai else f"{teks}."


def cara_hitung_semua(baris: Iterable[tuple[str, HasilCapaian]]) -> tuple[str, ...]:
    """Return the worked formula of each row that could be computed, rows with the same one together."""
    hasil: dict[str, list[str]] = {}
    for nama, satu in baris:
        if not isinstance(satu.nilai, TidakDapatDihitung):
            hasil.setdefault(cara_hitung(satu), []).append(nama)
    return tuple(f"Baris {', '.join(nama)}: {teks}" for teks, nama in hasil.items())


def kolom(*isi: tuple[str, int] | tuple[str, int, str]) -> tuple[Kolom, ...]:
    """Return columns from (heading, width in percent[, class])."""
    return tuple(Kolom(satu[0], satu[1], satu[2] if len(satu) == 3 else "") for satu in isi)


def baris(*isi: str | Sel, kelas: str = "") -> Baris:
    """Return a row; plain text becomes a cell."""
    return Baris(tuple(satu if isinstance(satu, Sel) else Sel(satu) for satu in isi), kelas)


def _kelas(nilai: Angka | None) -> str:
    return "alasan" if isinstance(nilai, TidakDapatDihitung) else "angka"
