import pytest
from django.urls import reverse

from laporan.models import Narasi
from lkip.models import DrafIsian, Jejak
from tests.laporan.kirim import isi_halaman, kunci_baru

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def alamat(pd, bagian="bab4.saran"):
    return reverse("naskah_narasi", args=[pd.slug, 2024, bagian])


def test_what_was_written_comes_back_cleaned(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {
        **isi_halaman(client, url),
        "isi": "<h1 style='x'>Judul</h1><p class=MsoNormal>Teks<o:p></o:p></p>",
    }
    jawaban = client.post(url, data, follow=True)
    isi = jawaban.content.decode()
    assert jawaban.redirect_chain == [(url, 302)]
    assert "Naskah “Saran” tersimpan." in isi
    assert jawaban.context["form"]["isi"].value() == "<h4>Judul</h4><p>Teks</p>"
    assert '<p class="subjudul">Judul</p><p>Teks</p>' in isi


def test_sent_twice_it_is_written_once(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {**isi_halaman(client, url), "isi": "<p>Sekali</p>"}
    assert client.post(url, data).status_code == client.post(url, data).status_code == 302
    assert Jejak.objects.filter(objek_jenis="laporan.Narasi").count() == 1


def test_the_preview_as_one_types_saves_nothing_and_shows_what_is_wrong(client, perencana):
    pd = perencana.perangkat_daerah
    data = {**isi_halaman(client, alamat(pd)), "isi": "<p>{{ pd.nama }} {{ salah }} {{</p>", "pratinjau": "1"}
    isi = client.post(alamat(pd), data, headers=HTMX).content.decode()
    assert "<html" not in isi
    assert f"<p>{pd.nama} " in isi
    assert "“{{ salah }}” tidak dikenal" in isi
    assert "tidak berpasangan" in isi
    assert 'hx-swap-oob="innerHTML"' in isi
    assert not Narasi.objects.exists()


def test_the_preview_button_without_javascript_keeps_the_text_in_the_form(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {**isi_halaman(client, url), "isi": "Belum {{ tahun }} selesai", "pratinjau": "1"}
    jawaban = client.post(url, data)
    isi = jawaban.content.decode()
    assert "Belum 2024 selesai" in isi
    assert "Belum {{ tahun }} selesai</textarea>" in isi
    assert not Narasi.objects.exists()
    data = {**data, **jawaban.context["isian"].tersembunyi}
    del data["pratinjau"]
    client.post(url, data)
    assert Narasi.objects.get().isi == "<p>Belum {{ tahun }} selesai</p>"


def test_a_value_cannot_bring_markup_into_the_preview(client, perencana):
    pd = perencana.perangkat_daerah
    pd.nama = "<script>alert(1)</script>"
    pd.save()
    data = {
        **isi_halaman(client, alamat(pd)),
        "isi": "<p>{{ pd.nama }}</p><img src=x onerror=y>",
        "pratinjau": "1",
    }
    isi = client.post(alamat(pd), data, headers=HTMX).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in isi
    assert "<script" not in isi
    assert "<img" not in isi


def test_too_long_is_said_beside_the_preview_and_when_saving(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {**isi_halaman(client, url), "isi": "<p>" + "kata " * 60_000 + "</p>"}
    assert "terlalu panjang" in client.post(url, {**data, "pratinjau": "1"}, headers=HTMX).content.decode()
    jawaban = client.post(url, data)
    assert jawaban.status_code == 200
    assert "Naskah</a>: Naskah terlalu panjang: 300.007 huruf" in jawaban.content.decode()
    assert not Narasi.objects.exists()


def test_what_another_writer_saved_is_shown_and_not_overwritten(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    saya = {**isi_halaman(client, url), "isi": "<p>Dari saya</p>"}
    client.post(url, {**isi_halaman(client, url), "isi": "<p>Dari rekan</p>"})
    jawaban = client.post(url, saya)
    isi = jawaban.content.decode()
    assert "diubah orang lain" in isi
    assert "Dari rekan" in isi
    assert Narasi.objects.get().isi == "<p>Dari rekan</p>"
    client.post(url, {**saya, **jawaban.context["isian"].tersembunyi})
    assert Narasi.objects.get().isi == "<p>Dari saya</p>"


def test_a_draft_comes_back(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    client.post(reverse("draf"), {**isi_halaman(client, url), "isi": "<p>Setengah jadi</p>"})
    jawaban = client.get(url)
    assert jawaban.context["form"]["isi"].value() == "<p>Setengah jadi</p>"
    assert "dipulihkan" in jawaban.content.decode()
    client.post(url, kunci_baru(client, url, {"isi": "<p>Jadi</p>"}))
    assert not DrafIsian.objects.exists()


@pytest.mark.parametrize("bagian", ["bab9.apa", "program.9.99.99", "x" * 200])
def test_an_unknown_section(client, perencana, bagian):
    assert client.get(alamat(perencana.perangkat_daerah, bagian)).status_code == 404


def test_a_section_of_a_program_and_its_neighbours(client, perencana_demo, django_assert_max_num_queries):
    url = alamat(perencana_demo.perangkat_daerah, "program.1.06.01")
    client.get(url)
    with django_assert_max_num_queries(15):
        jawaban = client.get(url)
    assert jawaban.context["sebelumnya"].kunci == "bab3.program"
    assert jawaban.context["berikutnya"].kunci.startswith("program.1.06.0")
    assert "Tidak ada masalah pada bagian ini." in jawaban.content.decode()
