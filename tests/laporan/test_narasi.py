"""Narrative text: cleaning, live figures, cross references, and what is reported as a problem."""

import re

import pytest

from laporan.narasi import AngkaHidup, Masalah, isi
from lkip.teks_kaya import bersihkan, clean_text

ANGKA = {
    "anggaran.pagu": AngkaHidup("Rp69.778.653.677"),
    "pd.nama": AngkaHidup("Dinas <b>A</b> & B"),
    "sulit": AngkaHidup("{{ anggaran.pagu }}"),
    "iku.1.capaian": AngkaHidup("tidak dapat dihitung (realisasi kosong)", "realisasi kosong"),
}
TAUTAN = {"tabel.aset": ("Tabel 1.3", "tabel-aset")}


def _isi(html: str) -> tuple[str, list[str]]:
    teks, masalah = isi(html, ANGKA, "bab1.aset", TAUTAN)
    return str(teks), [satu.pesan for satu in masalah]


@pytest.mark.parametrize(
    ("kotor", "bersih"),
    [
        ('<p class="MsoNormal" style="margin:0">Isi<o:p>&nbsp;</o:p></p>', "<p>Isi&nbsp;</p>"),
        ("<style>p{}</style><script>alert(1)</script><p>Isi</p>", "<p>Isi</p>"),
        ("<!--[if gte mso 9]><xml><w:X>1</w:X></xml><![endif]--><p>Isi</p>", "<p>Isi</p>"),
        ("<xml><w:X>1</w:X></xml><p>Isi</p>", "<p>Isi</p>"),
        ('<p>Lihat <a href="https://contoh.id" onclick="x()">situs</a></p>', "<p>Lihat situs</p>"),
        ("<p>&nbsp;</p><p> <br> </p><p>Isi</p><p></p>", "<p>Isi</p>"),
        ("<div>Satu</div><div>Dua</div>", "<p>Satu</p><p>Dua</p>"),
        ("<h1>Judul</h1><p>Isi</p>", "<h4>Judul</h4><p>Isi</p>"),
        ("<div><ul><li>Satu</li></ul></div>", "<ul><li>Satu</li></ul>"),
        ("<p>x<sup>2</sup> H<sub>2</sub>O <u>u</u></p>", "<p>x<sup>2</sup> H<sub>2</sub>O <u>u</u></p>"),
        (
            '<table><tr><td colspan="2" style="x">a</td><td colspan="2\'>{{ x }}">b</td></tr></table>',
            '<table><tbody><tr><td colspan="2">a</td><td>b</td></tr></tbody></table>',
        ),
        ("<p>{{ anggaran.pagu }}</p>", "<p>{{ anggaran.pagu }}</p>"),
        ('<p>1 < 2 & <img src=x onerror="a()">"</p>', '<p>1 &lt; 2 &amp; "</p>'),
    ],
)
def test_cleaning_keeps_the_report_tags_only(kotor: str, bersih: str) -> None:
    assert bersihkan(kotor) == bersih
    assert bersihkan(bersih) == bersih


@pytest.mark.parametrize(
    "token",
    [
        "{{ anggaran.pagu }}",
        "{{anggaran.pagu}}",
        "{{ Anggaran.Pagu\n}}",
        "{{&nbsp;anggaran.pagu\u00a0}}",
        "{{\u200banggaran.pagu }}",
    ],
)
def test_token_is_found_whatever_spaces_and_capitals_surround_it(token: str) -> None:
    assert _isi(f"<p>Pagu {token}.</p>") == ("<p>Pagu Rp69.778.653.677.</p>", [])


def test_value_is_escaped_and_not_searched_for_tokens_again() -> None:
    assert _isi("<p>{{ pd.nama }}</p>") == ("<p>Dinas &lt;b&gt;A&lt;/b&gt; &amp; B</p>", [])
    assert _isi("<p>{{ sulit }}</p>") == ("<p>{{ anggaran.pagu }}</p>", [])


def test_cross_reference_becomes_a_link() -> None:
    teks, masalah = _isi("<p>Lihat {{ tabel.aset }}.</p>")
    assert teks == '<p>Lihat <a class="rujukan" href="#tabel-aset">Tabel 1.3</a>.</p>'
    assert masalah == []


def test_unknown_token_is_shown_plainly_and_listed() -> None:
    teks, masalah = isi("<p>{{ iku.9.capaian }}</p>", ANGKA, "bab3.metode")
    assert str(teks) == '<p><mark class="masalah">{{ iku.9.capaian }} tidak dikenal</mark></p>'
    assert masalah == (
        Masalah("bab3.metode", "“{{ iku.9.capaian }}” tidak dikenal. Periksa ejaannya atau hapus."),
    )


def test_uncomputable_figure_is_shown_with_its_reason_and_listed() -> None:
    teks, masalah = _isi("<p>Capaian {{ iku.1.capaian }}</p>")
    assert teks == '<p>Capaian <mark class="masalah">tidak dapat dihitung (realisasi kosong)</mark></p>'
    assert masalah == ["“{{ iku.1.capaian }}” tidak ada nilainya: realisasi kosong."]


