import pytest
from axes.models import AccessAttempt
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from kinerja.models import Indikator, Komponen, Misi, Renstra
from laporan.models import Laporan
from lkip import audit, revisi
from lkip.access import Peran
from lkip.admin_dasar import AuditedInline, AuditedModelAdmin, ReadOnlyAdmin
from lkip.models import Jejak, Pengguna, PerangkatDaerah, UnitKerja
from tests.arsitektur.test_jejak import TIDAK_DIAUDIT
from tests.factories import (
    IndikatorFactory,
    LaporanFactory,
    PenggunaFactory,
    PerangkatDaerahFactory,
    RenstraFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db

TERSEMBUNYI = {"lkip.DrafIsian", "lkip.Kiriman"}
"""What somebody types in private, and the keys of what was sent: nobody's to look at."""
HANYA_DILIHAT = (set(TIDAK_DIAUDIT) - TERSEMBUNYI) | {
    "kinerja.BuktiDukung",
    "laporan.TandaTanganLaporan",
    "laporan.VersiLaporan",
    *(
        "lkip.KebijakanPengukuran",
        "lkip.KelasSkala",
        "lkip.NilaiPredikat",
        "lkip.Skala",
        "lkip.SkalaPredikat",
    ),
}
SEMUA = sorted(
    (m for nama in audit.APLIKASI for m in apps.get_app_config(nama).get_models()),
    key=lambda m: m._meta.label,
)
TERDAFTAR = [m for m in SEMUA if m in admin.site._registry]


@pytest.fixture
def pengelola(client):
    pengguna = PenggunaFactory(username="admin", peran=Peran.ADMIN_PEMDA, is_staff=True)
    client.force_login(pengguna)
    return pengguna


@pytest.fixture
def nomor():
    """The revision of one year, to see it rise."""
    baris = revisi.current(PerangkatDaerahFactory(), 2024)

    def baca():
        baris.refresh_from_db()
        return baris.nomor

    return baca


def test_every_model_has_its_kind_of_admin():
    kita = {m._meta.label for m in SEMUA} - TERSEMBUNYI
    assert {m._meta.label for m in admin.site._registry} == kita | {"axes.AccessAttempt"}
    assert isinstance(admin.site._registry[AccessAttempt], ReadOnlyAdmin)
    for model in TERDAFTAR:
        jenis = ReadOnlyAdmin if model._meta.label in HANYA_DILIHAT else AuditedModelAdmin
        assert isinstance(admin.site._registry[model], jenis), model
    for model_admin in admin.site._registry.values():
        assert all(issubclass(satu, AuditedInline) for satu in model_admin.inlines)


@pytest.mark.parametrize("model", TERDAFTAR, ids=lambda m: m._meta.label)
def test_list_search_and_add_pages_open(client, pengelola, model):
    dasar = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert client.get(reverse(f"{dasar}_changelist"), {"q": "uji"}).status_code == 200
    tambah = client.get(reverse(f"{dasar}_add")).status_code
    assert tambah == (403 if model._meta.label in HANYA_DILIHAT else 200)


def test_organisations_and_accounts_come_first(client, pengelola):
    kelompok = client.get(reverse("admin:index")).context["app_list"]
    assert [satu["name"] for satu in kelompok][:2] == ["Organisasi dan akses", "Percobaan masuk"]
    assert len(kelompok) == 5


def test_a_date_says_how_it_is_written(client, pengelola):
    isi = client.get(reverse("admin:lkip_pejabat_add")).content.decode()
    assert isi.count("misalnya 22/01/2025") == 2


def test_years_are_not_written_like_amounts(client, pengelola):
    LaporanFactory(tahun=2024)
    isi = client.get(reverse("admin:laporan_laporan_changelist")).content.decode()
    assert ">2024<" in isi
    assert "2.024" not in isi


def form_pd(pd=None, **lain):
    isi = {n: getattr(pd, n) for n in ("kode", "slug", "nama", "kode_urusan")} if pd else {}
    if pd:
        isi["pemerintah_daerah"] = pd.pemerintah_daerah_id
    return isi | lain


def test_change_writes_before_and_after_and_raises_revisions(client, pengelola, nomor):
    pd = PerangkatDaerahFactory(nama="Dinas Lama")
    jawaban = client.post(
        reverse("admin:lkip_perangkatdaerah_change", args=[pd.pk]), form_pd(pd, nama="Dinas Baru")
    )
    assert jawaban.status_code == 302
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek_jenis, jejak.pelaku) == ("ubah", "lkip.PerangkatDaerah", "admin")
    assert jejak.asal == "127.0.0.1"
    assert (jejak.sebelum["nama"], jejak.sesudah["nama"]) == ("Dinas Lama", "Dinas Baru")
    assert nomor() == 1


