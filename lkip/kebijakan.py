"""The measurement policy of a perangkat daerah and year in the words of the calculation."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.data import (
    KEBIJAKAN_BAWAAN,
    CelahSkala,
    DasarCapaian,
    Kebijakan,
    Nilai,
    RumusEfisiensi,
    TidakDapatDihitung,
)
from laporan.perhitungan.kriteria import KelasSkala, kriteria
from lkip.models import KebijakanPengukuran
from lkip.models import KelasSkala as KelasTersimpan
from lkip.skala import for_core

KEBIJAKAN = ("dasar_capaian", "batas_atas_capaian", "celah_skala", "rumus_efisiensi")
KELAS = ("kode", "batas_bawah", "batas_atas", "label", "label_regulasi", "warna")


@dataclass(frozen=True)
class AturanUkur:
    """The policy with its scale; without a stored one the default, by which no kriteria is given."""

    kebijakan: Kebijakan = KEBIJAKAN_BAWAAN
    skala: tuple[KelasSkala, ...] = ()

    def golongkan(self, nilai: Nilai) -> KelasSkala | TidakDapatDihitung:
        """Return the class of a capaian in percent, or why it has none."""
        return kriteria(nilai, self.skala, self.kebijakan.celah_skala)


def find_aturan(perangkat_daerah_id: int, tahun: int) -> AturanUkur:
    """Return the policy in force (1 query)."""
    milik = KebijakanPengukuran.objects.filter(perangkat_daerah=perangkat_daerah_id, tahun=tahun)
    baris = list(milik.values(*KEBIJAKAN, *(f"skala__kelas__{nama}" for nama in KELAS)))
    if not baris:
        return AturanUkur()
    satu = baris[0]
    batas = satu["batas_atas_capaian"]
    kelas = ({nama: isi[f"skala__kelas__{nama}"] for nama in KELAS} for isi in baris)
    return AturanUkur(
        Kebijakan(
            DasarCapaian(satu["dasar_capaian"]),
            None if batas is None else Fraction(batas),
            CelahSkala(satu["celah_skala"]),
            RumusEfisiensi(satu["rumus_efisiensi"]),
        ),
        tuple(for_core(KelasTersimpan(**isi) for isi in kelas if isi["kode"] is not None)),
    )
