"""Scales: the list, and the forms with their rows."""

import pytest
from django.urls import reverse
from django.utils import timezone

from lkip.models import Jejak, KelasSkala, NilaiPredikat, Skala, SkalaPredikat
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    KebijakanPengukuranFactory,
    PenggunaFactory,
    PeriodeTriwulanFactory,
    SkalaFactory,
)

pytestmark = pytest.mark.django_db
TAMBAH, TAMBAH_PREDIKAT = reverse("skala_tambah"), reverse("skala_predikat_tambah")


@pytest.fixture(autouse=True)
def _masuk(client):
    client.force_login(PenggunaFactory(peran=Peran.ADMIN_PEMDA))


def baris(awalan, isi, awal=0):
    data = {f"{awalan}-TOTAL_FORMS": len(isi), f"{awalan}-INITIAL_FORMS": awal}
    return data | {f"{awalan}-{i}-{k}": v for i, satu in enumerate(isi) for k, v in satu.items()}


def kelas(kode, bawah, atas, label, **lain):
    isi = {"kode": kode, "batas_bawah": bawah, "batas_atas": atas, "label": label}
    return isi | {"nama_warna": "hijau", "warna": "#1b7837"} | lain


def kirim(client, alamat, data):
    return client.post(alamat, data | client.get(alamat).context["isian"].tersembunyi)


KOSONG = {"kode": "", "batas_bawah": "", "batas_atas": "", "label": "", "nama_warna": "", "warna": "#7f7f7f"}
DASAR = {"nama": "Skala Uji", "regulasi": "Peraturan"}


def test_a_new_scale_with_its_classes_and_blank_rows(client):
    isi = [kelas("1", "50", "100", "Baik"), kelas("2", "0", "49,99", "Kurang"), KOSONG]
    assert kirim(client, TAMBAH, DASAR | baris("kelas", isi)).status_code == 302
    assert [str(k) for k in KelasSkala.objects.all()] == ["Skala Uji: Baik", "Skala Uji: Kurang"]
    assert Jejak.objects.filter(induk=f"lkip.Skala:{Skala.objects.get().pk}").count() == 2
    assert "49,99" in client.get(reverse("skala_daftar")).content.decode()


def test_every_problem_stands_at_its_row(client):
    isi = [kelas("1", "60", "100", "Baik"), kelas("2", "40", "65", "Cukup"), kelas("2", "10", "20", "Kurang")]
    jawaban = kirim(client, TAMBAH, DASAR | baris("kelas", isi))
    galat = [dict(form.errors) for form in jawaban.context["formset"]]
    assert galat[0]["batas_bawah"] == ["Cukup dan Baik tumpang tindih."]
    assert galat[1]["kode"] == ["Kode 2 dipakai lebih dari sekali."]
    assert "Nilai antara 20 dan 40 tidak tercakup." in galat[1]["batas_bawah"]
    assert "Nilai 0 sampai 10 tidak tercakup." in galat[2]["batas_bawah"]
    assert '<a href="#id_kelas-0-batas_bawah">' in jawaban.content.decode()
    assert not Skala.objects.exists()


def test_wrong_fields_and_bounds_are_said_first(client):
    isi = [kelas("1", "60", "50", "Baik", warna="merah"), kelas("2", "x", "65", "")]
    formset = kirim(client, TAMBAH, DASAR | baris("kelas", isi)).context["formset"]
    assert set(formset.forms[0].errors) == {"batas_atas", "warna"}
    assert set(formset.forms[1].errors) == {"batas_bawah", "label"}
    kosong = kirim(client, TAMBAH, DASAR | baris("kelas", [KOSONG]))
    assert "Belum ada kelas." in kosong.content.decode()


def test_the_gap_policies_in_use_are_the_ones_checked(client):
    skala = SkalaFactory()
    KebijakanPengukuranFactory(skala=skala, celah_skala="bulatkan")
    satu, dua = skala.kelas.all()
    isi = [
        kelas("1", "50", "100", "Baik", id=satu.pk),
        kelas("2", "0", "48,5", "Kurang", id=dua.pk),
    ]
    alamat = reverse("skala_ubah", args=[skala.pk])
    formset = kirim(client, alamat, DASAR | baris("kelas", isi, 2)).context["formset"]
    assert formset.forms[0].errors["batas_bawah"] == ["Nilai antara 48,5 dan 50 tidak tercakup."]


