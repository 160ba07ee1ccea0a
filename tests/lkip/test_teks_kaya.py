"""Rich text as people write it without an editor, and back."""

from pathlib import Path

import pytest
from django.conf import settings

from lkip.formulir import TeksField
from lkip.teks_kaya import bersihkan, from_plain, shown, to_plain

PASANGAN = [
    ("satu\ndua\n\ntiga", "<p>satu<br>dua</p><p>tiga</p>"),
    ("Teks:\n- a\n- b\n\nLagi", "<p>Teks:</p><ul><li>a</li><li>b</li></ul><p>Lagi</p>"),
    ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ("**tebal** dan *miring*", "<p><strong>tebal</strong> dan <em>miring</em></p>"),
    ("A & B < C, 3 * 4 * 5", "<p>A &amp; B &lt; C, 3 * 4 * 5</p>"),
    ("2024. Tahun yang baik", "<p>2024. Tahun yang baik</p>"),
    ("{{ iku.1.realisasi }}", "<p>{{ iku.1.realisasi }}</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("teks", "html"), PASANGAN)
def test_plain_text_becomes_html(teks, html):
    assert from_plain(teks) == html
    assert from_plain(teks.replace("\n", "\r\n")) == html


@pytest.mark.parametrize("html", [html for _, html in PASANGAN])
def test_html_is_written_so_that_it_reads_back(html):
    assert from_plain(to_plain(html)) == html


def test_what_plain_text_cannot_say_stays_html():
    tabel = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    bersarang = "<ul><li>a<ul><li>b</li></ul></li></ul>"
    for isi in (tabel, bersarang, "<p>x<sup>2</sup></p>", "<p>a *b* c</p>", "<p>- a</p>"):
        assert to_plain(isi) is None
        assert from_plain(isi) == bersihkan(isi)


def test_what_nobody_touched_is_no_change():
    for berkas in sorted((settings.BASE_DIR / "fixtures/demo/narasi/indikator").glob("*.html")):
        isi = Path(berkas).read_text().strip()
        kolom = TeksField(required=False)
        tertulis = kolom.prepare_value(isi)
        assert "<" not in tertulis
        assert not kolom.has_changed(isi, tertulis.replace("\n", "\r\n"))
        assert kolom.has_changed(isi, tertulis + " Lagi.")
        assert kolom.clean(isi.replace("\n", "\r\n")) == isi  # written as HTML


def test_a_page_shows_cleaned_text_and_marks_live_figures():
    teks = shown("<p onclick=x>Capai {{ iku.1.realisasi }}</p><script>x</script>")
    assert teks == '<p>Capai <span class="angka-hidup">iku.1.realisasi</span></p>'
    assert shown("a < b") == "<p>a &lt; b</p>"