@pytest.mark.parametrize(
    "token",
    [
        "{{ pd.__class__ }}",
        "{{ pd.nama|safe }}",
        "{{ 1 + 1 }}",
        "{{ anggaran . pagu }}",
        "{{ }}",
        "{{ tabel.x }}",
    ],
)
def test_a_token_is_a_plain_name_never_an_expression(token: str) -> None:
    teks, masalah = _isi(f"<p>{token}</p>")
    assert "tidak dikenal</mark>" in teks
    assert len(masalah) == 1


def test_markup_inside_an_unknown_token_cannot_get_out() -> None:
    teks, _ = _isi("<p>{{ &lt;script&gt; }}</p>")
    assert "<script" not in teks
    assert "&lt;script&gt; }} tidak dikenal" in teks


def test_token_split_by_formatting_is_shown_and_named() -> None:
    teks, masalah = _isi("<p>{{ anggaran.<strong>pagu</strong> }}</p>")
    assert "anggaran.<strong>pagu</strong>" in teks
    assert teks.count('<mark class="masalah">') == 2
    assert masalah == [
        "“{{ anggaran.pagu }}” terpotong oleh format teks. Ketik ulang tanpa tebal, miring, atau baris baru."
    ]


@pytest.mark.parametrize(
    "teks", ["{{ anggaran.pagu", "anggaran.pagu }}", "{{{ anggaran.pagu }}}", "{{ a } }"]
)
def test_unbalanced_braces_are_a_problem(teks: str) -> None:
    hasil, masalah = _isi(f"<p>{teks}</p>")
    assert '<mark class="masalah">' in hasil
    assert masalah
    assert all("tidak berpasangan" in pesan for pesan in masalah)


def test_single_braces_are_text() -> None:
    assert _isi("<p>{a} dan }b{</p>") == ("<p>{a} dan }b{</p>", [])


def test_inner_of_nested_braces_is_filled_in_and_the_outer_reported() -> None:
    teks, masalah = _isi("<p>{{ x {{ anggaran.pagu }} }}</p>")
    assert "Rp69.778.653.677" in teks
    assert len(masalah) == 2


def test_no_token_is_replaced_inside_an_attribute() -> None:
    teks, masalah = _isi('<table><tr><td colspan="{{ anggaran.pagu }}">a</td></tr></table>')
    assert teks == "<table><tbody><tr><td>a</td></tr></tbody></table>"
    assert masalah == []


def test_text_is_cleaned_before_it_is_filled_in() -> None:
    assert _isi("<p onclick='x'>{{ anggaran.pagu }}<script>{{ y }}</script></p>") == (
        "<p>Rp69.778.653.677</p>",
        [],
    )


def test_list_items_and_headings_become_what_an_accessible_pdf_allows() -> None:
    html, _ = isi("<ul><li><p>Satu</p><p>Dua</p></li></ul><h4>Judul</h4>", {}, "x")
    assert html == '<ul><li>Satu<br>Dua</li></ul><p class="subjudul">Judul</p>'


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=IN><!--StartFragment--><h1><span style='font-family:"Arial"'>Gambaran Umum<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><b><span style='color:red'>Dinas</span></b> melayani
<i>12 panti</i>.<o:p>&nbsp;</o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr><td colspan=2 style='width:100pt'><p>Sel</p></td></tr></table>
<p><img src="data:image/png;base64,AAAA"><a href="https://contoh.example/" onclick="x()">tautan</a></p>
<!--EndFragment--></body></html>"""


def test_a_paste_from_word_keeps_its_words_and_loses_its_dress():
    bersih = clean_text(WORD)
    assert "<h4>Gambaran Umum</h4>" in bersih
    assert "<b>Dinas</b> melayani\n<i>12 panti</i>." in bersih
    assert re.search(r'<table>\s*<tbody>\s*<tr><td colspan="2"><p>Sel</p></td></tr>', bersih)
    assert "<p>tautan</p>" in bersih
    for sisa in (
        "style",
        "class",
        "Mso",
        "xml",
        "<o:p",
        "Normal",
        "href",
        "onclick",
        "<img",
        "<span",
        "<!--",
    ):
        assert sisa not in bersih
    assert clean_text(bersih) == bersih


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Satu\r\nbaris\r\n\r\nDua", "<p>Satu<br>baris</p><p>Dua</p>"),
        ("Hanya <strong>tebal</strong>", "<p>Hanya <strong>tebal</strong></p>"),
        ("<p>Sudah alinea</p>\n\n<p>Dua</p>", "<p>Sudah alinea</p>\n\n<p>Dua</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("   \n\n ", ""),
        ("<p> &nbsp; </p>", ""),
    ],
)
def test_text_without_tags_becomes_paragraphs(teks, hasil):
    assert clean_text(teks) == hasil
