"""The data of a province of any size, of the shape that dashboards read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from anggaran.models import (
    DokumenAnggaran,
    Kegiatan,
    Pagu,
    Program,
    ProgramPendukung,
    RealisasiAnggaran,
    SubKegiatan,
)
from kinerja.models import (
    Indikator,
    Komponen,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    Renstra,
    RiwayatRealisasi,
    TargetTahunan,
)
from laporan.models import Laporan
from lkip.models import (
    Jejak,
    KebijakanPengukuran,
    KelasSkala,
    PemerintahDaerah,
    PerangkatDaerah,
    PeriodeTriwulan,
    Skala,
    UnitKerja,
)

TAHUN = range(2021, 2026)
SUB, INDIKATOR, KOMPONEN, BULAN, JEJAK = 100, 20, 2, 12, 1000


def build(nomor: Iterator[int]) -> None:
    """Write these perangkat daerah with everything that the dashboards read."""
    pemda, _ = PemerintahDaerah.objects.get_or_create(nama="Provinsi Bench", ibu_kota="Kota")
    skala, baru = Skala.objects.get_or_create(nama="Skala bench", regulasi="–")
    if baru:
        for kode, bawah, atas in (("1", 91, 100), ("2", 76, 90), ("3", 66, 75), ("4", 51, 65), ("5", 0, 50)):
            KelasSkala.objects.create(
                skala=skala,
                kode=kode,
                batas_bawah=bawah,
                batas_atas=atas,
                label=f"Kelas {kode}",
                warna="#1b7837",
            )
    for n in nomor:
        pd = PerangkatDaerah.objects.create(
            pemerintah_daerah=pemda,
            kode=f"1.{n:02}",
            slug=f"pd-{n}",
            nama=f"Dinas {n:02}",
            kode_urusan="1.06",
        )
        unit = [
            UnitKerja.objects.create(
                perangkat_daerah=pd, kode=f"u{i}", nama=f"Bidang {i}", jenis="bidang", urutan=i
            )
            for i in range(5)
        ]
        KebijakanPengukuran.objects.bulk_create(
            KebijakanPengukuran(perangkat_daerah=pd, tahun=t, skala=skala) for t in TAHUN
        )
        PeriodeTriwulan.objects.bulk_create(
            PeriodeTriwulan(
                perangkat_daerah=pd,
                tahun=t,
                triwulan=k,
                batas_waktu=datetime.date(t + k // 4, k * 3 % 12 + 1, 10),
            )
            for t in TAHUN
            for k in range(1, 5)
        )
        Laporan.objects.bulk_create(Laporan(perangkat_daerah=pd, tahun=t) for t in TAHUN)
        iku = build_kinerja(pd, unit)
        build_jejak(pd, iku)
        for tahun in TAHUN:
            build_anggaran(pd, tahun, unit, iku)


def build_kinerja(pd: PerangkatDaerah, unit: list[UnitKerja]) -> list[Indikator]:
    """Write the indikator of one perangkat daerah, and what was reported of them."""
    renstra = Renstra.objects.create(
        perangkat_daerah=pd, nama="Renstra", tahun_awal=TAHUN[0], tahun_akhir=TAHUN[-1]
    )
    semua = Indikator.objects.bulk_create(
        Indikator(
            renstra=renstra,
            jenis="iku" if i < 8 else "unit",
            kode=f"i-{i}",
            urutan=i,
            nama=f"Indikator {i}",
            cara_ukur="rerata_komponen",
        )
        for i in range(INDIKATOR)
    )
    for i, satu in enumerate(semua):
        satu.penanggung_jawab.add(unit[i % 5])
    TargetTahunan.objects.bulk_create(
        TargetTahunan(indikator=i, tahun=t, nilai=90) for i in semua for t in TAHUN
    )
    RiwayatRealisasi.objects.bulk_create(
        RiwayatRealisasi(indikator=i, tahun=t, nilai=80, sumber="LKIP")
        for i in semua
        for t in range(2016, 2021)
    )
    komponen = Komponen.objects.bulk_create(
        Komponen(indikator=i, urutan=k, pembilang="A", penyebut="B")
        for i in semua
        for k in range(1, KOMPONEN + 1)
    )
    waktu = [(i, t, k) for i in semua for t in TAHUN for k in range(1, 5)]
    RencanaAksi.objects.bulk_create(
        RencanaAksi(indikator=i, tahun=t, triwulan=k, target=22 * k) for i, t, k in waktu
    )
    laporan = RealisasiIndikator.objects.bulk_create(
        RealisasiIndikator(indikator=i, tahun=t, triwulan=k, status="disetujui") for i, t, k in waktu
    )
    milik = {i.pk: [k for k in komponen if k.indikator_id == i.pk] for i in semua}
    RealisasiKomponen.objects.bulk_create(
        (
            RealisasiKomponen(realisasi=r, komponen=k, pembilang=20 * r.triwulan, penyebut=97)
            for r in laporan
            for k in milik[r.indikator_id]
        ),
        batch_size=5000,
    )
    return semua[:8]


def build_jejak(pd: PerangkatDaerah, iku: list[Indikator]) -> None:
    """Write a trail, as long as one that was left by half a year of work."""
    isi = {"nama": "Indikator", "satuan": "persen", "urutan": "1", "definisi": "–", "rumus": "–"}
    Jejak.objects.bulk_create(
        Jejak(
            pelaku="Perencana",
            asal="127.0.0.1",
            tindakan="ubah",
            objek_jenis="kinerja.Indikator",
            objek_kunci=str(iku[n % 8].pk),
            objek_nama=iku[n % 8].nama,
            perangkat_daerah_kunci=pd.pk,
            sebelum=isi,
            sesudah=isi,
        )
        for n in range(JEJAK)
    )


def build_anggaran(pd: PerangkatDaerah, tahun: int, unit: list[UnitKerja], iku: list[Indikator]) -> None:
    """Write the program tree of one year with its pagu and months."""
    dokumen = DokumenAnggaran.objects.create(perangkat_daerah=pd, tahun=tahun, urutan=1, jenis="murni")
    program = Program.objects.bulk_create(
        Program(
            perangkat_daerah=pd, tahun=tahun, kode=f"1.06.{i:02}", nama=f"Program {i}", unit_kerja=unit[i % 5]
        )
        for i in range(5)
    )
    ProgramPendukung.objects.bulk_create(
        ProgramPendukung(program=p, indikator=iku[i]) for i, p in enumerate(program)
    )
    kegiatan = Kegiatan.objects.bulk_create(
        Kegiatan(program=p, kode=f"{p.kode}.1.{k:02}", nama=f"Kegiatan {k}")
        for p in program
        for k in range(4)
    )
    sub = SubKegiatan.objects.bulk_create(
        SubKegiatan(kegiatan=k, kode=f"{k.kode}.{s:04}", nama=f"Sub kegiatan {s}")
        for k in kegiatan
        for s in range(SUB // 20)
    )
    Pagu.objects.bulk_create(Pagu(dokumen=dokumen, sub_kegiatan=s, jumlah=1_200_000_000 + s.pk) for s in sub)
    RealisasiAnggaran.objects.bulk_create(
        (
            RealisasiAnggaran(sub_kegiatan=s, bulan=b, keuangan=90_000_000 + s.pk % 977, fisik=8 * b)
            for s in sub
            for b in range(1, BULAN + 1)
        ),
        batch_size=5000,
    )
