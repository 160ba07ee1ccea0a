"""The print palette. Colour is never alone: every category also carries a label or a pattern."""

from typing import Literal

AKSEN = "#0b4f6c"
AKSEN_TERANG = "#2b7391"
AKSEN_MUDA = "#cfe0e8"
AKSEN_PUCAT = "#eaf2f5"
TULISAN = "#1f2933"
REDUP = "#5b6770"
SUMBU = "#8a949b"
KISI = "#dde2e5"
DASAR = "#f3f5f6"
PUTIH = "#ffffff"

WarnaKriteria = Literal["hijau_tua", "hijau_muda", "kuning_tua", "kuning_muda", "merah"]
PolaArsir = Literal["", "naik", "turun", "silang", "tegak"]

KRITERIA: dict[WarnaKriteria, tuple[str, str, PolaArsir]] = {
    # fill, outline (≥ 3 : 1 on white), hatching
    "hijau_tua": ("#1b7837", "#1b7837", ""),
    "hijau_muda": ("#7fbf7b", "#4b8b47", "naik"),
    "kuning_tua": ("#d9a404", "#8f6c00", "tegak"),
    "kuning_muda": ("#f6e27a", "#8f6c00", "turun"),
    "merah": ("#c0392b", "#8e2419", "silang"),
}
