"""The building blocks of the report: what a section can contain, already formatted as text.

Each block names the partial that draws it (`berkas_templat`), used by
the web page and the PDF alike. Blocks hold no numbers, only text: arithmetic ends before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString

from laporan.grafik.kanvas import Gambar as GambarSvg

KOSONG = SafeString("")


@dataclass(frozen=True)
class Sel:
    """One table cell; `kolom` and `baris` are how many columns and rows it spans."""

    teks: str
    kelas: str = ""
    kolom: int = 1
    baris: int = 1
    kepala: bool = False


@dataclass(frozen=True)
class Baris:
    """One table row; `kelas` is "program", "kegiatan", "unit", "jumlah" or empty."""

    sel: tuple[Sel, ...]
    kelas: str = ""


@dataclass(frozen=True)
class Kolom:
    """One table column: heading, width in percent of the table, class of its cells."""

    judul: str
    lebar: int
    kelas: str = ""


@dataclass(frozen=True)
class Tabel:
    """A captioned table."""

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/tabel.html"
    kunci: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    sumber: str = ""
    catatan: tuple[str, ...] = ()
    lanskap: bool = False
    nomor: str = ""

    @property
    def anchor(self) -> str:
        """The id of the table in the page."""
        return f"tabel-{self.kunci.replace('.', '-')}"

    @property
    def label(self) -> str:
        """The numbered name, e.g. Tabel 3.4; a table outside the report has none."""
        return f"Tabel {self.nomor}" if self.nomor else ""


@dataclass(frozen=True)
class Gambar:
    """A captioned drawing."""

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/gambar.html"
    kunci: str
    judul: str
    gambar: GambarSvg
    lanskap: bool = False
    nomor: str = ""

    @property
    def anchor(self) -> str:
        """The id of the drawing in the page."""
        return f"gambar-{self.kunci}"

    @property
    def label(self) -> str:
        """The numbered name, e.g. Gambar 1.1."""
        return f"Gambar {self.nomor}"


@dataclass(frozen=True)
class Narasi:
    """The narrative of a section: `mentah` as typed, `html` once cleaned and its figures filled in."""

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/narasi.html"
    bagian: str
    mentah: str
    html: SafeString = KOSONG


@dataclass(frozen=True)
class Alinea:
    """A sentence made from data."""

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/alinea.html"
    teks: str


@dataclass(frozen=True)
class Subjudul:
    """A run-in heading that is not numbered."""

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/subjudul.html"
    teks: str


@dataclass(frozen=True)
class Butir:
    """A list numbered by `jenis`, "angka" or "huruf"; "kutipan" makes it a quotation."""

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/butir.html"
    butir: tuple[str, ...]
    jenis: str = "angka"


@dataclass(frozen=True)
class Kosong:
    """Says plainly that something is missing; always listed among the problems as well.

    `isian` is where it can be filled in: a key of `laporan.dokumen.bagian`, or one of `laporan.naskah`.
    """

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/kosong.html"
    pesan: str
    isian: str = ""


@dataclass(frozen=True)
class TandaTangan:
    """A signature block; `kepala`: that of the head, `utama`: the one with the electronic signature."""

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/tanda_tangan.html"
    tempat_tanggal: str
    jabatan: str
    nama: str
    pangkat: str
    nip: str
    kepala: bool = False
    utama: bool = False


@dataclass(frozen=True)
class PihakPerjanjian:
    """Both sides of a perjanjian kinerja, in the sentence and the signatures of the official form."""

    berkas_templat: ClassVar[str] = "laporan/dokumen/blok/pihak_perjanjian.html"
    judul: str
    nama_pertama: str
    jabatan_pertama: str
    rincian_pertama: str
    nama_kedua: str
    jabatan_kedua: str
    rincian_kedua: str
    tempat_tanggal: str


Blok = Tabel | Gambar | Narasi | Alinea | Subjudul | Butir | Kosong | TandaTangan | PihakPerjanjian


@dataclass(frozen=True)
class Subbab:
    """A numbered section with its blocks and sections below."""

    judul: str
    blok: tuple[Blok, ...] = ()
    anak: tuple[Subbab, ...] = ()
    nomor: str = ""
    anchor: str = ""

    @property
    def lanskap(self) -> bool:
        """Whether the section starts with something wide, so that its heading goes along with it."""
        return bool(self.blok) and isinstance(self.blok[0], (Tabel, Gambar)) and self.blok[0].lanskap


@dataclass(frozen=True)
class Bab:
    """A chapter. `awalan` numbers its tables ("3" gives Tabel 3.1); `sebutan` stands before the title."""

    judul: str
    sebutan: str
    awalan: str
    anchor: str
    blok: tuple[Blok, ...] = ()
    subbab: tuple[Subbab, ...] = ()


@dataclass(frozen=True)
class BagianDepan:
    """An unnumbered part before Bab I: kata pengantar, ikhtisar eksekutif, pernyataan reviu."""

    judul: str
    anchor: str
    blok: tuple[Blok, ...]


@dataclass(frozen=True)
class EntriDaftar:
    """One line of daftar isi, daftar tabel or daftar gambar."""

    tingkat: int
    nomor: str
    judul: str
    anchor: str
    romawi: bool = False


@dataclass(frozen=True)
class Sampul:
    """The cover."""

    judul: str
    nama: str
    pemda: str
    tahun: int
    kota: str


@dataclass(frozen=True)
class Dokumen:
    """The whole report, numbered."""

    judul: str
    sampul: Sampul
    depan: tuple[BagianDepan, ...]
    bab: tuple[Bab, ...]
    daftar_isi: tuple[EntriDaftar, ...] = ()
    daftar_tabel: tuple[EntriDaftar, ...] = ()
    daftar_gambar: tuple[EntriDaftar, ...] = ()
