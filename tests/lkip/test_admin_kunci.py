"""What a lock forbids, the administration site says; it changes nothing and never fails."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from anggaran.models import RealisasiAnggaran
from kinerja.models import Indikator, Komponen, RealisasiIndikator, RealisasiKomponen
from lkip.admin_dasar import PESAN_TERKUNCI
from lkip.models import Jejak, PeriodeTriwulan
from lkip.peran import Peran
from tests.factories import IndikatorFactory, PenggunaFactory, SubKegiatanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pengelola(client):
    client.force_login(PenggunaFactory(username="admin", peran=Peran.ADMIN_PEMDA, is_staff=True))


@pytest.fixture
def realisasi():
    """A measured realisasi of triwulan II, and its quarter locked."""
    indikator = IndikatorFactory()
    satu = RealisasiIndikator.objects.create(indikator=indikator, tahun=2024, triwulan=2, nilai=50)
    komponen = Komponen.objects.create(indikator=indikator, urutan=1, pembilang="a", penyebut="b")
    RealisasiKomponen.objects.create(realisasi=satu, komponen=komponen, pembilang=1, penyebut=2)
    lock(indikator.renstra.perangkat_daerah)
    return satu


def lock(pd):
    return PeriodeTriwulan.objects.create(
        perangkat_daerah=pd, tahun=2024, triwulan=2, dikunci_pada=timezone.now(), dikunci_oleh="perencana"
    )


def refused(jawaban):
    """Whether the answer is the message, on a page that opens."""
    assert jawaban.status_code == 302
    assert [str(p) for p in get_messages(jawaban.wsgi_request)] == [PESAN_TERKUNCI]
    return not Jejak.objects.exists()


def isi(realisasi, **lain):
    satu = realisasi.komponen.get()
    data = {
        "indikator": realisasi.indikator_id,
        "tahun": 2024,
        "triwulan": 2,
        "status": "draf",
        "nilai": "50",
        "komponen-TOTAL_FORMS": 1,
        "komponen-INITIAL_FORMS": 1,
        "komponen-0-id": satu.pk,
        "komponen-0-realisasi": realisasi.pk,
        "komponen-0-komponen": satu.komponen_id,
        "komponen-0-pembilang": "1",
        "komponen-0-penyebut": "2",
    }
    return data | lain


@pytest.mark.parametrize(
    "lain", [{"nilai": "99"}, {"komponen-0-pembilang": "2"}, {"komponen-0-DELETE": "on"}, {"triwulan": 3}]
)
def test_save_and_inline(client, realisasi, lain):
    alamat = reverse("admin:kinerja_realisasiindikator_change", args=[realisasi.pk])
    assert refused(client.post(alamat, isi(realisasi, **lain)))
    realisasi.refresh_from_db()
    assert (realisasi.nilai, realisasi.triwulan, realisasi.komponen.get().pembilang) == (50, 2, 1)
    assert PESAN_TERKUNCI in client.get(alamat).content.decode()


@pytest.mark.parametrize("apa", ["realisasi", "indikator"])
def test_delete_itself_and_by_cascade(client, realisasi, apa):
    objek = realisasi if apa == "realisasi" else realisasi.indikator
    if apa == "indikator":
        realisasi.indikator.komponen.exclude(realisasi__isnull=False).delete()
    nama = objek._meta.model_name
    alamat = reverse(f"admin:kinerja_{nama}_delete", args=[objek.pk])
    jawaban = client.post(alamat, {"post": "yes"})
    assert jawaban.status_code in {200, 302}
    assert RealisasiIndikator.objects.filter(pk=realisasi.pk).exists()
    assert Indikator.objects.exists()
    assert not Jejak.objects.exists()


def test_cascade_without_anything_protected(client):
    sub = SubKegiatanFactory()
    RealisasiAnggaran.objects.create(sub_kegiatan=sub, bulan=6, keuangan=1)
    lock(sub.kegiatan.program.perangkat_daerah)
    alamat = reverse("admin:anggaran_program_delete", args=[sub.kegiatan.program_id])
    assert refused(client.post(alamat, {"post": "yes"}))
    assert RealisasiAnggaran.objects.exists()


def test_bulk_delete(client, realisasi):
    bebas = RealisasiIndikator.objects.create(indikator=realisasi.indikator, tahun=2024, triwulan=1)
    data = {"action": "delete_selected", "_selected_action": [bebas.pk, realisasi.pk], "post": "yes"}
    assert refused(client.post(reverse("admin:kinerja_realisasiindikator_changelist"), data))
    assert RealisasiIndikator.objects.count() == 2


def test_a_locked_quarter_is_not_moved_unlocked_or_deleted(client, realisasi):
    periode = PeriodeTriwulan.objects.get()
    alamat = reverse("admin:lkip_periodetriwulan_change", args=[periode.pk])
    client.post(
        alamat,
        {"tahun": 2023, "triwulan": 1, "batas_waktu": "2024-07-10", "dikunci_pada": "", "dikunci_oleh": ""},
    )
    periode.refresh_from_db()
    assert (periode.tahun, periode.triwulan, str(periode.batas_waktu)) == (2024, 2, "2024-07-10")
    assert periode.dikunci_pada is not None
    hapus = reverse("admin:lkip_periodetriwulan_delete", args=[periode.pk])
    assert client.post(hapus, {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [periode.pk], "post": "yes"}
    client.post(reverse("admin:lkip_periodetriwulan_changelist"), data)
    assert PeriodeTriwulan.objects.exists()


def test_an_open_quarter_is_set_but_not_locked_here(client):
    pd = IndikatorFactory().renstra.perangkat_daerah
    data = {"perangkat_daerah": pd.pk, "tahun": 2024, "triwulan": 1, "dikunci_pada_0": "2024-01-01"}
    client.post(reverse("admin:lkip_periodetriwulan_add"), data | {"dikunci_oleh": "saya"})
    assert PeriodeTriwulan.objects.get().dikunci_pada is None
    hapus = reverse("admin:lkip_periodetriwulan_delete", args=[PeriodeTriwulan.objects.get().pk])
    client.post(hapus, {"post": "yes"})
    assert not PeriodeTriwulan.objects.exists()
