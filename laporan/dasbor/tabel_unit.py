"""Units beside each other: completeness and capaian of their indikator at the end of each triwulan."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.utils.html import format_html

from laporan.dasbor.keadaan import Keadaan, Kelengkapan, badge, states_of, worst
from laporan.dokumen.bab3.capaian import warna
from laporan.dokumen.blok import Sel, Tabel
from laporan.dokumen.tampil import angka, baris, kolom, persen, sel, sel_persen, sel_uang
from laporan.grafik.kanvas import Gambar
from laporan.grafik.peta import BarisPeta, Peta, SelPeta, peta
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.perhitungan.ringkasan import JumlahAnggaran, jumlahkan, penyerapan
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.batas import Batas
from laporan.snapshot.hasil import HasilRerata
from laporan.snapshot.hitung.umum import angka as ke_desimal
from laporan.snapshot.hitung.umum import aturan, ratakan, rupiah
from laporan.snapshot.masukan_kinerja import DefinisiIndikator
from lkip.angka import romawi

TANPA_UNIT = "Tanpa penanggung jawab"


@dataclass(frozen=True)
class UnitTriwulan:
    """A unit at the end of a triwulan: mean capaian, kriteria, and how many indikator are complete."""

    rerata: HasilRerata
    keadaan: Keadaan
    lengkap: int
    banyak: int


@dataclass(frozen=True)
class BarisUnit:
    """A unit with its triwulan; one after the cut-off is None."""

    nama: str
    triwulan: tuple[UnitTriwulan | None, ...]


def units_of(p: Potongan) -> list[BarisUnit]:
    """Return every unit that answers for an indikator or counts a komponen, in the order of the plan."""
    milik: dict[str, list[DefinisiIndikator]] = {}
    for d in p.masukan.indikator.indikator:
        nama = dict.fromkeys([*d.penanggung_jawab, *(k.unit for k in d.komponen if k.unit)])
        for unit in nama or {TANPA_UNIT: None}:
            milik.setdefault(unit, []).append(d)
    potret = {t: p.at(Batas.of_triwulan(t)) for t in range(1, p.batas.triwulan + 1)}
    keadaan = {t: states_of(satu.snapshot, satu.batas) for t, satu in potret.items()}
    return [
        BarisUnit(
            unit,
            tuple(_unit(potret[t], keadaan[t], daftar) if t in potret else None for t in range(1, 5)),
        )
        for unit, daftar in milik.items()
    ]


def _unit(p: Potongan, keadaan: dict[str, Keadaan], daftar: list[DefinisiIndikator]) -> UnitTriwulan:
    berlaku = aturan(p.masukan.kebijakan)
    milik = [keadaan[d.kode] for d in daftar]
    return UnitTriwulan(
        ratakan((p.terukur[d.kode].capaian(berlaku).nilai for d in daftar), berlaku),
        worst(milik),
        sum(1 for k in milik if k.lengkap),
        len(milik),
    )


def tabel_unit(p: Potongan, unit: list[BarisUnit]) -> Tabel:
    """Return the heat map as a table: mean capaian, kriteria, and what is complete."""
    return Tabel(
        "unit",
        f"Capaian dan Kelengkapan per Unit Kerja Tahun {p.tahun}",
        kolom(("Unit kerja", 28), *((f"Triwulan {romawi(t)}", 18) for t in range(1, 5))),
        tuple(baris(sel(u.nama, kepala=True), *(_sel(t) for t in u.triwulan)) for u in unit),
        catatan=(
            "Capaian adalah rata-rata capaian indikator unit sampai akhir triwulan terhadap target setahun. "
            "Unit yang datanya belum lengkap atau belum disetujui tidak diberi warna kriteria.",
        ),
    )


def _sel(t: UnitTriwulan | None) -> Sel:
    if t is None:
        return sel("–", "tengah")
    if t.keadaan.kelengkapan == Kelengkapan.KOSONG:
        return sel(f"belum ada data (0 dari {t.banyak})", "alasan")
    return sel(
        format_html(
            "{} <br>{} <br>{} dari {} lengkap",
            persen(t.rerata.nilai),
            badge(t.rerata.kriteria, t.keadaan),
            t.lengkap,
            t.banyak,
        )
    )


def gambar_unit(p: Potongan, unit: list[BarisUnit]) -> Gambar:
    """Draw the heat map; an incomplete cell has no colour."""
    return peta(
        Peta(
            f"Capaian dan Kelengkapan per Unit Kerja Tahun {p.tahun}",
            tuple(f"Triwulan {romawi(t)}" for t in range(1, 5)),
            tuple(BarisPeta(u.nama, tuple(_petak(t) for t in u.triwulan)) for u in unit),
        )
    )


def _petak(t: UnitTriwulan | None) -> SelPeta:
    if t is None:
        return SelPeta("–")
    lengkap = f"{t.lengkap} dari {t.banyak} lengkap"
    if isinstance(t.rerata.nilai, TidakDapatDihitung):
        return SelPeta("belum ada data", lengkap)
    return SelPeta(angka(t.rerata.nilai), lengkap, warna(t.rerata.kriteria) if t.keadaan.lengkap else None)


def tabel_uang_unit(p: Potongan) -> Tabel:
    """Return pagu and realisasi per unit pelaksana: of the sub kegiatan, else of its program."""
    milik: dict[str, list[JumlahAnggaran]] = {}
    for b, h in zip(p.masukan.anggaran.program, p.snapshot.hasil.anggaran.program, strict=True):
        for k in h.kegiatan:
            for u in k.unit:
                nama = u.unit or b.unit or TANPA_UNIT
                milik.setdefault(nama, []).append(
                    JumlahAnggaran(
                        None if u.uang.pagu is None else Fraction(u.uang.pagu),
                        None if u.uang.realisasi is None else Fraction(u.uang.realisasi),
                    )
                )
    isi = []
    for nama, daftar in sorted(milik.items()):
        jumlah = jumlahkan(daftar)
        isi.append(
            baris(
                nama,
                sel_uang(rupiah(jumlah.pagu), "belum diisi"),
                sel_uang(rupiah(jumlah.realisasi), "belum diisi"),
                sel_persen(ke_desimal(penyerapan(jumlah.pagu, jumlah.realisasi))),
            )
        )
    total = p.snapshot.hasil.anggaran.total
    if isi:
        isi.append(
            baris(
                sel("Jumlah", kepala=True),
                sel_uang(total.pagu, "belum diisi"),
                sel_uang(total.realisasi, "belum diisi"),
                sel_persen(total.penyerapan),
                kelas="jumlah",
            )
        )
    return Tabel(
        "uang-unit",
        f"Anggaran per Unit Kerja Tahun {p.tahun}",
        kolom(
            ("Unit kerja", 40),
            ("Pagu (Rp)", 22, "angka"),
            ("Realisasi (Rp)", 22, "angka"),
            ("Penyerapan", 16, "angka"),
        ),
        tuple(isi),
    )
