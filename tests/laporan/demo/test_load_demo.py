"""Loading the demo: again and again the same, all or nothing, and with usable accounts."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from anggaran.models import Pagu, Program, SubKegiatan
from kinerja.models import Indikator, RealisasiIndikator
from laporan import demo
from laporan.demo import GalatDemo, Ringkasan, baca, load_demo
from laporan.models import Narasi
from lkip.models import Pengguna, PerangkatDaerah, UnitKerja
from lkip.pelaku import Pelaku

pytestmark = pytest.mark.django_db

SANDI = "Kupang-Timor-Alor-2024"
TAK_DIBANDINGKAN = {"Jejak", "Revisi"}  # they grow with every load, on purpose


@pytest.fixture(autouse=True)
def _no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LKIP_DEMO_PASSWORD", raising=False)


@pytest.fixture
def termuat() -> Ringkasan:
    return load_demo(Pelaku.from_command("tes"), None)


@pytest.fixture
def salinan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fixtures that a test may damage."""
    tujuan = tmp_path / "demo"
    shutil.copytree(baca.folder(), tujuan)
    monkeypatch.setattr(baca, "folder", lambda: tujuan)
    return tujuan


def ubah(berkas: Path, ubahan: Any) -> None:
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    berkas.write_text(json.dumps(ubahan(isi)), encoding="utf-8")


def isi_basis_data() -> dict[str, list[dict[str, Any]]]:
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for app in ("lkip", "kinerja", "anggaran", "laporan")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        if model.__name__ not in TAK_DIBANDINGKAN
    }


# --- loading again, loading nothing --------------------------------------------------------------


def test_loading_again_changes_nothing() -> None:
    pertama = load_demo(Pelaku.from_command("tes"), SANDI)
    sebelum = isi_basis_data()
    kedua = load_demo(Pelaku.from_command("tes"), None)
    assert isi_basis_data() == sebelum
    assert pertama.sub_kegiatan == kedua.sub_kegiatan == 92
    assert pertama.realisasi_bulanan == kedua.realisasi_bulanan


@pytest.mark.usefixtures("termuat")
def test_loading_again_restores_what_people_changed() -> None:
    sebelum = isi_basis_data()
    Narasi.objects.filter(bagian="ikhtisar").update(isi="diubah")
    Pagu.objects.filter(sub_kegiatan__kode="1.06.01.1.07.0009").update(jumlah=1)
    Indikator.objects.filter(kode="rpd-1").update(mengikuti=None)
    sekretariat = Indikator.objects.get(kode="sekretariat-1")
    RealisasiIndikator.objects.create(indikator=sekretariat, tahun=2024, triwulan=1)
    load_demo(Pelaku.from_command("tes"), None)
    assert isi_basis_data() == sebelum


@pytest.mark.usefixtures("termuat")
def test_rows_that_left_the_fixtures_are_deleted(salinan: Path) -> None:
    def tanpa_indikator(isi: Any) -> Any:
        return [i for i in isi if i["kode"] != "perlindungan-2"]

    def tanpa_baris(isi: Any) -> Any:
        isi[-1]["sasaran"].pop()
        return isi

    def tanpa_realisasi(isi: Any) -> Any:
        del isi["realisasi"]["rpd-6"]
        return isi

    ubah(salinan / "indikator.json", tanpa_indikator)
    ubah(salinan / "perjanjian.json", tanpa_baris)
    ubah(salinan / "realisasi-2024.json", tanpa_realisasi)
    anggaran = salinan / "anggaran-2024.csv"
    anggaran.write_text(
        "".join(b for b in anggaran.read_text().splitlines(keepends=True) if "1.06.07.1.01.0003" not in b)
    )
    load_demo(Pelaku.from_command("tes"), None)
    assert not Indikator.objects.filter(kode="perlindungan-2").exists()
    assert not RealisasiIndikator.objects.filter(indikator__kode="rpd-6").exists()
    assert SubKegiatan.objects.count() == 91


@pytest.mark.usefixtures("termuat")
def test_other_years_are_left_alone() -> None:
    pd = PerangkatDaerah.objects.get(slug="dinas-sosial")
    program = Program.objects.create(perangkat_daerah=pd, tahun=2025, kode="1.06.01", nama="Lain")
    load_demo(Pelaku.from_command("tes"), None)
    assert Program.objects.filter(pk=program.pk).exists()


