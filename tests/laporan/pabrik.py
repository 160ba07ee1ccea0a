"""Small snapshots for tests: `masukan()` is a complete report without a single finding.

Everything is pure except `demo`, the snapshot of the demo case. Change one thing at a time with
`dataclasses.replace` on the constants, and hand the changed part to `snapshot()`.
"""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from laporan.dokumen.bagian import BAGIAN
from laporan.snapshot import masukan as m
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.ambil import compute, take_snapshot
from laporan.snapshot.struktur import Masukan, Snapshot
from lkip.models import PerangkatDaerah

TAHUN = 2024
PROGRAM = "1.06.02"
KEGIATAN = "1.06.02.1.01"
SUB = "1.06.02.1.01.0001"

IDENTITAS = m.Identitas(
    pemda="Kabupaten Contoh",
    pemda_singkat="Contoh",
    sebutan_kepala="Bupati",
    ibu_kota="Kota Contoh",
    kode="1.06.0.00.0.00.01.0000",
    slug="dinas-contoh",
    nama="Dinas Contoh",
    kode_urusan="1.06",
    tugas="",
    dasar_pembentukan="",
    tahun=TAHUN,
    tempat="Kota Contoh",
    tanggal=datetime.date(2025, 1, 22),
    penandatangan=None,
    reviu=None,
)
PEJABAT = m.Penandatangan(
    "Kepala Dinas (contoh)", "198001012005011001", "Pembina", "Kepala Dinas", "definitif"
)
KEBIJAKAN = m.KebijakanUkur(
    dasar_capaian="rasio",
    batas_atas=Decimal(120),
    celah_skala="batas_bawah",
    rumus_efisiensi="selisih",
    regulasi_efisiensi="",
    ambang_fisik=Decimal(100),
    ambang_penyerapan=Decimal(50),
    toleransi_jalur=Decimal(10),
    skala="Skala contoh",
    regulasi_skala="",
    kelas=tuple(
        m.Kelas(kode, Decimal(bawah), Decimal(atas), label, label, "", "#000000")
        for kode, bawah, atas, label in (
            ("1", 91, 100, "Sangat Baik"),
            ("2", 76, 90, "Baik"),
            ("3", 66, 75, "Cukup"),
            ("4", 51, 65, "Kurang"),
            ("5", 0, 50, "Sangat Kurang"),
        )
    ),
)
RENSTRA = m.RencanaStrategis(
    nama="Renstra Dinas Contoh",
    tahun_awal=2024,
    tahun_akhir=2025,
    visi="Visi",
    sumber_visi="",
    dokumen_daerah="RPJMD",
    misi=(m.ButirMisi(1, "Misi", True),),
    tujuan=(m.ButirTujuan(1, "Tujuan", None, (m.ButirSasaran("s1", 1, "Sasaran"),)),),
    isu_strategis=(),
)
FAKTA = m.Fakta(
    dasar_hukum=(),
    pegawai=(m.KelompokPegawai("pendidikan", "S1", 3), m.KelompokPegawai("pendidikan", "SLTA", 1)),
    aset=(m.BarisAset("tetap", "Tanah", Decimal(100), Decimal(50), Decimal(150)),),
    akip=m.Akip(
        2023,
        "001/2024",
        datetime.date(2024, 9, 17),
        (m.KomponenAkip("Perencanaan", Decimal(100), Decimal("76.40")),),
    ),
)


def target(tahun: int, nilai: str | None) -> mk.TargetTahun:
    """Return a target of one number."""
    return mk.TargetTahun(tahun, None if nilai is None else Decimal(nilai), "", None, None)


