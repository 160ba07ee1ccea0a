"""The judges judge: they pass what is right and, above all, fail what is wrong."""

import pytest

from laporan.render import Metadata, render_pdf
from tests.pdf.validasi import validasi_cepat, validasi_vera

CSS = """
@page { @bottom-right { content: counter(page) } }
html { font: 11pt "LKIP Serif", "LKIP Sans" }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
td, th { border: .5pt solid #888 }
.daftar a::after { content: target-counter(attr(href), page); float: right }
"""
BENAR = """<!DOCTYPE html><html lang="id"><body>
<h1 id="awal">Laporan<br>Kinerja</h1>
<ul class="daftar"><li><a href="#awal">Laporan</a></li></ul>
<ol><li>Satu<ul><li>rinci</li></ul></li><li>Dua</li></ol>
<table><caption>Tabel 1</caption><colgroup><col style="width:60%"><col style="width:40%"></colgroup>
<thead><tr><th scope="col">Indikator</th><th scope="col">Realisasi</th></tr></thead>
<tbody><tr><th scope="row">IKU 1</th><td>≥ 76,00</td></tr></tbody></table>
<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Kotak</title>
<rect width="9" height="9"/></svg><figcaption>Gambar 1</figcaption></figure>
<p>Bukan huruf kami: \uf0b7 中.</p>
</body></html>"""
METADATA = Metadata("Laporan Kinerja", "Dinas Sosial", "LKIP", "kunci")

pytestmark = pytest.mark.pdf


def tulis(tmp_path, html, tag=True):
    berkas = tmp_path / "laporan.pdf"
    berkas.write_bytes(render_pdf(html, [CSS], METADATA, tag=tag))
    return berkas


def test_a_right_document_passes_both_judges(tmp_path):
    berkas = tulis(tmp_path, BENAR)
    assert validasi_cepat(berkas) == []
    assert validasi_vera(berkas) == []


def test_a_plain_pdf_fails_everything(tmp_path):
    berkas = tulis(tmp_path, BENAR, tag=False)
    assert validasi_cepat(berkas)
    assert {k.profil for k in validasi_vera(berkas)} == {"3a", "ua1"}


def test_small_mistakes_are_found(tmp_path):
    salah = {
        "7.4.2": "<h1>a</h1><h3>loncat</h3>",
        "7.3": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
        "7.2": "<ul><li><p>a</p></li></ul>",
        "7.18.5": '<p id="x"><a href="#x"><strong>a</strong></a></p>',
    }
    berkas = tulis(tmp_path, f'<html lang="id"><body>{"".join(salah.values())}</body></html>')
    assert len(validasi_cepat(berkas)) >= len(salah)
    assert {(k.profil, k.klausul) for k in validasi_vera(berkas)} == {("ua1", k) for k in salah}


def test_no_verdict_is_never_a_pass(tmp_path):
    berkas = tmp_path / "bukan.pdf"
    berkas.write_bytes(b"bukan PDF")
    with pytest.raises(RuntimeError, match="no verdict"):
        validasi_vera(berkas)
    with pytest.raises(RuntimeError, match="no verdict"):
        validasi_vera(tulis(tmp_path, BENAR), profil=["9z"])
