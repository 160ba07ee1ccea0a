"""The demo holds the figures of the reference report; loaded once, and only read here."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from itertools import pairwise

import pytest
from django.db.models import Count, Sum

from anggaran.models import (
    AnggaranPerjanjian,
    DokumenAnggaran,
    EntriNomenklatur,
    IndikatorRenja,
    Kegiatan,
    Pagu,
    Program,
    ProgramPendukung,
    RealisasiAnggaran,
    SubKegiatan,
)
from kinerja.models import (
    Indikator,
    IndikatorPerjanjian,
    Komponen,
    PengukuranPembanding,
    PerjanjianKinerja,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    RincianKomponen,
    RiwayatRealisasi,
    TargetTahunan,
)
from laporan.demo import GalatDemo, baca
from laporan.demo.bulanan import pembagian_bulan, profil
from laporan.models import (
    AsetTetap,
    DasarHukum,
    JumlahPegawai,
    KomponenEvaluasiAkip,
    Laporan,
    Narasi,
    PernyataanReviu,
)
from lkip.access import Peran
from lkip.models import KelasSkala, Pejabat, Pengguna, PerangkatDaerah, UnitKerja

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_semodul")]


# --- money ---------------------------------------------------------------------------------------


def test_tree_has_the_size_of_the_report() -> None:
    assert (Program.objects.count(), Kegiatan.objects.count(), SubKegiatan.objects.count()) == (7, 17, 92)
    assert SubKegiatan.objects.filter(unit_pelaksana__isnull=False).count() == 48
    assert SubKegiatan.objects.filter(kode_resmi=False).count() == 14


@pytest.mark.parametrize(
    ("kode", "pagu", "realisasi"),
    [
        ("1.06.01", "36157206342", "23660198434"),
        ("1.06.02", "1542150000", "1406103000"),
        ("1.06.03", "299400000", "185818639"),
        ("1.06.04", "13885044160", "12363797060"),
        ("1.06.05", "17359347000", "16148586674"),
        ("1.06.06", "331506175", "303109479"),
        ("1.06.07", "204000000", "170041780"),
    ],
)
def test_money_per_program(kode: str, pagu: str, realisasi: str) -> None:
    milik = SubKegiatan.objects.filter(kegiatan__program__kode=kode)
    assert Pagu.objects.filter(sub_kegiatan__in=milik).aggregate(n=Sum("jumlah"))["n"] == Decimal(pagu)
    bulan = RealisasiAnggaran.objects.filter(sub_kegiatan__in=milik)
    assert bulan.aggregate(n=Sum("keuangan"))["n"] == Decimal(realisasi)


def test_money_in_all_equals_the_last_budget_document() -> None:
    total = Pagu.objects.aggregate(n=Sum("jumlah"))["n"]
    assert total == Decimal("69778653677")
    assert RealisasiAnggaran.objects.aggregate(n=Sum("keuangan"))["n"] == Decimal("54237655066")
    dokumen = list(DokumenAnggaran.objects.annotate(baris=Count("pagu")).order_by("urutan"))
    assert [d.total_tercantum for d in dokumen] == [
        Decimal(n) for n in ("58997639866", "59716389271", "60593409277", "60638409277", "69778653677")
    ]
    assert [d.baris for d in dokumen] == [0, 0, 0, 0, 92]
    assert (dokumen[0].nomor, dokumen[0].tanggal) == ("", None)


def test_months_of_every_sub_kegiatan_sum_to_its_year() -> None:
    tahunan = {b["kode_sub_kegiatan"]: b for b in baca.read_csv("anggaran-2024.csv")}
    for sub in SubKegiatan.objects.prefetch_related("realisasi"):
        bulan = sorted(sub.realisasi.all(), key=lambda r: r.bulan)
        setahun = Decimal(tahunan[sub.kode]["realisasi"])
        assert sum(r.keuangan or Decimal(0) for r in bulan) == setahun
        assert all(r.keuangan is not None and r.keuangan >= 0 and r.data_contoh for r in bulan)
        fisik = [r.fisik for r in bulan if r.fisik is not None]
        assert all(a <= b for a, b in pairwise(fisik))
        assert fisik[-1] == Decimal(tahunan[sub.kode]["realisasi_fisik"])
        assert [r.bulan for r in bulan] == ([12] if setahun == 0 else list(range(1, 13)))


def test_perjanjian_keeps_the_amounts_of_its_own_day() -> None:
    baris = list(AnggaranPerjanjian.objects.order_by("urutan"))
    program = {b.program.kode: b.jumlah for b in baris if b.program}
    assert program["1.06.01"] == Decimal("34704270672")
    assert program["1.06.04"] == Decimal("15337979830")
    assert sum(n or Decimal(0) for n in program.values()) == Decimal("69778653677")
    assert [(b.jenis, b.jumlah, b.penyerapan_minimum) for b in baris if not b.program] == [
        ("belanja", None, Decimal(85)),
        ("pendapatan", Decimal(100000000), Decimal(90)),
        ("total", None, Decimal(90)),
        ("dekonsentrasi", None, None),
        ("tugas_pembantuan", None, None),
    ]


def test_renja_indicators_come_from_the_official_list_without_target() -> None:
    assert EntriNomenklatur.objects.count() == 226
    assert IndikatorRenja.objects.count() == 78
    assert not IndikatorRenja.objects.filter(sub_kegiatan__kode_resmi=False).exists()
    assert not IndikatorRenja.objects.filter(target__isnull=False).exists()
    pendukung = {(p.program.kode, p.indikator.kode) for p in ProgramPendukung.objects.all()}
    iku_1 = {("1.06.03", "iku-1"), ("1.06.04", "iku-1"), ("1.06.05", "iku-1"), ("1.06.06", "iku-1")}
    assert pendukung == iku_1 | {("1.06.02", "iku-2")}


def test_what_is_left_over_falls_in_december() -> None:
    bulan = pembagian_bulan(Decimal(100), Decimal(100), [1, *[0] * 8, 1, 0, 1])
    assert [b.keuangan for b in bulan if b.keuangan] == [33, 33, 34]
    assert [int(b.fisik) for b in bulan] == [*[33] * 9, 66, 66, 100]
    with pytest.raises(GalatDemo, match="dua belas"):
        pembagian_bulan(Decimal(100), Decimal(100), [1])
    with pytest.raises(GalatDemo, match=r"9\.99"):
        profil("9.99", {"1.06": "rutin"}, {"rutin": [1] * 12})


# --- performance ---------------------------------------------------------------------------------


def test_final_figures_of_the_iku() -> None:
    akhir = RealisasiKomponen.objects.filter(realisasi__triwulan=4).order_by("komponen__urutan")
    assert [(k.pembilang, k.penyebut) for k in akhir.filter(realisasi__indikator__kode="iku-1")] == [
        (Decimal(n), Decimal(n)) for n in (220, 30667, 22, 21, 40, 270, 137, 50, 2729, 42)
    ]
    satu = akhir.get(realisasi__indikator__kode="iku-2")
    assert (satu.pembilang, satu.penyebut) == (Decimal(227), Decimal(257))
    assert set(TargetTahunan.objects.filter(indikator__jenis="iku").values_list("tahun", "nilai")) == {
        (2024, Decimal(90))
    }


def test_only_made_up_triwulan_are_marked_and_only_the_last_one_carries_texts() -> None:
    semua = RealisasiIndikator.objects.all()
    assert set(semua.values_list("triwulan", "data_contoh")) == {(1, True), (2, True), (3, True), (4, False)}
    assert not semua.exclude(status="disetujui").exists()
    assert not semua.filter(triwulan__lt=4).exclude(uraian="").exists()
    for iku in semua.filter(triwulan=4, indikator__jenis="iku"):
        assert all((iku.uraian, iku.upaya, iku.permasalahan, iku.solusi))
    per_komponen: dict[int, list[Decimal | None]] = {}
    for k in RealisasiKomponen.objects.order_by("realisasi__triwulan"):
        per_komponen.setdefault(k.komponen_id, []).append(k.pembilang)
    assert all(nilai == sorted(nilai, key=lambda n: n or 0) for nilai in per_komponen.values())


def test_indicators_without_a_figure_in_the_report_stay_unmeasured() -> None:
    terukur = set(RealisasiIndikator.objects.values_list("indikator__kode", flat=True))
    unit = Indikator.objects.filter(jenis="unit")
    assert unit.count() == 13
    assert set(unit.filter(mengikuti=None).values_list("kode", flat=True)) - terukur == {
        *(f"sekretariat-{n}" for n in range(1, 6)),
        "pemberdayaan-2",
        "rehabilitasi-2",
    }


def test_a_figure_is_kept_once_and_followed_by_the_indicators_that_share_it() -> None:
    terukur = set(RealisasiIndikator.objects.values_list("indikator__kode", flat=True))
    pengikut = Indikator.objects.exclude(mengikuti=None).values_list(
        "kode", "mengikuti__kode", "mengikuti_komponen"
    )
    assert set(pengikut) == {
        ("rpd-1", "iku-2", None),
        ("pemberdayaan-1", "iku-2", 1),
        ("fakir-miskin-1", "iku-1", 1),
        ("rehabilitasi-1", "iku-1", 10),
        ("rehabilitasi-3", "iku-1", 4),
        ("perlindungan-1", "iku-1", 9),
        ("perlindungan-2", "iku-1", 3),
    }
    assert not terukur & {kode for kode, _, _ in pengikut}


def test_history_stands_under_the_predecessors() -> None:
    riwayat = RiwayatRealisasi.objects.filter(indikator__kode="iku-1").order_by("tahun")
    assert [r.nilai for r in riwayat] == [Decimal(n) for n in ("100", "100", "96.48", "76.28", "92.13")]
    baru = Indikator.objects.filter(renstra__tahun_awal=2024, jenis="iku").order_by("urutan")
    assert [i.sebanding_pendahulu for i in baru] == [True, False]
    assert all(i.pendahulu and i.pendahulu.renstra.tahun_awal == 2019 for i in baru)
    assert all(i.catatan_pendahulu for i in baru)


def test_what_the_report_must_expose_is_stored() -> None:
    asal = RincianKomponen.objects.filter(kelompok="Daerah asal")
    assert asal.aggregate(n=Sum("jumlah"))["n"] == 40
    pembanding = {(p.pembilang, p.penyebut) for p in PengukuranPembanding.objects.all()}
    assert pembanding == {(Decimal(220), Decimal(335)), (Decimal(127), Decimal(257))}
    psks = RincianKomponen.objects.filter(kelompok="Jenis PSKS").values_list("jumlah", flat=True)
    assert sorted(psks) == [55, 72, 100]
    assert RencanaAksi.objects.filter(data_contoh=True).count() == 8


def test_perjanjian_of_every_unit() -> None:
    semua = PerjanjianKinerja.objects.all()
    assert semua.count() == 6
    assert set(semua.values_list("status", "versi", "tanggal")) == {
        ("ditandatangani", 1, datetime.date(2024, 10, 15))
    }
    kepala = semua.get(unit_kerja__kode="kepala-dinas")
    assert kepala.pihak_kedua is None
    assert kepala.pihak_kedua_luar == "Gubernur Nusa Tenggara Timur"
    isi = IndikatorPerjanjian.objects.filter(sasaran__perjanjian=kepala).order_by("urutan")
    assert [(i.kondisi_awal, i.target) for i in isi] == [(Decimal("92.13"), 90), (None, 90)]
    # The three wordings of this formula differ in the report, and the demo keeps them apart.
    iku_2 = Indikator.objects.get(kode="iku-2", renstra__tahun_awal=2024)
    penyebut = {iku_2.penyebut, isi[1].penyebut, Komponen.objects.get(indikator=iku_2).penyebut}
    assert len(penyebut) == 3


# --- facts, people -------------------------------------------------------------------------------


def test_facts_of_bab_1() -> None:
    pegawai = JumlahPegawai.objects.order_by("urutan").values_list("uraian", "jumlah")
    assert list(pegawai) == [("S2", 9), ("S1", 84), ("D3", 11), ("SLTA", 50), ("SMP", 1), ("SD", 3)]
    aset = AsetTetap.objects.aggregate(n=Sum("nilai_akhir"))["n"]
    assert aset == Decimal("83904516816.25")
    assert AsetTetap.objects.filter(nilai_akhir=None).count() == 2
    assert KomponenEvaluasiAkip.objects.aggregate(n=Sum("nilai"))["n"] == Decimal("76.40")
    assert KelasSkala.objects.count() == 5
    assert DasarHukum.objects.exists()
    assert not PernyataanReviu.objects.exists()
    laporan = Laporan.objects.get()
    assert (laporan.tempat, laporan.tanggal) == ("Kupang", datetime.date(2025, 1, 22))
    assert set(Narasi.objects.values_list("bagian", flat=True)) == set(baca.read_narasi())
    assert [x.jenis for x in laporan.lampiran.order_by("urutan")] == [
        "perjanjian",
        "pengukuran",
        "rencana_realisasi",
    ]


def test_officials_are_placeholders_with_well_formed_nip() -> None:
    semua = list(Pejabat.objects.all())
    assert all("(contoh)" in p.nama for p in semua)
    assert len({p.nip for p in semua}) == len(semua) == UnitKerja.objects.count() - 1
    for p in semua:
        cocok = re.fullmatch(r"(\d{8})(\d{6})[12]\d{3}", p.nip)
        assert cocok, p.nip
        lahir = datetime.date.fromisoformat(cocok[1])
        mulai = datetime.date.fromisoformat(f"{cocok[2]}01")
        assert 18 <= mulai.year - lahir.year <= 35
    assert Pejabat.objects.get(unit_kerja__kode="bidang-fakir-miskin").status == "plt"
    assert Pejabat.objects.get(unit_kerja__kode="kepala-dinas").pengguna == Pengguna.objects.get(
        username="kepala.dinas"
    )


def test_every_peran_has_an_account_and_the_other_perangkat_daerah_nothing_else() -> None:
    assert set(Pengguna.objects.values_list("peran", flat=True)) == set(Peran.values)
    admin = Pengguna.objects.get(username="admin")
    assert (admin.is_staff, admin.is_superuser, admin.perangkat_daerah) == (True, True, None)
    assert Pengguna.objects.filter(is_superuser=True).count() == 1
    dinkes = PerangkatDaerah.objects.get(slug="dinas-kesehatan")
    assert [p.username for p in dinkes.pengguna.all()] == ["perencana.dinkes"]
    assert not dinkes.laporan.exists()
    assert not dinkes.unit_kerja.exists()
