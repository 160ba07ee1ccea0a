"""The PDF is reproducible, closed to the world, set in our own fonts and says what it is."""

import gc
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from laporan import render

CSS = """
html { font: 11pt "LKIP Serif", "LKIP Sans" }
h1, table { font-family: "LKIP Sans" }
p { text-align: justify; hyphens: auto }
"""
HTML = """<!DOCTYPE html><html lang="id"><head><title>lama</title></head><body>
<h1 id="awal">Laporan Kinerja</h1>
<p>Capaian ≥ 76,00 <em>miring →</em> <strong>tebal</strong>. <a href="#awal">Awal</a></p>
<table><caption>Tabel 1</caption>
<thead><tr><th scope="col">Indikator</th><th scope="col">Realisasi</th></tr></thead>
<tbody><tr><th scope="row">IKU 1</th><td>76,00</td></tr></tbody></table>
</body></html>"""
METADATA = render.Metadata(
    judul="Laporan Kinerja 2024",
    penulis="Dinas Sosial",
    subjek="LKIP",
    kunci="kunci",
    tanggal=datetime(2025, 1, 22, 2, tzinfo=UTC),
)
SKRIP = """
import hashlib, django
django.setup()
from laporan.render import render_pdf
from tests.laporan.test_render import CSS, HTML, METADATA
print(hashlib.sha256(render_pdf(HTML, [CSS], METADATA)).hexdigest())
"""


def poppler(program: str, berkas: Path) -> str:
    return subprocess.run([program, berkas], capture_output=True, text=True, check=True).stdout


def cetak(badan: str, metadata: render.Metadata = METADATA) -> bytes:
    return render.render_pdf(f"<!DOCTYPE html><html><body>{badan}</body></html>", [CSS], metadata)


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    jalur = tmp_path_factory.mktemp("render") / "laporan.pdf"
    jalur.write_bytes(render.render_pdf(HTML, [CSS], METADATA))
    return jalur


@pytest.mark.pdf
def test_two_processes_write_the_same_bytes(settings):
    sidik = {
        subprocess.run(
            [sys.executable, "-c", SKRIP],
            env=os.environ | {"PYTHONHASHSEED": benih, "DJANGO_SETTINGS_MODULE": "lkip.settings"},
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for benih in ("1", "2")
    }
    assert len(sidik) == 1
    assert all(len(s) == 64 for s in sidik)


def test_another_key_is_another_file_identifier():
    lain = render.Metadata("Laporan Kinerja 2024", "Dinas Sosial", "LKIP", "lain")
    assert cetak("<p>a</p>") != cetak("<p>a</p>", lain)


def test_the_file_says_what_it_is(berkas):
    info = {
        nama: isi.strip()
        for nama, _, isi in (baris.partition(":") for baris in poppler("pdfinfo", berkas).splitlines())
    }
    assert info["Title"] == "Laporan Kinerja 2024"
    assert info["Author"] == "Dinas Sosial"
    assert info["Subject"] == "LKIP"
    assert info["Tagged"] == "yes"
    assert info["CreationDate"].startswith("Wed Jan 22")
    assert info["CreationDate"] == info["ModDate"]


def test_language_and_title_bar(berkas):
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(berkas) as pdf:
        assert str(pdf.Root.Lang) == "id"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True


def test_only_our_own_fonts_are_embedded(berkas):
    baris = poppler("pdffonts", berkas).splitlines()[2:]
    assert baris
    for satu in baris:
        assert "+LKIP-S" in satu.split()[0]
        assert " yes yes yes " in satu


def test_a_character_that_no_font_has_is_replaced(tmp_path):
    jalur = tmp_path / "huruf.pdf"
    jalur.write_bytes(cetak("<p>\uf0b7 butir &#9679; butir 中 akhir\u200b.</p>"))
    assert "• butir • butir ? akhir." in poppler_text(jalur)
    assert all("+LKIP-S" in b for b in poppler("pdffonts", jalur).splitlines()[2:])


def poppler_text(jalur: Path) -> str:
    return subprocess.run(["pdftotext", jalur, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    "sumber",
    [
        "http://127.0.0.1:9/x.png",
        "https://127.0.0.1:9/x.png",
        "ftp://127.0.0.1/x.png",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "file://server/etc/passwd",
        "lkip:media/../../../../../../etc/passwd",
        "lkip:media/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "lkip:media//etc/passwd",
        "lkip:media/tidak-ada.png",
        "lkip:lain/x.png",
        "relatif.png",
        "/etc/passwd",
    ],
)
def test_every_other_source_stops_the_render(sumber):
    with pytest.raises(render.SumberDitolakError) as galat:
        cetak(f'<p><img src="{sumber}" alt="x"></p>')
    assert sumber in str(galat.value)
    assert gc.isenabled()


def test_a_style_sheet_may_not_load_anything_else_either():
    with pytest.raises(render.SumberDitolakError):
        render.render_pdf(HTML, ["@import url(http://127.0.0.1:9/x.css);"], METADATA)


def test_a_link_out_of_our_folders_is_not_followed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "tautan.png").symlink_to("/etc/passwd")
    with pytest.raises(render.SumberDitolakError, match="di luar folder"):
        cetak('<p><img src="lkip:media/tautan.png" alt="x"></p>')


@pytest.mark.parametrize("cara", ["lkip", "file"])
def test_a_file_of_ours_is_used(settings, tmp_path, cara):
    settings.MEDIA_ROOT = tmp_path
    gambar = tmp_path / "gambar satu.svg"
    gambar.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    url = "lkip:media/gambar%20satu.svg" if cara == "lkip" else gambar.as_uri()
    assert cetak(f'<p><img src="{url}" alt="kotak"></p>').startswith(b"%PDF-1.7")


def test_a_preview_needs_no_tags(tmp_path):
    jalur = tmp_path / "pratinjau.pdf"
    jalur.write_bytes(render.render_pdf(HTML, [CSS], METADATA, tag=False))
    assert "Tagged:          no" in poppler("pdfinfo", jalur)


def test_a_date_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        render.Metadata("a", "b", "c", "d", tanggal=datetime(2025, 1, 22))  # noqa: DTZ001


def test_the_environment_is_left_as_it_was(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "semula")
    cetak("<p>a</p>")
    assert os.environ["FONTCONFIG_FILE"] == "semula"


def test_version_key_follows_the_templates(settings, tmp_path):
    render.version_key.cache_clear()
    try:
        asal = render.version_key()
        assert len(asal) == 64
        settings.BASE_DIR = tmp_path
        dokumen = tmp_path / "templates" / "laporan" / "dokumen"
        dokumen.mkdir(parents=True)
        kunci = {asal}
        for isi in ("satu", "dua"):
            (dokumen / "bab1.html").write_text(isi)
            render.version_key.cache_clear()
            kunci.add(render.version_key())
        for nama in ("laporan/perhitungan/capaian.py", "laporan/snapshot/hitung/umum.py", "lkip/angka.py"):
            berkas = tmp_path / nama
            berkas.parent.mkdir(parents=True)
            berkas.write_text("")
            render.version_key.cache_clear()
            kunci.add(render.version_key())
        assert len(kunci) == 6
    finally:
        render.version_key.cache_clear()
