import datetime

import pytest
from django.urls import reverse

from laporan.models import Lampiran, Laporan
from lkip.models import UnitKerja
from tests.factories import LaporanFactory, PejabatFactory, UnitKerjaFactory
from tests.laporan.kirim import isi_halaman

pytestmark = pytest.mark.django_db


def alamat(pd):
    return reverse("laporan_identitas", args=[pd.slug, 2024])


def test_a_new_report_with_the_proposed_attachments(client, perencana):
    pd = perencana.perangkat_daerah
    unit = UnitKerjaFactory(perangkat_daerah=pd, jenis=UnitKerja.Jenis.PIMPINAN)
    kepala = PejabatFactory(unit_kerja=unit)
    data = {**isi_halaman(client, alamat(pd)), "tanggal": "2025-01-22", "penandatangan": str(kepala.pk)}
    jawaban = client.post(alamat(pd), data, follow=True)
    assert "Identitas laporan tersimpan." in jawaban.content.decode()
    laporan = Laporan.objects.get()
    assert (laporan.tempat, laporan.tanggal, laporan.penandatangan) == (
        "Kota Uji",
        datetime.date(2025, 1, 22),
        kepala,
    )
    assert [(satu.urutan, satu.jenis) for satu in laporan.lampiran.all()] == [
        (1, "perjanjian"),
        (2, "pengukuran"),
    ]


def test_errors_of_the_report_and_of_its_attachments_at_once(client, perencana):
    url = alamat(perencana.perangkat_daerah)
    data = {**isi_halaman(client, url), "tanggal": "31-31-2025", "lampiran-0-judul": "x" * 301}
    isi = client.post(url, data).content.decode()
    assert 'href="#id_tanggal"' in isi
    assert 'href="#id_lampiran-0-judul"' in isi
    assert not Laporan.objects.exists()


def test_a_conflict_shows_the_fields_and_the_rows(client, perencana):
    pd = perencana.perangkat_daerah
    laporan = LaporanFactory(perangkat_daerah=pd)
    Lampiran.objects.create(laporan=laporan, urutan=1, jenis="teks", judul="Semula")
    saya = {**isi_halaman(client, alamat(pd)), "tempat": "Dari saya", "lampiran-0-judul": "Judul saya"}
    client.post(alamat(pd), {**isi_halaman(client, alamat(pd)), "tempat": "Dari rekan"})
    jawaban = client.post(alamat(pd), saya)
    isi = jawaban.content.decode()
    assert "<td>Dari rekan</td><td>Dari saya</td>" in isi
    assert "<td>Lampiran lain; Semula</td><td>Lampiran lain; Judul saya</td>" in isi
    assert Laporan.objects.get().tempat == "Dari rekan"
    client.post(alamat(pd), {**saya, **jawaban.context["isian"].tersembunyi})
    assert (Laporan.objects.get().tempat, Lampiran.objects.get().judul) == ("Dari saya", "Judul saya")


def test_the_page_stays_light(client, perencana_demo, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        isi = client.get(alamat(perencana_demo.perangkat_daerah)).content.decode()
    assert "Perjanjian Kinerja Tahun 2024" in isi
