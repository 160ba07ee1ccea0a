"""The plot of a trend: where a year and a value lie, and the drawing of what belongs to each."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from laporan.grafik import warna
from laporan.grafik.deret import Deret, DiagramGaris
from laporan.grafik.kanvas import BELUM_ADA, Kanvas
from laporan.grafik.penanda import penanda, warna_deret
from laporan.grafik.sumbu import Tempat, skala, tulis_angka
from laporan.grafik.teks import lebar_teks

D = Decimal
HURUF, KECIL = D("7.2"), D("6.6")
TINGGI = D(140)  # from the lowest to the highest tick
ATAS, BAWAH = D(16), D(10)  # room for labels beyond them
KE_ATAS = tuple(D(g) for g in (-6, 12, -15, 21, -24, 30, -33, 39, -42, 48))  # baselines from a point
KE_BAWAH = tuple(D(g) for g in (12, -6, 21, -15, 30, -24, 39, -33, 48, -42))
CUPLIKAN = 12  # samples of a line between two years


class Bidang:
    def __init__(self, k: Kanvas, data: DiagramGaris, atas: Decimal) -> None:
        self.k, self.data = k, data
        nilai = [n for d in data.deret for n in (*d.nilai, *d.target) if n is not None]
        self.rendah, self.tinggi, self.langkah = skala(nilai or [D(0), D(1)])
        ujung = [tulis_angka(v, self.langkah) for v in (self.rendah, self.tinggi)]
        target = [d.label_target[-1] for d in data.deret if d.target and d.target[-1] is not None]
        self.kiri = max(lebar_teks(t, KECIL) for t in ujung) + 8
        self.kanan = k.lebar - max((lebar_teks(t, KECIL) + 8 for t in target), default=D(4))
        self.lajur = (self.kanan - self.kiri) / len(data.tahun)
        self.atas, self.dasar = atas + ATAS, atas + ATAS + TINGGI
        self.tempat = Tempat(atas, self.dasar + BAWAH)
        self.langkah_target: set[tuple[Decimal, Decimal, Decimal, str]] = set()

    def x(self, i: int) -> Decimal:
        return self.kiri + self.lajur * (2 * i + 1) / 2

    def y(self, nilai: Decimal) -> Decimal:
        return self.dasar - (nilai - self.rendah) / (self.tinggi - self.rendah) * TINGGI

    def sumbu(self) -> Decimal:
        """Draw grid, ticks and years; return the bottom edge."""
        k, nilai = self.k, self.rendah
        while nilai <= self.tinggi:
            y = self.y(nilai)
            k.garis(((self.kiri, y), (self.kanan, y)), warna.KISI, D("0.6"))
            k.tulis(self.kiri - 5, y + 2, tulis_angka(nilai, self.langkah), KECIL, warna.REDUP, rata="end")
            nilai += self.langkah
        dasar = self.dasar + BAWAH
        k.garis(((self.kiri, dasar), (self.kanan, dasar)), warna.SUMBU)
        for i, tahun in enumerate(self.data.tahun):
            k.garis(((self.x(i), dasar), (self.x(i), dasar + 3)), warna.SUMBU)
            k.tulis(self.x(i), dasar + 11, tahun, HURUF, rata="middle", tebal=True)
            if all(d.nilai[i] is None for d in self.data.deret):
                k.tulis(self.x(i), dasar + 19, BELUM_ADA, D("6.2"), warna.REDUP, rata="middle")
        if self.rendah > 0:
            catatan = f"Sumbu tegak dimulai dari {tulis_angka(self.rendah, self.langkah)}."
            k.tulis(self.kiri, dasar + 29, catatan, D("6.2"), warna.REDUP)
            return dasar + 32
        return dasar + 22

    def target(self, deret: Deret) -> None:
        """Draw a dashed step for each run of equal targets, with its label at the end of the run."""
        pasangan = list(zip(deret.target, deret.label_target, strict=True))
        mulai = 0
        for i, (nilai, label) in enumerate(pasangan):
            terakhir = i == len(pasangan) - 1
            if not terakhir and pasangan[i + 1] == (nilai, label):
                continue
            awal, mulai = mulai, i + 1
            if nilai is None:
                continue
            kiri, kanan, y = self.kiri + awal * self.lajur, self.kiri + (i + 1) * self.lajur, self.y(nilai)
            if (kiri, kanan, y, label) in self.langkah_target:
                continue
            self.langkah_target.add((kiri, kanan, y, label))
            self.k.garis(((kiri, y), (kanan, y)), warna.TULISAN, D("0.9"), putus="5 2.5", kelas="target")
            self.tempat.isi((kiri, y - 1, kanan, y + 1))
            if terakhir:
                self.tulis(label, kanan + 5, [y + g for g in (2, 10, -6, 18, -14)], rata="start")
            else:
                self.tulis(label, kanan - 2, [y + g for g in (-3, 8, -11, 16)], rata="end")

    def garis(self, deret: Deret, urutan: int, putus: set[str]) -> None:
        """Join the points of a series, leaving gaps where a value is missing or the series breaks."""
        ruas: list[tuple[Decimal, Decimal]] = []
        for i, nilai in enumerate(deret.nilai):
            if nilai is None or self.data.tahun[i] in putus:
                self._ruas(ruas, urutan)
                ruas = []
            if nilai is not None:
                ruas.append((self.x(i), self.y(nilai)))
                self.tempat.isi((self.x(i) - 4, self.y(nilai) - 4, self.x(i) + 4, self.y(nilai) + 4))
        self._ruas(ruas, urutan)

    def _ruas(self, ruas: list[tuple[Decimal, Decimal]], urutan: int) -> None:
        if len(ruas) > 1:
            self.k.garis(ruas, warna_deret(urutan), D("1.6"), kelas="deret")
        for (x0, y0), (x1, y1) in pairwise(ruas):  # labels keep off the lines too
            for n in range(CUPLIKAN + 1):
                x, y = x0 + (x1 - x0) * n / CUPLIKAN, y0 + (y1 - y0) * n / CUPLIKAN
                self.tempat.isi((x - 1, y - 1, x + 1, y + 1))

    def titik(self, deret: Deret, urutan: int) -> None:
        for i, nilai in enumerate(deret.nilai):
            if nilai is not None:
                penanda(self.k, urutan, self.x(i), self.y(nilai))

    def _cekung(self, deret: Deret, i: int) -> bool:
        """Tell whether a point lies below its neighbours, so that the free room is beneath it."""
        ini = deret.nilai[i]
        tetangga = [
            n for n in (*deret.nilai[max(i - 1, 0) : i], *deret.nilai[i + 1 : i + 2]) if n is not None
        ]
        return ini is not None and bool(tetangga) and all(n > ini for n in tetangga)

    def label(self) -> None:
        """Label all points: the highest of a year upwards, the lowest downwards, then the rest."""
        for i in range(len(self.data.tahun)):
            titik = [(n, u, d) for u, d in enumerate(self.data.deret) if (n := d.nilai[i]) is not None]
            titik.sort(key=lambda t: (-t[0], t[1]))
            terbawah = titik[-1][1] if len(titik) > 1 else -1
            for nilai, urutan, deret in [*titik[:1], *titik[:0:-1]]:
                turun = urutan == terbawah or (len(titik) == 1 and self._cekung(deret, i))
                dasar = [self.y(nilai) + g for g in (KE_BAWAH if turun else KE_ATAS)]
                gaya = warna_deret(urutan)
                self.tulis(deret.label[i], self.x(i), dasar, gaya, "middle", HURUF, tebal=True)

    def tulis(
        self, teks: str, x: Decimal, dasar: Sequence[Decimal], isian: str = warna.TULISAN,
        rata: str = "start", ukuran: Decimal = KECIL, *, tebal: bool = False,
    ) -> None:  # fmt: skip
        """Write a line on the first free baseline, on a patch of paper that hides the lines behind it."""
        if not teks:
            return
        lebar = lebar_teks(teks, ukuran, tebal=tebal)
        kiri = x - {"start": D(0), "middle": lebar / 2, "end": lebar}[rata]
        atas, bawah = ukuran * D("0.74"), ukuran * D("0.22")
        pilihan = self.tempat.pilih((kiri - 1, y - atas, kiri + lebar + 1, y + bawah) for y in dasar)
        self.k.persegi(pilihan[0], pilihan[1], lebar + 2, atas + bawah, warna.PUTIH, kelas="alas")
        self.k.tulis(x, pilihan[3] - bawah, teks, ukuran, isian, rata=rata, tebal=tebal)
