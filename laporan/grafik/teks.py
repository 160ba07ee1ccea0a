"""Width estimates and line breaking for Source Sans, so that a drawing never relies on a browser.

Widths are the font's own advances in thousandths of an em, printable ASCII from the space on;
other characters fall back on the letter beneath their accents, or on a full em.
"""

import unicodedata
from decimal import Decimal

# fmt: off
_ASCII = (
    200, 289, 425, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350,
    497, 497, 497, 497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425,
    847, 544, 588, 571, 615, 527, 494, 617, 652, 263, 480, 579, 486, 727, 647, 664,
    566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500,
    542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542,
    555, 555, 347, 419, 338, 544, 467, 718, 446, 467, 425, 303, 241, 303, 497,
)
# fmt: on
_LAIN = {"–": 480, "—": 800, "“": 425, "”": 425, "‘": 249, "’": 249, "…": 948, "·": 249, "•": 304}
_SETARA_ANGKA = "≤≥×÷−±"
_EM = 1000
_TAMBAH_TEBAL = 106  # bold is about 4 % wider on average, 6 % for capitals and digits
_LONGGAR = 102  # renderers round advances a little differently


def _lebar_huruf(huruf: str) -> int:
    kode = ord(huruf)
    if 32 <= kode < 127:
        return _ASCII[kode - 32]
    if huruf in _LAIN:
        return _LAIN[huruf]
    if huruf in _SETARA_ANGKA:
        return 513
    if unicodedata.combining(huruf):
        return 0
    dasar = unicodedata.normalize("NFD", huruf)[0]
    return _ASCII[ord(dasar) - 32] if 32 <= ord(dasar) < 127 else _EM


def _seperseribu(teks: str, tebal: bool) -> int:
    """Return the width of `teks` in thousandths of its font size."""
    jumlah = sum(_lebar_huruf(huruf) for huruf in teks) * _LONGGAR // 100
    return jumlah * _TAMBAH_TEBAL // 100 if tebal else jumlah


def lebar_teks(teks: str, ukuran: Decimal, *, tebal: bool = False) -> Decimal:
    return ukuran * _seperseribu(teks, tebal) / _EM


def bersih(teks: str) -> str:
    """Collapse white space and drop control characters, which SVG forbids."""
    return " ".join("".join(h if h.isprintable() else " " for h in teks).split())


def _potong(kata: str, muat: int, tebal: bool) -> list[str]:
    """Break a word that is wider than a line; a hyphen shows a break between two letters."""
    hasil: list[str] = []
    while _seperseribu(kata, tebal) > muat and len(kata) > 1:
        akhir = 1
        while akhir + 1 < len(kata) and _seperseribu(kata[: akhir + 1] + "-", tebal) <= muat:
            akhir += 1
        sambung = "-" if kata[akhir - 1].isalpha() and kata[akhir].isalpha() else ""
        hasil.append(kata[:akhir] + sambung)
        kata = kata[akhir:]
    return [*hasil, kata]


def _keping(teks: str, muat: int, tebal: bool) -> list[tuple[str, str]]:
    """Return (separator, piece) pairs: words, cut after a slash or a hyphen, and over-long words cut."""
    hasil: list[tuple[str, str]] = []
    for kata in bersih(teks).split():
        bagian = kata.replace("/", "/\0").replace("-", "-\0").strip("\0").split("\0")
        keping = [p for b in bagian for p in _potong(b, muat, tebal)]
        hasil.extend((" " if i == 0 else "", p) for i, p in enumerate(keping))
    return hasil


def _isi_baris(keping: list[tuple[str, str]], muat: int, tebal: bool) -> tuple[str, ...]:
    baris: list[str] = []
    for antara, kata in keping:
        calon = baris[-1] + antara + kata if baris else kata
        if baris and _seperseribu(calon, tebal) <= muat:
            baris[-1] = calon
        else:
            baris.append(kata)
    return tuple(baris)


def bungkus(teks: str, lebar: Decimal, ukuran: Decimal, *, tebal: bool = False) -> tuple[str, ...]:
    """Break `teks` into as few lines as fit `lebar`, of nearly equal length."""
    muat = int(lebar * _EM / ukuran)
    keping = _keping(teks, muat, tebal)
    terbaik = _isi_baris(keping, muat, tebal)
    bawah, atas = max((_seperseribu(k, tebal) for _, k in keping), default=0), muat
    while len(terbaik) > 1 and atas - bawah > 200:
        tengah = (bawah + atas) // 2
        calon = _isi_baris(keping, tengah, tebal)
        if len(calon) == len(terbaik):
            terbaik, atas = calon, tengah
        else:
            bawah = tengah
    return terbaik


def daftar(butir: tuple[str, ...]) -> str:
    """Join as formal Indonesian prose: `A`, `A dan B`, `A, B, dan C`."""
    if len(butir) < 3:
        return " dan ".join(butir)
    return f"{', '.join(butir[:-1])}, dan {butir[-1]}"
