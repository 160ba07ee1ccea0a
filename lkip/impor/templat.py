"""What every template says about filling it in."""

from __future__ import annotations

from lkip.workbook.tulis import Isi, Kolom, LembarTulis

_PETUNJUK_UMUM = (
    "Isi hanya sel berwarna kuning; judul kolom, kode, dan nama terkunci supaya berkas ini dapat dibaca.",
    "Sel kosong berarti belum ada angka, bukan nol. Sel berisi yang dikosongkan akan mengosongkan data.",
    "Tulis angka tanpa titik dan tanpa Rp. Jangan menggabungkan sel, menambah kolom, atau mengubah judul.",
    "Sesudah diisi, simpan sebagai XLSX, lalu unggah pada halaman Impor dari Excel. Tidak ada yang berubah "
    "sebelum Anda memeriksa pratinjau dan menekan Terapkan.",
)


def guide(baris: tuple[str, ...], lanjutan: list[list[Isi]] | None = None) -> LembarTulis:
    """Return the sheet of explanations, with lists that drop-downs point at below it."""
    isi: list[list[Isi]] = [[satu, None] for satu in (*baris, *_PETUNJUK_UMUM)]
    return LembarTulis("petunjuk", [Kolom("Petunjuk", 110), Kolom("", 60)], [*isi, *(lanjutan or [])])


def guide_rows(sendiri: int) -> int:
    """Return the row of the last explanation, when the template has that many of its own."""
    return 1 + sendiri + len(_PETUNJUK_UMUM)
