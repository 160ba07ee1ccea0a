"""The inbox of the head: what is in it, several approved at once, and what somebody changed meanwhile."""

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.actions.langkah_realisasi import submit_realisasi, withdraw_realisasi
from kinerja.models import RealisasiIndikator, RencanaAksi, TargetTahunan
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import IndikatorFactory, PejabatFactory, RealisasiIndikatorFactory, UnitKerjaFactory
from tests.formulir import isian_of
from tests.kinerja.orang import pelaku

Status = RealisasiIndikator.Status


@pytest.fixture
def alamat(pd):
    return reverse("persetujuan", args=[pd.slug, 2024])


@pytest.fixture
def masuk_kepala(kepala):
    client = Client()
    client.force_login(kepala.pengguna)
    return client


@pytest.fixture
def diajukan(staf, realisasi):
    TargetTahunan.objects.create(indikator=realisasi.indikator, tahun=2024, nilai=80)
    return submit_realisasi(oleh=staf, realisasi=realisasi)


def lain(staf, indikator, triwulan=2, **isi):
    satu = RealisasiIndikatorFactory(indikator=indikator, triwulan=triwulan, nilai=40)
    return submit_realisasi(oleh=staf, realisasi=satu, alasan="Bukti menyusul", **isi)


def pilihan(jawaban):
    """What the checkboxes of the page would send."""
    return [satu.pilihan for satu in jawaban.context["baris"]]


def status(realisasi):
    return RealisasiIndikator.objects.get(pk=realisasi.pk).status


def test_figure_target_capaian_bukti_and_reason_stand_there(masuk_kepala, alamat, staf, diajukan):
    lain(staf, diajukan.indikator)
    teks = masuk_kepala.get(alamat).content.decode()
    for isi in ("Triwulan I<", "50%", "80%", "62,5", "1 berkas", "belum ada", "Bukti menyusul", staf.nama):
        assert isi in teks
    assert "2 realisasi menunggu" in teks


def test_what_was_planned_for_the_quarter_stands_beside(masuk_kepala, alamat, diajukan):
    assert "Target triwulan" not in masuk_kepala.get(alamat).content.decode()
    RencanaAksi.objects.create(indikator=diajukan.indikator, tahun=2024, triwulan=1, target=40)
    hasil = masuk_kepala.get(alamat).context["baris"][0].hasil
    assert (hasil.rencana, hasil.capaian_rencana) == ("40%", "125%")


def test_only_of_the_units_that_they_lead_today(pd, alamat, diajukan, renstra, bidang):
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    orang = pelaku(Peran.KEPALA_UNIT, unit).pengguna
    client = Client()
    client.force_login(orang)
    assert "Tidak ada realisasi yang menunggu" in client.get(alamat).content.decode()
    PejabatFactory(unit_kerja=bidang, pengguna=orang, status="plt")
    assert "1 realisasi menunggu" in client.get(alamat).content.decode()
    client.force_login(pelaku(Peran.KEPALA_DINAS, unit).pengguna)
    assert "1 realisasi menunggu" in client.get(alamat).content.decode()


def test_several_at_once_and_a_second_click_changes_nothing(masuk_kepala, alamat, staf, diajukan):
    dua, tiga = lain(staf, diajukan.indikator), lain(staf, diajukan.indikator, 3)
    halaman = masuk_kepala.get(alamat)
    isi = isian_of(halaman) | {"pilih": pilihan(halaman)[:2]}
    jawaban = masuk_kepala.post(alamat, isi, follow=True)
    masuk_kepala.post(alamat, isi, follow=True)
    assert [status(satu) for satu in (diajukan, dua, tiga)] == [
        Status.DISETUJUI,
        Status.DISETUJUI,
        Status.DIAJUKAN,
    ]
    assert Jejak.objects.filter(tindakan="setujui").count() == 2
    assert "2 realisasi disetujui." in jawaban.content.decode()


def test_without_a_choice_it_says_so(masuk_kepala, alamat, diajukan):
    jawaban = masuk_kepala.post(alamat, isian_of(masuk_kepala.get(alamat)))
    assert "Pilih paling sedikit satu realisasi" in jawaban.content.decode()
    assert status(diajukan) == Status.DIAJUKAN


def test_what_changed_meanwhile_is_not_approved_and_keeps_nothing_back(masuk_kepala, alamat, staf, diajukan):
    dua, tiga = lain(staf, diajukan.indikator), lain(staf, diajukan.indikator, 3)
    halaman = masuk_kepala.get(alamat)
    isi = isian_of(halaman) | {"pilih": pilihan(halaman)}
    withdraw_realisasi(oleh=staf, realisasi=dua)
    withdraw_realisasi(oleh=staf, realisasi=tiga)
    submit_realisasi(oleh=staf, realisasi=tiga, alasan="x")
    teks = masuk_kepala.post(alamat, isi, follow=True).content.decode()
    assert [status(satu) for satu in (diajukan, dua, tiga)] == [
        Status.DISETUJUI,
        Status.DRAF,
        Status.DIAJUKAN,
    ]
    assert "1 realisasi disetujui." in teks
    assert "Triwulan II, " in teks
    assert "statusnya sekarang draf" in teks
    assert "diubah orang lain" in teks


@pytest.mark.parametrize("pilih", ["999999 x", "bukan angka", "²", ""])
def test_nonsense_is_refused_in_words(masuk_kepala, alamat, diajukan, pilih):
    isi = isian_of(masuk_kepala.get(alamat)) | {"pilih": [pilih]}
    jawaban = masuk_kepala.post(alamat, isi, follow=True)
    assert jawaban.status_code == 200
    assert status(diajukan) == Status.DIAJUKAN


def test_of_another_unit_nothing_is_approved(masuk_kepala, alamat, staf, renstra, pd):
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    indikator = IndikatorFactory(renstra=renstra, cara_ukur="angka")
    indikator.penanggung_jawab.add(unit)
    asing = lain(pelaku(Peran.STAF_BIDANG, unit), indikator)
    isi = isian_of(masuk_kepala.get(alamat)) | {"pilih": [f"{asing.pk} "]}
    assert "tidak ditemukan lagi" in masuk_kepala.post(alamat, isi, follow=True).content.decode()
    assert status(asing) == Status.DIAJUKAN


def test_ones_own_submission_has_no_box(staf, bidang, alamat, realisasi):
    PejabatFactory(unit_kerja=bidang, pengguna=staf.pengguna, status="plh")
    orang = type(staf.pengguna).objects.get(pk=staf.pengguna.pk)
    submit_realisasi(oleh=Pelaku.from_pengguna(orang, "uji"), realisasi=realisasi)
    client = Client()
    client.force_login(orang)
    teks = client.get(alamat).content.decode()
    assert "Anda sendiri yang mengajukannya" in teks
    assert 'name="pilih"' not in teks


def test_few_queries_with_many_rows(
    masuk_kepala, alamat, staf, renstra, bidang, django_assert_max_num_queries
):
    for nomor in range(25):
        indikator = IndikatorFactory(renstra=renstra, kode=f"banyak-{nomor}", cara_ukur="angka")
        indikator.penanggung_jawab.add(bidang)
        lain(staf, indikator, triwulan=1 + nomor % 4)
    with django_assert_max_num_queries(15):
        assert "25 realisasi menunggu" in masuk_kepala.get(alamat).content.decode()
