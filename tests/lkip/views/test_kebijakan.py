"""The measurement policy: in words, and as a form."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from lkip.models import Jejak, KebijakanPengukuran, KelasSkala
from lkip.peran import Peran
from lkip.sebutan import CELAH, DASAR, EFISIENSI
from tests.factories import (
    KebijakanPengukuranFactory,
    PenggunaFactory,
    PerangkatDaerahFactory,
    PeriodeTriwulanFactory,
    SkalaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pd(client):
    client.force_login(PenggunaFactory(peran=Peran.ADMIN_PEMDA))
    return PerangkatDaerahFactory()


def alamat(nama, pd, tahun=2024):
    return reverse(nama, args=[pd.slug, tahun])


def isi(**lain):
    return {
        "dasar_capaian": "rasio",
        "batas_atas_capaian": "120",
        "celah_skala": "batas_bawah",
        "rumus_efisiensi": "pmk22",
        "regulasi_efisiensi": "PMK 22",
        "ambang_fisik": "100",
        "ambang_penyerapan": "50,5",
        "toleransi_jalur": "7,5",
    } | lain


def kirim(client, alamat, **lain):
    hidden = client.get(alamat).context["isian"].tersembunyi
    return client.post(alamat, isi(**lain) | hidden)


def test_each_choice_is_explained(client, pd, django_assert_max_num_queries):
    KebijakanPengukuranFactory(perangkat_daerah=pd, batas_atas_capaian=None, celah_skala="bulatkan")
    KebijakanPengukuranFactory(perangkat_daerah=pd, tahun=2023)
    with django_assert_max_num_queries(9):
        teks = client.get(alamat("kebijakan", pd)).content.decode()
    for satu in (DASAR["rasio"], CELAH["bulatkan"], EFISIENSI["selisih"], "Tanpa batas", "Peraturan Uji"):
        assert satu in teks
    assert alamat("kebijakan", pd, 2023) in teks
    assert "belum ditetapkan" in client.get(alamat("kebijakan", pd, 2030)).content.decode()


def test_set_from_nothing(client, pd):
    skala = SkalaFactory()
    jawaban = kirim(client, alamat("kebijakan_ubah", pd), skala=skala.pk, batas_atas_capaian="")
    assert jawaban.status_code == 302
    satu = KebijakanPengukuran.objects.get()
    assert (satu.perangkat_daerah, satu.tahun, satu.batas_atas_capaian) == (pd, 2024, None)
    assert (satu.rumus_efisiensi, satu.ambang_penyerapan) == ("pmk22", Decimal("50.5"))
    assert satu.toleransi_jalur == Decimal("7.5")
    assert Jejak.objects.get().objek_jenis == "lkip.KebijakanPengukuran"


def test_begin_with_the_year_before(client, pd):
    lama = KebijakanPengukuranFactory(perangkat_daerah=pd, tahun=2023, batas_atas_capaian=110)
    teks = client.get(alamat("kebijakan_ubah", pd)).content.decode()
    assert 'href="?salin=2023"' in teks
    salinan = client.get(alamat("kebijakan_ubah", pd), {"salin": "2023"})
    assert "Diisi dari kebijakan tahun 2023" in salinan.content.decode()
    assert salinan.context["form"]["batas_atas_capaian"].value() == 110
    assert salinan.context["form"]["skala"].value() == lama.skala_id
    for aneh in ("2024", "x", "²", "9999"):
        assert client.get(alamat("kebijakan_ubah", pd), {"salin": aneh}).context["sumber"] is None
    assert KebijakanPengukuran.objects.count() == 1


def test_a_scale_that_leaves_gaps_under_the_chosen_policy_is_refused(client, pd):
    skala = SkalaFactory()
    KelasSkala.objects.filter(skala=skala, kode="2").update(batas_atas="48.5")
    jawaban = kirim(client, alamat("kebijakan_ubah", pd), skala=skala.pk, celah_skala="bulatkan")
    assert "nilai antara 48,5 dan 50 tidak tercakup" in jawaban.content.decode()
    assert not KebijakanPengukuran.objects.exists()


def test_all_errors_at_once(client, pd):
    jawaban = kirim(
        client, alamat("kebijakan_ubah", pd), batas_atas_capaian="90", ambang_fisik="", ambang_penyerapan="x"
    )
    teks = jawaban.content.decode()
    assert "Paling kecil 100" in teks
    assert "bukan angka" in teks
    assert {"skala", "batas_atas_capaian", "ambang_fisik", "ambang_penyerapan"} == set(
        jawaban.context["form"].errors
    )


def test_a_locked_year_needs_a_reason(client, pd):
    satu = KebijakanPengukuranFactory(perangkat_daerah=pd)
    PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada=timezone.now(), dikunci_oleh="x")
    tempat = alamat("kebijakan_ubah", pd)
    assert "Alasan perubahan" in client.get(tempat).content.decode()
    assert kirim(client, tempat, skala=satu.skala_id).status_code == 200
    assert kirim(client, tempat, skala=satu.skala_id, alasan="Surat Biro Organisasi").status_code == 302
    assert Jejak.objects.get().alasan == "Surat Biro Organisasi"


def test_what_somebody_else_changed_is_shown(client, pd):
    satu = KebijakanPengukuranFactory(perangkat_daerah=pd)
    tempat = alamat("kebijakan_ubah", pd)
    hidden = client.get(tempat).context["isian"].tersembunyi
    KebijakanPengukuran.objects.update(regulasi_efisiensi="Ubahan orang lain")
    jawaban = client.post(tempat, isi(skala=satu.skala_id) | hidden)
    assert "<td>Ubahan orang lain</td><td>PMK 22</td>" in jawaban.content.decode()
