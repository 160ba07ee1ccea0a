"""Horizontal bars: one figure per category, and pagu beside realisasi per program."""

from dataclasses import dataclass
from decimal import Decimal

from laporan.grafik import warna
from laporan.grafik.kanvas import BELUM_ADA, Gambar, Kanvas, Paragraf, paragraf
from laporan.grafik.teks import lebar_teks

D = Decimal
HURUF = D("7.6")
SELA = D(6)
NAMA = D(150)  # width of the column of names
TERTIPIS = D("1.2")  # a positive value is always visible


@dataclass(frozen=True)
class Batang:
    """`nilai` None means that nothing is known; zero is a known zero."""

    nama: str
    nilai: Decimal | None
    label: str


@dataclass(frozen=True)
class DiagramBatang:
    judul: str
    batang: tuple[Batang, ...]


@dataclass(frozen=True)
class PaguRealisasi:
    nama: str
    pagu: Decimal | None
    realisasi: Decimal | None
    label_pagu: str
    label_realisasi: str
    label_serapan: str


@dataclass(frozen=True)
class DiagramPagu:
    judul: str
    baris: tuple[PaguRealisasi, ...]
    judul_nama: str = "Program"


def _panjang(nilai: Decimal, terbesar: Decimal, ruang: Decimal) -> Decimal:
    if nilai <= 0 or terbesar <= 0:
        return D(0)
    return max(TERTIPIS, nilai / terbesar * ruang)


def _satu(
    k: Kanvas, x: Decimal, y: Decimal, tinggi: Decimal, panjang: Decimal | None, label: str, gaya: str
) -> None:
    """Draw one bar with its label at its end; without a length only the words "belum ada data"."""
    if panjang:
        isian, tepi = (warna.AKSEN, warna.AKSEN) if gaya == "isi" else (warna.AKSEN_MUDA, warna.AKSEN_TERANG)
        k.persegi(x, y, panjang, tinggi, isian, tepi, tebal=D("0.6"), kelas="batang")
    dasar = y + tinggi / 2 + HURUF * D("0.34")
    if panjang is None:
        k.tulis(x + 4, dasar, BELUM_ADA, HURUF - 1, warna.REDUP)
    else:
        k.tulis(x + panjang + 4, dasar, label, HURUF - D("0.4"))


def _label(nilai: Decimal | None, label: str) -> str:
    return BELUM_ADA if nilai is None else label


def _nama(nama: str) -> Paragraf:
    return paragraf(nama, NAMA, HURUF)


def _kosong(k: Kanvas, judul: str) -> Gambar:
    k.tulis(k.lebar / 2, 20, BELUM_ADA, 8, warna.REDUP, rata="middle")
    return k.gambar(D(32), judul, f"{judul}: {BELUM_ADA}.")


def diagram_batang(data: DiagramBatang) -> Gambar:
    """Draw one horizontal bar per category."""
    k = Kanvas(165, 235)
    if not data.batang:
        return _kosong(k, data.judul)
    x, y = NAMA + 10, D(3)
    label = max(lebar_teks(b.label, HURUF) for b in data.batang)
    terbesar = max((b.nilai for b in data.batang if b.nilai is not None), default=D(0))
    ruang = max(k.lebar - x - label - 8, D(20))
    for b in data.batang:
        nama = _nama(b.nama)
        tinggi = max(nama.tinggi, D(13))
        k.paragraf([nama], x - 7, y + (tinggi - nama.tinggi) / 2, "end")
        panjang = None if b.nilai is None else _panjang(b.nilai, terbesar, ruang)
        _satu(k, x, y + (tinggi - 12) / 2, D(12), panjang, b.label, "isi")
        y += tinggi + SELA
    k.garis(((x, 0), (x, y - SELA + 3)), warna.SUMBU)
    isi = "; ".join(f"{b.nama} {_label(b.nilai, b.label)}" for b in data.batang)
    return k.gambar(y - SELA + 3, data.judul, f"{data.judul}: {isi}.")


def diagram_pagu(data: DiagramPagu) -> Gambar:
    """Draw pagu and realisasi of each program, with the share that was spent."""
    k = Kanvas(165, 235)
    if not data.baris:
        return _kosong(k, data.judul)
    x, kanan, kecil = NAMA + 10, k.lebar - 2, D("6.8")
    serapan = max(
        lebar_teks(t, HURUF, tebal=True) for t in ("Penyerapan", *(b.label_serapan for b in data.baris))
    )
    label = max(lebar_teks(t, HURUF) for b in data.baris for t in (b.label_pagu, b.label_realisasi))
    nilai = [n for b in data.baris for n in (b.pagu, b.realisasi) if n is not None]
    terbesar = max(nilai, default=D(0))
    ruang = max(kanan - serapan - 8 - label - 6 - x, D(20))
    k.tulis(x - 7, 9, data.judul_nama, kecil, warna.REDUP, rata="end", tebal=True)
    k.persegi(x, 3, 9, 7, warna.AKSEN_MUDA, warna.AKSEN_TERANG, tebal=D("0.6"), kelas="kunci")
    k.tulis(x + 12, 9, "Pagu", kecil, warna.REDUP, tebal=True)
    k.persegi(x + 38, 3, 9, 7, warna.AKSEN, warna.AKSEN, tebal=D("0.6"), kelas="kunci")
    k.tulis(x + 50, 9, "Realisasi", kecil, warna.REDUP, tebal=True)
    k.tulis(kanan, 9, "Penyerapan", kecil, warna.REDUP, rata="end", tebal=True)
    y = D(14)
    for b in data.baris:
        k.garis(((0, y), (k.lebar, y)), warna.KISI, D("0.5"))
        nama = _nama(b.nama)
        tinggi = max(nama.tinggi, D(20)) + SELA
        tengah = y + tinggi / 2
        k.paragraf([nama], x - 7, tengah - nama.tinggi / 2, "end")
        for i, (n, teks, gaya) in enumerate(
            ((b.pagu, b.label_pagu, "muda"), (b.realisasi, b.label_realisasi, "isi"))
        ):
            panjang = None if n is None else _panjang(n, terbesar, ruang)
            _satu(k, x, tengah - 10 + i * 10, D(9), panjang, teks, gaya)
        k.tulis(kanan, tengah + HURUF * D("0.34"), b.label_serapan, HURUF, rata="end", tebal=True)
        y += tinggi
    k.garis(((0, y), (k.lebar, y)), warna.KISI, D("0.5"))
    k.garis(((x, 14), (x, y)), warna.SUMBU)
    isi = "; ".join(
        f"{b.nama}: pagu {_label(b.pagu, b.label_pagu)}, realisasi {_label(b.realisasi, b.label_realisasi)}, "
        f"penyerapan {b.label_serapan}"
        for b in data.baris
    )
    return k.gambar(y + 1, data.judul, f"{data.judul}: {isi}.")
