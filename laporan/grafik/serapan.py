"""Penyerapan and fisik of each program on one scale, with the time that has passed as a line across."""

from dataclasses import dataclass
from decimal import Decimal

from laporan.grafik import warna
from laporan.grafik.kanvas import BELUM_ADA, Gambar, Kanvas, paragraf
from laporan.grafik.teks import lebar_teks

D = Decimal
HURUF, KECIL, NAMA, SELA = D("7.6"), D("6.8"), D(170), D(6)
SERATUS = D(100)


@dataclass(frozen=True)
class BarisSerapan:
    """Both in percent; None when not known, with the reason in its label."""

    nama: str
    penyerapan: Decimal | None
    fisik: Decimal | None
    label_penyerapan: str
    label_fisik: str


@dataclass(frozen=True)
class DiagramSerapan:
    """`waktu` is the part of the year that has passed, in percent."""

    judul: str
    waktu: Decimal
    label_waktu: str
    baris: tuple[BarisSerapan, ...]


def diagram_serapan(data: DiagramSerapan) -> Gambar:
    """Draw two bars per program on a scale that ends at 100 %, or at the largest value."""
    k = Kanvas(165, 235)
    if not data.baris:
        k.tulis(k.lebar / 2, 20, BELUM_ADA, 8, warna.REDUP, rata="middle")
        return k.gambar(D(32), data.judul, f"{data.judul}: {BELUM_ADA}.")
    nilai = [n for b in data.baris for n in (b.penyerapan, b.fisik) if n is not None]
    skala = min(max([SERATUS, *nilai]), D(150))
    label = (
        max(lebar_teks(t, KECIL) for b in data.baris for t, n in _batang(b) if n is not None or t == "–")
        if nilai
        else D(20)
    )
    x = NAMA + 10
    ruang = k.lebar - x - label - 10
    waktu = x + ruang * min(data.waktu, skala) / skala
    y = _kunci(k, x)
    k.tulis(waktu, y + 7, data.label_waktu, KECIL, warna.REDUP, rata="middle", tebal=True)
    atas = y + 10
    y = atas
    for b in data.baris:
        k.garis(((0, y), (k.lebar, y)), warna.KISI, D("0.5"))
        nama = paragraf(b.nama, NAMA, HURUF)
        tinggi = max(nama.tinggi, D(20)) + SELA
        tengah = y + tinggi / 2
        k.paragraf([nama], 0, tengah - nama.tinggi / 2)
        for i, (teks, n) in enumerate(_batang(b)):
            isian, tepi = ((warna.AKSEN, warna.AKSEN), (warna.AKSEN_MUDA, warna.AKSEN_TERANG))[i]
            puncak = tengah - 10 + i * 10
            if n is None:
                k.tulis(x + 4, puncak + D("7.2"), teks or BELUM_ADA, KECIL, warna.REDUP)
                continue
            panjang = min(max(n, D(0)), skala) / skala * ruang
            k.persegi(x, puncak, max(panjang, D("1.2")), D(9), isian, tepi, tebal=D("0.6"), kelas="batang")
            k.tulis(k.lebar - 2, puncak + D("7.2"), teks, KECIL, rata="end")
        y += tinggi
    k.garis(((0, y), (k.lebar, y)), warna.KISI, D("0.5"))
    k.garis(((waktu, atas), (waktu, y)), warna.TULISAN, D("1.1"), putus="4 2", kelas="target")
    k.garis(((x, atas), (x, y)), warna.SUMBU)
    isi = "; ".join(f"{b.nama}: penyerapan {b.label_penyerapan}, fisik {b.label_fisik}" for b in data.baris)
    return k.gambar(y + 2, data.judul, f"{data.judul}, {data.label_waktu}: {isi}.")


def _batang(b: BarisSerapan) -> tuple[tuple[str, Decimal | None], ...]:
    return ((b.label_penyerapan, b.penyerapan), (b.label_fisik, b.fisik))


def _kunci(k: Kanvas, x: Decimal) -> Decimal:
    """Draw the key; return the bottom edge."""
    for i, (nama, isian, tepi) in enumerate(
        (
            ("Penyerapan", warna.AKSEN, warna.AKSEN),
            ("Fisik", warna.AKSEN_MUDA, warna.AKSEN_TERANG),
        )
    ):
        kiri = x + i * 64
        k.persegi(kiri, 2, 9, 7, isian, tepi, tebal=D("0.6"), kelas="kunci")
        k.tulis(kiri + 12, 8, nama, KECIL, warna.REDUP, tebal=True)
    k.garis(((x + 108, 5), (x + 124, 5)), warna.TULISAN, D("1.1"), putus="4 2", kelas="kunci")
    k.tulis(x + 128, 8, "Waktu berjalan", KECIL, warna.REDUP, tebal=True)
    return D(12)
