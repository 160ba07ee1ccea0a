"""Writing the reference data: permission, reason, trail, revisions."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from lkip import revisi
from lkip.actions.acuan import (
    rows_of,
    save_kebijakan,
    save_skala,
    save_skala_predikat,
    years_of_policy,
    years_of_predicates,
    years_of_scale,
)
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak, NilaiPredikat, SkalaPredikat
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import (
    KebijakanPengukuranFactory,
    PenggunaFactory,
    PeriodeTriwulanFactory,
    SkalaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return Pelaku.from_pengguna(PenggunaFactory(peran=Peran.ADMIN_PEMDA), "10.0.0.1")


@pytest.fixture
def kebijakan():
    return KebijakanPengukuranFactory()


def lock(kebijakan):
    PeriodeTriwulanFactory(
        perangkat_daerah=kebijakan.perangkat_daerah,
        tahun=kebijakan.tahun,
        dikunci_pada=timezone.now(),
        dikunci_oleh="perencana",
    )


def test_only_the_admin_pemda_writes(kebijakan):
    for peran in set(Peran.values) - {Peran.ADMIN_PEMDA}:
        orang = PenggunaFactory(peran=peran, perangkat_daerah=kebijakan.perangkat_daerah)
        oleh = Pelaku.from_pengguna(orang, "x")
        with pytest.raises(PermissionDenied):
            save_kebijakan(oleh=oleh, kebijakan=kebijakan)
        with pytest.raises(PermissionDenied):
            save_skala(oleh=oleh, skala=kebijakan.skala, kelas=[])
        with pytest.raises(PermissionDenied):
            save_skala_predikat(oleh=oleh, skala=SkalaPredikat(nama="x"), nilai=[])


def test_a_policy_raises_its_own_years_only(admin, kebijakan):
    pd = kebijakan.perangkat_daerah
    nomor = {t: revisi.current(pd, t) for t in (2023, 2024, 2025)}
    lain = revisi.current(KebijakanPengukuranFactory().perangkat_daerah, 2024)
    kebijakan.batas_atas_capaian = None
    save_kebijakan(oleh=admin, kebijakan=kebijakan)
    for satu in (*nomor.values(), lain):
        satu.refresh_from_db()
    assert {t: r.nomor for t, r in nomor.items()} == {2023: 0, 2024: 1, 2025: 1}
    assert lain.nomor == 0


def test_a_scale_raises_all(admin, kebijakan):
    satu = revisi.current(kebijakan.perangkat_daerah, 2020)
    kebijakan.skala.regulasi = "Peraturan Baru"
    save_skala(oleh=admin, skala=kebijakan.skala, kelas=[])
    satu.refresh_from_db()
    assert satu.nomor == 1


def test_a_locked_year_asks_for_the_reason_and_keeps_it(admin, kebijakan):
    assert years_of_policy(kebijakan.perangkat_daerah, 2024) == []
    lock(kebijakan)
    tempat = [(kebijakan.perangkat_daerah.nama, 2024)]
    assert years_of_policy(kebijakan.perangkat_daerah, 2024) == tempat
    assert years_of_scale(kebijakan.skala) == tempat
    kebijakan.batas_atas_capaian = 100
    with pytest.raises(ValidationError, match="alasan"):
        save_kebijakan(oleh=admin, kebijakan=kebijakan, alasan="  ")
    save_kebijakan(oleh=admin, kebijakan=kebijakan, alasan="Surat Biro")
    assert Jejak.objects.get().alasan == "Surat Biro"


def test_a_scale_in_use_by_a_locked_year_asks_for_the_reason(admin, kebijakan):
    lock(kebijakan)
    kelas = kebijakan.skala.kelas.first()
    kelas.label = "Sangat Baik"
    with pytest.raises(ValidationError, match="alasan"):
        save_skala(oleh=admin, skala=kebijakan.skala, kelas=[kelas])
    save_skala(oleh=admin, skala=kebijakan.skala, kelas=[kelas], alasan="Salah cetak")
    jejak = Jejak.objects.get()
    assert (jejak.objek_jenis, jejak.alasan, jejak.induk) == (
        "lkip.KelasSkala",
        "Salah cetak",
        f"lkip.Skala:{kebijakan.skala_id}",
    )
    bebas = SkalaFactory()
    assert years_of_scale(bebas) == []
    bebas.nama = "Bebas"
    save_skala(oleh=admin, skala=bebas, kelas=[], hapus=[bebas.kelas.last()])
    assert bebas.kelas.count() == 1


def test_predicates_ask_as_soon_as_anything_is_locked(admin, kebijakan):
    skala = SkalaPredikat(nama="Opini")
    save_skala_predikat(oleh=admin, skala=skala, nilai=[NilaiPredikat(predikat="WTP", nilai=4)])
    assert [n.predikat for n in rows_of(skala)] == ["WTP"]
    assert years_of_predicates(skala) == []
    lock(kebijakan)
    assert years_of_predicates(SkalaPredikat()) == []
    skala.nama = "Opini BPK"
    with pytest.raises(ValidationError, match="alasan"):
        save_skala_predikat(oleh=admin, skala=skala, nilai=[])
    save_skala_predikat(oleh=admin, skala=skala, nilai=[], alasan="Nama resmi")
    assert SkalaPredikat.objects.get().nama == "Opini BPK"


def test_what_somebody_else_changed_is_not_overwritten(admin, kebijakan):
    lama = sidik([kebijakan.skala, *rows_of(kebijakan.skala)])
    kebijakan.skala.kelas.update(label="Diubah orang")
    kebijakan.skala.nama = "Punya saya"
    with pytest.raises(Bentrok):
        save_skala(oleh=admin, skala=kebijakan.skala, kelas=[], sidik=lama)
    lama = sidik([kebijakan])
    type(kebijakan).objects.update(ambang_fisik=1)
    with pytest.raises(Bentrok):
        save_kebijakan(oleh=admin, kebijakan=kebijakan, sidik=lama)
