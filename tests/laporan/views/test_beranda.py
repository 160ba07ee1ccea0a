import datetime

import pytest
import time_machine
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from laporan.tersimpan import NAMA
from lkip.access import Peran
from lkip.menu import MENU
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_row
from tests.factories import (
    IndikatorFactory,
    LaporanFactory,
    PenggunaFactory,
    PerangkatDaerahFactory,
    PerjanjianKinerjaFactory,
    ProgramFactory,
    RenstraFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db


OLEH = Pelaku.from_command("uji")


def submit(unit, tahun):
    """Submit a perjanjian kinerja as an action does."""
    perjanjian = PerjanjianKinerjaFactory(unit_kerja=unit, tahun=tahun, status="draft")
    perjanjian.status = "diajukan"
    save_row(oleh=OLEH, objek=perjanjian, lingkup=Lingkup(unit.perangkat_daerah_id, tahun))


def isi(client, **cari):
    return client.get(reverse("beranda"), cari).content.decode()


def test_own_reports_newest_first_with_links(client):
    pengguna = PenggunaFactory()
    for tahun in (2023, 2024):
        LaporanFactory(perangkat_daerah=pengguna.perangkat_daerah, tahun=tahun)
    lain = LaporanFactory()
    client.force_login(pengguna)
    halaman = isi(client)
    slug = pengguna.perangkat_daerah.slug
    assert halaman.index(f"/laporan/{slug}/2024/") < halaman.index(f"/laporan/{slug}/2023/")
    assert f"/laporan/{slug}/2024/pdf/" in halaman
    assert "22 Januari 2025" in halaman
    assert lain.perangkat_daerah.nama not in halaman
    assert 'name="cari"' not in halaman


@pytest.mark.parametrize("peran", [Peran.INSPEKTORAT, Peran.ADMIN_PEMDA])
def test_those_across_see_all_and_can_filter(client, peran):
    satu = LaporanFactory(perangkat_daerah__nama="Dinas Sosial", tahun=2024)
    dua = LaporanFactory(perangkat_daerah__nama="Dinas Kesehatan", tahun=2023)
    client.force_login(PenggunaFactory(peran=peran))
    halaman = isi(client)
    assert satu.perangkat_daerah.nama in halaman
    assert dua.perangkat_daerah.nama in halaman
    assert "<h3>Dinas Kesehatan</h3>" not in isi(client, cari="sosial")
    assert "<h3>Dinas Sosial</h3>" not in isi(client, tahun="2023")
    assert "<h3>Dinas Sosial</h3>" in isi(client, tahun="²")
    assert "Tidak ada laporan yang cocok" in isi(client, cari="<x>")


def test_a_filter_does_not_open_another_perangkat_daerah(client):
    LaporanFactory(perangkat_daerah__nama="Dinas Rahasia")
    client.force_login(PenggunaFactory())
    assert "Dinas Rahasia</h3>" not in isi(client, cari="Rahasia")


def test_without_a_report_the_data_can_still_be_opened(client):
    pengguna = PenggunaFactory()
    client.force_login(pengguna)
    tahun = timezone.localdate().year - 1
    assert reverse("laporan", args=[pengguna.perangkat_daerah.slug, tahun]) in isi(client)


def test_without_peran_the_person_is_told_what_to_do(client):
    client.force_login(PenggunaFactory(peran=""))
    LaporanFactory()
    assert "belum memiliki peran" in isi(client)


def test_without_perangkat_daerah_nothing_is_listed(client):
    LaporanFactory(perangkat_daerah__nama="Dinas Lain")
    client.force_login(PenggunaFactory(perangkat_daerah=None))
    halaman = isi(client)
    assert "Belum ada laporan" in halaman
    assert "Dinas Lain" not in halaman


def test_many_reports_come_in_pages_with_few_queries(client, django_assert_max_num_queries):
    pd = PerangkatDaerahFactory(nama="N" * 300)
    LaporanFactory.create_batch(60)
    LaporanFactory(perangkat_daerah=pd)
    client.force_login(PenggunaFactory(peran=Peran.INSPEKTORAT))
    isi(client)  # the first visit also writes the year into the session, and a row for each perangkat daerah
    with django_assert_max_num_queries(12):
        halaman = isi(client, cari="Dinas")
    assert "Halaman 1 dari 2" in halaman
    assert "?cari=Dinas&amp;halaman=2" in halaman
    assert "N" * 300 in isi(client, cari="NNN")


def test_the_year_is_that_of_the_newest_report_until_another_is_chosen(client):
    pengguna = PenggunaFactory()
    for tahun in (2023, 2024):
        LaporanFactory(perangkat_daerah=pengguna.perangkat_daerah, tahun=tahun)
    ProgramFactory(perangkat_daerah=pengguna.perangkat_daerah, tahun=2025)
    client.force_login(pengguna)
    slug = pengguna.perangkat_daerah.slug
    assert reverse("kebijakan", args=[slug, 2024]) in isi(client)
    assert "<option>2025</option>" in isi(client)
    assert reverse("kebijakan", args=[slug, 2025]) in isi(client, tahun_kerja="2025")
    assert "Pekerjaan tahun 2025" in isi(client)
    assert reverse("kebijakan", args=[slug, 2025]) in client.get(reverse("skala_daftar")).content.decode()
    for aneh in ("1999", "x", "²²²²", "9" * 5000):
        assert "Pekerjaan tahun 2025" in isi(client, tahun_kerja=aneh)


def test_without_a_report_the_newest_program_or_renstra_counts_then_this_year(client):
    sekarang = timezone.localdate().year
    pengguna = PenggunaFactory()
    client.force_login(pengguna)
    assert f"Pekerjaan tahun {sekarang}" in isi(client)
    client.logout()
    client.force_login(PenggunaFactory(perangkat_daerah=ProgramFactory(tahun=2021).perangkat_daerah))
    assert "Pekerjaan tahun 2021" in isi(client)
    renstra = RenstraFactory(tahun_awal=2019, tahun_akhir=2023)
    client.logout()
    client.force_login(PenggunaFactory(perangkat_daerah=renstra.perangkat_daerah))
    assert "Pekerjaan tahun 2023" in isi(client)


def test_those_across_work_in_the_one_they_chose(client):
    satu, dua = LaporanFactory(tahun=2024), LaporanFactory(tahun=2023)
    client.force_login(PenggunaFactory(peran=Peran.INSPEKTORAT))
    assert reverse("renstra_daftar", args=[satu.perangkat_daerah.slug]) in isi(client)
    slug = dua.perangkat_daerah.slug
    assert reverse("renstra_daftar", args=[slug]) in isi(client, pd=slug)
    assert reverse("renstra_daftar", args=[slug]) in client.get(reverse("jejak_daftar")).content.decode()
    assert reverse("renstra_daftar", args=[slug]) in isi(client, pd="tiada")


def test_nobody_chooses_a_perangkat_daerah_that_is_not_theirs(client):
    lain = PerangkatDaerahFactory()
    client.force_login(PenggunaFactory())
    assert lain.slug not in isi(client, pd=lain.slug)


def test_tasks_and_work_of_a_staf_in_few_queries(client, django_assert_max_num_queries):
    unit = UnitKerjaFactory()
    renstra = RenstraFactory(perangkat_daerah=unit.perangkat_daerah, tahun_awal=2024, tahun_akhir=2024)
    for indikator in IndikatorFactory.create_batch(3, renstra=renstra):
        indikator.penanggung_jawab.add(unit)
    client.force_login(
        PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=unit.perangkat_daerah, unit_kerja=unit)
    )
    isi(client)  # the first visit also writes the year into the session, and a row for the perangkat daerah
    caches[NAMA].clear()
    with django_assert_max_num_queries(15):
        halaman = " ".join(isi(client).split())
    assert "<strong>Triwulan I 2024</strong>: 3 indikator belum diisi" in halaman
    with django_assert_max_num_queries(5):  # what is kept
        assert "3 indikator belum diisi" in isi(client)
    assert "Tidak ada yang menunggu Anda" in isi(client, tahun_kerja="2022")


