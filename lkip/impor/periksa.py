"""Checks of a sheet as such: what is hidden, merged, or has no value although it looks as if it had one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, range_boundaries

from lkip.impor.kepala import Kepala, kolom_of
from lkip.workbook.lembar import Galat, Lembar, Nilai, Tingkat, kutip, nama_kolom, ringkas


def check_sheet(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """Yield all that is to be said about a sheet that is read."""
    for periksa in PEMERIKSAAN:
        yield from periksa(lembar, kepala)


def check_unread(lembar: Lembar) -> Iterator[Galat]:
    """Yield the note about a sheet that holds something and was not read."""
    sembunyi = " tersembunyi" if lembar.tersembunyi else ""
    yield _sheet(
        lembar,
        "lembar_dilewati",
        f"Lembar{sembunyi} ini tidak dibaca: judul kolomnya bukan daftar yang diimpor.",
    )


def check_above(lembar: Lembar, kepala: Kepala, dikenal: Callable[[Nilai], bool]) -> Iterator[Galat]:
    """Yield the refusal of each row above the header that names an object and says more: nobody reads it."""
    for nomor, isi in lembar.baris[: kepala.urutan - 1]:
        sel = next((satu for satu in isi if dikenal(satu)), None)
        if sel is not None and sum(satu is not None for satu in isi) > 1:
            yield Galat(
                lembar.nama,
                nomor,
                "",
                kutip(sel),
                "Baris ini berada di atas judul kolom, sehingga tidak akan terbaca.",
                "Pindahkan ke bawah judul kolom.",
                Tingkat.GALAT,
                "di_atas_judul",
            )


def hidden_sheet(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """A hidden sheet is read as any other, and said to be hidden."""
    if lembar.tersembunyi:
        yield _sheet(
            lembar,
            "lembar_tersembunyi",
            "Lembar ini tersembunyi di Excel, tetapi isinya ikut dibaca.",
            "Tampilkan lembarnya dan periksa, atau hapus bila tidak dimaksudkan.",
            Tingkat.KONFIRMASI,
        )


def hidden_rows(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """Hidden rows (also those a filter hides) are read as any other, and named."""
    isi = {nomor for nomor, _ in lembar.baris[kepala.urutan :]}
    baris = [nomor for nomor in lembar.baris_tersembunyi if nomor in isi]
    if baris:
        yield _sheet(
            lembar,
            "baris_tersembunyi",
            f"{len(baris)} baris tersembunyi ikut dibaca: baris {ringkas(baris)}.",
            "Tampilkan barisnya (hapus penyaring) dan periksa.",
            Tingkat.KONFIRMASI,
            baris[0],
        )


def hidden_columns(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """A hidden column that is read is named."""
    dibaca = {nama_kolom(letak + 1): nama for nama, letak in kepala.kolom.items()}
    for huruf in lembar.kolom_tersembunyi:
        if huruf in dibaca:
            yield Galat(
                lembar.nama,
                None,
                kolom_of(kepala, dibaca[huruf]),
                "",
                "Kolom ini tersembunyi di Excel, tetapi isinya ikut dibaca.",
                "Tampilkan kolomnya dan periksa.",
                Tingkat.KONFIRMASI,
                "kolom_tersembunyi",
            )


def merged_cells(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """Cells merged over several rows, in a column that is read: only the first row has the value."""
    dibaca = {letak + 1: nama for nama, letak in kepala.kolom.items()}
    for rentang in lembar.gabungan:
        kiri, atas, kanan, bawah = (int(satu or 0) for satu in range_boundaries(rentang))
        if bawah <= kepala.baris or atas == bawah:
            continue
        for letak in range(kiri, kanan + 1):
            if letak in dibaca:
                yield Galat(
                    lembar.nama,
                    atas,
                    kolom_of(kepala, dibaca[letak]),
                    rentang,
                    f"Sel {rentang} digabung melintasi beberapa baris; tidak jelas milik baris mana.",
                    "Pisahkan selnya (Unmerge Cells) dan isi setiap baris.",
                    Tingkat.GALAT,
                    "sel_gabungan",
                )
                break


def uncomputed(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """A formula whose result is not stored in the file."""
    for alamat in lembar.tanpa_hasil:
        if (tempat := _place(alamat, kepala)) is not None:
            yield Galat(
                lembar.nama,
                tempat[0],
                tempat[1],
                "",
                "Sel ini berisi rumus, tetapi hasil hitungnya tidak tersimpan dalam berkas.",
                "Buka di Excel atau LibreOffice, simpan sekali, lalu unggah lagi; atau tempel sebagai nilai.",
                Tingkat.GALAT,
                "rumus_tanpa_hasil",
            )


def cell_errors(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """A cell that shows an error such as #REF!."""
    for alamat, isi in lembar.bergalat:
        if (tempat := _place(alamat, kepala)) is not None:
            yield Galat(
                lembar.nama,
                tempat[0],
                tempat[1],
                isi,
                f"Sel ini berisi kesalahan Excel {isi}, bukan angka.",
                "Perbaiki rumusnya atau ketik angkanya.",
                Tingkat.GALAT,
                "sel_bergalat",
            )


