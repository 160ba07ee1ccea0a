"""The tables of a page as a workbook: exactly what is shown, filtered and ordered as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from lkip.workbook.cetakan import Tercetak, number_of, placed, printed, sum_formula
from lkip.workbook.tulis import Format, Isi, Kolom, LembarTulis, Terformat, write_buku

TANPA_PENUTUP = frozenset({"br", "img", "input", "wbr", "hr", "meta", "link", "col", "source"})
DILEWATI = frozenset({"button", "script", "style", "svg", "template"})
KELAS_DILEWATI = frozenset({"visually-hidden", "aksi-baris", "galat-sel", "aksi"})
"""Parts of a cell that are not what the table says."""
JUDUL = frozenset({"h1", "h2", "h3", "caption"})
TINDAKAN = frozenset({"", "Tindakan", "Hapus"})
"""Headers of columns for buttons."""
DAUN = 9
"""The rank of a row that is no sum of others."""


@dataclass
class Sel:
    """One cell as it stands in the page."""

    kelas: frozenset[str]
    lebar: int
    tinggi: int
    bagian: list[str] = field(default_factory=list)

    @property
    def teks(self) -> str:
        """Its text in one line."""
        return " ".join("".join(self.bagian).split())


@dataclass
class Baris:
    """One row: where it stands (thead, tbody or tfoot), and of what rank it is."""

    bagian: str
    pangkat: int
    sel: list[Sel] = field(default_factory=list)


@dataclass
class Tabel:
    """One table with the title above it."""

    judul: str
    baris: list[Baris] = field(default_factory=list)


class _Pembaca(HTMLParser):
    """Collects the tables of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tabel: list[Tabel] = []
        self.utama = ""
        self._judul: list[str] = []
        self._wilayah = ""
        self._bagian = "tbody"
        self._terbuka: list[tuple[str, bool]] = []
        self._lewati = 0
        self._di_judul = self._di_tabel = False
        self._sel: Sel | None = None
        self._pilihan = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = {nama: nilai or "" for nama, nilai in attrs}
        kelas = frozenset(isi.get("class", "").split())
        if tag in TANPA_PENUTUP:
            self._void(tag, isi)
            return
        lewati = tag in DILEWATI or bool(kelas & KELAS_DILEWATI) or isi.get("aria-hidden") == "true"
        self._terbuka.append((tag, lewati))
        self._lewati += lewati
        if tag in JUDUL and not self._di_tabel:
            self._di_judul, self._judul, self._wilayah = True, [], ""
        elif isi.get("role") == "region" and "aria-label" in isi:
            self._wilayah = isi["aria-label"]
        elif tag == "table":
            self._di_tabel = True
            self.tabel.append(Tabel(self._wilayah or " ".join("".join(self._judul).split())))
            self._bagian = "tbody"
        elif tag in {"thead", "tbody", "tfoot"}:
            self._bagian = tag
        elif tag == "tr" and self._di_tabel:
            self.tabel[-1].baris.append(Baris(self._bagian, _rank(self._bagian, kelas)))
        elif tag in {"td", "th"} and self._di_tabel and self.tabel[-1].baris:
            self._sel = Sel(kelas, _number(isi.get("colspan")), _number(isi.get("rowspan")))
            self.tabel[-1].baris[-1].sel.append(self._sel)
        elif tag == "option":
            self._pilihan = "selected" not in isi
        elif self._sel is not None and tag in {"div", "p", "small", "li", "span"}:
            self._sel.bagian.append(" ")

    def handle_endtag(self, tag: str) -> None:
        while self._terbuka:
            nama, lewati = self._terbuka.pop()
            self._lewati -= lewati
            if nama == tag:
                break
        if tag in JUDUL and self._di_judul:
            self._di_judul = False
            if tag == "h1":
                self.utama = " ".join("".join(self._judul).split())
        elif tag == "table":
            self._di_tabel, self._wilayah = False, ""
        elif tag in {"td", "th", "tr"}:
            self._sel = None
        elif tag in {"option", "select"}:
            self._pilihan = False
        elif self._sel is not None and tag in {"div", "p", "small", "li"}:
            self._sel.bagian.append(" ")

    def handle_data(self, data: str) -> None:
        if self._lewati or self._pilihan:
            return
        if self._di_judul:
            self._judul.append(data)
        elif self._sel is not None:
            self._sel.bagian.append(data)

    def _void(self, tag: str, isi: dict[str, str]) -> None:
        if self._sel is None or self._lewati:
            return
        if tag == "br":
            self._sel.bagian.append(" ")
        elif tag == "input" and isi.get("type", "text") in {"text", "number", "date"}:
            self._sel.bagian.append(isi.get("value", ""))