def test_rows_change_and_go_and_a_locked_year_asks_why(client):
    kebijakan = KebijakanPengukuranFactory()
    skala = kebijakan.skala
    satu, dua = skala.kelas.all()
    isi = [
        kelas("1", "0", "100", "Semua", id=satu.pk),
        kelas("2", "0", "49", "Kurang", id=dua.pk, DELETE="on"),
    ]
    data = {"nama": skala.nama, "regulasi": skala.regulasi} | baris("kelas", isi, 2)
    alamat = reverse("skala_ubah", args=[skala.pk])
    PeriodeTriwulanFactory(
        perangkat_daerah=kebijakan.perangkat_daerah, dikunci_pada=timezone.now(), dikunci_oleh="x"
    )
    assert "alasan" in kirim(client, alamat, data).context["form"].errors
    assert skala.kelas.count() == 2
    assert kirim(client, alamat, data | {"alasan": "Peraturan baru"}).status_code == 302
    assert [k.label for k in skala.kelas.all()] == ["Semua"]
    assert {(j.tindakan, j.alasan) for j in Jejak.objects.all()} == {
        ("ubah", "Peraturan baru"),
        ("hapus", "Peraturan baru"),
    }


def test_what_somebody_else_changed_in_a_row_is_shown(client):
    skala = SkalaFactory()
    satu, dua = skala.kelas.all()
    alamat = reverse("skala_ubah", args=[skala.pk])
    hidden = client.get(alamat).context["isian"].tersembunyi
    skala.kelas.filter(kode="2").update(label="Diubah orang")
    isi = [kelas("1", "50", "100", "Baik", id=satu.pk), kelas("2", "0", "49", "Kurang", id=dua.pk)]
    data = {"nama": "Skala saya", "regulasi": "x"} | baris("kelas", isi, 2)
    jawaban = client.post(alamat, data | hidden)
    assert "Diubah orang, 0–49%" in jawaban.content.decode()
    assert Skala.objects.get().nama != "Skala saya"


def test_predicates(client):
    isi = [{"predikat": "WTP", "nilai": 4}, {"predikat": "WDP", "nilai": 4}, {"predikat": "", "nilai": ""}]
    formset = kirim(client, TAMBAH_PREDIKAT, {"nama": "Opini"} | baris("nilai", isi)).context["formset"]
    assert formset.forms[1].errors["nilai"] == ["Nilai 4 sudah dipakai WTP."]
    isi[1]["nilai"] = 3
    assert kirim(client, TAMBAH_PREDIKAT, {"nama": "Opini"} | baris("nilai", isi)).status_code == 302
    assert [str(n) for n in NilaiPredikat.objects.all()] == ["WTP = 4", "WDP = 3"]
    kosong = kirim(client, TAMBAH_PREDIKAT, {"nama": "Lain"} | baris("nilai", isi[2:]))
    assert "Isi paling sedikit satu predikat." in kosong.content.decode()
    skala = SkalaPredikat.objects.get()
    assert client.get(reverse("skala_predikat_ubah", args=[skala.pk])).status_code == 200


def test_many_scales_few_queries(client, django_assert_max_num_queries):
    SkalaFactory.create_batch(20, regulasi="R" * 300)
    with django_assert_max_num_queries(10):
        assert "R" * 300 in client.get(reverse("skala_daftar")).content.decode()


def test_a_scale_in_use_stays_and_an_unused_one_goes(client):
    dipakai, bebas = KebijakanPengukuranFactory().skala, SkalaFactory()
    teks = client.post(reverse("skala_hapus", args=[dipakai.pk])).content.decode()
    assert "masih dipakai: 1 kebijakan pengukuran" in teks
    assert not Jejak.objects.exists()
    assert "Baik" in client.get(reverse("skala_hapus", args=[bebas.pk])).content.decode()
    assert client.post(reverse("skala_hapus", args=[bebas.pk])).status_code == 302
    assert list(Skala.objects.all()) == [dipakai]
    assert Jejak.objects.filter(tindakan="hapus").count() == 3
    opini = SkalaPredikat.objects.create(nama="Opini")
    IndikatorFactory(skala_predikat=opini)
    teks = client.post(reverse("skala_predikat_hapus", args=[opini.pk])).content.decode()
    assert "masih dipakai: 1 indikator" in teks
