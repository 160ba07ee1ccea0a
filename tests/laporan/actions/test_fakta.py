import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from laporan.actions import fakta
from laporan.models import AsetTetap, DasarHukum, EvaluasiAkip, JumlahPegawai, KomponenEvaluasiAkip
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak, Revisi, TugasFungsi
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import LaporanFactory, PenggunaFactory, PerangkatDaerahFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db

UJI = Pelaku.from_command("uji")


def hukum(pk, urutan, nama):
    return {"id": pk, "urutan": urutan, "nama": nama, "tentang": "T", "status": "berlaku", "keterangan": ""}


def pegawai(pk, urutan, uraian, jumlah, kelompok="pendidikan"):
    return {"id": pk, "urutan": urutan, "kelompok": kelompok, "uraian": uraian, "jumlah": jumlah}


def komponen(pk, urutan, bobot, nilai):
    return {"id": pk, "urutan": urutan, "nama": f"Komponen {urutan}", "bobot": bobot, "nilai": nilai}


def test_the_whole_table_replaces_what_is_stored():
    pd = PerangkatDaerahFactory()
    fakta.save_dasar_hukum(
        oleh=UJI, pd=pd, tahun=2024, isi=[hukum(None, 1, "A"), hukum(None, 2, "B"), hukum(None, 3, "C")]
    )
    a, _, c = DasarHukum.objects.all()
    fakta.save_dasar_hukum(
        oleh=UJI, pd=pd, tahun=2024, isi=[hukum(c.pk, 1, "C"), hukum(None, 2, "D"), hukum(a.pk, 3, "A")]
    )
    assert [(d.urutan, d.nama) for d in DasarHukum.objects.all()] == [(1, "C"), (2, "D"), (3, "A")]
    assert DasarHukum.objects.get(nama="A").pk == a.pk


def test_two_planners_on_one_table():
    pd = PerangkatDaerahFactory()
    kosong = sidik([])
    fakta.save_dasar_hukum(oleh=UJI, pd=pd, tahun=2024, isi=[hukum(None, 1, "A")], sidik=kosong)
    with pytest.raises(Bentrok):
        fakta.save_dasar_hukum(oleh=UJI, pd=pd, tahun=2024, isi=[hukum(None, 1, "B")], sidik=kosong)
    assert DasarHukum.objects.get().nama == "A"


def test_two_lines_may_exchange_their_words():
    pd = PerangkatDaerahFactory()
    fakta.save_pegawai(
        oleh=UJI, pd=pd, tahun=2024, isi=[pegawai(None, 1, "S1", 10), pegawai(None, 2, "S2", 5)]
    )
    s1, s2 = JumlahPegawai.objects.all()
    fakta.save_pegawai(
        oleh=UJI, pd=pd, tahun=2024, isi=[pegawai(s1.pk, 1, "S2", 10), pegawai(s2.pk, 2, "S1", 5)]
    )
    assert [(p.uraian, p.jumlah) for p in JumlahPegawai.objects.all()] == [("S2", 10), ("S1", 5)]


def test_an_empty_value_of_an_asset_is_not_zero_and_other_years_stay():
    pd = PerangkatDaerahFactory()
    lain = AsetTetap.objects.create(
        perangkat_daerah=pd, tahun=2023, kelompok="tetap", urutan=1, uraian="Lama"
    )
    baris = {
        "id": None,
        "urutan": 1,
        "kelompok": "tetap",
        "uraian": "Tanah",
        "nilai_awal": Decimal("1.50"),
        "mutasi": None,
        "nilai_akhir": None,
    }
    fakta.save_aset(oleh=UJI, pd=pd, tahun=2024, isi=[baris])
    aset = AsetTetap.objects.get(tahun=2024)
    assert (aset.nilai_awal, aset.mutasi) == (Decimal("1.50"), None)
    fakta.save_aset(oleh=UJI, pd=pd, tahun=2024, isi=[])
    assert list(AsetTetap.objects.all()) == [lain]


def test_the_akip_evaluation_is_of_the_year_before_and_reaches_every_later_report():
    pd = PerangkatDaerahFactory()
    for tahun in (2022, 2023, 2024):
        Revisi.objects.create(perangkat_daerah=pd, tahun=tahun, nomor=0)
    isi = [komponen(None, 1, Decimal(60), Decimal(50)), komponen(None, 2, Decimal(40), None)]
    evaluasi = fakta.save_evaluasi_akip(
        oleh=UJI,
        pd=pd,
        tahun=2024,
        nomor_surat="X/1",
        tanggal_surat=datetime.date(2024, 9, 17),
        komponen=isi,
    )
    assert (evaluasi.tahun, evaluasi.nomor_surat) == (2023, "X/1")
    assert [k.nilai for k in evaluasi.komponen.all()] == [Decimal(50), None]
    nomor = dict(Revisi.objects.values_list("tahun", "nomor"))
    assert nomor[2022] == 0
    assert nomor[2023] > 0
    assert nomor[2024] > 0
    assert (
        fakta.save_evaluasi_akip(oleh=UJI, pd=pd, tahun=2024, nomor_surat="", tanggal_surat=None, komponen=[])
        is None
    )
    assert not EvaluasiAkip.objects.exists()
    assert not KomponenEvaluasiAkip.objects.exists()
    assert Jejak.objects.filter(tindakan="hapus").count() == 3


def test_duties_are_of_a_unit_and_of_every_year():
    unit = UnitKerjaFactory()
    Revisi.objects.create(perangkat_daerah=unit.perangkat_daerah, tahun=2020, nomor=0)
    isi = [{"id": None, "urutan": 1, "jenis": "tugas", "uraian": "Melayani"}]
    fakta.save_tugas_fungsi(oleh=UJI, unit=unit, isi=isi)
    assert TugasFungsi.objects.get().unit_kerja == unit
    assert Revisi.objects.get().nomor == 1
    assert Jejak.objects.get().induk == f"lkip.UnitKerja:{unit.pk}"


def test_who_may_not_write_facts():
    unit = UnitKerjaFactory()
    pd = unit.perangkat_daerah
    LaporanFactory(perangkat_daerah=pd)
    orang = PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=unit)
    oleh = Pelaku.from_pengguna(orang, "uji")
    for simpan in (fakta.save_dasar_hukum, fakta.save_pegawai, fakta.save_aset):
        with pytest.raises(PermissionDenied):
            simpan(oleh=oleh, pd=pd, tahun=2024, isi=[])
    with pytest.raises(PermissionDenied):
        fakta.save_evaluasi_akip(
            oleh=oleh, pd=pd, tahun=2024, nomor_surat="", tanggal_surat=None, komponen=[]
        )
    with pytest.raises(PermissionDenied):
        fakta.save_tugas_fungsi(oleh=oleh, unit=unit, isi=[])
