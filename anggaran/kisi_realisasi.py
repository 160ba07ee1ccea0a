"""The grids of the monthly realisasi: a whole year of money or of progress, or both in one month."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from anggaran.forms.realisasi import FISIK, KEUANGAN, RealisasiForm, name
from anggaran.kisi import Kelompok, Kisi, Kolom, Sel, bagian, rows, total, uang
from anggaran.models import SubKegiatan
from anggaran.pohon import Pohon
from lkip.angka import BULAN, JenisAngka, bilangan

LEBIH = "melebihi pagu"
SETAHUN = range(1, 13)


class Angka:
    """The figures of the page as they are now, of those who may type and of those who may only read."""

    def __init__(self, form: RealisasiForm) -> None:
        self.form, self.dapat_diisi = form, {s.pk for s in form.sub}

    def nilai(self, kolom: str, sub: SubKegiatan, bulan: int) -> Decimal | None:
        """Return the figure of one month."""
        nama = name(kolom, sub.pk, bulan)
        if nama in self.form.fields:
            return self.form.value_of(nama)
        r = self.form.tersimpan.get((sub.pk, bulan))
        nilai: Decimal | None = getattr(r, kolom, None)
        return nilai

    def cell(self, kolom: str, sub: SubKegiatan, bulan: int, kunci: str) -> Sel:
        """Return the cell of one month."""
        nama = name(kolom, sub.pk, bulan)
        if nama in self.form.fields:
            return self.form.cell(kunci, nama)
        return Sel(kunci, bilangan(self.nilai(kolom, sub, bulan), kosong=""))

    def terpakai(self, sub: Iterable[SubKegiatan], bulan: Collection[int]) -> Decimal | None:
        """Return the money that these spent in these months."""
        return total(self.nilai(KEUANGAN, s, b) for s in sub for b in bulan)

    def pagu(self, sub: Iterable[SubKegiatan]) -> Decimal | None:
        """Return the pagu of these."""
        return total(self.form.pagu.get(s.pk) for s in sub)

    def tanda(self, sub: SubKegiatan) -> str:
        """Return what stands beside the name of a sub kegiatan that spent more than its pagu."""
        terpakai = self.terpakai([sub], SETAHUN)
        return LEBIH if terpakai and terpakai > (self.form.pagu.get(sub.pk) or 0) else ""

    def fisik_sampai(self, sub: SubKegiatan, bulan: int) -> Decimal | None:
        """Return the last progress reported up to the end of a month."""
        semua = (self.nilai(FISIK, sub, b) for b in range(bulan, 0, -1))
        return next((satu for satu in semua if satu is not None), None)


def year(pohon: Pohon, angka: Angka) -> list[Kisi]:
    """Return the two grids of a year: money with its sums, and progress."""
    bulan = [_bulan(b, angka, f"k{b}") for b in SETAHUN]
    semua = [s.sub_kegiatan for s in pohon.sub_kegiatan]

    def uang_sub(sub: SubKegiatan) -> Iterator[Sel]:
        yield uang("pagu", angka.pagu([sub]))
        for b in SETAHUN:
            yield angka.cell(KEUANGAN, sub, b, f"k{b}")
        yield from _akhir([sub])

    def uang_jumlah(sub: Kelompok) -> Iterator[Sel]:
        yield uang("pagu", angka.pagu(sub))
        for b in SETAHUN:
            yield uang(f"k{b}", angka.terpakai(sub, [b]))
        yield from _akhir(sub)

    def _akhir(sub: Kelompok) -> Iterator[Sel]:
        jumlah = angka.terpakai(sub, SETAHUN)
        yield uang("jumlah", jumlah)
        yield bagian("serap", jumlah, angka.pagu(sub))

    keuangan = Kisi(
        "Realisasi keuangan (rupiah, setiap bulan)",
        JenisAngka.RUPIAH,
        (Kolom("pagu", "Pagu"), *bulan, Kolom("jumlah", "Jumlah"), Kolom("serap", "Penyerapan")),
        rows(pohon, uang_sub, uang_jumlah, angka.tanda),
        _kaki(angka, semua),
    )
    fisik = Kisi(
        "Realisasi fisik (persen, sampai akhir bulan)",
        JenisAngka.PERSEN,
        tuple(_bulan(b, angka, f"f{b}") for b in SETAHUN),
        rows(
            pohon,
            lambda sub: (angka.cell(FISIK, sub, b, f"f{b}") for b in SETAHUN),
            lambda sub: (Sel(f"f{b}", "") for b in SETAHUN),
        ),
    )
    return [keuangan, fisik]


def month(pohon: Pohon, angka: Angka, bulan: int) -> list[Kisi]:
    """Return the grid of one month: money and progress beside what was reached before."""
    semua = [s.sub_kegiatan for s in pohon.sub_kegiatan]
    dulu, kini = range(1, bulan), range(1, bulan + 1)

    def uang_jumlah(sub: Kelompok) -> Iterator[Sel]:
        yield uang("pagu", angka.pagu(sub))
        yield uang("lalu", angka.terpakai(sub, dulu))
        yield uang(f"k{bulan}", angka.terpakai(sub, [bulan]))
        yield bagian("serap", angka.terpakai(sub, kini), angka.pagu(sub))

    def sel(sub: SubKegiatan) -> Iterator[Sel]:
        pagu, lalu, _, serap = uang_jumlah([sub])
        yield from (pagu, lalu, angka.cell(KEUANGAN, sub, bulan, f"k{bulan}"), serap)
        yield Sel("flalu", bilangan(angka.fisik_sampai(sub, bulan - 1), kosong=""))
        yield angka.cell(FISIK, sub, bulan, f"f{bulan}")

    def jumlah(sub: Kelompok) -> Iterator[Sel]:
        yield from (*uang_jumlah(sub), Sel("flalu", ""), Sel(f"f{bulan}", ""))

    nama = BULAN[bulan - 1]
    keterangan = _bulan(bulan, angka, "").keterangan
    kolom = (
        Kolom("pagu", "Pagu"),
        Kolom("lalu", "Keuangan sampai bulan lalu"),
        Kolom(f"k{bulan}", f"Keuangan {nama} (rupiah)", keterangan),
        Kolom("serap", f"Penyerapan sampai {nama}"),
        Kolom("flalu", "Fisik sampai bulan lalu (%)"),
        Kolom(f"f{bulan}", f"Fisik sampai {nama} (%)", keterangan),
    )
    kaki = (("jumlah", "Jumlah", tuple(jumlah(semua))),)
    judul = f"Realisasi bulan {nama}"
    kisi = Kisi(judul, JenisAngka.RUPIAH, kolom, rows(pohon, sel, jumlah, angka.tanda), kaki)
    return [kisi.as_cards()]


def _bulan(bulan: int, angka: Angka, kunci: str) -> Kolom:
    return Kolom(kunci, BULAN[bulan - 1], "terkunci" if bulan in angka.form.bulan_terkunci else "")


def _kaki(angka: Angka, semua: Kelompok) -> tuple[tuple[str, str, tuple[Sel, ...]], ...]:
    """Return the totals of a year: each month, up to each month, and that over the pagu."""
    pagu = angka.pagu(semua)
    sampai = [angka.terpakai(semua, range(1, b + 1)) for b in SETAHUN]
    kosong = (Sel("jumlah", ""), Sel("serap", ""))
    bulanan = tuple(uang(f"k{b}", angka.terpakai(semua, [b])) for b in SETAHUN)
    akhir = (uang("jumlah", sampai[-1]), bagian("serap", sampai[-1], pagu))
    return (
        ("jumlah", "Jumlah", (uang("pagu", pagu), *bulanan, *akhir)),
        (
            "sampai",
            "Kumulatif",
            (Sel("pagu", ""), *(uang(f"k{b}", n) for b, n in enumerate(sampai, 1)), *kosong),
        ),
        (
            "serap",
            "Penyerapan kumulatif",
            (Sel("pagu", ""), *(bagian(f"k{b}", n, pagu) for b, n in enumerate(sampai, 1)), *kosong),
        ),
    )