def double_columns(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """Two columns with the same header: nobody can tell which one is meant."""
    for letak, judul in kepala.ganda:
        yield Galat(
            lembar.nama,
            kepala.baris,
            nama_kolom(letak + 1),
            judul,
            f"Ada dua kolom yang berjudul “{judul}”, sehingga tidak jelas mana yang dibaca.",
            "Hapus atau ganti judul salah satunya.",
            Tingkat.GALAT,
            "kolom_ganda",
        )


def ignored_columns(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """Columns that are not used, in one note."""
    if kepala.diabaikan:
        yield _sheet(
            lembar,
            "kolom_diabaikan",
            f"{len(kepala.diabaikan)} kolom tidak dipakai: {ringkas(kepala.diabaikan, 50)}.",
            baris=kepala.baris,
        )


def untitled_columns(lembar: Lembar, kepala: Kepala) -> Iterator[Galat]:
    """A column without a header is not read: where it holds numbers, perhaps its header was lost."""
    angka: Counter[int] = Counter()
    isian: Counter[int] = Counter()
    for _, isi in lembar.baris[kepala.urutan :]:
        for letak, nilai in enumerate(isi):
            if nilai is not None and letak not in kepala.berjudul:
                isian[letak] += 1
                angka[letak] += isinstance(nilai, int | Decimal)
    for letak, jumlah in sorted(isian.items()):
        berangka = angka[letak] > 0
        yield Galat(
            lembar.nama,
            kepala.baris,
            nama_kolom(letak + 1),
            "",
            f"Kolom ini berisi {angka[letak]} angka tetapi tidak berjudul, sehingga tidak dibaca."
            if berangka
            else f"Kolom ini tidak berjudul, sehingga {jumlah} sel yang berisi teks tidak dibaca.",
            "Tulis judulnya bila isinya dimaksudkan; hapus kolomnya bila tidak.",
            Tingkat.KONFIRMASI if berangka else Tingkat.CATATAN,
            "kolom_tanpa_judul",
        )


PEMERIKSAAN = (
    hidden_sheet,
    hidden_rows,
    hidden_columns,
    merged_cells,
    uncomputed,
    cell_errors,
    double_columns,
    ignored_columns,
    untitled_columns,
)
"""All checks of a sheet, in the order in which they are reported."""


def _place(alamat: str, kepala: Kepala) -> tuple[int, str] | None:
    """Return row and column of a cell below the header, in a column that is read."""
    huruf, baris = coordinate_from_string(alamat)
    letak = column_index_from_string(huruf) - 1
    nama = next((satu for satu, kolom in kepala.kolom.items() if kolom == letak), None)
    return None if nama is None or baris <= kepala.baris else (baris, kolom_of(kepala, nama))


def _sheet(
    lembar: Lembar,
    kode: str,
    pesan: str,
    saran: str = "",
    tingkat: Tingkat = Tingkat.CATATAN,
    baris: int | None = None,
) -> Galat:
    return Galat(lembar.nama, baris, "", "", pesan, saran, tingkat, kode)
