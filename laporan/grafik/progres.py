"""Capaian against target: one compact bar per indicator, with its kriteria in colour, pattern and words."""

from dataclasses import dataclass
from decimal import Decimal

from laporan.grafik import warna
from laporan.grafik.arsir import petak
from laporan.grafik.kanvas import BELUM_ADA, Gambar, Kanvas, paragraf, tinggi_isi
from laporan.grafik.teks import lebar_teks
from laporan.grafik.warna import WarnaKriteria

D = Decimal
HURUF, NAMA, TINGGI, SELA = D("7.6"), D(168), D(11), D(7)
PUNCAK = D(150)  # a longer bar stops here and shows a break
PETAK = D(8)


@dataclass(frozen=True)
class BarisProgres:
    """`capaian` in percent of the target; when it is None `label` may say why."""

    nama: str
    capaian: Decimal | None
    label: str
    keterangan: str = ""  # such as "Target 90%, realisasi 88,32%"
    kriteria: str = ""
    warna: WarnaKriteria | None = None


@dataclass(frozen=True)
class Progres:
    judul: str
    baris: tuple[BarisProgres, ...]


def _sebut(b: BarisProgres) -> str:
    capaian = f"capaian {b.label}"
    if b.capaian is None:
        capaian = "capaian belum dapat dihitung" + (f" ({b.label})" if b.label else "")
    return f"{b.nama}: {', '.join(t for t in (b.keterangan, capaian, b.kriteria) if t)}"


def progres(data: Progres) -> Gambar:
    """Draw a row per indicator: its name, a bar on a track that ends at or past 100 %, its kriteria."""
    k = Kanvas(165, 235)
    if not data.baris:
        k.tulis(k.lebar / 2, 20, BELUM_ADA, 8, warna.REDUP, rata="middle")
        return k.gambar(D(32), data.judul, f"{data.judul}: {BELUM_ADA}.")
    capaian = [b.capaian for b in data.baris if b.capaian is not None]
    skala = max(D(100), min(PUNCAK, max(capaian, default=D(0))))
    kolom_kriteria = min(D(95), max(lebar_teks(b.kriteria, HURUF) for b in data.baris) + PETAK + 10)
    kolom_label = max(
        (lebar_teks(b.label, HURUF, tebal=True) for b in data.baris if b.capaian is not None), default=D(0)
    )
    x = NAMA + 10
    ruang = k.lebar - 1 - x - kolom_label - 10 - kolom_kriteria
    seratus = x + ruang * 100 / skala
    k.tulis(seratus, 8, "100%", D("6.5"), warna.REDUP, rata="middle")
    y = D(11)
    for b in data.baris:
        nama = [paragraf(b.nama, NAMA, HURUF)]
        if b.keterangan:
            nama.append(paragraf(b.keterangan, NAMA, D("6.8"), warna.REDUP))
        lebar_kriteria = kolom_kriteria - PETAK - 4
        kriteria = paragraf(b.kriteria, lebar_kriteria, HURUF)
        alasan = paragraf(b.label or BELUM_ADA, ruang - 10, HURUF - D("0.6"), warna.REDUP)
        isi_tertinggi = max(tinggi_isi(nama), kriteria.tinggi, alasan.tinggi if b.capaian is None else 0)
        tinggi = max(isi_tertinggi, D(16)) + SELA
        tengah = y + tinggi / 2
        k.garis(((0, y), (k.lebar, y)), warna.KISI, D("0.5"))
        k.paragraf(nama, 0, tengah - tinggi_isi(nama) / 2)
        atas, dasar = tengah - TINGGI / 2, tengah + HURUF * D("0.34")
        if b.capaian is None:
            k.paragraf([alasan], x + 5, tengah - alasan.tinggi / 2)
        else:
            k.persegi(x, atas, ruang, TINGGI, warna.DASAR, warna.KISI, tebal=D("0.5"), kelas="lintasan")
            panjang = max(D(0), min(b.capaian, skala)) / skala * ruang
            if panjang:
                petak(k, b.warna, x, atas, max(panjang, D("1.2")), TINGGI)
            if b.capaian > skala:
                sela, akhir = x + ruang - 12, atas + TINGGI
                k.bidang(((sela, akhir), (sela + 3, atas), (sela + 6, atas), (sela + 3, akhir)), warna.PUTIH)
            k.tulis(x + ruang + 6 + kolom_label, dasar, b.label, HURUF, rata="end", tebal=True)
            k.garis(((seratus, atas - 3), (seratus, atas + TINGGI + 3)), warna.TULISAN, D("1.1"))
        if b.kriteria:
            kiri = k.lebar - kolom_kriteria
            if b.warna:
                petak(k, b.warna, kiri + 4, tengah - PETAK / 2, PETAK, PETAK)
            k.paragraf([kriteria], kiri + PETAK + 8, tengah - kriteria.tinggi / 2)
        y += tinggi
    k.garis(((0, y), (k.lebar, y)), warna.KISI, D("0.5"))
    isi = "; ".join(_sebut(b) for b in data.baris)
    return k.gambar(y + 1, data.judul, f"{data.judul}: {isi}.")