IKU = mk.DefinisiIndikator(
    kode="iku-1",
    jenis="iku",
    urutan=1,
    sasaran="s1",
    nama="Persentase layanan terpenuhi",
    definisi="",
    satuan="%",
    arah="naik",
    rumus_capaian="rasio",
    cara_ukur="angka",
    agregasi="akhir",
    skala_predikat=(),
    pembilang="Jumlah yang dilayani",
    penyebut="Jumlah yang memerlukan",
    sumber_data="",
    penanggung_jawab=(),
    bobot=Decimal(1),
    kondisi_awal=None,
    kondisi_akhir=None,
    mengikuti=None,
    mengikuti_komponen=None,
    pendahulu=None,
    target=(target(2024, "90"), target(2025, "92.5")),
    komponen=(),
)
LAPORAN = mk.LaporanTriwulan(
    indikator="iku-1",
    triwulan=4,
    status="disetujui",
    nilai=Decimal(95),
    predikat="",
    uraian="",
    upaya="",
    permasalahan="",
    solusi="",
    data_contoh=False,
    komponen=(),
)
RIWAYAT = mk.Riwayat((), (), ())
SUB_KEGIATAN = ma.ButirSubKegiatan(
    kode=SUB,
    nama="Sub kegiatan contoh",
    unit_pelaksana=None,
    kode_resmi=True,
    pagu=Decimal(1_000_000),
    bulan=(ma.Bulan(12, Decimal(900_000), Decimal(95)),),
    data_contoh=False,
)
DOKUMEN = ma.Dokumen(1, "murni", "DPA/1", datetime.date(2024, 1, 5), Decimal(1_000_000), Decimal(1_000_000))
BARIS_INDIKATOR = ma.BarisIndikatorPerjanjian(
    urutan=1,
    indikator="iku-1",
    nama=IKU.nama,
    satuan="%",
    kondisi_awal=None,
    target=Decimal(90),
    pembilang=IKU.pembilang,
    penyebut=IKU.penyebut,
)
BELANJA = ma.BarisAnggaranPerjanjian("belanja", None, "Belanja", None, Decimal(85))
BARIS_PROGRAM = ma.BarisAnggaranPerjanjian(
    "program", PROGRAM, "Program contoh", Decimal(1_000_000), Decimal(85)
)
PERJANJIAN = ma.Perjanjian(
    unit="kepala-dinas",
    nama_unit="Kepala Dinas",
    jenis_unit="pimpinan",
    versi=1,
    status="ditandatangani",
    tempat="Kota Contoh",
    tanggal=datetime.date(2024, 2, 1),
    pihak_pertama=PEJABAT,
    pihak_kedua=None,
    pihak_kedua_luar="Bupati",
    sasaran=(ma.BarisSasaranPerjanjian(1, "Sasaran", (BARIS_INDIKATOR,)),),
    anggaran=(BELANJA, BARIS_PROGRAM),
)
DUKUNGAN = ma.Dukungan(
    pendukung=(ma.Pendukung(PROGRAM, "iku-1"),),
    renja=(ma.Renja(SUB, 1, "Keluaran", "orang", Decimal(10), ((4, Decimal(10)),)),),
    pendapatan=(),
)
NASKAH = ma.Naskah(
    narasi=tuple((kunci, "<p>Isi.</p>") for kunci in (*(b.kunci for b in BAGIAN), f"program.{PROGRAM}")),
    lampiran=(),
)


def anggaran(*sub: ma.ButirSubKegiatan, dokumen: tuple[ma.Dokumen, ...] = (DOKUMEN,)) -> ma.Anggaran:
    """Return a budget of one program and one kegiatan with these sub kegiatan."""
    kegiatan = ma.ButirKegiatan(KEGIATAN, "Kegiatan contoh", sub or (SUB_KEGIATAN,))
    return ma.Anggaran(dokumen, (ma.ButirProgram(PROGRAM, "Program contoh", None, (kegiatan,)),))


def berkomponen(*hitungan: mk.HitunganKomponen, **ganti: Any) -> tuple[mk.DaftarIndikator, mk.Realisasi]:
    """Return the IKU measured as the mean of these komponen, and its report of triwulan IV."""
    komponen = tuple(mk.ButirKomponen(h.urutan, IKU.pembilang, IKU.penyebut, "orang", None) for h in hitungan)
    definisi = replace(IKU, cara_ukur="rerata_komponen", komponen=komponen, **ganti)
    laporan = replace(LAPORAN, nilai=None, komponen=hitungan)
    return mk.DaftarIndikator((definisi,)), mk.Realisasi((laporan,), ())


def hitungan(urutan: int, pembilang: int | None, penyebut: int | None, **rincian: int) -> mk.HitunganKomponen:
    """Return one counted komponen; `rincian` is its breakdown, all of one kelompok."""
    return mk.HitunganKomponen(
        urutan,
        None if pembilang is None else Decimal(pembilang),
        None if penyebut is None else Decimal(penyebut),
        tuple(mk.ButirRincian("asal", nama, Decimal(jumlah)) for nama, jumlah in rincian.items()),
    )


def masukan(**ganti: Any) -> Masukan:
    """Return the inputs of a complete report; `ganti` replaces whole parts by name."""
    return Masukan(
        **{
            "identitas": IDENTITAS,
            "kebijakan": KEBIJAKAN,
            "organisasi": m.Organisasi(()),
            "fakta": FAKTA,
            "renstra": RENSTRA,
            "indikator": mk.DaftarIndikator((IKU,)),
            "realisasi": mk.Realisasi((LAPORAN,), ()),
            "riwayat": RIWAYAT,
            "perjanjian": ma.KumpulanPerjanjian((PERJANJIAN,)),
            "anggaran": anggaran(),
            "dukungan": DUKUNGAN,
            "naskah": NASKAH,
            **ganti,
        }
    )


def snapshot(**ganti: Any) -> Snapshot:
    """Return the snapshot of `masukan(**ganti)`."""
    return compute(masukan(**ganti))


@pytest.fixture(scope="session")
def demo(django_db_setup: None, django_db_blocker: Any) -> Snapshot:
    """The snapshot of the demo case; the database is left as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", data_only=True, stdout=io.StringIO())
        hasil = take_snapshot(PerangkatDaerah.objects.get(kode_urusan="1.06"), TAHUN)
        transaction.set_rollback(True)
    return hasil