@pytest.mark.usefixtures("termuat")
def test_a_row_in_use_outside_the_demo_is_kept_and_named() -> None:
    pd = PerangkatDaerah.objects.get(slug="dinas-sosial")
    tambahan = {"perangkat_daerah": pd, "jenis": "seksi"}
    dipakai = UnitKerja.objects.create(**tambahan, kode="seksi-a", nama="Seksi A")
    UnitKerja.objects.create(**tambahan, kode="seksi-b", nama="Seksi B")
    Pengguna.objects.create(username="orang.lain", perangkat_daerah=pd, unit_kerja=dipakai)
    assert load_demo(Pelaku.from_command("tes"), None).dipertahankan == ("unit kerja Seksi A",)
    assert set(UnitKerja.objects.filter(jenis="seksi")) == {dipakai}
    assert "Seksi A" in jalankan("--data-only")


def test_a_failure_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(*args: object) -> None:
        raise GalatDemo("rusak")

    monkeypatch.setattr(demo, "load_laporan", rusak)
    sebelum = isi_basis_data()
    with pytest.raises(GalatDemo, match="rusak"):
        load_demo(Pelaku.from_command("tes"), SANDI)
    assert isi_basis_data() == sebelum


def test_missing_files_are_named_together(salinan: Path) -> None:
    (salinan / "renstra.json").unlink()
    (salinan / "narasi" / "indikator" / "iku-2.solusi.html").unlink()
    with pytest.raises(GalatDemo, match=r"renstra\.json, narasi/indikator/iku-2\.solusi\.html"):
        load_demo(Pelaku.from_command("tes"), None)


@pytest.mark.parametrize(
    ("berkas", "lama", "baru", "pesan"),
    [
        ("pejabat.csv", "197003151995031001", "19700315", "NIP"),
        ("pejabat.csv", "subbag-umum,", "subbag-lain,", "'subbag-lain'"),
        ("akun.json", "bidang-rehabilitasi", "bidang-lain", "'bidang-lain'"),
    ],
)
def test_contradictions_are_named(salinan: Path, berkas: str, lama: str, baru: str, pesan: str) -> None:
    isi = (salinan / berkas).read_text(encoding="utf-8")
    (salinan / berkas).write_text(isi.replace(lama, baru, 1), encoding="utf-8")
    with pytest.raises(GalatDemo, match=pesan):
        load_demo(Pelaku.from_command("tes"), None)


# --- the command ---------------------------------------------------------------------------------


def jalankan(*pilihan: str) -> str:
    keluaran = io.StringIO()
    call_command("load_demo", *pilihan, stdout=keluaran)
    return keluaran.getvalue()


def test_command_uses_the_given_password_and_never_prints_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LKIP_DEMO_PASSWORD", SANDI)
    keluaran = jalankan()
    assert SANDI not in keluaran
    assert "kabid.rehabilitasi" in keluaran
    assert all(p.check_password(SANDI) for p in Pengguna.objects.all())


def test_command_prints_a_made_up_password_once() -> None:
    cocok = re.search(r"Kata sandi akun bertanda \*: (\S+)", jalankan())
    assert cocok
    assert all(p.check_password(cocok[1]) for p in Pengguna.objects.all())
    assert "Kata sandi akun" not in jalankan()
    assert all(p.check_password(cocok[1]) for p in Pengguna.objects.all())


def test_command_replaces_passwords_only_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    load_demo(Pelaku.from_command("tes"), "Kata-Sandi-Lama-1")
    Pengguna.objects.get(username="inspektorat").delete()
    keluaran = jalankan()
    assert "*inspektorat" in keluaran
    assert Pengguna.objects.get(username="perencana").check_password("Kata-Sandi-Lama-1")
    monkeypatch.setenv("LKIP_DEMO_PASSWORD", SANDI)
    jalankan()
    assert Pengguna.objects.get(username="perencana").check_password(SANDI)


def test_command_data_only_leaves_accounts_without_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LKIP_DEMO_PASSWORD", SANDI)
    assert "tanpa kata sandi" in jalankan("--data-only")
    assert not any(p.has_usable_password() for p in Pengguna.objects.all())


def test_command_reports_errors_in_words(salinan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LKIP_DEMO_PASSWORD", "12345")
    with pytest.raises(CommandError, match="LKIP_DEMO_PASSWORD"):
        jalankan()
    monkeypatch.delenv("LKIP_DEMO_PASSWORD")
    (salinan / "fakta.json").unlink()
    with pytest.raises(CommandError, match=r"fakta\.json"):
        jalankan()


def test_production_refuses_the_demo(settings: Any) -> None:
    settings.PRODUKSI = True
    with pytest.raises(CommandError, match="produksi"):
        call_command("load_demo")
