"""The rencana aksi of a year as it is read: target and steps per quarter beside the target of the year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.models import Indikator, RencanaAksi, Renstra, TargetTahunan
from kinerja.tampil import dengan_satuan, teks_target
from laporan.perhitungan.data import Agregasi, Arah, TidakDapatDihitung, desimal
from laporan.perhitungan.rencana import (
    TRIWULAN,
    CaraBagi,
    Catatan,
    Selisih,
    bagi_target,
    cara_bagi,
    periksa_rencana,
)
from lkip.angka import romawi

SEBUTAN_SETAHUN = {
    Agregasi.AKHIR: "Target triwulan IV",
    Agregasi.JUMLAH: "Jumlah target triwulan",
    Agregasi.RATA_RATA: "Rata-rata target triwulan",
    Agregasi.MAKSIMUM: "Target triwulan tertinggi",
}
SEBUTAN_BAGI: dict[str, str] = {
    CaraBagi.BERTAHAP: "Usulkan naik bertahap",
    CaraBagi.RATA: "Usulkan bagi rata",
    CaraBagi.TETAP: "Usulkan sama setiap triwulan",
}


@dataclass(frozen=True)
class BarisRencana:
    """One indikator: its target of the year, and for each quarter the stored row or None."""

    indikator: Indikator
    tahunan: TargetTahunan | None
    triwulan: Mapping[int, RencanaAksi]

    @property
    def target(self) -> str:
        """The target of the year in words."""
        return teks_target(self.indikator, self.tahunan)

    @property
    def sel(self) -> list[tuple[int, str]]:
        """The target of each quarter as it is read, "" where there is none."""
        return [(t, self._teks(self.triwulan.get(t))) for t in TRIWULAN]

    @property
    def langkah(self) -> list[tuple[int, str]]:
        """The quarters that have steps, with them."""
        return [(t, r.uraian) for t in TRIWULAN if (r := self.triwulan.get(t)) and r.uraian]

    @property
    def kosong(self) -> bool:
        """Whether nothing is planned yet."""
        return not self.triwulan

    @property
    def contoh(self) -> bool:
        """Whether a figure of it was made up for the demonstration."""
        return any(satu.data_contoh for satu in self.triwulan.values())

    @property
    def catatan(self) -> list[str]:
        """What disagrees with the target of the year, in words."""
        return catatan_rencana(
            self.indikator, self.tahunan, {t: satu.target for t, satu in self.triwulan.items()}
        )

    def _teks(self, satu: RencanaAksi | None) -> str:
        return (
            "" if satu is None or satu.target is None else dengan_satuan(satu.target, self.indikator.satuan)
        )


def plan_rows(renstra: Renstra | None, tahun: int) -> list[BarisRencana]:
    """Return the IKU and the indikator of the units with their plan of a year (4 queries)."""
    dipakai = [Indikator.Jenis.IKU, Indikator.Jenis.UNIT]
    semua = list(
        Indikator.objects.filter(renstra=renstra, jenis__in=dipakai)
        .prefetch_related("penanggung_jawab")
        .order_by("jenis", "urutan", "kode")
    )
    return with_plan(semua, tahun, RencanaAksi.objects.filter(indikator__in=semua, tahun=tahun))


def with_plan(
    indikator: Sequence[Indikator], tahun: int, rencana: Iterable[RencanaAksi]
) -> list[BarisRencana]:
    """Return the indikator with these rows of their plan and their target of the year (1 query)."""
    target = {t.indikator_id: t for t in TargetTahunan.objects.filter(indikator__in=indikator, tahun=tahun)}
    per_indikator: dict[int, dict[int, RencanaAksi]] = {}
    for satu in rencana:
        per_indikator.setdefault(satu.indikator_id, {})[satu.triwulan] = satu
    return [BarisRencana(i, target.get(i.pk), per_indikator.get(i.pk, {})) for i in indikator]


def has_target(indikator: Indikator) -> bool:
    """Return whether its quarterly target is a number; a predicate is given once a year."""
    return indikator.arah != Arah.PREDIKAT


def catatan_rencana(
    indikator: Indikator, tahunan: TargetTahunan | None, per_triwulan: Mapping[int, Decimal | None]
) -> list[str]:
    """Return, in words, what the quarterly targets leave open or contradict."""
    if indikator.arah not in {Arah.NAIK, Arah.TURUN}:
        return []
    agregasi = Agregasi(indikator.agregasi)
    nilai = tahunan.nilai if tahunan else None
    catatan = periksa_rencana(
        agregasi,
        Arah(indikator.arah),
        None if nilai is None else Fraction(nilai),
        {t: None if n is None else Fraction(n) for t, n in per_triwulan.items()},
        indikator.satuan == "%",
    )
    return [_kalimat(satu, indikator, agregasi, nilai) for satu in catatan]


def usulan(indikator: Indikator, tahunan: TargetTahunan | None) -> dict[str, dict[int, Decimal]]:
    """Return the proposed quarterly targets by the name of the division; none without a yearly target."""
    if tahunan is None or tahunan.nilai is None:
        return {}
    utuh = indikator.satuan != "%" and tahunan.nilai == tahunan.nilai.to_integral_value()
    return {
        cara.value: bagi_target(cara, Fraction(tahunan.nilai), 0 if utuh else 2)
        for cara in cara_bagi(Agregasi(indikator.agregasi), Arah(indikator.arah))
    }


def _kalimat(satu: Catatan, indikator: Indikator, agregasi: Agregasi, target: Decimal | None) -> str:
    triwulan = [romawi(t) for t in satu.triwulan]
    if satu.selisih == Selisih.TRIWULAN_KOSONG:
        return f"Target triwulan {_dan(triwulan)} belum diisi."
    if satu.selisih == Selisih.TARGET_KOSONG:
        return "Target tahunan belum tersedia, sehingga target triwulan belum dapat dicocokkan."
    if satu.selisih == Selisih.MENURUN:
        return f"Target triwulan {triwulan[1]} lebih rendah daripada triwulan {triwulan[0]}."
    assert target is not None
    if isinstance(satu.nilai, TidakDapatDihitung):
        return f"Target triwulan tidak dapat dicocokkan dengan target tahunan: {satu.nilai}."
    setahun = "" if satu.nilai is None else f" ({_angka(satu.nilai, indikator.satuan)})"
    return (
        f"{SEBUTAN_SETAHUN[agregasi]}{setahun} tidak sama dengan target tahunan "
        f"({dengan_satuan(target, indikator.satuan)})."
    )


def _angka(nilai: Fraction, satuan: str) -> str:
    return dengan_satuan(desimal(nilai, 4), satuan)


def _dan(triwulan: Sequence[str]) -> str:
    return triwulan[0] if len(triwulan) == 1 else f"{', '.join(triwulan[:-1])} dan {triwulan[-1]}"