def test_what_waits_in_another_year_leads_there(client):
    unit = UnitKerjaFactory()
    kepala = PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=unit.perangkat_daerah)
    PerjanjianKinerjaFactory(unit_kerja=unit, tahun=2026, status="diajukan")
    client.force_login(kepala)
    halaman = " ".join(isi(client, tahun_kerja="2024").split())
    alamat = reverse("perjanjian_daftar", args=[unit.perangkat_daerah.slug, 2026])
    assert (
        f'<a href="{alamat}"><strong>Tahun 2026</strong>: 1 perjanjian kinerja menunggu tanda tangan</a>'
        in halaman
    )
    assert "pada tahun lain" not in isi(client, tahun_kerja="2026")


def test_a_write_for_any_year_shows_at_once(client):
    unit = UnitKerjaFactory()
    pd, lain = unit.perangkat_daerah, UnitKerjaFactory()
    client.force_login(PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=pd))
    assert "menunggu tanda tangan" not in isi(client, tahun_kerja="2024")
    submit(lain, 2024)
    assert "menunggu tanda tangan" not in isi(client)
    submit(unit, 2024)
    halaman = isi(client)
    assert "1 perjanjian kinerja menunggu tanda tangan" in halaman
    assert "Terakhir diubah" in halaman
    submit(unit, 2031)
    assert "<strong>Tahun 2031</strong>: 1 perjanjian kinerja menunggu tanda tangan" in isi(client)


