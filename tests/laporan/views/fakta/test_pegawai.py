import pytest
from django.urls import reverse

from laporan.models import JumlahPegawai
from tests.laporan.kirim import isi_halaman

pytestmark = pytest.mark.django_db


def alamat(pd):
    return reverse("fakta_pegawai", args=[pd.slug, 2024])


def test_rows_are_kept_per_breakdown_and_summed_as_one_types(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = isi_halaman(client, url)
    data |= {"baris-0-uraian": "S1", "baris-0-jumlah": "1.084", "baris-1-uraian": "S2", "baris-1-jumlah": "9"}
    data |= {"baris-2-kelompok": "jabatan", "baris-2-uraian": "Penyuluh", "baris-2-jumlah": "dua"}
    hitung = client.post(url, {**data, "hitung": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert "Pendidikan: <strong>1.093 orang</strong>" in hitung
    assert "Jabatan" not in hitung
    assert "1 baris belum ikut dihitung" in hitung
    assert not JumlahPegawai.objects.exists()
    client.post(url, {**data, "baris-2-jumlah": "2"})
    assert [(p.kelompok, p.urutan, p.uraian, p.jumlah) for p in JumlahPegawai.objects.all()] == [
        ("jabatan", 1, "Penyuluh", 2),
        ("pendidikan", 1, "S1", 1084),
        ("pendidikan", 2, "S2", 9),
    ]


def test_last_year_gives_the_lines_but_not_the_numbers(client, perencana):
    pd = perencana.perangkat_daerah
    JumlahPegawai.objects.create(
        perangkat_daerah=pd, tahun=2023, kelompok="pendidikan", urutan=1, uraian="S1", jumlah=50
    )
    isi = client.get(f"{alamat(pd)}?salin=1").context["formset"].forms[0]
    assert (isi["uraian"].value(), isi["jumlah"].value()) == ("S1", None)


def test_counting_without_javascript_shows_the_whole_page(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {**isi_halaman(client, url), "baris-0-uraian": "S1", "baris-0-jumlah": "4", "hitung": "1"}
    isi = client.post(url, data).content.decode()
    assert "<html" in isi
    assert "4 orang" in isi
    assert not JumlahPegawai.objects.exists()
