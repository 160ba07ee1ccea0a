"""Many rows at once: in any order of their numbers, and each with its row in the trail."""

import pytest

from kinerja.models import Misi
from lkip.models import Jejak, Revisi
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, number_rows, save_many
from tests.factories import MisiFactory, RenstraFactory

pytestmark = pytest.mark.django_db
OLEH = Pelaku.from_command("uji")


def test_numbers_are_exchanged_with_true_values_in_the_trail():
    renstra = RenstraFactory()
    a, b, c = (MisiFactory(renstra=renstra, urutan=n) for n in (1, 2, 3))
    revisi = Revisi.objects.create(perangkat_daerah=renstra.perangkat_daerah, tahun=2024, nomor=1)
    number_rows(oleh=OLEH, baris=[c, b, a], lingkup=Lingkup(renstra.perangkat_daerah_id), induk=renstra)
    assert list(Misi.objects.order_by("urutan")) == [c, b, a]
    catatan = {j.objek_kunci: (j.sebelum["urutan"], j.sesudah["urutan"]) for j in Jejak.objects.all()}
    assert catatan == {str(a.pk): ("1", "3"), str(c.pk): ("3", "1")}
    revisi.refresh_from_db()
    assert revisi.nomor == 2


def test_rows_in_their_place_are_left_alone():
    renstra = RenstraFactory()
    baris = [MisiFactory(renstra=renstra, urutan=n) for n in (1, 2)]
    number_rows(oleh=OLEH, baris=baris, lingkup=Lingkup(), induk=renstra)
    assert not Jejak.objects.exists()


def test_a_gap_is_closed_and_a_new_row_joins():
    renstra = RenstraFactory()
    lama = MisiFactory(renstra=renstra, urutan=4)
    baru = Misi(renstra=renstra, uraian="Baru")
    number_rows(oleh=OLEH, baris=[baru, lama], lingkup=Lingkup(), induk=renstra)
    assert list(Misi.objects.order_by("urutan").values_list("urutan", "uraian")) == [
        (1, "Baru"),
        (2, lama.uraian),
    ]


def test_many_rows_are_written_with_few_queries_and_each_has_its_audit_row(django_assert_max_num_queries):
    renstra = RenstraFactory()
    revisi = Revisi.objects.create(perangkat_daerah=renstra.perangkat_daerah, tahun=2024, nomor=1)
    lama = [MisiFactory(renstra=renstra, urutan=n, uraian=f"Misi {n}") for n in range(1, 41)]
    ubah, sama, hapus = lama[:20], lama[20:30], lama[30:]
    for satu in ubah:
        satu.uraian = "Diubah"
    baru = [Misi(renstra=renstra, urutan=n, uraian="Baru") for n in range(41, 61)]
    with django_assert_max_num_queries(22):
        banyak = save_many(
            oleh=OLEH,
            simpan=[*ubah, *sama, *baru],
            hapus=hapus,
            lingkup=Lingkup(renstra.perangkat_daerah_id),
            induk=lambda satu: renstra,
            alasan=lambda satu: "koreksi" if satu.uraian == "Diubah" else "",
        )
    assert banyak == 50
    tindakan = list(Jejak.objects.values_list("tindakan", flat=True))
    assert {t: tindakan.count(t) for t in tindakan} == {"hapus": 10, "ubah": 20, "tambah": 20}
    satu = Jejak.objects.get(objek_kunci=str(ubah[0].pk))
    assert (satu.sebelum["uraian"], satu.sesudah["uraian"], satu.alasan) == ("Misi 1", "Diubah", "koreksi")
    assert satu.induk == f"kinerja.Renstra:{renstra.pk}"
    assert Misi.objects.filter(uraian="Baru").count() == 20
    revisi.refresh_from_db()
    assert revisi.nomor == 2


def test_many_rows_without_a_change_leave_no_trace():
    baris = [MisiFactory(urutan=1)]
    assert save_many(oleh=OLEH, simpan=baris, lingkup=Lingkup(), induk=lambda satu: satu.renstra) == 0
    assert not Jejak.objects.exists()
