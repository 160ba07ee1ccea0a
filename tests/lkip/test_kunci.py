"""A locked quarter holds, whatever the path."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from anggaran.models import IndikatorRenja, RealisasiAnggaran, RealisasiRenja
from kinerja.models import (
    BuktiDukung,
    Komponen,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    RincianKomponen,
)
from lkip import kunci
from lkip.models import PeriodeTriwulan
from tests.factories import IndikatorFactory, ProgramFactory, SubKegiatanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def angka():
    """One figure of each kind in triwulan II of 2024, and the perangkat daerah that they belong to."""
    indikator = IndikatorFactory()
    pd = indikator.renstra.perangkat_daerah
    laporan = RealisasiIndikator.objects.create(indikator=indikator, tahun=2024, triwulan=2)
    komponen = Komponen.objects.create(indikator=indikator, urutan=1, pembilang="a", penyebut="b")
    terukur = RealisasiKomponen.objects.create(realisasi=laporan, komponen=komponen, pembilang=1, penyebut=2)
    rincian = RincianKomponen.objects.create(
        realisasi=terukur, kelompok="Panti", urutan=1, uraian="x", jumlah=1
    )
    bukti = BuktiDukung.objects.create(
        realisasi=laporan, nama="x.pdf", berkas="x", jenis="x", ukuran=1, sha256="0", diunggah_oleh="x"
    )
    rencana = RencanaAksi.objects.create(indikator=indikator, tahun=2024, triwulan=2, target=1)
    program = ProgramFactory(perangkat_daerah=pd)
    sub = SubKegiatanFactory(kegiatan__program=program)
    bulan = RealisasiAnggaran.objects.create(sub_kegiatan=sub, bulan=6, keuangan=1)
    renja = [
        RealisasiRenja.objects.create(indikator=IndikatorRenja.objects.create(**induk), triwulan=2, nilai=1)
        for induk in ({"sub_kegiatan": sub}, {"kegiatan": sub.kegiatan}, {"program": program})
    ]
    return pd, [laporan, terukur, rincian, bukti, bulan, rencana, *renja]


def lock(pd, triwulan=2):
    PeriodeTriwulan.objects.create(
        perangkat_daerah=pd, tahun=2024, triwulan=triwulan, dikunci_pada=timezone.now(), dikunci_oleh="x"
    )


def test_before_the_lock_everything_may_change(angka):
    _, baris = angka
    for satu in reversed(baris):
        satu.save()
        satu.delete()


def test_after_it_no_figure_changes_goes_or_comes(angka):
    pd, baris = angka
    lock(pd)
    for satu in baris:
        for tulis in (satu.save, satu.delete, type(satu).objects.filter(pk=satu.pk).delete, copy(satu)):
            with pytest.raises(IntegrityError, match=kunci.PESAN_PEMICU), transaction.atomic():
                tulis()
        assert type(satu).objects.filter(pk=satu.pk).exists()


def copy(satu):
    def tulis():
        type(satu).objects.bulk_create(
            [type(satu)(**{f.attname: getattr(satu, f.attname) for f in fields(satu)})]
        )

    return tulis


def fields(satu):
    return [f for f in satu._meta.concrete_fields if not f.primary_key]


def test_nothing_moves_into_a_locked_quarter_and_other_quarters_stay_open(angka):
    pd, (laporan, _, _, _, bulan, *_) = angka
    lock(pd, triwulan=3)
    laporan.save()
    laporan.triwulan, bulan.bulan = 3, 7
    for satu in (laporan, bulan):
        with pytest.raises(IntegrityError, match=kunci.PESAN_PEMICU), transaction.atomic():
            satu.save()


def test_the_lock_of_another_perangkat_daerah_does_not_matter(angka):
    _, baris = angka
    lock(IndikatorFactory().renstra.perangkat_daerah)
    baris[0].save()


def test_an_action_is_told_why():
    pd = IndikatorFactory().renstra.perangkat_daerah
    lock(pd)
    kunci.require_open(pd.pk, 2024, 1)
    with pytest.raises(kunci.TriwulanTerkunci, match="Triwulan II tahun 2024 sudah dikunci"):
        kunci.require_open(pd.pk, 2024, 2)
    assert kunci.locked_quarters(pd.pk, 2024) == {2}
    assert [kunci.quarter_of(bulan) for bulan in (1, 3, 4, 12)] == [1, 1, 2, 4]


def test_the_triggers_can_be_put_aside_and_made_again(angka):
    pd, baris = angka
    lock(pd)
    kunci.drop_triggers(connection)
    baris[0].save()
    kunci.create_triggers(connection)
    with pytest.raises(IntegrityError), transaction.atomic():
        baris[0].save()
