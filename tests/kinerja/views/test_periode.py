"""The page of the quarters: due days, how far each is, locking with what is open named, opening again."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.models import RealisasiIndikator
from lkip.kunci import is_locked
from lkip.models import Jejak, PeriodeTriwulan
from lkip.peran import Peran
from tests.factories import IndikatorFactory, PeriodeTriwulanFactory, RealisasiIndikatorFactory
from tests.formulir import galat_of, isian_of
from tests.kinerja.kirim import kirim
from tests.kinerja.orang import pelaku

Status = RealisasiIndikator.Status


@pytest.fixture
def alamat(pd):
    return reverse("periode", args=[pd.slug, 2024])


def langkah(pd, nama, triwulan=1):
    return reverse(f"periode_{nama}", args=[pd.slug, 2024, triwulan])


def test_due_days_are_set_and_kept(masuk, pd, alamat):
    kirim(masuk, alamat, batas_1="2024-04-10", batas_4="2025-01-10")
    assert list(PeriodeTriwulan.objects.values_list("triwulan", "batas_waktu")) == [
        (1, datetime.date(2024, 4, 10)),
        (4, datetime.date(2025, 1, 10)),
    ]
    teks = masuk.get(alamat).content.decode()
    assert 'value="2024-04-10"' in teks
    assert "Lewat batas waktu" not in teks  # nothing is measured that year


@pytest.mark.usefixtures("realisasi")
def test_a_day_that_passed_is_said_while_something_is_open(masuk, pd, alamat):
    PeriodeTriwulanFactory(perangkat_daerah=pd, batas_waktu=datetime.date(2024, 4, 10))
    assert masuk.get(alamat).content.decode().count("Lewat batas waktu") == 1
    RealisasiIndikator.objects.update(status=Status.DISETUJUI)
    assert "Lewat batas waktu" not in masuk.get(alamat).content.decode()


def test_what_is_no_date_is_said_and_stays(masuk, alamat):
    jawaban = kirim(masuk, alamat, batas_1="10 April", batas_2="2024-07-10")
    assert "Batas waktu" in galat_of(jawaban)
    assert isian_of(jawaban)["batas_1"] == "10 April"
    assert not PeriodeTriwulan.objects.exists()


def test_another_perencana_is_not_overwritten(masuk, pd, alamat):
    isi = isian_of(masuk.get(alamat)) | {"batas_1": "2024-04-10"}
    PeriodeTriwulanFactory(perangkat_daerah=pd, batas_waktu=datetime.date(2024, 4, 5))
    jawaban = masuk.post(alamat, isi)
    assert "diubah orang lain" in jawaban.content.decode()
    assert PeriodeTriwulan.objects.get().batas_waktu == datetime.date(2024, 4, 5)
    masuk.post(alamat, isian_of(jawaban))
    assert PeriodeTriwulan.objects.get().batas_waktu == datetime.date(2024, 4, 10)


def test_it_counts_by_status_and_staff_only_their_own(client, masuk, alamat, realisasi, bidang, renstra):
    RealisasiIndikatorFactory(indikator__renstra=renstra, status=Status.DISETUJUI)
    IndikatorFactory(renstra=renstra)
    teks = masuk.get(alamat).content.decode()
    assert [satu in teks for satu in ("1 draf", "1 disetujui", "1 belum diisi", "3 belum diisi")] == [
        True
    ] * 4
    client.force_login(pelaku(Peran.STAF_BIDANG, bidang).pengguna)
    teks = client.get(alamat).content.decode()
    assert ("1 draf" in teks, "1 disetujui" in teks, "hanya realisasi unit kerja Anda" in teks) == (
        True,
        False,
        True,
    )
    assert "Simpan batas waktu" not in teks


def test_locking_names_what_is_open_and_asks_for_a_reason(masuk, pd, realisasi):
    jawaban = kirim(masuk, langkah(pd, "kunci"))
    teks = jawaban.content.decode()
    assert "1 indikator belum disetujui" in teks
    assert str(realisasi.indikator) in teks
    assert "Alasan mengunci sekarang" in galat_of(jawaban)
    assert not is_locked(pd.pk, 2024, 1)
    jawaban = kirim(masuk, langkah(pd, "kunci"), alasan="Batas waktu lewat")
    assert jawaban["Location"] == reverse("periode", args=[pd.slug, 2024])
    assert is_locked(pd.pk, 2024, 1)
    assert (
        "Triwulan I tahun 2024 sudah dikunci" in masuk.get(langkah(pd, "kunci"), follow=True).content.decode()
    )


def test_when_all_is_approved_no_reason_is_asked(masuk, pd, realisasi):
    RealisasiIndikator.objects.update(status=Status.DISETUJUI)
    assert "Semua indikator sudah disetujui" in masuk.get(langkah(pd, "kunci")).content.decode()
    isi = isian_of(masuk.get(langkah(pd, "kunci")))
    for _ in range(2):  # a double click
        assert masuk.post(langkah(pd, "kunci"), isi).status_code == 302
    assert RealisasiIndikator.objects.get().status == Status.DIKUNCI
    assert Jejak.objects.filter(objek_jenis="lkip.PeriodeTriwulan").count() == 1


def test_opening_again_sends_the_chosen_back(masuk, pd, realisasi, renstra):
    tetap = RealisasiIndikatorFactory(indikator__renstra=renstra)
    lain = RealisasiIndikatorFactory()
    RealisasiIndikator.objects.update(status=Status.DIKUNCI)
    PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada=timezone.now(), dikunci_oleh="perencana")
    assert "Alasan membuka kembali" in galat_of(kirim(masuk, langkah(pd, "buka"), perbaiki=[realisasi.pk]))
    assert is_locked(pd.pk, 2024, 1)
    asing = kirim(masuk, langkah(pd, "buka"), alasan="Susulan", perbaiki=[lain.pk])
    assert asing.status_code == 200
    kirim(masuk, langkah(pd, "buka"), alasan="Susulan", perbaiki=[realisasi.pk])
    assert not is_locked(pd.pk, 2024, 1)
    status = dict(RealisasiIndikator.objects.values_list("pk", "status"))
    assert status == {realisasi.pk: Status.DIKEMBALIKAN, tetap.pk: Status.DISETUJUI, lain.pk: Status.DIKUNCI}
    assert "tidak terkunci" in masuk.get(langkah(pd, "buka"), follow=True).content.decode()


def test_few_queries_with_many_rows(masuk, alamat, renstra, pd, django_assert_max_num_queries):
    for _ in range(30):
        RealisasiIndikatorFactory(indikator__renstra=renstra)
    for tujuan in (alamat, langkah(pd, "kunci")):
        with django_assert_max_num_queries(15):
            assert masuk.get(tujuan).status_code == 200
