"""How the choices stored with an indikator read on the page; the rules behind them are those of the core."""

from __future__ import annotations

from laporan.perhitungan.data import Agregasi, Arah, CaraUkur, RumusCapaian

ARAH: dict[str, str] = {
    Arah.NAIK: "Naik: makin tinggi makin baik",
    Arah.TURUN: "Turun: makin rendah makin baik",
    Arah.RENTANG: "Rentang: baik bila berada di antara dua batas",
    Arah.PREDIKAT: "Predikat: hasil berupa sebutan, misalnya WTP atau BB",
}
RUMUS_CAPAIAN: dict[str, str] = {
    RumusCapaian.RASIO: "Rasio: R ÷ T × 100",
    RumusCapaian.SELISIH: "Selisih: (2T − R) ÷ T × 100",
    RumusCapaian.RASIO_TERBALIK: "Rasio terbalik: T ÷ R × 100",
    RumusCapaian.RENTANG: "Rentang: di dalam batas 100, di luarnya menurut jarak",
    RumusCapaian.PREDIKAT: "Predikat: nilai predikat realisasi ÷ nilai predikat target × 100",
}
CARA_UKUR: dict[str, str] = {
    CaraUkur.ANGKA: "Satu angka yang diisi langsung",
    CaraUkur.RERATA_KOMPONEN: "Rata-rata persentase komponen",
    CaraUkur.RASIO_JUMLAH: "Jumlah pembilang ÷ jumlah penyebut × 100",
}
AGREGASI: dict[str, str] = {
    Agregasi.AKHIR: "Akhir: angka terakhir yang dilaporkan",
    Agregasi.JUMLAH: "Jumlah: triwulan dijumlahkan",
    Agregasi.RATA_RATA: "Rata-rata triwulan",
    Agregasi.MAKSIMUM: "Maksimum: angka tertinggi",
}
