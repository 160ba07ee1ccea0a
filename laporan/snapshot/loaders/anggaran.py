"""Loaders of money: `perjanjian`, `anggaran`, `dukungan`; and of the texts: `naskah`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from anggaran.models import (
    DokumenAnggaran,
    IndikatorRenja,
    Kegiatan,
    Pagu,
    Pendapatan,
    Program,
    ProgramPendukung,
    RealisasiAnggaran,
    RealisasiRenja,
    SubKegiatan,
)
from laporan.models import Lampiran, Narasi
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.loaders.kinerja import renstra_berlaku
from lkip.models import PerangkatDaerah


def load_anggaran(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, ma.Anggaran]:
    """Load the budget versions and the program tree with the pagu in force (5 queries)."""
    saring = {"perangkat_daerah__in": pds, "tahun": tahun}
    dokumen, berlaku = defaultdict(list), {}
    for d in DokumenAnggaran.objects.filter(**saring).annotate(total=Sum("pagu__jumlah")).order_by("urutan"):
        dokumen[d.perangkat_daerah_id].append(
            ma.Dokumen(d.urutan, d.jenis, d.nomor, d.tanggal, d.total_tercantum, d.total)
        )
        berlaku[d.perangkat_daerah_id] = d.pk
    bulan: dict[int, list[ma.Bulan]] = defaultdict(list)
    contoh: dict[int, bool] = defaultdict(bool)
    for sub, nomor, keuangan, fisik, data_contoh in (
        RealisasiAnggaran.objects.filter(
            sub_kegiatan__kegiatan__program__perangkat_daerah__in=pds,
            sub_kegiatan__kegiatan__program__tahun=tahun,
        )
        .order_by("bulan")
        .values_list("sub_kegiatan_id", "bulan", "keuangan", "fisik", "data_contoh")
    ):
        bulan[sub].append(ma.Bulan(nomor, keuangan, fisik))
        contoh[sub] |= data_contoh
    sub_kegiatan, kegiatan, program = defaultdict(list), defaultdict(list), defaultdict(list)
    for s in (
        SubKegiatan.objects.filter(
            kegiatan__program__perangkat_daerah__in=pds, kegiatan__program__tahun=tahun
        )
        .annotate(
            jumlah=Subquery(
                Pagu.objects.filter(sub_kegiatan=OuterRef("pk"), dokumen__in=list(berlaku.values())).values(
                    "jumlah"
                )[:1]
            )
        )
        .select_related("unit_pelaksana")
        .order_by("kode")
    ):
        sub_kegiatan[s.kegiatan_id].append(
            ma.ButirSubKegiatan(
                kode=s.kode,
                nama=s.nama,
                unit_pelaksana=s.unit_pelaksana.nama if s.unit_pelaksana else None,
                kode_resmi=s.kode_resmi,
                pagu=s.jumlah,
                bulan=tuple(bulan[s.pk]),
                data_contoh=contoh[s.pk],
            )
        )
    for k in Kegiatan.objects.filter(program__perangkat_daerah__in=pds, program__tahun=tahun).order_by(
        "kode"
    ):
        kegiatan[k.program_id].append(ma.ButirKegiatan(k.kode, k.nama, tuple(sub_kegiatan[k.pk])))
    for p in Program.objects.filter(**saring).select_related("unit_kerja").order_by("kode"):
        program[p.perangkat_daerah_id].append(
            ma.ButirProgram(
                p.kode, p.nama, p.unit_kerja.nama if p.unit_kerja else None, tuple(kegiatan[p.pk])
            )
        )
    return {pd.pk: ma.Anggaran(tuple(dokumen[pd.pk]), tuple(program[pd.pk])) for pd in pds}


def load_dukungan(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, ma.Dukungan]:
    """Load supported indikator, Renja indicators and revenue (4 queries)."""
    pendukung, renja, pendapatan = defaultdict(list), defaultdict(list), defaultdict(list)
    for d in (
        ProgramPendukung.objects.filter(
            program__perangkat_daerah__in=pds,
            program__tahun=tahun,
            indikator__renstra__in=renstra_berlaku(pds, tahun),
            indikator__renstra__perangkat_daerah=F("program__perangkat_daerah"),
        )
        .select_related("program", "indikator")
        .order_by("program__kode", "indikator__kode")
    ):
        pendukung[d.program.perangkat_daerah_id].append(ma.Pendukung(d.program.kode, d.indikator.kode))
    realisasi: dict[int, list[tuple[int, object]]] = defaultdict(list)
    semua = list(
        IndikatorRenja.objects.annotate(
            induk_pd=Coalesce(
                "program__perangkat_daerah",
                "kegiatan__program__perangkat_daerah",
                "sub_kegiatan__kegiatan__program__perangkat_daerah",
            ),
            induk_tahun=Coalesce(
                "program__tahun", "kegiatan__program__tahun", "sub_kegiatan__kegiatan__program__tahun"
            ),
            induk_kode=Coalesce(F("program__kode"), F("kegiatan__kode"), F("sub_kegiatan__kode")),
        )
        .filter(induk_pd__in=[pd.pk for pd in pds], induk_tahun=tahun)
        .order_by("induk_kode", "urutan")
    )
    for r in RealisasiRenja.objects.filter(indikator__in=semua).order_by("triwulan"):
        realisasi[r.indikator_id].append((r.triwulan, r.nilai))
    for i in semua:
        renja[i.induk_pd].append(
            ma.Renja(i.induk_kode, i.urutan, i.nama, i.satuan, i.target, tuple(realisasi[i.pk]))  # type: ignore[arg-type]
        )
    for p in Pendapatan.objects.filter(perangkat_daerah__in=pds, tahun=tahun).order_by("uraian"):
        pendapatan[p.perangkat_daerah_id].append(ma.ButirPendapatan(p.uraian, p.target, p.realisasi))
    return {
        pd.pk: ma.Dukungan(tuple(pendukung[pd.pk]), tuple(renja[pd.pk]), tuple(pendapatan[pd.pk]))
        for pd in pds
    }


def load_naskah(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, ma.Naskah]:
    """Load narrative sections and attachments (2 queries)."""
    narasi, lampiran = defaultdict(list), defaultdict(list)
    for n in (
        Narasi.objects.filter(laporan__perangkat_daerah__in=pds, laporan__tahun=tahun)
        .annotate(pd=F("laporan__perangkat_daerah"))
        .order_by("bagian")
    ):
        narasi[n.pd].append((n.bagian, n.isi))
    for satu in (
        Lampiran.objects.filter(laporan__perangkat_daerah__in=pds, laporan__tahun=tahun)
        .annotate(pd=F("laporan__perangkat_daerah"))
        .order_by("urutan")
    ):
        lampiran[satu.pd].append(ma.ButirLampiran(satu.urutan, satu.jenis, satu.judul, satu.isi))
    return {pd.pk: ma.Naskah(tuple(narasi[pd.pk]), tuple(lampiran[pd.pk])) for pd in pds}
