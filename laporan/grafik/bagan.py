"""Bagan organisasi: pimpinan on top, jabatan fungsional left, sekretariat right, rows of bidang and UPTD."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from laporan.grafik.kanvas import Gambar, Kanvas
from laporan.grafik.kotak import SELA, Kotak, gambar_kotak, hubung, kolom, tinggi_kotak
from laporan.grafik.teks import daftar

__all__ = ["Bagan", "Kotak", "bagan"]
D = Decimal
TURUN = D(9)  # half the gap between two levels
JEDA = D(6)  # extra air above each row
TERLEBAR = D(130)
PER_BARIS = 5


@dataclass(frozen=True)
class Bagan:
    judul: str
    puncak: Kotak


def _deret(
    k: Kanvas, anak: Sequence[Kotak], kiri: Decimal, kanan: Decimal, induk: tuple[Decimal, Decimal]
) -> tuple[Decimal, tuple[Decimal, Decimal]]:
    """Draw one row below the point `induk`; return its bottom and where the next row's line may start."""
    n = len(anak)
    lebar = min(TERLEBAR, (kanan - kiri - SELA * (n - 1)) / n)
    awal = kiri + (kanan - kiri - lebar * n - SELA * (n - 1)) / 2
    rel, y = induk[1] + TURUN, induk[1] + 2 * TURUN
    hubung(k, induk, (induk[0], rel))
    tinggi = max(tinggi_kotak(a, lebar) for a in anak)
    bawah = y
    for i, a in enumerate(anak):
        x = awal + i * (lebar + SELA)
        tengah = x + lebar / 2
        hubung(k, (induk[0], rel), (tengah, rel), (tengah, y), putus=a.garis_putus)
        bawah = max(bawah, kolom(k, a, x, y, lebar, tinggi))
    lewat = awal + (n // 2 if n % 2 == 0 else n // 2 + 1) * (lebar + SELA) - SELA / 2
    return bawah, (lewat, rel)


def _sisi(
    k: Kanvas, anak: Sequence[Kotak], kiri: Decimal, kanan: Decimal, y: Decimal
) -> tuple[Decimal, Decimal]:
    """Draw boxes that hang beside the trunk; return the lowest link to the trunk and the bottom edge."""
    tulang, simpang = k.lebar / 2, y
    x = kiri + (kanan - kiri - TERLEBAR) / 2
    for kotak in anak:
        tinggi = max(tinggi_kotak(kotak, TERLEBAR), D(30))
        simpang = y + tinggi / 2
        dekat = x if x > tulang else x + TERLEBAR
        hubung(k, (tulang, simpang), (dekat, simpang), putus=kotak.garis_putus)
        if 2 <= len(kotak.anak) <= 3:
            gambar_kotak(k, kotak, x, y, TERLEBAR, tinggi)
            y, _ = _deret(k, kotak.anak, kiri, kanan, (x + TERLEBAR / 2, y + tinggi))
        else:
            y = kolom(k, kotak, x, y, TERLEBAR, tinggi)
        y += SELA
    return simpang, y


def _baris(anak: Sequence[Kotak]) -> list[Sequence[Kotak]]:
    """Split into as few rows of nearly equal length as fit the page."""
    banyak = -(-len(anak) // PER_BARIS) or 1
    isi = -(-len(anak) // banyak) or 1
    return [anak[i : i + isi] for i in range(0, len(anak), isi)]


def _sebut(kotak: Kotak) -> str:
    nama = f"{kotak.judul} ({kotak.nama})" if kotak.nama else kotak.judul
    return f"{nama} [{'; '.join(_sebut(a) for a in kotak.anak)}]" if kotak.anak else nama


def bagan(data: Bagan) -> Gambar:
    """Draw an organisation chart as wide as the text of an upright A4 page."""
    k = Kanvas(165, 235)
    puncak, tengah, lebar = data.puncak, k.lebar / 2, D(170)
    bawah = 1 + tinggi_kotak(puncak, lebar)
    gambar_kotak(k, puncak, tengah - lebar / 2, D(1), lebar, bawah - 1)
    golongan = ([a for a in puncak.anak if a.kelas in kelas] for kelas in ({"pimpinan", "lini"}, {"uptd"}))
    baris = [b for anggota in golongan for b in _baris(anggota)]
    induk = (tengah, bawah)
    kiri = [a for a in puncak.anak if a.kelas == "fungsional"]
    kanan = [a for a in puncak.anak if a.kelas == "staf"]
    if kiri or kanan:
        y = bawah + 2 * TURUN
        sisi = (
            _sisi(k, kiri, D(1), tengah - SELA, y),
            _sisi(k, kanan, tengah + SELA, k.lebar - 1, y),
        )
        bawah = max(dasar for _, dasar in sisi)
        hubung(k, induk, (tengah, bawah if baris else max(simpang for simpang, _ in sisi)))
        induk = (tengah, bawah)
    for anggota in baris:
        bawah += JEDA
        hubung(k, induk, (induk[0], bawah))
        bawah, induk = _deret(k, anggota, D(1), k.lebar - 1, (induk[0], bawah))
    nama = f"{puncak.judul} ({puncak.nama})" if puncak.nama else puncak.judul
    sisa = f" membawahi {daftar(tuple(_sebut(a) for a in puncak.anak))}" if puncak.anak else ""
    return k.gambar(bawah + 1, data.judul, f"{data.judul}: {nama}{sisa}.")
