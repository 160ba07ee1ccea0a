"""Kriteria: the class a capaian falls into, and the predicate of an AKIP evaluation.

Source of the capaian scale: Permendagri 86/2017, lampiran (skala nilai peringkat kinerja), as printed in
Tabel 3.1 of the reference LKIP. The scale is data; this module only checks and applies it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from laporan.perhitungan.data import Alasan, CelahSkala, Nilai, TidakDapatDihitung, bulat


@dataclass(frozen=True, slots=True)
class KelasSkala:
    """One class of a scale; bounds in percent, both inclusive as printed.

    ``atas`` is ``None`` when no upper bound is printed. The highest class also takes every value above its
    printed upper bound.
    """

    kode: str
    bawah: Fraction
    atas: Fraction | None
    label: str
    label_regulasi: str
    warna: str


@dataclass(frozen=True, slots=True)
class MasalahSkala:
    """One problem of a scale, in Indonesian: the class to mend (None: the whole), and what of it."""

    pesan: str
    kelas: KelasSkala | None = None
    bagian: str = "bawah"


def masalah_skala(kelas: Sequence[KelasSkala], celah: CelahSkala) -> tuple[MasalahSkala, ...]:
    """Every reason why a scale is not ordered, overlaps, or does not cover 0..∞ under the gap policy.

    ``batas_bawah`` closes gaps of up to one percent (a wider one is a slip of the pen); ``bulatkan``
    closes gaps that hold no whole percent.
    """
    return tuple(_masalah(kelas, celah))


def validasi_skala(kelas: Sequence[KelasSkala], celah: CelahSkala) -> None:
    """Check a scale. Raises ``ValueError`` listing every problem that `masalah_skala` finds."""
    masalah = [satu.pesan for satu in masalah_skala(kelas, celah)]
    if masalah:
        raise ValueError("Skala tidak sah: " + "; ".join(masalah) + ".")


def kriteria(nilai: Nilai, skala: Iterable[KelasSkala], celah: CelahSkala) -> KelasSkala | TidakDapatDihitung:
    """The class of ``nilai`` (percent, unrounded) on a valid scale, or the reason why it has none.

    ``batas_bawah``: a class begins at its printed lower bound. ``bulatkan``: the value is first rounded
    half-up to a whole percent. The order of the classes does not matter.
    """
    if isinstance(nilai, TidakDapatDihitung):
        return nilai
    patokan = Fraction(bulat(nilai, 0)) if celah == CelahSkala.BULATKAN else nilai
    tercapai = [kelas for kelas in skala if kelas.bawah <= patokan]
    if not tercapai:
        return TidakDapatDihitung(Alasan.DI_LUAR_SKALA)
    return max(tercapai, key=lambda kelas: kelas.bawah)


def _masalah(kelas: Sequence[KelasSkala], celah: CelahSkala) -> Iterable[MasalahSkala]:
    if not kelas:
        yield MasalahSkala("belum ada kelas")
        return
    kode = [satu.kode for satu in kelas]
    for ganda in sorted({satu for satu in kode if kode.count(satu) > 1}):
        akhir = [satu for satu in kelas if satu.kode == ganda][-1]
        yield MasalahSkala(f"kode {ganda} dipakai lebih dari sekali", akhir, "kode")
    batas = [satu.bawah for satu in kelas]
    if batas not in (sorted(batas), sorted(batas, reverse=True)):
        yield MasalahSkala("kelas tidak berurutan")
    urut = sorted(kelas, key=lambda satu: satu.bawah)
    if urut[0].bawah > 0:
        yield MasalahSkala(f"nilai 0 sampai {_angka(urut[0].bawah)} tidak tercakup", urut[0])
    for satu in urut:
        if satu.atas is not None and satu.atas < satu.bawah:
            yield MasalahSkala(f"batas atas {satu.label} lebih kecil daripada batas bawahnya", satu, "atas")
    for rendah, tinggi in pairwise(urut):
        if rendah.atas is None or rendah.atas >= tinggi.bawah:
            yield MasalahSkala(f"{rendah.label} dan {tinggi.label} tumpang tindih", tinggi)
        elif _bercelah(rendah.atas, tinggi.bawah, celah):
            di_antara = f"{_angka(rendah.atas)} dan {_angka(tinggi.bawah)}"
            yield MasalahSkala(f"nilai antara {di_antara} tidak tercakup", tinggi)
        if celah == CelahSkala.BULATKAN and ceil(rendah.bawah) >= ceil(tinggi.bawah):
            yield MasalahSkala(f"{rendah.label} tidak memuat satu pun persen bulat", rendah)


def _bercelah(atas: Fraction, bawah: Fraction, celah: CelahSkala) -> bool:
    if celah == CelahSkala.BATAS_BAWAH:
        return bawah - atas > 1
    return floor(atas) + 1 < bawah


def _angka(nilai: Fraction) -> str:
    return f"{bulat(nilai, 2).normalize():f}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class AmbangAkip:
    """A predicate holds for values strictly above ``di_atas`` (points, 0–100); ``None``: for all the rest."""

    predikat: str
    di_atas: Fraction | None
    sebutan: str


PREDIKAT_AKIP: tuple[AmbangAkip, ...] = (
    AmbangAkip("AA", Fraction(90), "Sangat Memuaskan"),
    AmbangAkip("A", Fraction(80), "Memuaskan"),
    AmbangAkip("BB", Fraction(70), "Sangat Baik"),
    AmbangAkip("B", Fraction(60), "Baik"),
    AmbangAkip("CC", Fraction(50), "Cukup (Memadai)"),
    AmbangAkip("C", Fraction(30), "Kurang"),
    AmbangAkip("D", None, "Sangat Kurang"),
)
"""The predicates of PermenPANRB 88/2021 (lampiran), highest first."""


PEMBAGIAN_AKIP: Mapping[str, Fraction] = {
    "keberadaan": Fraction(20, 100),
    "kualitas": Fraction(30, 100),
    "pemanfaatan": Fraction(50, 100),
}
"""How every komponen is split over its subkomponen (shares of 1)."""


@dataclass(frozen=True, slots=True)
class BobotAkip:
    """One komponen of the AKIP evaluation: its weight in points of 100."""

    komponen: str
    bobot: Fraction

    def subbobot(self) -> Mapping[str, Fraction]:
        """The weight of each subkomponen in points: 20%, 30% and 50% (PermenPANRB 88/2021, lampiran)."""
        return {nama: self.bobot * bagian for nama, bagian in PEMBAGIAN_AKIP.items()}


BOBOT_AKIP: tuple[BobotAkip, ...] = (
    BobotAkip("Perencanaan Kinerja", Fraction(30)),
    BobotAkip("Pengukuran Kinerja", Fraction(30)),
    BobotAkip("Pelaporan Kinerja", Fraction(15)),
    BobotAkip("Evaluasi Akuntabilitas Kinerja Internal", Fraction(25)),
)
"""The komponen of PermenPANRB 88/2021 (lampiran); the weights add up to 100."""


def predikat_akip(nilai: Fraction) -> str:
    """The AKIP predicate of ``nilai`` in points, 0–100; thresholds are strict, so exactly 90 is A.

    Source: PermenPANRB 88/2021, lampiran.
    """
    return next(
        ambang.predikat for ambang in PREDIKAT_AKIP if ambang.di_atas is None or nilai > ambang.di_atas
    )
