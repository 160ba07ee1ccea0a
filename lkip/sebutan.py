"""The choices of a measurement policy in words: one wording for the forms, the pages and the report."""

DASAR = {
    "rasio": "Rasio: realisasi dibagi target (menurut rumus setiap indikator)",
    "realisasi": "Realisasi: untuk indikator persentase berarah naik, realisasi itu sendiri adalah capaian; "
    "indikator lain memakai rumusnya",
}
CELAH = {
    "batas_bawah": "Kelas dimulai pada batas bawah yang tercetak; nilai di antara dua kelas termasuk kelas "
    "yang lebih rendah",
    "bulatkan": "Capaian dibulatkan ke persen penuh lebih dahulu, lalu dicari kelasnya",
}
EFISIENSI = {
    "selisih": "Selisih: capaian kinerja dikurangi penyerapan anggaran, dalam poin persen dan bertanda",
    "pmk22": "Rumus PMK 22/PMK.02/2021: ((PAK × CK) − RAK) ÷ (PAK × CK) × 100, dibatasi −20 sampai 20",
    "indeks": "Indeks: persentase capaian dibagi persentase penyerapan; efisien bila lebih dari 1",
}