def test_a_new_report_of_any_shows_at_once_to_those_across(client):
    client.force_login(PenggunaFactory(peran=Peran.INSPEKTORAT))
    satu = PerangkatDaerahFactory()
    assert "LKIP Tahun 2024" not in isi(client)
    save_row(
        oleh=OLEH,
        objek=LaporanFactory.build(perangkat_daerah=satu, tahun=2024, penandatangan=None),
        lingkup=Lingkup(satu.pk, 2024),
    )
    assert "LKIP Tahun 2024" in isi(client)
    baru = PerangkatDaerahFactory(nama="Dinas Baru")
    assert f'<option value="{baru.slug}">Dinas Baru</option>' in isi(client)


def test_what_is_kept_of_one_person_is_not_shown_to_another_or_after_their_rights_change(client):
    unit = UnitKerjaFactory()
    submit(unit, 2024)
    kepala = PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=unit.perangkat_daerah)
    client.force_login(kepala)
    assert "menunggu tanda tangan" in isi(client, tahun_kerja="2024")
    kepala.peran = Peran.STAF_BIDANG
    kepala.save()
    assert "menunggu tanda tangan" not in isi(client)
    client.logout()
    client.force_login(PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=unit.perangkat_daerah))
    assert "menunggu tanda tangan" not in isi(client, tahun_kerja="2024")
    client.logout()
    inspektorat = PenggunaFactory(peran=Peran.INSPEKTORAT, perangkat_daerah=None)
    client.force_login(inspektorat)
    assert "menunggu tanda tangan" not in isi(client, tahun_kerja="2024")
    inspektorat.is_superuser = True
    inspektorat.save()
    assert "menunggu tanda tangan" in isi(client)


def test_a_day_that_passes_shows_at_once(client):
    pd = PerangkatDaerahFactory()
    client.force_login(PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=pd))
    with time_machine.travel(datetime.datetime(2025, 12, 31, 15, 0, tzinfo=datetime.UTC), tick=False):
        assert "<option>2027</option>" not in isi(client)
    with time_machine.travel(datetime.datetime(2025, 12, 31, 16, 30, tzinfo=datetime.UTC), tick=False):
        assert "<option>2027</option>" in isi(client)  # it is 2026 in Makassar


def test_every_entry_of_the_menu_is_explained():
    assert not [butir.nama for _, isi in MENU for butir in isi if not butir.keterangan]
