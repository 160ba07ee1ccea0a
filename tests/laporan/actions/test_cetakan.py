import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone

from laporan import pelaksana
from laporan.actions import buat_cetakan
from laporan.actions import cetakan as actions
from laporan.models import Cetakan
from laporan.render import SumberDitolakError
from lkip import revisi
from lkip.access import Peran
from lkip.models import Jejak, Revisi
from lkip.pelaku import Pelaku
from tests.factories import CetakanFactory, LaporanFactory, PenggunaFactory, PerangkatDaerahFactory
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db


@pytest.fixture
def palsu(monkeypatch, settings, tmp_path):
    settings.CETAKAN_DIR = tmp_path / "cetakan"
    settings.PELAKSANA = "langsung"
    return cetak_palsu.pasang(monkeypatch)


@pytest.fixture
def pengguna():
    return PenggunaFactory(username="budi")


@pytest.fixture
def dimulai(monkeypatch):
    """The Cetakan that were started, instead of starting them."""
    semua = []
    monkeypatch.setattr(pelaksana, "start", semua.append)
    return semua


@pytest.fixture
def minta(pengguna, palsu, django_capture_on_commit_callbacks):
    def panggil(tahun=2024):
        with django_capture_on_commit_callbacks(execute=True):
            return actions.request_cetakan(
                oleh=Pelaku.from_pengguna(pengguna, "tes"), pd=pengguna.perangkat_daerah, tahun=tahun
            )

    return panggil


def test_a_request_makes_the_file(minta, palsu):
    cetakan = minta()
    cetakan.refresh_from_db()
    assert (cetakan.status, cetakan.kemajuan) == (Cetakan.Status.SELESAI, 100)
    assert cetakan.ukuran == len(cetak_palsu.ISI_PDF)
    assert cetakan.selesai_pada is not None
    assert actions.file_path(cetakan.kunci).read_bytes() == cetak_palsu.ISI_PDF
    assert [b.name for b in actions.file_path("x").parent.glob("*.sementara")] == []


def test_a_request_is_audited_and_raises_no_revision(minta, pengguna):
    cetakan = minta()
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek_kunci, jejak.pelaku) == ("minta cetakan", str(cetakan.pk), "budi")
    assert Revisi.objects.get().nomor == 0


def test_a_double_click_makes_one_record(minta, palsu, dimulai):
    assert minta().pk == minta().pk
    assert Cetakan.objects.count() == 1
    assert len(dimulai) == 1
    assert Jejak.objects.count() == 1


def test_a_finished_file_is_used_again(minta, palsu):
    assert minta().pk == minta().pk
    assert palsu.rendering == 1


def test_two_at_the_same_instant(minta, palsu, dimulai, monkeypatch):
    pertama = minta()

    def kalah(*_):
        raise IntegrityError

    monkeypatch.setattr(actions, "_start", kalah)
    assert minta().pk == pertama.pk


def test_a_lost_file_is_made_again(minta, palsu):
    cetakan = minta()
    actions.file_path(cetakan.kunci).unlink()
    assert minta().pk == cetakan.pk
    assert palsu.rendering == 2
    assert actions.file_path(cetakan.kunci).is_file()
    assert Jejak.objects.filter(tindakan="ulangi cetakan").count() == 1


@pytest.mark.parametrize("status", Cetakan.BELUM_SELESAI)
def test_one_whose_process_died_can_be_started_again(minta, dimulai, status):
    cetakan = minta()
    lama = timezone.now() - actions.BATAS_MACET - datetime.timedelta(seconds=1)
    Cetakan.objects.update(status=status, dibuat_pada=lama)
    cetakan.refresh_from_db()
    assert actions.is_stuck(cetakan)
    assert minta().pk == cetakan.pk
    assert dimulai == [cetakan.pk, cetakan.pk]
    cetakan.refresh_from_db()
    assert cetakan.status == Cetakan.Status.ANTRE
    assert not actions.is_stuck(cetakan)


