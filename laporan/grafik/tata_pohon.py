"""The layout of a pohon kinerja: side by side above, stacked where that would become too narrow."""

from collections.abc import Sequence
from decimal import Decimal

from laporan.grafik import warna
from laporan.grafik.kanvas import Kanvas, Paragraf, paragraf, tinggi_isi
from laporan.grafik.simpul import Simpul, telusur

D = Decimal
ISIAN, SELA, TURUN, MASUK = D(5), D(10), D(9), D(12)
NOL = D(0)
KOLOM_MAKS = 8
TERSEMPIT, TERLEBAR = D(72), D(250)

# fill, outline, label of the level, text — from the top level down
TINGKAT = (
    (warna.AKSEN, warna.AKSEN, warna.AKSEN_MUDA, warna.PUTIH),
    (warna.AKSEN_TERANG, warna.AKSEN_TERANG, warna.PUTIH, warna.PUTIH),
    (warna.AKSEN_MUDA, warna.AKSEN_TERANG, warna.AKSEN, warna.TULISAN),
    (warna.AKSEN_PUCAT, warna.AKSEN_TERANG, warna.AKSEN, warna.TULISAN),
    (warna.PUTIH, warna.AKSEN_TERANG, warna.AKSEN, warna.TULISAN),
    (warna.DASAR, warna.SUMBU, warna.REDUP, warna.TULISAN),
)


class TataPohon:
    """Where everything goes: levels above `batas` lie side by side, deeper ones are stacked in columns."""

    def __init__(self, k: Kanvas, akar: Sequence[Simpul]) -> None:
        semua = list(telusur(akar))
        jenis = dict.fromkeys(s.jenis for _, s in sorted(semua, key=lambda pasang: pasang[0]))
        self.gaya = {j: TINGKAT[min(i, len(TINGKAT) - 1)] for i, j in enumerate(jenis)}
        self.k = k
        terdalam = max(dalam for dalam, _ in semua)
        for batas in range(terdalam + 1, 0, -1):
            self.batas = batas
            self.kolom = sum(self._ujung(dalam, s) for dalam, s in semua if dalam < batas)
            self.lebar = (k.lebar - 2 - SELA * (self.kolom - 1)) / self.kolom
            masuk = MASUK * (terdalam - batas + 1)
            if self.kolom <= KOLOM_MAKS and self.lebar - masuk >= TERSEMPIT:
                break
        self.lebar = min(self.lebar, TERLEBAR)
        self.awal = (k.lebar - self.lebar * self.kolom - SELA * (self.kolom - 1)) / 2
        self.tinggi = [
            max((self.setinggi(s, self._lebar(s, dalam)) for d, s in semua if d == dalam), default=NOL)
            for dalam in range(self.batas)
        ]

    def _ujung(self, dalam: int, s: Simpul) -> bool:
        return dalam == self.batas - 1 or not s.anak

    def lajur(self, s: Simpul, dalam: int) -> int:
        """Return how many columns lie beneath a node."""
        return 1 if self._ujung(dalam, s) else sum(self.lajur(a, dalam + 1) for a in s.anak)

    def _lebar(self, s: Simpul, dalam: int) -> Decimal:
        lajur = self.lajur(s, dalam)
        return min(TERLEBAR, lajur * self.lebar + (lajur - 1) * SELA)

    def isi(self, s: Simpul, lebar: Decimal) -> list[Paragraf]:
        _, _, label, tulisan = self.gaya[s.jenis]
        muat = lebar - 2 * ISIAN
        bagian = [
            paragraf(s.jenis.upper(), muat, D("5.6"), label, tebal=True),
            paragraf(s.teks, muat, D("7.2"), tulisan),
        ]
        return (
            [*bagian, paragraf(s.keterangan, muat, D("6.8"), label, tebal=True)] if s.keterangan else bagian
        )

    def setinggi(self, s: Simpul, lebar: Decimal) -> Decimal:
        return tinggi_isi(self.isi(s, lebar)) + 2 * ISIAN

    def kotak(self, s: Simpul, x: Decimal, y: Decimal, lebar: Decimal, sedikitnya: Decimal = NOL) -> Decimal:
        isian, tepi, _, _ = self.gaya[s.jenis]
        tinggi = max(self.setinggi(s, lebar), sedikitnya)
        self.k.persegi(x, y, lebar, tinggi, isian, tepi, sudut=2, kelas="kotak")
        self.k.paragraf(self.isi(s, lebar), x + lebar / 2, y + ISIAN, "middle")
        return y + tinggi

    def tumpuk(self, anak: Sequence[Simpul], x: Decimal, lebar: Decimal, bawah: Decimal) -> Decimal:
        """Stack nodes under the box that ends at `bawah`, hung on a spine at its left."""
        tulang, mulai = x + MASUK / 2, bawah
        for s in anak:
            y = bawah + SELA - 3
            sambung = y + D(9)
            self.k.garis(((tulang, mulai), (tulang, sambung), (x + MASUK, sambung)), warna.REDUP)
            mulai = sambung
            bawah = self.kotak(s, x + MASUK, y, lebar - MASUK)
            bawah = self.tumpuk(s.anak, x + MASUK, lebar - MASUK, bawah)
        return bawah

    def gambar(self, s: Simpul, dalam: int, kolom: int, y: Decimal) -> tuple[Decimal, Decimal]:
        """Draw a node and all beneath it; return its centre and the lowest edge reached."""
        rentang = self.lajur(s, dalam) * (self.lebar + SELA) - SELA
        kiri, lebar = self.awal + kolom * (self.lebar + SELA), self._lebar(s, dalam)
        tengah = kiri + rentang / 2
        bawah = self.kotak(s, tengah - lebar / 2, y, lebar, self.tinggi[dalam])
        if dalam == self.batas - 1:
            return tengah, self.tumpuk(s.anak, tengah - lebar / 2, lebar, bawah)
        rel, terendah = bawah + TURUN, bawah
        for a in s.anak:
            pusat, dasar = self.gambar(a, dalam + 1, kolom, rel + TURUN)
            self.k.garis(((tengah, bawah), (tengah, rel), (pusat, rel), (pusat, rel + TURUN)), warna.REDUP)
            kolom += self.lajur(a, dalam + 1)
            terendah = max(terendah, dasar)
        return tengah, terendah
