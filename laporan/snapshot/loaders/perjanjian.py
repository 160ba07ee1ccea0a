"""Loader of the perjanjian kinerja: those in force in a year, or exactly the given ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import BooleanField, ExpressionWrapper, F, Q

from anggaran.models import AnggaranPerjanjian
from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.loaders.identitas import penandatangan
from laporan.snapshot.loaders.kinerja import renstra_berlaku
from lkip.models import PerangkatDaerah


def load_perjanjian(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, ma.KumpulanPerjanjian]:
    """Load the perjanjian kinerja in force: per unit kerja the newest version, signed first (4 queries)."""
    berlaku: dict[int, PerjanjianKinerja] = {}
    for p in PerjanjianKinerja.objects.filter(
        unit_kerja__perangkat_daerah__in=pds, tahun=tahun
    ).select_related("unit_kerja", "pihak_pertama", "pihak_kedua"):
        lama = berlaku.get(p.unit_kerja_id)
        bobot = (p.status == PerjanjianKinerja.Status.DITANDATANGANI, p.versi)
        if lama is None or bobot > (lama.status == PerjanjianKinerja.Status.DITANDATANGANI, lama.versi):
            berlaku[p.unit_kerja_id] = p
    return load_these(list(berlaku.values()), pds, tahun)


def load_these(
    perjanjian: Sequence[PerjanjianKinerja], pds: Sequence[PerangkatDaerah], tahun: int
) -> dict[int, ma.KumpulanPerjanjian]:
    """Load exactly these perjanjian of a year, whatever their status and version (3 queries)."""
    indikator, sasaran, anggaran = defaultdict(list), defaultdict(list), defaultdict(list)
    for i in (
        IndikatorPerjanjian.objects.filter(sasaran__perjanjian__in=perjanjian)
        .annotate(
            terukur=ExpressionWrapper(
                Q(
                    indikator__renstra__in=renstra_berlaku(pds, tahun),
                    indikator__renstra__perangkat_daerah=F(
                        "sasaran__perjanjian__unit_kerja__perangkat_daerah"
                    ),
                ),
                output_field=BooleanField(),
            )
        )
        .select_related("indikator")
        .order_by("urutan")
    ):
        indikator[i.sasaran_id].append(
            ma.BarisIndikatorPerjanjian(
                i.urutan,
                i.indikator.kode if i.terukur else "",
                i.indikator.nama,
                i.indikator.satuan,
                i.kondisi_awal,
                i.target,
                i.pembilang,
                i.penyebut,
            )
        )
    for s in SasaranPerjanjian.objects.filter(perjanjian__in=perjanjian).order_by("urutan"):
        sasaran[s.perjanjian_id].append(ma.BarisSasaranPerjanjian(s.urutan, s.uraian, tuple(indikator[s.pk])))
    for a in (
        AnggaranPerjanjian.objects.filter(perjanjian__in=perjanjian)
        .select_related("program")
        .order_by("urutan")
    ):
        anggaran[a.perjanjian_id].append(
            ma.BarisAnggaranPerjanjian(
                a.jenis,
                a.program.kode if a.program else None,
                a.program.nama if a.program else a.get_jenis_display(),
                a.jumlah,
                a.penyerapan_minimum,
            )
        )
    milik = defaultdict(list)
    for p in sorted(perjanjian, key=lambda satu: (satu.unit_kerja.urutan, satu.unit_kerja.kode)):
        pihak_pertama = penandatangan(p.pihak_pertama)
        assert pihak_pertama is not None
        milik[p.unit_kerja.perangkat_daerah_id].append(
            ma.Perjanjian(
                unit=p.unit_kerja.kode,
                nama_unit=p.unit_kerja.nama,
                jenis_unit=p.unit_kerja.jenis,
                versi=p.versi,
                status=p.status,
                tempat=p.tempat,
                tanggal=p.tanggal,
                pihak_pertama=pihak_pertama,
                pihak_kedua=penandatangan(p.pihak_kedua),
                pihak_kedua_luar=p.pihak_kedua_luar,
                sasaran=tuple(sasaran[p.pk]),
                anggaran=tuple(anggaran[p.pk]),
            )
        )
    return {pd.pk: ma.KumpulanPerjanjian(tuple(milik[pd.pk])) for pd in pds}