def test_add_has_no_before(client, pengelola, nomor):
    contoh = PerangkatDaerahFactory()
    client.post(
        reverse("admin:lkip_perangkatdaerah_add"), form_pd(contoh, kode="9.9", slug="baru", nama="Dinas Baru")
    )
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.sebelum, jejak.sesudah["slug"]) == ("tambah", None, "baru")
    assert jejak.objek_kunci == str(PerangkatDaerah.objects.get(slug="baru").pk)
    assert nomor() == 1


def test_a_rejected_form_leaves_no_trace(client, pengelola, nomor):
    pd = PerangkatDaerahFactory()
    client.post(reverse("admin:lkip_perangkatdaerah_change", args=[pd.pk]), form_pd(pd, nama=""))
    assert not Jejak.objects.exists()
    assert nomor() == 0


def test_a_failed_save_takes_its_trail_with_it(client, pengelola, nomor, monkeypatch):
    pd = PerangkatDaerahFactory(nama="Dinas Lama")
    monkeypatch.setattr(revisi, "bump", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        client.post(reverse("admin:lkip_perangkatdaerah_change", args=[pd.pk]), form_pd(pd, nama="Baru"))
    pd.refresh_from_db()
    assert pd.nama == "Dinas Lama"
    assert not Jejak.objects.exists()


def test_delete_records_everything_that_goes(client, pengelola, nomor):
    indikator = IndikatorFactory()
    Komponen.objects.create(indikator=indikator, urutan=1, pembilang="a", penyebut="b")
    client.post(reverse("admin:kinerja_indikator_delete", args=[indikator.pk]), {"post": "yes"})
    assert not Indikator.objects.exists()
    assert {(j.tindakan, j.objek_jenis) for j in Jejak.objects.all()} == {
        ("hapus", "kinerja.Indikator"),
        ("hapus", "kinerja.Komponen"),
    }
    assert Jejak.objects.get(objek_jenis="kinerja.Komponen").sebelum["pembilang"] == "a"
    assert nomor() > 0


def test_bulk_delete_records_every_row(client, pengelola, nomor):
    laporan = LaporanFactory.create_batch(3)
    client.post(
        reverse("admin:laporan_laporan_changelist"),
        {"action": "delete_selected", "_selected_action": [satu.pk for satu in laporan], "post": "yes"},
    )
    assert not Laporan.objects.exists()
    assert Jejak.objects.filter(tindakan="hapus", sesudah__isnull=True).count() == 3
    assert nomor() > 0


def formset(nama, baris, awal=0):
    isi = {f"{nama}-TOTAL_FORMS": len(baris), f"{nama}-INITIAL_FORMS": awal}
    isi |= {f"{nama}-MIN_NUM_FORMS": 0, f"{nama}-MAX_NUM_FORMS": 1000}
    for i, satu in enumerate(baris):
        isi |= {f"{nama}-{i}-{kunci}": nilai for kunci, nilai in satu.items()}
    return isi


def test_inline_rows_added_changed_deleted_and_untouched(client, pengelola, nomor):
    renstra = RenstraFactory()
    ubah, hapus, diam = (
        Misi.objects.create(renstra=renstra, urutan=i, uraian=f"misi {i}") for i in (1, 2, 3)
    )
    data = {
        "perangkat_daerah": renstra.perangkat_daerah_id,
        "nama": renstra.nama,
        "tahun_awal": 2024,
        "tahun_akhir": 2026,
        "dokumen_daerah": "RPD",
    }
    baris = [
        {"id": ubah.pk, "renstra": renstra.pk, "urutan": 1, "uraian": "misi satu"},
        {"id": hapus.pk, "renstra": renstra.pk, "urutan": 2, "uraian": "misi 2", "DELETE": "on"},
        {"id": diam.pk, "renstra": renstra.pk, "urutan": 3, "uraian": "misi 3"},
        {"id": "", "renstra": renstra.pk, "urutan": 4, "uraian": "misi empat"},
    ]
    data |= formset("misi", baris, awal=3) | formset("tujuan", []) | formset("isu_strategis", [])
    jawaban = client.post(reverse("admin:kinerja_renstra_change", args=[renstra.pk]), data)
    assert jawaban.status_code == 302
    jejak = {j.tindakan: j for j in Jejak.objects.filter(objek_jenis="kinerja.Misi")}
    assert Jejak.objects.filter(objek_jenis="kinerja.Misi").count() == 3
    assert (jejak["ubah"].sebelum["uraian"], jejak["ubah"].sesudah["uraian"]) == ("misi 1", "misi satu")
    assert (jejak["hapus"].sebelum["uraian"], jejak["hapus"].sesudah) == ("misi 2", None)
    assert (jejak["tambah"].sebelum, jejak["tambah"].sesudah["uraian"]) == (None, "misi empat")
    assert jejak["hapus"].objek_kunci == str(hapus.pk)
    assert {j.induk for j in jejak.values()} == {f"kinerja.Renstra:{renstra.pk}"}
    assert Jejak.objects.get(objek_jenis="kinerja.Renstra").sesudah["dokumen_daerah"] == "RPD"
    assert nomor() > 0
    assert Renstra.objects.get().misi.count() == 3


def test_many_to_many_values_are_recorded(client, pengelola):
    indikator, unit = IndikatorFactory(), UnitKerjaFactory()
    data = {f.name: f.value_from_object(indikator) for f in Indikator._meta.concrete_fields}
    data = {k: v for k, v in data.items() if v is not None} | {"penanggung_jawab": [unit.pk]}
    for nama in ("komponen", "target", "standar_nasional", "riwayat"):
        data |= formset(nama, [])
    jawaban = client.post(reverse("admin:kinerja_indikator_change", args=[indikator.pk]), data)
    assert jawaban.status_code == 302
    terakhir = Jejak.objects.get()
    assert terakhir.sebelum["penanggung_jawab"] == []
    assert terakhir.sesudah["penanggung_jawab"] == [str(unit.pk)]


@pytest.mark.parametrize("peran", [p for p in Peran.values if p != Peran.ADMIN_PEMDA])
def test_staff_without_the_izin_may_change_nothing(client, peran):
    client.force_login(PenggunaFactory(peran=peran, is_staff=True))
    unit = UnitKerjaFactory()
    for alamat in (
        reverse("admin:lkip_unitkerja_changelist"),
        reverse("admin:lkip_unitkerja_add"),
        reverse("admin:lkip_unitkerja_change", args=[unit.pk]),
        reverse("admin:lkip_unitkerja_delete", args=[unit.pk]),
        reverse("admin:lkip_pengguna_changelist"),
        reverse("admin:lkip_jejak_changelist"),
    ):
        assert client.get(alamat).status_code == 403
    client.post(reverse("admin:lkip_unitkerja_delete", args=[unit.pk]), {"post": "yes"})
    assert UnitKerja.objects.filter(pk=unit.pk).exists()


@pytest.mark.parametrize("peran", Peran.values)
def test_without_staff_mark_nobody_enters(client, peran):
    client.force_login(PenggunaFactory(peran=peran))
    assert client.get(reverse("admin:index")).status_code == 302
    assert client.get(reverse("admin:lkip_unitkerja_changelist")).status_code == 302


@pytest.mark.parametrize("model", sorted(HANYA_DILIHAT))
def test_rows_of_the_application_are_read_only(client, pengelola, model):
    model_admin = admin.site._registry[apps.get_model(model)]
    permintaan = client.get("/").wsgi_request
    permintaan.user = Pengguna(is_superuser=True, is_staff=True)
    assert model_admin.has_view_permission(permintaan)
    assert not model_admin.has_add_permission(permintaan)
    assert not model_admin.has_change_permission(permintaan)
    assert not model_admin.has_delete_permission(permintaan)
