import pytest
from django.urls import reverse

from laporan.models import DasarHukum
from lkip.models import Jejak
from tests.laporan.kirim import isi_halaman

pytestmark = pytest.mark.django_db


def alamat(pd, tahun=2024):
    return reverse("fakta_dasar_hukum", args=[pd.slug, tahun])


def peraturan(pd, urutan, nama, tahun=2024):
    return DasarHukum.objects.create(
        perangkat_daerah=pd, tahun=tahun, urutan=urutan, nama=nama, tentang="Uji", keterangan=""
    )


def test_a_blank_row_is_filled_and_the_order_changed(client, perencana):
    pd = perencana.perangkat_daerah
    a, b = peraturan(pd, 1, "UU A"), peraturan(pd, 2, "UU B")
    data = isi_halaman(client, alamat(pd))
    data |= {"baris-0-urutan": "9", "baris-2-nama": "UU C", "baris-2-tentang": "Baru", "baris-2-urutan": "1"}
    jawaban = client.post(alamat(pd), data, follow=True)
    assert "Dasar hukum tahun 2024 tersimpan." in jawaban.content.decode()
    assert [(d.urutan, d.nama) for d in DasarHukum.objects.all()] == [(1, "UU C"), (2, "UU B"), (3, "UU A")]
    assert DasarHukum.objects.get(nama="UU A").pk == a.pk
    assert not Jejak.objects.filter(objek_jenis="laporan.DasarHukum", objek_kunci=str(b.pk)).exists()


def test_a_ticked_row_goes(client, perencana):
    pd = perencana.perangkat_daerah
    peraturan(pd, 1, "UU A")
    client.post(alamat(pd), {**isi_halaman(client, alamat(pd)), "baris-0-DELETE": "on"})
    assert not DasarHukum.objects.exists()


def test_last_year_is_proposed_and_saved_only_on_request(client, perencana):
    pd = perencana.perangkat_daerah
    peraturan(pd, 1, "UU A")
    peraturan(pd, 1, "UU A", 2023)
    peraturan(pd, 2, "UU Lama", 2023)
    assert "Salin 1 baris dari tahun sebelumnya" in client.get(alamat(pd)).content.decode()
    usul = f"{alamat(pd)}?salin=1"
    data = isi_halaman(client, usul)
    assert "belum tersimpan" in client.get(usul).content.decode()
    assert DasarHukum.objects.filter(tahun=2024).count() == 1
    client.post(usul, data)
    assert [d.nama for d in DasarHukum.objects.filter(tahun=2024)] == ["UU A", "UU Lama"]
    assert DasarHukum.objects.filter(tahun=2023).count() == 2


def test_what_somebody_else_deleted_or_changed_is_shown(client, perencana):
    pd = perencana.perangkat_daerah
    peraturan(pd, 1, "UU A")
    saya = {**isi_halaman(client, alamat(pd)), "baris-0-nama": "UU A saya"}
    DasarHukum.objects.all().delete()
    peraturan(pd, 1, "UU rekan")
    jawaban = client.post(alamat(pd), saya)
    isi = jawaban.content.decode()
    assert "diubah orang lain" in isi
    assert "UU rekan; Uji; Berlaku" in isi
    assert DasarHukum.objects.get().nama == "UU rekan"
    client.post(alamat(pd), {**saya, **jawaban.context["isian"].tersembunyi})
    assert DasarHukum.objects.get().nama == "UU A saya"


def test_names_of_300_letters_and_500_rows(client, perencana, django_assert_max_num_queries):
    pd = perencana.perangkat_daerah
    DasarHukum.objects.bulk_create(
        DasarHukum(perangkat_daerah=pd, tahun=2024, urutan=i, nama=f"{i}" + "x" * 297, tentang="y" * 2000)
        for i in range(1, 501)
    )
    with django_assert_max_num_queries(15):
        data = isi_halaman(client, alamat(pd))
    assert client.post(alamat(pd), {**data, "baris-499-urutan": "1"}).status_code == 302
    assert Jejak.objects.filter(objek_jenis="laporan.DasarHukum").count() == 499
    assert DasarHukum.objects.get(urutan=2).nama.startswith("500")


def test_a_form_that_lost_its_management_fields_is_shown_again(client, perencana):
    jawaban = client.post(alamat(perencana.perangkat_daerah), {"baris-0-nama": "UU"})
    assert jawaban.status_code == 200
    assert not DasarHukum.objects.exists()
