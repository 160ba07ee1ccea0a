"""The headline of a dashboard: five figures, each with its state and the page it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.dasbor.alamat import Alamat
from laporan.dasbor.gambar import words
from laporan.dasbor.keadaan import Keadaan, states_of
from laporan.dasbor.satu_peringatan import Peringatan, Tingkat
from laporan.dasbor.tabel_anggaran import angka_waktu, state_of_total
from laporan.dasbor.tabel_kinerja import state_of_iku
from laporan.dokumen.tampil import alasan, angka, uang
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.hasil import Angka, HasilKriteria, HasilUang


@dataclass(frozen=True)
class Utama:
    """One figure: `kriteria` colours it only when its data are complete."""

    judul: str
    nilai: str
    rincian: str
    url: str
    keadaan: Keadaan | None = None
    kriteria: HasilKriteria | None = None


def headline(p: Potongan, peringatan: list[Peringatan], alamat: Alamat | None) -> tuple[Utama, ...]:
    """Return mean capaian, penyerapan, fisik, efisiensi and the number of warnings."""
    kinerja, anggaran = p.snapshot.hasil.kinerja, p.snapshot.hasil.anggaran
    iku, uang_kini = state_of_iku(p, states_of(p.snapshot, p.batas)), state_of_total(p)
    rerata, efisiensi = kinerja.rerata_iku, anggaran.efisiensi_total
    genting = sum(1 for satu in peringatan if satu.tingkat == Tingkat.GENTING)
    terhitung = rerata.banyak - rerata.dikecualikan
    kriteria = rerata.kriteria if isinstance(rerata.kriteria, HasilKriteria) else None
    return (
        Utama(
            "Rata-rata capaian IKU",
            _nilai(rerata.nilai, "%"),
            f"{words(rerata.kriteria, iku)}, {terhitung} dari {rerata.banyak} IKU terhitung",
            _page(alamat, "dasbor_kinerja"),
            iku,
            kriteria,
        ),
        Utama(
            "Penyerapan anggaran",
            _nilai(anggaran.total.penyerapan, "%"),
            f"{_money(anggaran.total)}, waktu berjalan {angka_waktu(p)}",
            _page(alamat, "dasbor_anggaran"),
            uang_kini,
        ),
        Utama(
            "Realisasi fisik",
            _nilai(anggaran.total.fisik, "%"),
            "rata-rata sub kegiatan, tertimbang pagu",
            _page(alamat, "dasbor_anggaran"),
            uang_kini,
        ),
        Utama(
            "Efisiensi",
            _nilai(efisiensi.nilai),
            alasan(efisiensi.nilai)
            if isinstance(efisiensi.nilai, TidakDapatDihitung)
            else f"{efisiensi.label}: capaian {angka(efisiensi.capaian)} terhadap penyerapan "
            f"{angka(efisiensi.penyerapan)}",
            _page(alamat, "dasbor_anggaran"),
            iku if not iku.lengkap else uang_kini,
        ),
        Utama(
            "Peringatan dini",
            str(len(peringatan)),
            f"{genting} genting" if peringatan else "menurut aturan yang tertulis pada halamannya",
            _page(alamat, "dasbor_peringatan"),
        ),
    )


def _nilai(nilai: Angka, satuan: str = "") -> str:
    """Return a figure large enough to be read from afar; a reason belongs into the small print."""
    return "–" if isinstance(nilai, TidakDapatDihitung) else f"{angka(nilai)}{satuan}"


def _page(alamat: Alamat | None, nama: str) -> str:
    return alamat.page(nama) if alamat else ""


def _money(u: HasilUang) -> str:
    if u.pagu is None:
        return "pagu belum diisi"
    if u.realisasi is None:
        return f"realisasi belum diisi, pagu Rp{uang(u.pagu)}"
    return f"Rp{uang(u.realisasi)} dari Rp{uang(u.pagu)}"