def page_workbook(halaman: str) -> bytes | None:
    """Return the XLSX file of the tables of a page, None when it has none."""
    pembaca = _Pembaca()
    pembaca.feed(halaman)
    lembar = [satu for tabel in pembaca.tabel if (satu := _sheet(tabel, pembaca.utama)) is not None]
    return write_buku(lembar) if lembar else None


def _rank(bagian: str, kelas: frozenset[str]) -> int:
    """Return how high a row stands: 0 for the whole table, 1 … for groups, `DAUN` for the rest."""
    if bagian == "tfoot" or "jumlah" in kelas:
        return 0
    tingkat = next((k.removeprefix("tingkat-") for k in kelas if k.startswith("tingkat-")), "")
    if tingkat.isdecimal():
        return int(tingkat)
    return 1 if "kelompok" in kelas else DAUN


def _number(isi: str | None) -> int:
    return min(int(isi), 100) if isi and isi.isdecimal() and int(isi) > 0 else 1


def _sheet(tabel: Tabel, utama: str) -> LembarTulis | None:
    """Return the sheet of a table, without columns that hold only buttons."""
    kepala = [satu for satu in tabel.baris if satu.bagian == "thead"]
    badan = [satu for satu in tabel.baris if satu.bagian != "thead"]
    if not badan:
        return None
    kisi = _grid(badan)
    lebar = max(len(satu) for satu in kisi)
    judul = [" ".join(dict.fromkeys(satu for satu in kolom if satu)) for kolom in _headers(kepala, lebar)]
    dipakai = [
        k for k in range(lebar) if judul[k] not in TINDAKAN or any(baris[k] is not None for baris in kisi)
    ]
    kisi = [[baris[k] for k in dipakai] for baris in kisi]
    kolom = [
        Kolom(judul[k], _width([judul[k], *(baris[n] for baris in kisi)]), Format.UMUM)
        for n, k in enumerate(dipakai)
    ]
    atas = [satu for satu in dict.fromkeys((utama, tabel.judul)) if satu]
    return LembarTulis(tabel.judul or utama, kolom, _with_sums(kisi, badan, len(atas) + 2), judul=atas)


def _grid(baris: Sequence[Baris]) -> list[list[Tercetak]]:
    """Return the cells of rows as a full grid; what is merged stands in its first cell."""
    lebar = max(sum(sel.lebar for sel in satu.sel) for satu in baris) + 1
    kisi: list[list[Tercetak]] = [[None] * lebar for _ in baris]
    for y, x, sel in placed(_spans(baris), lebar):
        kisi[y][x] = printed(sel.teks) if "angka" in sel.kelas else sel.teks or None
    return kisi


def _spans(baris: Sequence[Baris]) -> Iterator[Iterator[tuple[Sel, int, int]]]:
    for satu in baris:
        yield ((sel, sel.lebar, sel.tinggi) for sel in satu.sel)


def _headers(kepala: Sequence[Baris], lebar: int) -> list[list[str]]:
    """Return the headers of each column, from above."""
    tegak: list[list[str]] = [[] for _ in range(lebar)]
    for _, x, sel in placed(_spans(kepala), lebar):
        for kolom in tegak[x : x + sel.lebar]:
            kolom.append(sel.teks)
    return tegak


def _with_sums(kisi: list[list[Tercetak]], baris: Sequence[Baris], awal: int) -> list[list[Isi]]:
    """Return the rows, totals as formulas where the rows they stand for add up to them exactly."""
    hasil: list[list[Isi]] = [list(satu) for satu in kisi]
    for y, satu in enumerate(baris):
        if satu.pangkat == DAUN:
            continue
        milik = list(_below(baris, y)) if satu.pangkat else [n for n, b in enumerate(baris) if b.pangkat]
        if not milik:
            continue
        terdalam = max(baris[n].pangkat for n in milik)
        daun = [n for n in milik if baris[n].pangkat == terdalam]
        for kolom, sel in enumerate(kisi[y]):
            if isinstance(sel, Terformat) and number_of(sel) is not None:
                rumus = sum_formula(kisi, daun, (y, kolom), awal)
                hasil[y][kolom] = Terformat(rumus, sel.format) if rumus else sel
    return hasil


def _below(baris: Sequence[Baris], letak: int) -> Iterator[int]:
    """Yield the rows that belong to a group: those after it up to the next of its rank or higher."""
    for n in range(letak + 1, len(baris)):
        if baris[n].pangkat <= baris[letak].pangkat:
            return
        yield n


def _width(isi: Sequence[Tercetak]) -> int:
    return max(10, min(60, 2 + max((len(s) if isinstance(s, str) else 16 if s else 0) for s in isi)))