def test_a_running_one_is_left_alone(minta, dimulai):
    minta()
    Cetakan.objects.update(status=Cetakan.Status.BERJALAN)
    minta()
    assert len(dimulai) == 1


def test_the_right_is_asked_again(palsu):
    for pengguna, pd in (
        (PenggunaFactory(peran=Peran.STAF_BIDANG), None),
        (PenggunaFactory(peran=Peran.PERENCANA), PerangkatDaerahFactory()),
    ):
        with pytest.raises(PermissionDenied):
            actions.request_cetakan(
                oleh=Pelaku.from_pengguna(pengguna, "tes"), pd=pd or pengguna.perangkat_daerah, tahun=2024
            )
    assert not Cetakan.objects.exists()


@pytest.mark.parametrize(
    ("galat", "pesan"),
    [
        (RuntimeError("rahasia"), "kesalahan pada aplikasi"),
        (OSError(28, "No space left"), "tidak dapat disimpan"),
        (SumberDitolakError("http://luar"), "gambar atau berkas yang tidak boleh dipakai"),
    ],
)
def test_a_failure_is_told_without_its_details(minta, palsu, galat, pesan, caplog):
    palsu.galat = galat
    cetakan = minta()
    cetakan.refresh_from_db()
    assert cetakan.status == Cetakan.Status.GAGAL
    assert pesan in cetakan.pesan
    assert "rahasia" not in cetakan.pesan
    assert "Traceback" in caplog.text
    assert not actions.file_path(cetakan.kunci).exists()


def test_after_a_failure_a_new_one_is_made(minta, palsu):
    palsu.galat = RuntimeError()
    gagal = minta()
    palsu.galat = None
    baru = minta()
    baru.refresh_from_db()
    assert baru.pk != gagal.pk
    assert baru.status == Cetakan.Status.SELESAI


def test_a_stopped_process_says_so(palsu):
    cetakan = CetakanFactory()
    palsu.galat = SystemExit(143)
    with pytest.raises(SystemExit):
        buat_cetakan.run_cetakan(cetakan.pk)
    cetakan.refresh_from_db()
    assert cetakan.status == Cetakan.Status.GAGAL
    assert "dihentikan" in cetakan.pesan


@pytest.fixture
def batalkan(pengguna):
    def panggil(cetakan):
        actions.cancel_cetakan(oleh=Pelaku.from_pengguna(pengguna, "tes"), cetakan=cetakan)
        cetakan.refresh_from_db()
        return cetakan

    return panggil


@pytest.mark.parametrize("status", Cetakan.BELUM_SELESAI)
def test_a_making_is_cancelled_and_may_be_asked_for_again(minta, batalkan, pengguna, dimulai, status):
    lama = minta()
    Cetakan.objects.update(status=status)
    batalkan(lama)
    assert (lama.status, lama.pesan) == ("batal", f"Pembuatan berkas dibatalkan oleh {pengguna}.")
    jejak = Jejak.objects.get(tindakan="batalkan cetakan")
    assert (jejak.sebelum["status"], jejak.sesudah["status"]) == (status, "batal")
    assert minta().pk != lama.pk
    assert len(dimulai) == 2


def test_what_is_cancelled_while_it_runs_stops_and_gives_no_file(pengguna, batalkan, palsu, monkeypatch):
    cetakan = CetakanFactory(perangkat_daerah=pengguna.perangkat_daerah)
    asli = palsu.pdf

    def sela(snapshot, lapor, ragam):
        batalkan(cetakan)
        return asli(snapshot, lapor, ragam)

    monkeypatch.setattr(buat_cetakan.cetak, "pdf", sela)
    buat_cetakan.run_cetakan(cetakan.pk)
    cetakan.refresh_from_db()
    assert (cetakan.status, cetakan.ukuran) == ("batal", None)
    assert not list(actions.file_path("x").parent.glob("*.pdf"))


