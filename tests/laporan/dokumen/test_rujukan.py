"""Narrative in the report: live figures and cross references filled in, what is wrong listed and shown."""

import re
from dataclasses import replace

import pytest

from laporan import cetak
from laporan.dokumen.blok import Gambar, Narasi, Tabel
from laporan.dokumen.penomoran import semua_blok
from laporan.dokumen.susun import susun
from laporan.narasi import Masalah
from laporan.snapshot.ambil import compute
from tests.laporan import pabrik
from tests.laporan.dokumen import datar


def dengan_narasi(snapshot, **narasi):
    """Return the snapshot with these sections written anew; `_` in a name stands for a dot."""
    ganti = {kunci.replace("__", "."): isi for kunci, isi in narasi.items()}
    milik = tuple((k, ganti.pop(k, isi)) for k, isi in snapshot.masukan.naskah.narasi)
    assert not ganti
    return compute(replace(snapshot.masukan, naskah=replace(snapshot.masukan.naskah, narasi=milik)))


def html(snapshot, bagian="bab3.metode"):
    tersusun = susun(snapshot)
    blok = (b for bab in tersusun.dokumen.bab for b in semua_blok(bab))
    return next(b.html for b in blok if isinstance(b, Narasi) and b.bagian == bagian), tersusun.masalah


def test_every_table_and_drawing_can_be_referred_to_by_its_label(demo):
    semua = [b for bab in susun(demo).dokumen.bab for b in semua_blok(bab) if isinstance(b, (Tabel, Gambar))]
    awalan = {Tabel: "tabel", Gambar: "gambar"}
    token = [f"{awalan[type(b)]}.{b.kunci}" for b in semua]
    assert len(set(token)) == len(token)
    isi = "".join(f"<p>{{{{ {t} }}}}</p>" for t in token)
    tertulis, masalah = html(dengan_narasi(demo, bab3__metode=isi))
    assert masalah == ()
    assert re.findall(r'<a class="rujukan" href="#([^"]+)">([^<]+)</a>', tertulis) == [
        (b.anchor, b.label) for b in semua
    ]


def test_references_of_the_demo_point_to_the_table_they_speak_of(demo):
    isi = cetak.halaman(demo).isi
    rujukan = re.findall(r'<a class="rujukan" href="#([^"]+)">([^<]+)</a>', isi)
    assert len(rujukan) > 20
    for anchor, label in rujukan:
        judul = re.search(rf'id="{anchor}".*?<(?:fig)?caption>([^<]+)<', isi, re.S)
        assert judul
        assert judul[1].startswith(label + " ")


def test_a_reference_moves_with_its_table(demo):
    """Without asset data there is no Tabel 1.3 of assets, so the AKIP table takes its number."""
    token = "<p>{{ tabel.akip }}</p>"
    assert "Tabel 1.4" in html(dengan_narasi(demo, bab3__metode=token))[0]
    tanpa = compute(replace(demo.masukan, fakta=replace(demo.masukan.fakta, aset=())))
    assert "Tabel 1.3" in html(dengan_narasi(tanpa, bab3__metode=token))[0]


@pytest.mark.parametrize(
    ("token", "teks"),
    [
        ("anggaran.penyerapan", "77,73%"),
        ("iku.1.capaian", "100%"),
        ("iku.2.rasio", "98,14%"),
        ("iku.rerata.capaian", "94,16%"),
        ("program.1.06.02.efisiensi", "−2,85"),
        ("akip.nilai", "76,40"),
        ("pegawai.jumlah", "158"),
    ],
)
def test_a_live_figure(demo, token, teks):
    tertulis, masalah = html(dengan_narasi(demo, bab3__metode=f"<p>A {{{{ {token} }}}} B</p>"))
    assert (tertulis, masalah) == (f"<p>A {teks} B</p>", ())


