"""Rows whose number is unique are saved in any order of the new numbers."""

import pytest

from kinerja.models import Misi
from lkip.models import Jejak, Revisi
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, number_rows
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
