"""The ringkasan eksekutif: the dashboard of a perangkat daerah on one printed page."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, replace

from django.conf import settings
from django.template.loader import render_to_string

from laporan import cetak, render
from laporan.dasbor.peringatan import by_rule, warnings_of
from laporan.dasbor.tabel_anggaran import tabel_program
from laporan.dasbor.tabel_kinerja import tabel_iku
from laporan.dasbor.utama import headline
from laporan.dokumen.blok import Baris, Sel, Tabel
from laporan.snapshot.bagian import Bagian, take_parts
from laporan.snapshot.batas import Batas
from lkip.angka import BULAN, tanggal
from lkip.models import PerangkatDaerah

BARIS_IKU, BARIS_PROGRAM, PANJANG = 9, 9, 110
"""What fits on one page whatever the data are; the rest is named by its number."""


@dataclass(frozen=True)
class Ringkasan:
    """The page to print, and what the file says about itself."""

    html: str
    judul: str
    pd: PerangkatDaerah
    hari: datetime.date

    @property
    def kunci(self) -> str:
        """The key of the file: what it prints, and the version of templates, styles and fonts."""
        return cetak.kunci(f"ringkasan:{hashlib.sha256(self.html.encode()).hexdigest()}")


def ringkasan(pd: PerangkatDaerah, tahun: int, batas: Batas, hari: datetime.date) -> Ringkasan:
    """Return the page as of the day `hari`, from the parts that the dashboard reads."""
    p = take_parts([pd], tahun, batas, (Bagian.KINERJA, Bagian.JADWAL, Bagian.ANGGARAN))[pd.pk]
    peringatan = warnings_of(p, hari)
    judul = f"Ringkasan Eksekutif Kinerja Tahun {tahun}"
    kebijakan = p.masukan.kebijakan
    kelompok = by_rule(peringatan)
    html = render_to_string(
        "laporan/dokumen/ringkasan_cetak.html",
        {
            "judul": judul,
            "pd": pd,
            "sampai": f"Keadaan sampai akhir {BULAN[batas.bulan - 1]} {tahun}, dicetak {tanggal(hari)}",
            "utama": headline(p, peringatan, None),
            "iku": _short(tabel_iku(p, None), BARIS_IKU),
            "program": _short(tabel_program(p, None), BARIS_PROGRAM),
            "kelompok": [(k, _cut(k.pertama.tempat, PANJANG), k.aturan.bunyi(kebijakan)) for k in kelompok],
            "cetak": True,
        },
    )
    return Ringkasan(html, judul, pd, hari)


def pdf(isi: Ringkasan) -> bytes:
    """Return the PDF; the same data on the same day give the same bytes."""
    gaya = settings.BASE_DIR / "static" / "css" / "dokumen-ringkasan.css"
    return render.render_pdf(
        isi.html,
        [*cetak.gaya_cetak(), gaya.read_text(encoding="utf-8")],
        render.Metadata(
            judul=f"{isi.judul} {isi.pd.nama}"[:200],
            penulis=isi.pd.nama,
            subjek=isi.judul,
            tanggal=datetime.datetime.combine(isi.hari, datetime.time(), tzinfo=datetime.UTC),
            kunci=isi.kunci,
        ),
    )


def _short(tabel: Tabel, banyak: int) -> Tabel:
    """Return the table with its first rows and its total, names cut to one or two lines."""
    isi = [satu for satu in tabel.baris if satu.kelas != "jumlah"]
    total = tuple(satu for satu in tabel.baris if satu.kelas == "jumlah")
    lewat = len(isi) - banyak
    catatan = (f"{lewat} baris lainnya ada pada dasbor.",) if lewat > 0 else ()
    pendek = tuple(_cells(satu) for satu in isi[:banyak])
    return replace(tabel, baris=(*pendek, *total), catatan=catatan)


def _cells(satu: Baris) -> Baris:
    return replace(satu, sel=tuple(_cell(s) for s in satu.sel))


def _cell(s: Sel) -> Sel:
    return s if hasattr(s.teks, "__html__") else replace(s, teks=_cut(s.teks, PANJANG))


def _cut(teks: str, panjang: int) -> str:
    return teks if len(teks) <= panjang else f"{teks[: panjang - 1].rstrip()}…"
