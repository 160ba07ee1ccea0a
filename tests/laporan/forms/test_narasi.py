from laporan.forms.narasi import HURUF_TERBANYAK, NarasiForm


def test_a_text_of_300_kb_is_refused_and_says_how_much_is_too_much():
    form = NarasiForm({"isi": "<p>" + "kata " * 60_000 + "</p>"})
    assert not form.is_valid()
    assert form.errors["isi"] == [
        "Naskah terlalu panjang: 300.007 huruf, paling banyak 100.000 huruf (sekitar 30 halaman) untuk satu "
        "bagian. Pindahkan sebagian ke bagian lain atau ke lampiran."
    ]


def test_what_word_wraps_around_a_short_text_does_not_count():
    form = NarasiForm({"isi": f"<p><span style='{'x' * HURUF_TERBANYAK}'>Pendek</span></p>"})
    assert form.is_valid()
    assert form.cleaned_data["isi"] == "<p>Pendek</p>"


def test_the_field_says_where_the_editor_is():
    assert 'data-editor="/static/django_prose_editor/editor.js"' in str(NarasiForm()["isi"])
