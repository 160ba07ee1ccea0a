import pytest
from django.urls import reverse

from laporan.actions.naskah import save_narasi
from lkip.pelaku import Pelaku
from tests.factories import LaporanFactory

pytestmark = pytest.mark.django_db


def alamat(pd, tahun=2024):
    return reverse("naskah", args=[pd.slug, tahun])


def test_a_year_without_anything(client, perencana):
    jawaban = client.get(alamat(perencana.perangkat_daerah))
    isi = jawaban.content.decode()
    assert "Buat laporan tahun 2024" in isi
    assert "0 dari 37 bagian terisi." in isi
    assert {satu.keadaan for _, daftar in jawaban.context["bab"] for satu in daftar} == {"kosong"}
    assert {satu.keadaan for satu in jawaban.context["fakta"]} == {"kosong"}


def test_each_section_says_how_it_stands_and_who_wrote_it(client, perencana):
    pd = perencana.perangkat_daerah
    LaporanFactory(perangkat_daerah=pd)
    oleh = Pelaku.from_pengguna(perencana, "uji")
    save_narasi(oleh=oleh, pd=pd, tahun=2024, bagian="bab4.saran", isi="<p>Baik</p>")
    save_narasi(oleh=oleh, pd=pd, tahun=2024, bagian="bab4.kesimpulan", isi="<p>{{ x }} {{ y }}</p>")
    jawaban = client.get(alamat(pd))
    butir = {satu.judul: satu for _, daftar in jawaban.context["bab"] for satu in daftar}
    assert (butir["Saran"].sebutan, butir["Saran"].oleh) == ("Terisi", perencana.username)
    assert (butir["Kesimpulan"].sebutan, butir["Kesimpulan"].banyak) == ("Perlu diperbaiki", "2 masalah")
    assert butir["Aset"].diubah is None
    assert "2 dari 37 bagian terisi, 1 perlu diperbaiki." in jawaban.content.decode()
    assert [judul for judul, _ in jawaban.context["bab"]] == [
        "Bagian Depan",
        "Bab I Pendahuluan",
        "Bab II Perencanaan Kinerja",
        "Bab III Akuntabilitas Kinerja",
        "Bab IV Penutup",
    ]


def test_programs_of_the_year_are_sections_and_the_page_stays_light(
    client, perencana_demo, django_assert_max_num_queries
):
    pd = perencana_demo.perangkat_daerah
    client.get(alamat(pd))
    with django_assert_max_num_queries(15):
        jawaban = client.get(alamat(pd))
    isi = jawaban.content.decode()
    assert reverse("naskah_narasi", args=[pd.slug, 2024, "program.1.06.02"]) in isi
    assert "44 dari 44 bagian terisi." in isi
    assert "23 peraturan" in isi
