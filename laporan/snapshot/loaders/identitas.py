"""Loaders of who and by which policy: `identitas`, `kebijakan`, `organisasi`, `fakta`."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence

from django.db.models import F

from laporan.models import (
    AsetTetap,
    DasarHukum,
    EvaluasiAkip,
    JumlahPegawai,
    KomponenEvaluasiAkip,
    Laporan,
)
from laporan.snapshot import masukan as m
from lkip.models import (
    KebijakanPengukuran,
    Pejabat,
    PerangkatDaerah,
    TugasFungsi,
    UnitKerja,
)


def penandatangan(pejabat: Pejabat | None) -> m.Penandatangan | None:
    """Return the official as printed, None when there is none."""
    if pejabat is None:
        return None
    return m.Penandatangan(pejabat.nama, pejabat.nip, pejabat.pangkat, pejabat.jabatan, pejabat.status)


def load_identitas(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, m.Identitas]:
    """Load who reports, and who signs (2 queries)."""
    laporan = {
        satu.perangkat_daerah_id: satu
        for satu in Laporan.objects.filter(perangkat_daerah__in=pds, tahun=tahun).select_related(
            "penandatangan", "pernyataan_reviu"
        )
    }
    hasil = {}
    for pd in PerangkatDaerah.objects.filter(pk__in=[p.pk for p in pds]).select_related("pemerintah_daerah"):
        milik = laporan.get(pd.pk)
        reviu = getattr(milik, "pernyataan_reviu", None)
        hasil[pd.pk] = m.Identitas(
            pemda=pd.pemerintah_daerah.nama,
            pemda_singkat=pd.pemerintah_daerah.nama_singkat,
            sebutan_kepala=pd.pemerintah_daerah.sebutan_kepala,
            ibu_kota=pd.pemerintah_daerah.ibu_kota,
            kode=pd.kode,
            slug=pd.slug,
            nama=pd.nama,
            kode_urusan=pd.kode_urusan,
            tugas=pd.tugas,
            dasar_pembentukan=pd.dasar_pembentukan,
            tahun=tahun,
            tempat=(milik.tempat if milik else "") or pd.pemerintah_daerah.ibu_kota,
            tanggal=milik.tanggal if milik else None,
            penandatangan=penandatangan(milik.penandatangan) if milik else None,
            reviu=m.Reviu(reviu.tempat, reviu.tanggal, reviu.jabatan, reviu.nama, reviu.nip, reviu.isi)
            if reviu
            else None,
        )
    return hasil


def load_kebijakan(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, m.KebijakanUkur]:
    """Load the measurement policy and its scale (1 query); a perangkat daerah without one is left out."""
    kelas = defaultdict(list)
    kebijakan: dict[int, KebijakanPengukuran] = {}
    for k in (
        KebijakanPengukuran.objects.filter(perangkat_daerah__in=pds, tahun=tahun)
        .select_related("skala")
        .annotate(
            k_kode=F("skala__kelas__kode"),
            k_bawah=F("skala__kelas__batas_bawah"),
            k_atas=F("skala__kelas__batas_atas"),
            k_label=F("skala__kelas__label"),
            k_label_regulasi=F("skala__kelas__label_regulasi"),
            k_nama_warna=F("skala__kelas__nama_warna"),
            k_warna=F("skala__kelas__warna"),
        )
        .order_by("perangkat_daerah", "-k_bawah", "k_kode")
    ):
        kebijakan[k.perangkat_daerah_id] = k
        if k.k_kode is not None:
            kelas[k.perangkat_daerah_id].append(
                m.Kelas(
                    k.k_kode, k.k_bawah, k.k_atas, k.k_label, k.k_label_regulasi, k.k_nama_warna, k.k_warna
                )
            )
    return {
        pd: m.KebijakanUkur(
            dasar_capaian=k.dasar_capaian,
            batas_atas=k.batas_atas_capaian,
            celah_skala=k.celah_skala,
            rumus_efisiensi=k.rumus_efisiensi,
            regulasi_efisiensi=k.regulasi_efisiensi,
            ambang_fisik=k.ambang_fisik,
            ambang_penyerapan=k.ambang_penyerapan,
            toleransi_jalur=k.toleransi_jalur,
            skala=k.skala.nama,
            regulasi_skala=k.skala.regulasi,
            kelas=tuple(kelas[pd]),
        )
        for pd, k in kebijakan.items()
    }


def load_organisasi(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, m.Organisasi]:
    """Load the organisation chart with its officials on 31 December (3 queries)."""
    akhir_tahun = datetime.date(tahun, 12, 31)
    pimpinan = {
        p.unit_kerja_id: p
        for p in Pejabat.objects.menjabat(akhir_tahun)
        .filter(unit_kerja__perangkat_daerah__in=pds)
        .order_by("mulai", "nip")
    }
    butir: dict[tuple[int, str], list[str]] = defaultdict(list)
    for satu in TugasFungsi.objects.filter(unit_kerja__perangkat_daerah__in=pds).order_by("urutan"):
        butir[satu.unit_kerja_id, satu.jenis].append(satu.uraian)
    unit = defaultdict(list)
    for u in (
        UnitKerja.objects.filter(perangkat_daerah__in=pds).select_related("induk").order_by("urutan", "kode")
    ):
        unit[u.perangkat_daerah_id].append(
            m.Unit(
                kode=u.kode,
                nama=u.nama,
                jenis=u.jenis,
                induk=u.induk.kode if u.induk else None,
                sebutan_pimpinan=u.sebutan_pimpinan,
                pimpinan=penandatangan(pimpinan.get(u.pk)),
                tugas=tuple(butir[u.pk, TugasFungsi.Jenis.TUGAS]),
                fungsi=tuple(butir[u.pk, TugasFungsi.Jenis.FUNGSI]),
            )
        )
    return {pd.pk: m.Organisasi(tuple(unit[pd.pk])) for pd in pds}


def load_fakta(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, m.Fakta]:
    """Load the facts of Bab I (5 queries)."""
    saring = {"perangkat_daerah__in": pds, "tahun": tahun}
    hukum = defaultdict(list)
    for d in DasarHukum.objects.filter(**saring).order_by("urutan"):
        hukum[d.perangkat_daerah_id].append(m.ButirDasarHukum(d.nama, d.tentang, d.status, d.keterangan))
    pegawai = defaultdict(list)
    for p in JumlahPegawai.objects.filter(**saring).order_by("kelompok", "urutan", "uraian"):
        pegawai[p.perangkat_daerah_id].append(m.KelompokPegawai(p.kelompok, p.uraian, p.jumlah))
    aset = defaultdict(list)
    for a in AsetTetap.objects.filter(**saring).order_by("-kelompok", "urutan"):
        aset[a.perangkat_daerah_id].append(
            m.BarisAset(a.kelompok, a.uraian, a.nilai_awal, a.mutasi, a.nilai_akhir)
        )
    evaluasi = list(EvaluasiAkip.objects.filter(perangkat_daerah__in=pds, tahun=tahun - 1))
    komponen = defaultdict(list)
    for k in KomponenEvaluasiAkip.objects.filter(evaluasi__in=evaluasi).order_by("urutan"):
        komponen[k.evaluasi_id].append(m.KomponenAkip(k.nama, k.bobot, k.nilai))
    akip = {
        e.perangkat_daerah_id: m.Akip(e.tahun, e.nomor_surat, e.tanggal_surat, tuple(komponen[e.pk]))
        for e in evaluasi
    }
    return {
        pd.pk: m.Fakta(tuple(hukum[pd.pk]), tuple(pegawai[pd.pk]), tuple(aset[pd.pk]), akip.get(pd.pk))
        for pd in pds
    }