@pytest.mark.parametrize(
    ("isi", "pesan", "terlihat"),
    [
        ("{{ iku.9.capaian }}", "“{{ iku.9.capaian }}” tidak dikenal. Periksa ejaannya atau hapus.",
         "{{ iku.9.capaian }} tidak dikenal"),
        ("{{ tabel.tidak-ada }}", "“{{ tabel.tidak-ada }}” tidak dikenal. Periksa ejaannya atau hapus.",
         "{{ tabel.tidak-ada }} tidak dikenal"),
        ("{{ iku.1.capaian", "Kurung kurawal “{{” tidak berpasangan.", "{{"),
        ("{{ iku.1<b>.capaian</b> }}", "“{{ iku.1.capaian }}” terpotong oleh format teks.", "{{"),
        ("{{ iku.__class__ }}", "“{{ iku.__class__ }}” tidak dikenal.", "{{ iku.__class__ }} tidak dikenal"),
        ("{{ iku.1.capaian|safe }}", "“{{ iku.1.capaian|safe }}” tidak dikenal.",
         "{{ iku.1.capaian|safe }} tidak dikenal"),
    ],
)  # fmt: skip
def test_a_wrong_token_is_listed_with_its_place_and_shown(demo, isi, pesan, terlihat):
    snapshot = dengan_narasi(demo, bab3__metode=f"<p>Awal {isi} akhir.</p>")
    tertulis, masalah = html(snapshot)
    assert [m.tempat for m in masalah] == ["3.1 Metode Pengukuran Kinerja Tahun 2024"] * len(masalah)
    assert masalah[0].pesan.startswith(pesan)
    assert f'<mark class="masalah">{terlihat}</mark>' in tertulis
    assert "Awal" in tertulis
    assert "akhir." in tertulis


def test_a_figure_that_cannot_be_computed_is_listed_with_its_reason():
    snapshot = pabrik.snapshot(realisasi=pabrik.mk.Realisasi((), ()))
    snapshot = dengan_narasi(snapshot, ikhtisar="<p>Capaian {{ iku.1.capaian }}.</p>")
    masalah = susun(snapshot).masalah
    assert (
        Masalah("Ikhtisar Eksekutif", "“{{ iku.1.capaian }}” tidak ada nilainya: realisasi kosong.")
        in masalah
    )
    assert "Capaian tidak dapat dihitung (realisasi kosong)." in datar.halaman(snapshot)


def test_a_missing_narrative_is_listed_with_its_place(demo):
    snapshot = dengan_narasi(demo, kata_pengantar="", bab1__aset=" \n ", bab3__keberhasilan="")
    pesan = "Narasi bagian ini belum disusun."
    assert susun(snapshot).masalah == (
        Masalah("Kata Pengantar", pesan),
        Masalah("1.5 Aset", pesan),
        Masalah("3.9 Analisis Keberhasilan dan Kegagalan", pesan),
    )
    assert datar.halaman(snapshot).count(pesan) == 3


def test_narrative_that_only_looks_written_is_missing_too(demo):
    snapshot = dengan_narasi(demo, bab1__aset="<p>&nbsp;</p><p><br></p>")
    assert [m.tempat for m in susun(snapshot).masalah] == ["1.5 Aset"]


def test_the_same_problem_is_listed_once_per_place(demo):
    token = "<p>{{ salah }} dan {{ salah }}</p>"
    snapshot = dengan_narasi(demo, bab1__aset=token, bab1__sdm=token)
    assert [m.tempat for m in susun(snapshot).masalah] == ["1.4 Sumber Daya Manusia", "1.5 Aset"]


def test_narrative_cannot_carry_scripts_or_styles(demo):
    jahat = (
        '<p onclick="x()" style="color:red">Teks</p><script>alert(1)</script><img src="http://contoh/x.png">'
    )
    tertulis, masalah = html(dengan_narasi(demo, bab3__metode=jahat))
    assert tertulis == "<p>Teks</p>"
    assert masalah == ()
    assert not re.search(
        r"<script|onclick|http://contoh", cetak.halaman(dengan_narasi(demo, bab3__metode=jahat)).isi
    )


def test_names_from_the_data_are_escaped():
    nama = 'Dinas <b>"Uji"</b> & Rekan'
    snapshot = pabrik.snapshot(identitas=replace(pabrik.IDENTITAS, nama=nama))
    for isi in (cetak.halaman(snapshot).isi, cetak.html_cetak(susun(snapshot).dokumen)):
        assert "<b>" not in isi
        assert "Dinas &lt;b&gt;" in isi
