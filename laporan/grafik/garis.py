"""Five-year trend: lines with gaps, target steps, and the places where the indicator itself changed."""

from decimal import Decimal
from itertools import pairwise

from laporan.grafik import warna
from laporan.grafik.bidang import HURUF, KECIL, Bidang
from laporan.grafik.deret import Deret, DiagramGaris, PutusDeret
from laporan.grafik.kanvas import BELUM_ADA, Gambar, Kanvas, paragraf
from laporan.grafik.penanda import penanda, warna_deret

__all__ = ["Deret", "DiagramGaris", "PutusDeret", "diagram_garis"]
D = Decimal


def _keterangan(k: Kanvas, data: DiagramGaris) -> Decimal:
    """Draw the key, one line for each series; return the bottom edge."""
    y = D(1)
    for i, deret in enumerate(data.deret):
        k.garis(((0, y + 5), (22, y + 5)), warna_deret(i), D("1.6"), kelas="kunci")
        penanda(k, i, D(11), y + 5)
        y = k.paragraf([paragraf(deret.nama, k.lebar - 30, HURUF)], 28, y) + 2
    if any(n is not None for d in data.deret for n in d.target):
        k.garis(((0, y + 5), (22, y + 5)), warna.TULISAN, D("0.9"), putus="5 2.5", kelas="kunci")
        y = k.paragraf([paragraf("Target", k.lebar, HURUF)], 28, y) + 2
    return y


def _putus(k: Kanvas, data: DiagramGaris, y: Decimal, dasar: Decimal, bidang: Bidang) -> None:
    for putus in data.putus:
        x = bidang.x(data.tahun.index(putus.tahun)) - bidang.lajur / 2
        k.garis(((x, y), (x, dasar)), warna.REDUP, D("1.1"), putus="2 2", kelas="putus")


def _lebar_putus(data: DiagramGaris, k: Kanvas) -> Decimal:
    """Return how wide the note above a break may be, so that neighbouring notes stay apart."""
    letak = sorted(data.tahun.index(p.tahun) for p in data.putus)
    terdekat = min((b - a for a, b in pairwise(letak)), default=len(data.tahun))
    return min(D(170), max((k.lebar - 90) / len(data.tahun) * terdekat - 8, D(24)))


def _uraian(data: DiagramGaris) -> str:
    bagian: list[str] = []
    for d in data.deret:
        isi = []
        for i, tahun in enumerate(data.tahun):
            teks = (
                f"tahun {tahun} sebesar {d.label[i]}"
                if d.nilai[i] is not None
                else f"tahun {tahun} {BELUM_ADA}"
            )
            if d.target and d.target[i] is not None:
                teks += f" ({d.label_target[i]})"
            isi.append(teks)
        bagian.append(f"{d.nama}: {', '.join(isi)}")
    bagian += [f"sejak {p.tahun} deret terputus: {p.label}" for p in data.putus]
    return f"{data.judul}: {'; '.join(bagian) or BELUM_ADA}."


def diagram_garis(data: DiagramGaris) -> Gambar:
    """Draw the series over the years of `data`."""
    k = Kanvas(165, 235)
    if not data.tahun or not data.deret:
        k.tulis(k.lebar / 2, 20, BELUM_ADA, 8, warna.REDUP, rata="middle")
        return k.gambar(D(32), data.judul, _uraian(data))
    atas = _keterangan(k, data) + 3
    muat = _lebar_putus(data, k)
    catatan = [paragraf(p.label, muat, KECIL, warna.REDUP, tebal=True) for p in data.putus]
    ruang = max((c.tinggi for c in catatan), default=D(0))
    bidang = Bidang(k, data, atas + ruang)
    if data.satuan:
        k.tulis(0, atas + ruang + 8, data.satuan, KECIL, warna.REDUP)
    for putus, c in zip(data.putus, catatan, strict=True):
        x = bidang.x(data.tahun.index(putus.tahun)) - bidang.lajur / 2
        tengah = min(max(x, muat / 2), k.lebar - muat / 2)
        k.paragraf([c], tengah, atas + ruang - c.tinggi, "middle")
    bawah = bidang.sumbu()
    _putus(k, data, atas + ruang + 2, bidang.dasar + 10, bidang)
    for i, deret in enumerate(data.deret):
        bidang.garis(deret, i, {p.tahun for p in data.putus if not p.deret or deret.nama in p.deret})
    for deret in data.deret:
        bidang.target(deret)
    bidang.label()
    for i, deret in enumerate(data.deret):
        bidang.titik(deret, i)
    return k.gambar(bawah, data.judul, _uraian(data))
