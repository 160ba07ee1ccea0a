"""What a perjanjian kinerja promises: its rows as a form or a prefill hands them over, and how to prefill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from kinerja.models import (
    Indikator,
    PerjanjianKinerja,
    RealisasiIndikator,
    Renstra,
    RiwayatRealisasi,
    TargetTahunan,
)
from kinerja.ukuran import cara_of, laporan_of
from laporan.perhitungan.data import Arah, Nilai, TidakDapatDihitung, bulat
from laporan.perhitungan.indikator import ukur_tahun, ukur_triwulan
from lkip.models import UnitKerja

TEMPAT = 2
"""Decimal places with which a measured percentage is printed, and so promised."""


@dataclass(frozen=True)
class IsiIndikator:
    """One indicator row; `pk` of the stored row it replaces, None for a new one."""

    indikator: Indikator
    kondisi_awal: Decimal | None
    target: Decimal | None
    pembilang: str = ""
    penyebut: str = ""
    pk: int | None = None


@dataclass(frozen=True)
class IsiSasaran:
    """One sasaran row with its indicators, in the order in which they are printed."""

    uraian: str
    sasaran_id: int | None
    indikator: tuple[IsiIndikator, ...]
    pk: int | None = None


def prefill_sasaran(unit: UnitKerja, tahun: int) -> tuple[IsiSasaran, ...]:
    """Return the rows that the Renstra in force gives for the head of a unit.

    The head of the perangkat daerah promises the IKU; another unit its own indikator, or else the IKU that
    it answers for. Rows of one sasaran stand together; one without a sasaran has an empty uraian.
    """
    semua = list(own_indikator(unit, tahun))
    target = {t.indikator_id: t.nilai for t in TargetTahunan.objects.filter(indikator__in=semua, tahun=tahun)}
    kondisi = kondisi_awal(semua, tahun)
    per_sasaran: dict[int | None, list[IsiIndikator]] = {}
    uraian: dict[int | None, str] = {}
    for i in semua:
        uraian[i.sasaran_id] = i.sasaran.uraian if i.sasaran else ""
        per_sasaran.setdefault(i.sasaran_id, []).append(
            IsiIndikator(i, kondisi.get(i.pk), target.get(i.pk), i.pembilang, i.penyebut)
        )
    return tuple(IsiSasaran(uraian[pk], pk, tuple(baris)) for pk, baris in per_sasaran.items())


def own_indikator(unit: UnitKerja, tahun: int) -> Iterable[Indikator]:
    """Return the indikator that the head of the unit answers for, in printed order."""
    renstra = Renstra.objects.berlaku([unit.perangkat_daerah], tahun)
    semua = (
        Indikator.objects.filter(renstra__in=renstra)
        .select_related("sasaran__tujuan", "pendahulu")
        .order_by("sasaran__tujuan__urutan", "sasaran__urutan", "urutan", "kode")
    )
    iku = semua.filter(jenis=Indikator.Jenis.IKU)
    if unit.jenis == UnitKerja.Jenis.PIMPINAN:
        return iku
    sendiri = semua.filter(jenis=Indikator.Jenis.UNIT, penanggung_jawab=unit)
    return sendiri or iku.filter(penanggung_jawab=unit)


def kondisi_awal(indikator: Iterable[Indikator], tahun: int) -> dict[int, Decimal]:
    """Return what is known of the year before, by key of the indikator.

    The figure of an older report, or else the approved realisasi of the four triwulan; that of the indikator
    before it counts where the two are comparable.
    """
    asal: dict[int, list[int]] = {}
    for i in indikator:
        asal.setdefault(i.pk, []).append(i.pk)
        if i.pendahulu_id and i.sebanding_pendahulu:
            asal.setdefault(i.pendahulu_id, []).append(i.pk)
    hasil: dict[int, Decimal] = {}
    for pk, nilai in _approved(asal, tahun - 1).items():
        hasil.update(dict.fromkeys(asal[pk], nilai))
    riwayat = RiwayatRealisasi.objects.filter(indikator__in=asal, tahun=tahun - 1, nilai__isnull=False)
    for r in riwayat:
        assert r.nilai is not None
        hasil.update(dict.fromkeys(asal[r.indikator_id], r.nilai))
    return hasil


def _approved(indikator: Iterable[int], tahun: int) -> dict[int, Decimal]:
    """Return the realisasi of a year as far as it is approved, by key of the indikator."""
    status = (RealisasiIndikator.Status.DISETUJUI, RealisasiIndikator.Status.DIKUNCI)
    laporan = (
        RealisasiIndikator.objects.filter(indikator__in=list(indikator), tahun=tahun, status__in=status)
        .exclude(indikator__arah=Arah.PREDIKAT)
        .select_related("indikator__skala_predikat")
        .prefetch_related("indikator__komponen", "komponen")
    )
    per_indikator: dict[int, dict[int, Nilai | None]] = {}
    milik: dict[int, Indikator] = {}
    for satu in laporan:
        milik[satu.indikator_id] = satu.indikator
        per_indikator.setdefault(satu.indikator_id, {})[satu.triwulan] = ukur_triwulan(
            cara_of(satu.indikator), laporan_of(satu)
        ).nilai
    hasil = {}
    for pk, nilai in per_indikator.items():
        setahun = ukur_tahun(cara_of(milik[pk]), nilai)
        if not isinstance(setahun, TidakDapatDihitung):
            hasil[pk] = bulat(setahun, TEMPAT)
    return hasil


def problems_of_sasaran(perjanjian: PerjanjianKinerja) -> list[str]:
    """Return what the table of sasaran and indikator lacks before it can be submitted (3 queries)."""
    sasaran = list(perjanjian.sasaran.prefetch_related("indikator__indikator"))
    if not sasaran:
        return ["Belum ada sasaran. Isi paling sedikit satu sasaran dengan indikatornya."]
    semua = [(s, i) for s in sasaran for i in s.indikator.all()]
    berjenjang = {i.indikator_id for _, i in semua if i.indikator.arah in {Arah.RENTANG, Arah.PREDIKAT}}
    ada = Q(nilai__isnull=False) | Q(atas__isnull=False) | ~Q(predikat="")
    tersedia = set(
        TargetTahunan.objects.filter(ada, indikator__in=berjenjang, tahun=perjanjian.tahun).values_list(
            "indikator_id", flat=True
        )
        if berjenjang
        else ()
    )
    hasil = []
    for s in sasaran:
        if not s.uraian.strip():
            hasil.append(f"Sasaran {s.urutan} belum memiliki uraian.")
        if not s.indikator.all():
            hasil.append(f"Sasaran {s.urutan} belum memiliki indikator.")
    for s, i in semua:
        if i.target is None and i.indikator_id not in tersedia:
            hasil.append(f"Indikator “{i.indikator}” pada sasaran {s.urutan} belum memiliki target.")
    return hasil
