import datetime

import pytest
from django.core.exceptions import PermissionDenied

from laporan.actions.naskah import save_laporan, save_narasi
from laporan.models import Lampiran, Laporan, Narasi
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak, Revisi
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import LaporanFactory, PenggunaFactory, PerangkatDaerahFactory

pytestmark = pytest.mark.django_db

UJI = Pelaku.from_command("uji")


def lampiran(pk, urutan, judul):
    return {"id": pk, "urutan": urutan, "jenis": "teks", "judul": judul, "isi": "Satu\n\nDua"}


def test_the_first_text_makes_the_report_of_the_year():
    pd = PerangkatDaerahFactory()
    Revisi.objects.create(perangkat_daerah=pd, tahun=2024, nomor=1)
    narasi = save_narasi(oleh=UJI, pd=pd, tahun=2024, bagian="bab4.saran", isi="<div>Saran</div>")
    laporan = Laporan.objects.get()
    assert (laporan.tahun, laporan.tempat) == (2024, "Kota Uji")
    assert (narasi.isi, narasi.laporan) == ("<p>Saran</p>", laporan)
    assert [(j.objek_jenis, j.tindakan) for j in Jejak.objects.order_by("pk")] == [
        ("laporan.Laporan", "tambah"),
        ("laporan.Narasi", "tambah"),
    ]
    assert Jejak.objects.get(objek_jenis="laporan.Narasi").induk == f"laporan.Laporan:{laporan.pk}"
    assert Revisi.objects.get().nomor == 3


def test_an_emptied_text_is_no_text():
    pd = PerangkatDaerahFactory()
    save_narasi(oleh=UJI, pd=pd, tahun=2024, bagian="bab4.saran", isi="<p>Saran</p>")
    assert save_narasi(oleh=UJI, pd=pd, tahun=2024, bagian="bab4.saran", isi="<p></p>") is None
    assert not Narasi.objects.exists()
    assert Jejak.objects.first().tindakan == "hapus"


def test_two_writers_of_one_section():
    pd = PerangkatDaerahFactory()
    kosong = sidik([])
    save_narasi(oleh=UJI, pd=pd, tahun=2024, bagian="bab4.saran", isi="<p>Pertama</p>", sidik=kosong)
    with pytest.raises(Bentrok) as bentrok:
        save_narasi(oleh=UJI, pd=pd, tahun=2024, bagian="bab4.saran", isi="<p>Kedua</p>", sidik=kosong)
    assert bentrok.value.terakhir.objek_jenis == "laporan.Narasi"
    save_narasi(oleh=UJI, pd=pd, tahun=2024, bagian="bab4.kesimpulan", isi="<p>Lain</p>", sidik=kosong)
    assert {n.isi for n in Narasi.objects.all()} == {"<p>Pertama</p>", "<p>Lain</p>"}


@pytest.mark.parametrize("peran", [Peran.STAF_BIDANG, Peran.KEPALA_DINAS, Peran.INSPEKTORAT])
def test_only_the_planner_writes(peran):
    pd = PerangkatDaerahFactory()
    oleh = Pelaku.from_pengguna(PenggunaFactory(peran=peran, perangkat_daerah=pd), "uji")
    with pytest.raises(PermissionDenied):
        save_narasi(oleh=oleh, pd=pd, tahun=2024, bagian="bab4.saran", isi="x")
    with pytest.raises(PermissionDenied):
        save_laporan(oleh=oleh, laporan=Laporan(perangkat_daerah=pd, tahun=2024), lampiran=[])
    assert not Laporan.objects.exists()


def test_attachments_change_places_and_only_what_changed_is_in_the_trail():
    laporan = LaporanFactory()
    save_laporan(
        oleh=UJI,
        laporan=laporan,
        lampiran=[lampiran(None, 1, "A"), lampiran(None, 2, "B"), lampiran(None, 3, "C")],
    )
    a, b, c = Lampiran.objects.all()
    assert a.isi == "<p>Satu</p><p>Dua</p>"
    sebelumnya = Jejak.objects.count()
    isi = [lampiran(b.pk, 1, "B"), lampiran(a.pk, 2, "A"), lampiran(c.pk, 3, "C")]
    save_laporan(oleh=UJI, laporan=laporan, lampiran=isi)
    assert [satu.judul for satu in Lampiran.objects.all()] == ["B", "A", "C"]
    baru = Jejak.objects.order_by("pk")[sebelumnya:]
    assert [(j.sebelum["urutan"], j.sesudah["urutan"]) for j in baru] == [("2", "1"), ("1", "2")]
    save_laporan(oleh=UJI, laporan=laporan, lampiran=isi)
    assert Jejak.objects.count() == sebelumnya + 2


def test_a_removed_attachment_is_deleted_with_its_trail():
    laporan = LaporanFactory()
    save_laporan(oleh=UJI, laporan=laporan, lampiran=[lampiran(None, 1, "A"), lampiran(None, 2, "B")])
    b = Lampiran.objects.get(judul="B")
    save_laporan(oleh=UJI, laporan=laporan, lampiran=[lampiran(b.pk, 1, "B")])
    assert [(satu.urutan, satu.judul) for satu in Lampiran.objects.all()] == [(1, "B")]
    assert Jejak.objects.filter(tindakan="hapus").get().sebelum["judul"] == "A"


def test_a_report_made_meanwhile_is_not_made_twice():
    pd = PerangkatDaerahFactory()
    LaporanFactory(perangkat_daerah=pd, tahun=2024)
    baru = Laporan(perangkat_daerah=pd, tahun=2024, tanggal=datetime.date(2025, 2, 1))
    with pytest.raises(Bentrok):
        save_laporan(oleh=UJI, laporan=baru, lampiran=[], sidik=sidik([]))
    save_laporan(oleh=UJI, laporan=baru, lampiran=[])
    assert Laporan.objects.get().tanggal == datetime.date(2025, 2, 1)
