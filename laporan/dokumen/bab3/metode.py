"""The policy and the scale in force, printed as data."""

from __future__ import annotations

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Blok, Kosong, Tabel
from laporan.dokumen.tampil import angka, baris, kolom, lencana, sel
from laporan.snapshot.hasil import HasilKriteria
from laporan.snapshot.masukan import KebijakanUkur, Kelas
from lkip.sebutan import CELAH, DASAR, EFISIENSI


def metode(b: Bahan) -> tuple[Blok, ...]:
    """Return the policy table and the scale table."""
    k = b.masukan.kebijakan
    if k is None:
        return (
            Kosong(
                f"Kebijakan pengukuran tahun {b.tahun} belum ditetapkan; capaian dihitung dengan rasio "
                "dan batas atas 120%, tanpa kriteria."
            ),
        )
    skala: Blok = (
        _skala(k) if k.kelas else Kosong(f"Skala “{k.skala}” belum mempunyai kelas; kriteria kosong.")
    )
    return (_kebijakan(b, k), skala)


def _kebijakan(b: Bahan, k: KebijakanUkur) -> Tabel:
    isi = (
        ("Dasar capaian", DASAR.get(k.dasar_capaian, k.dasar_capaian)),
        (
            "Batas atas capaian",
            "Tanpa batas"
            if k.batas_atas is None
            else f"{angka(k.batas_atas)}%, dikenakan sebelum perataan; nilai tanpa batas tetap disajikan",
        ),
        ("Celah skala", CELAH.get(k.celah_skala, k.celah_skala)),
        (
            "Rata-rata capaian",
            "Rata-rata sederhana dari nilai yang belum dibulatkan, kecuali bobot ditetapkan",
        ),
        ("Efisiensi", EFISIENSI.get(k.rumus_efisiensi, k.rumus_efisiensi)),
        ("Dasar rumus efisiensi", k.regulasi_efisiensi or "–"),
        ("Realisasi fisik", "Rata-rata realisasi fisik sub kegiatan, tertimbang pagu"),
        (
            "Temuan fisik dan keuangan",
            f"Realisasi fisik paling sedikit {angka(k.ambang_fisik)}% dengan penyerapan "
            f"kurang dari {angka(k.ambang_penyerapan)}%",
        ),
        ("Toleransi jalur peringatan dini", f"{angka(k.toleransi_jalur)} poin persentase"),
        ("Versi aturan perhitungan", b.snapshot.hasil.versi_aturan),
    )
    return Tabel(
        "kebijakan",
        f"Kebijakan Pengukuran Tahun {b.tahun}",
        kolom(("Hal", 28), ("Kebijakan yang berlaku", 72)),
        tuple(baris(sel(hal, kepala=True), nilai) for hal, nilai in isi),
    )


def _skala(k: KebijakanUkur) -> Tabel:
    return Tabel(
        "skala",
        "Skala Nilai Capaian Kinerja",
        kolom(
            ("Kode", 9, "tengah"),
            ("Interval capaian (%)", 23, "tengah"),
            ("Kriteria", 24),
            ("Sebutan regulasi", 22),
            ("Warna", 22),
        ),
        tuple(
            baris(
                c.kode,
                _interval(c),
                lencana(HasilKriteria(c.kode, c.label, c.label_regulasi, c.warna)),
                c.label_regulasi or "–",
                c.nama_warna,
            )
            for c in k.kelas
        ),
        sumber=f"Sumber: {k.regulasi_skala}",
        catatan=("Capaian di atas batas teratas termasuk kelas tertinggi.",),
    )


def _interval(c: Kelas) -> str:
    if c.atas is None:
        return f"≥ {angka(c.bawah)}"
    return f"≤ {angka(c.atas)}" if c.bawah == 0 else f"{angka(c.bawah)} ≤ {angka(c.atas)}"