def test_what_is_cancelled_at_the_last_moment_stays_cancelled(pengguna, batalkan, palsu, monkeypatch):
    cetakan = CetakanFactory(perangkat_daerah=pengguna.perangkat_daerah)
    asli = buat_cetakan.write_atomic

    def sela(tujuan, isi):
        asli(tujuan, isi)
        batalkan(cetakan)

    monkeypatch.setattr(buat_cetakan, "write_atomic", sela)
    buat_cetakan.run_cetakan(cetakan.pk)
    cetakan.refresh_from_db()
    assert cetakan.status == "batal"


@pytest.mark.parametrize("status", [Cetakan.Status.SELESAI, *Cetakan.TANPA_BERKAS])
def test_what_has_ended_is_not_cancelled(pengguna, batalkan, status):
    cetakan = CetakanFactory(perangkat_daerah=pengguna.perangkat_daerah, status=status)
    with pytest.raises(ValidationError, match="sudah berakhir"):
        batalkan(cetakan)
    assert not Jejak.objects.exists()


def test_only_who_may_have_it_made_may_cancel(batalkan, pengguna):
    cetakan = CetakanFactory(perangkat_daerah=pengguna.perangkat_daerah)
    pengguna.peran = Peran.STAF_BIDANG
    pengguna.save()
    with pytest.raises(PermissionDenied):
        batalkan(cetakan)


def test_only_a_waiting_one_is_taken(palsu):
    for status in (Cetakan.Status.BERJALAN, Cetakan.Status.SELESAI, Cetakan.Status.GAGAL):
        buat_cetakan.run_cetakan(CetakanFactory(status=status).pk)
    buat_cetakan.run_cetakan(0)
    assert palsu.rendering == 0


def test_data_changed_while_waiting(palsu):
    cetakan = CetakanFactory(kunci="f" * 64)
    buat_cetakan.run_cetakan(cetakan.pk)
    cetakan.refresh_from_db()
    assert cetakan.kunci == actions.current_kunci(cetakan.perangkat_daerah, 2024) != "f" * 64
    assert actions.file_path(cetakan.kunci).is_file()
    assert not actions.file_path("f" * 64).exists()


def test_data_changed_and_the_newer_one_exists_already(palsu):
    lama = CetakanFactory(kunci="f" * 64)
    CetakanFactory(kunci=actions.current_kunci(lama.perangkat_daerah, 2024))
    buat_cetakan.run_cetakan(lama.pk)
    lama.refresh_from_db()
    assert lama.status == Cetakan.Status.GAGAL
    assert "Data berubah" in lama.pesan


def test_progress_stays_within_bounds(palsu, monkeypatch):
    terlihat = []
    asli = buat_cetakan.write_file

    def intip(snapshot, kunci, lapor, ragam):
        berkas = asli(snapshot, kunci, lapor, ragam)
        terlihat.append(Cetakan.objects.values_list("kemajuan", "tahap").get())
        return berkas

    monkeypatch.setattr(buat_cetakan, "write_file", intip)
    buat_cetakan.run_cetakan(CetakanFactory().pk)
    assert terlihat == [(99, "Menata halaman")]


def test_the_fingerprint_is_remembered_and_saves_the_snapshot(palsu, django_assert_num_queries):
    pd = LaporanFactory().perangkat_daerah
    kunci = actions.current_kunci(pd, 2024)
    with django_assert_num_queries(1):
        assert actions.current_kunci(pd, 2024) == kunci


def test_a_raised_revision_with_the_same_data_finds_the_same_file(palsu):
    pd = LaporanFactory().perangkat_daerah
    kunci = actions.current_kunci(pd, 2024)
    revisi.bump([pd.pk], None)
    assert actions.current_kunci(pd, 2024) == kunci


def test_changed_data_give_another_key(palsu):
    laporan = LaporanFactory()
    kunci = actions.current_kunci(laporan.perangkat_daerah, 2024)
    laporan.tempat = "Tempat lain"
    laporan.save()
    revisi.bump([laporan.perangkat_daerah_id], 2024)
    assert actions.current_kunci(laporan.perangkat_daerah, 2024) != kunci
