"""Loaders of performance: `renstra`, `indikator`, `realisasi`, `riwayat`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import F, QuerySet

from kinerja.alur_realisasi import DILAPORKAN
from kinerja.models import (
    Indikator,
    IsuStrategis,
    Komponen,
    Misi,
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    Renstra,
    RincianKomponen,
    RiwayatRealisasi,
    Sasaran,
    StandarNasional,
    TargetTahunan,
    Tujuan,
)
from laporan.snapshot import masukan as m
from laporan.snapshot import masukan_kinerja as mk
from lkip.models import NilaiPredikat, PerangkatDaerah


def renstra_berlaku(pds: Sequence[PerangkatDaerah], tahun: int) -> QuerySet[Renstra]:
    """Return the Renstra in force, one for each perangkat daerah: where two overlap, the later one."""
    return Renstra.objects.berlaku(pds, tahun)


def load_renstra(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, m.RencanaStrategis]:
    """Load the Renstra in force (5 queries); a perangkat daerah without one is left out."""
    renstra = list(renstra_berlaku(pds, tahun))
    misi, isu, sasaran, tujuan = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    for satu in Misi.objects.filter(renstra__in=renstra).order_by("urutan"):
        misi[satu.renstra_id].append(m.ButirMisi(satu.urutan, satu.uraian, satu.didukung))
    for butir in IsuStrategis.objects.filter(renstra__in=renstra).order_by("urutan"):
        isu[butir.renstra_id].append(butir.uraian)
    for s in Sasaran.objects.filter(tujuan__renstra__in=renstra).order_by("urutan"):
        sasaran[s.tujuan_id].append(m.ButirSasaran(s.kode, s.urutan, s.uraian))
    for t in Tujuan.objects.filter(renstra__in=renstra).select_related("misi").order_by("urutan"):
        tujuan[t.renstra_id].append(
            m.ButirTujuan(t.urutan, t.uraian, t.misi.urutan if t.misi else None, tuple(sasaran[t.pk]))
        )
    return {
        r.perangkat_daerah_id: m.RencanaStrategis(
            nama=r.nama,
            tahun_awal=r.tahun_awal,
            tahun_akhir=r.tahun_akhir,
            visi=r.visi,
            sumber_visi=r.sumber_visi,
            dokumen_daerah=r.dokumen_daerah,
            misi=tuple(misi[r.pk]),
            tujuan=tuple(tujuan[r.pk]),
            isu_strategis=tuple(isu[r.pk]),
        )
        for r in renstra
    }


def load_masa_renstra(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, m.RencanaStrategis]:
    """Load the name and the period of the Renstra in force alone (1 query)."""
    return {
        r.perangkat_daerah_id: m.RencanaStrategis(
            r.nama, r.tahun_awal, r.tahun_akhir, r.visi, r.sumber_visi, r.dokumen_daerah, (), (), ()
        )
        for r in renstra_berlaku(pds, tahun)
    }


def load_indikator(
    pds: Sequence[PerangkatDaerah], tahun: int, *, penanggung_jawab: bool = True
) -> dict[int, mk.DaftarIndikator]:
    """Load the indikator of the Renstra in force with komponen and targets (5 queries; 4 without units).

    Without predicates on a scale one less. `penanggung_jawab=False` leaves the units of each empty.
    """
    semua = list(
        Indikator.objects.filter(renstra__in=renstra_berlaku(pds, tahun))
        .select_related("renstra", "sasaran", "pendahulu", "mengikuti")
        .order_by("jenis", "urutan", "kode")
    )
    milik = defaultdict(list)
    for indikator, definisi in zip(semua, definisi_of(semua, penanggung_jawab=penanggung_jawab), strict=True):
        milik[indikator.renstra.perangkat_daerah_id].append(definisi)
    return {pd.pk: mk.DaftarIndikator(tuple(milik[pd.pk])) for pd in pds}


def definisi_of(semua: Sequence[Indikator], *, penanggung_jawab: bool = True) -> list[mk.DefinisiIndikator]:
    """Return these indikator with komponen, targets and units, in the order given (at most 4 queries)."""
    penanggung, target, komponen, predikat = (
        defaultdict(list),
        defaultdict(list),
        defaultdict(list),
        defaultdict(list),
    )
    bertanggung_jawab = semua if penanggung_jawab else ()
    for indikator_id, nama in (
        Indikator.penanggung_jawab.through.objects.filter(indikator__in=bertanggung_jawab)
        .order_by("unitkerja__urutan", "unitkerja__kode")
        .values_list("indikator_id", "unitkerja__nama")
    ):
        penanggung[indikator_id].append(nama)
    for t in TargetTahunan.objects.filter(indikator__in=semua).order_by("tahun"):
        target[t.indikator_id].append(mk.TargetTahun(t.tahun, t.nilai, t.predikat, t.bawah, t.atas))
    for k in Komponen.objects.filter(indikator__in=semua).select_related("unit_kerja").order_by("urutan"):
        komponen[k.indikator_id].append(
            mk.ButirKomponen(
                k.urutan, k.pembilang, k.penyebut, k.satuan, k.unit_kerja.nama if k.unit_kerja else None
            )
        )
    skala = {i.skala_predikat_id for i in semua if i.skala_predikat_id}
    for n in NilaiPredikat.objects.filter(skala__in=skala).order_by("-nilai", "predikat"):
        predikat[n.skala_id].append((n.predikat, n.nilai))
    return [
        mk.DefinisiIndikator(
            kode=i.kode,
            jenis=i.jenis,
            urutan=i.urutan,
            sasaran=i.sasaran.kode if i.sasaran else None,
            nama=i.nama,
            definisi=i.definisi,
            satuan=i.satuan,
            arah=i.arah,
            rumus_capaian=i.rumus_capaian,
            cara_ukur=i.cara_ukur,
            agregasi=i.agregasi,
            skala_predikat=tuple(predikat[i.skala_predikat_id]) if i.skala_predikat_id else (),
            pembilang=i.pembilang,
            penyebut=i.penyebut,
            sumber_data=i.sumber_data,
            penanggung_jawab=tuple(penanggung[i.pk]),
            bobot=i.bobot,
            kondisi_awal=i.kondisi_awal,
            kondisi_akhir=i.kondisi_akhir,
            mengikuti=i.mengikuti.kode if i.mengikuti else None,
            mengikuti_komponen=i.mengikuti_komponen,
            pendahulu=mk.Pendahulu(i.pendahulu.nama, i.sebanding_pendahulu, i.catatan_pendahulu)
            if i.pendahulu
            else None,
            target=tuple(target[i.pk]),
            komponen=tuple(komponen[i.pk]),
        )
        for i in semua
    ]


def load_realisasi(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, mk.Realisasi]:
    """Load what was reported in the year: drafts of the units are their own (4 queries)."""
    laporan = list(
        RealisasiIndikator.objects.filter(
            indikator__renstra__in=renstra_berlaku(pds, tahun),
            tahun=tahun,
            status__in=DILAPORKAN,
        )
        .annotate(kode=F("indikator__kode"), pd=F("indikator__renstra__perangkat_daerah"))
        .order_by("indikator__jenis", "indikator__urutan", "kode", "triwulan")
    )
    rincian, komponen, triwulan, rencana = (
        defaultdict(list),
        defaultdict(list),
        defaultdict(list),
        defaultdict(list),
    )
    for r in RincianKomponen.objects.filter(realisasi__realisasi__in=laporan).order_by("kelompok", "urutan"):
        rincian[r.realisasi_id].append(mk.ButirRincian(r.kelompok, r.uraian, r.jumlah))
    for k in (
        RealisasiKomponen.objects.filter(realisasi__in=laporan)
        .select_related("komponen")
        .order_by("komponen__urutan")
    ):
        komponen[k.realisasi_id].append(
            mk.HitunganKomponen(k.komponen.urutan, k.pembilang, k.penyebut, tuple(rincian[k.pk]))
        )
    for satu in laporan:
        triwulan[satu.pd].append(
            mk.LaporanTriwulan(
                indikator=satu.kode,
                triwulan=satu.triwulan,
                status=satu.status,
                nilai=satu.nilai,
                predikat=satu.predikat,
                uraian=satu.uraian,
                upaya=satu.upaya,
                permasalahan=satu.permasalahan,
                solusi=satu.solusi,
                data_contoh=satu.data_contoh,
                komponen=tuple(komponen[satu.pk]),
            )
        )
    for a in (
        RencanaAksi.objects.filter(indikator__renstra__in=renstra_berlaku(pds, tahun), tahun=tahun)
        .annotate(kode=F("indikator__kode"), pd=F("indikator__renstra__perangkat_daerah"))
        .order_by("indikator__jenis", "indikator__urutan", "kode", "triwulan")
    ):
        rencana[a.pd].append(mk.TargetTriwulan(a.kode, a.triwulan, a.target, a.uraian, a.data_contoh))
    return {pd.pk: mk.Realisasi(tuple(triwulan[pd.pk]), tuple(rencana[pd.pk])) for pd in pds}


def load_riwayat(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, mk.Riwayat]:
    """Load earlier years, national standards and comparison measurements (4 queries)."""
    silsilah = _silsilah(pds, tahun)
    riwayat = _tahun_lampau(silsilah, tahun)
    standar, pembanding = defaultdict(list), defaultdict(list)
    for s in StandarNasional.objects.filter(indikator__in=list(silsilah), tahun=tahun).order_by("nama"):
        i = silsilah[s.indikator_id]
        standar[i.renstra.perangkat_daerah_id].append(mk.Standar(i.kode, s.nama, s.nilai, s.sumber))
    for p in (
        PengukuranPembanding.objects.filter(komponen__indikator__in=list(silsilah), tahun=tahun)
        .select_related("komponen")
        .order_by("komponen__urutan", "urutan")
    ):
        i = silsilah[p.komponen.indikator_id]
        pembanding[i.renstra.perangkat_daerah_id].append(
            mk.ButirPembanding(i.kode, p.komponen.urutan, p.nama, p.pembilang, p.penyebut, p.alasan)
        )
    for daftar in (standar, pembanding):
        for butir in daftar.values():
            butir.sort(key=lambda satu: satu.indikator)
    return {
        pd.pk: mk.Riwayat(tuple(riwayat[pd.pk]), tuple(standar[pd.pk]), tuple(pembanding[pd.pk]))
        for pd in pds
    }


def load_tahun_lampau(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, mk.Riwayat]:
    """Load the earlier years alone, without standards and other readings (2 queries)."""
    riwayat = _tahun_lampau(_silsilah(pds, tahun), tahun)
    return {pd.pk: mk.Riwayat(tuple(riwayat[pd.pk]), (), ()) for pd in pds}


def _silsilah(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, Indikator]:
    semua = Indikator.objects.filter(renstra__in=renstra_berlaku(pds, tahun)).select_related("renstra")
    return {i.pk: i for i in semua}


def _tahun_lampau(silsilah: Mapping[int, Indikator], tahun: int) -> dict[int, list[mk.RealisasiTahun]]:
    """Return the older years of each indikator and of its predecessor, per perangkat daerah."""
    pewaris: dict[int, list[tuple[Indikator, bool]]] = defaultdict(list)
    for i in silsilah.values():
        pewaris[i.pk].append((i, False))
        if i.pendahulu_id:
            pewaris[i.pendahulu_id].append((i, True))
    riwayat: dict[int, list[mk.RealisasiTahun]] = defaultdict(list)
    for r in RiwayatRealisasi.objects.filter(indikator__in=list(pewaris), tahun__lt=tahun).order_by("tahun"):
        for i, dari_pendahulu in pewaris[r.indikator_id]:
            riwayat[i.renstra.perangkat_daerah_id].append(
                mk.RealisasiTahun(i.kode, r.tahun, r.nilai, r.sumber, dari_pendahulu)
            )
    for tahunan in riwayat.values():
        tahunan.sort(key=lambda satu: (satu.indikator, satu.tahun, satu.pendahulu))
    return riwayat
