import json
from hashlib import sha256

import pytest
from django.core.management import CommandError, call_command

from laporan import cetak
from laporan.actions.cetakan import file_path
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.struktur import Snapshot
from tests.factories import LaporanFactory, PerangkatDaerahFactory
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def palsu(monkeypatch, settings, tmp_path):
    settings.CETAKAN_DIR = tmp_path / "cetakan"
    return cetak_palsu.pasang(monkeypatch)


@pytest.fixture
def keluaran(tmp_path):
    return tmp_path / "hasil"


def build(keluaran, *argumen, tahun="2024"):
    call_command("build_lkip", "--tahun", tahun, "--output", str(keluaran), *argumen)


def test_pdf_of_the_only_report_with_its_problems(keluaran, capsys):
    pd = LaporanFactory().perangkat_daerah
    PerangkatDaerahFactory()
    build(keluaran)
    assert keluaran.read_bytes() == cetak_palsu.ISI_PDF
    tulisan = capsys.readouterr().out
    assert f"LKIP {pd.nama} Tahun 2024 ditulis ke {keluaran}." in tulisan
    assert "1 masalah perlu diperhatikan:\n  - Bab I: Narasi belum disusun." in tulisan
    assert "1 temuan reviu atas angka:\n  - Tabel 3.2: Realisasi <kosong>." in tulisan


def test_a_short_answer_counts_the_findings_and_still_lists_what_is_missing(keluaran, capsys):
    LaporanFactory()
    build(keluaran, "--ringkas")
    tulisan = capsys.readouterr().out
    assert "1 temuan reviu atas angka; rinciannya di halaman laporan." in tulisan
    assert "Realisasi <kosong>" not in tulisan
    assert "- Bab I: Narasi belum disusun." in tulisan


def test_the_pdf_goes_through_the_cache(keluaran, palsu):
    pd = LaporanFactory().perangkat_daerah
    build(keluaran)
    build(keluaran)
    assert palsu.rendering == 1
    assert file_path(cetak.kunci(take_snapshot(pd, 2024).sidik)).is_file()


def test_json_is_the_canonical_snapshot(keluaran):
    pd = LaporanFactory().perangkat_daerah
    build(keluaran, "--format", "json")
    snapshot = take_snapshot(pd, 2024)
    assert sha256(keluaran.read_bytes()).hexdigest() == snapshot.sidik
    assert Snapshot.from_json(json.loads(keluaran.read_bytes())) == snapshot


def test_html_stands_alone(keluaran):
    LaporanFactory(perangkat_daerah__nama="Dinas <Uji>")
    build(keluaran, "--format", "html")
    isi = keluaran.read_text()
    assert '<h1 id="bab-1">Pendahuluan</h1>' in isi
    assert "Dinas &lt;Uji&gt;" in isi
    assert ".tabel" in isi
    assert "<link" not in isi
    assert "<script" not in isi


def test_by_slug_or_kode_even_without_a_report(keluaran):
    pd = PerangkatDaerahFactory()
    for dicari in (pd.slug, pd.kode):
        build(keluaran, "--pd", dicari)


def test_several_are_listed(keluaran):
    satu, dua = LaporanFactory().perangkat_daerah, LaporanFactory().perangkat_daerah
    with pytest.raises(CommandError, match="Ada 2 laporan tahun 2024") as galat:
        build(keluaran)
    assert satu.slug in str(galat.value)
    assert dua.slug in str(galat.value)


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["--pd", "tidak-ada"], "'tidak-ada' tidak ditemukan"),
        ([], "Belum ada laporan tahun 2024"),
    ],
)
def test_nothing_to_produce(keluaran, argumen, pesan):
    pd = PerangkatDaerahFactory()
    with pytest.raises(CommandError, match=pesan) as galat:
        build(keluaran, *argumen)
    assert pd.slug in str(galat.value)
    assert not keluaran.exists()


def test_an_empty_database_is_said_to_be_empty(keluaran):
    with pytest.raises(CommandError, match="belum berisi perangkat daerah"):
        build(keluaran)


def test_an_impossible_year(keluaran):
    with pytest.raises(CommandError, match="Tahun 99999 tidak sah"):
        build(keluaran, tahun="99999")


def test_unwritable_places_are_found_before_the_work(tmp_path, palsu):
    LaporanFactory()
    with pytest.raises(CommandError, match="adalah folder"):
        build(tmp_path)
    with pytest.raises(CommandError, match="tidak ada"):
        build(tmp_path / "x" / "y.pdf")
    assert palsu.rendering == 0


def test_no_permission_to_write(keluaran, palsu, monkeypatch):
    LaporanFactory()
    monkeypatch.setattr("laporan.management.commands.build_lkip.os.access", lambda *_: False)
    with pytest.raises(CommandError, match="periksa izin"):
        build(keluaran)


def test_a_full_disk(keluaran, monkeypatch):
    LaporanFactory()

    def penuh(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("laporan.management.commands.build_lkip.write_atomic", penuh)
    with pytest.raises(CommandError, match="No space left"):
        build(keluaran, "--format", "json")
