"""Results of the money: sums upward from the sub kegiatan, penyerapan, physical progress, efisiensi."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from laporan.perhitungan.data import Alasan, Nilai, TidakDapatDihitung, pecahan, total
from laporan.perhitungan.efisiensi import efisiensi
from laporan.perhitungan.ringkasan import JumlahAnggaran, jumlah, jumlahkan, penyerapan, rerata_capaian
from laporan.snapshot import hasil as h
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.hitung.kinerja import Terukur
from laporan.snapshot.hitung.umum import Aturan, angka, rupiah


@dataclass(frozen=True)
class Uang:
    """Money and physical progress of one node, still exact."""

    jumlah: JumlahAnggaran
    triwulan: tuple[Fraction | None, ...]
    fisik: tuple[Fraction, Fraction] | None
    """Σ percent × pagu and Σ pagu of the sub kegiatan below with a fisik: upward it is weighted by pagu."""

    def hasil(self) -> h.HasilUang:
        """Return the node as stored in the snapshot."""
        fisik: Nilai = TidakDapatDihitung(Alasan.REALISASI_KOSONG)
        if self.fisik is not None:
            fisik = self.fisik[0] / self.fisik[1]
        return h.HasilUang(
            pagu=rupiah(self.jumlah.pagu),
            realisasi=rupiah(self.jumlah.realisasi),
            sisa=rupiah(self.jumlah.sisa()),
            penyerapan=angka(self.penyerapan),
            fisik=angka(fisik),
            triwulan=tuple(rupiah(satu) for satu in self.triwulan),
        )

    @property
    def penyerapan(self) -> Nilai:
        """Realisasi over pagu, in percent."""
        return penyerapan(self.jumlah.pagu, self.jumlah.realisasi)


def gabung(anak: Iterable[Uang]) -> Uang:
    """Return the parent of `anak`: sums of money, and of physical progress by its weight."""
    semua = list(anak)
    if len(semua) == 1:
        return semua[0]
    fisik = [satu.fisik for satu in semua if satu.fisik is not None]
    return Uang(
        jumlahkan(satu.jumlah for satu in semua),
        tuple(jumlah(satu.triwulan[i] for satu in semua) for i in range(4)),
        (total(f for f, _ in fisik), total(b for _, b in fisik)) if fisik else None,
    )


def _uang_sub(sub: ma.ButirSubKegiatan) -> Uang:
    pagu = pecahan(sub.pagu)
    bulanan: tuple[list[Fraction], ...] = ([], [], [], [])
    for satu in sub.bulan:
        if satu.keuangan is not None:
            bulanan[(satu.bulan - 1) // 3].append(Fraction(satu.keuangan))
    triwulan = tuple(jumlah(satu) for satu in bulanan)
    bobot = pagu if pagu else Fraction(1)
    fisik = [Fraction(b.fisik) for b in sub.bulan if b.fisik is not None]
    return Uang(
        JumlahAnggaran(pagu, jumlah(triwulan)),
        triwulan,
        (fisik[-1] * bobot, bobot) if fisik else None,
    )


def hitung_anggaran(
    anggaran: ma.Anggaran, dukungan: ma.Dukungan, terukur: Mapping[str, Terukur], aturan: Aturan
) -> tuple[h.HasilAnggaran, dict[str, Uang]]:
    """Return the results of the budget, and the exact money per program for the perjanjian."""
    mendukung: dict[str, list[str]] = {}
    for satu in dukungan.pendukung:
        mendukung.setdefault(satu.program, []).append(satu.indikator)
    uang_program: dict[str, Uang] = {}
    hasil = []
    for program in anggaran.program:
        kegiatan, uang_kegiatan = [], []
        for butir in program.kegiatan:
            hasil_kegiatan, uang = _kegiatan(butir)
            kegiatan.append(hasil_kegiatan)
            uang_kegiatan.append(uang)
        uang = gabung(uang_kegiatan)
        uang_program[program.kode] = uang
        hasil.append(
            h.HasilProgram(
                program.kode,
                uang.hasil(),
                _efisiensi(_capaian_program(mendukung.get(program.kode, ()), terukur, aturan), uang, aturan),
                tuple(kegiatan),
            )
        )
    total = gabung(uang_program.values())
    iku = [t for t in terukur.values() if t.definisi.jenis == "iku"]
    kode_iku = {t.definisi.kode for t in iku}
    pendukung = gabung(
        uang_program[p.kode] for p in anggaran.program if not kode_iku.isdisjoint(mendukung.get(p.kode, ()))
    )
    rerata_iku, _ = rerata_capaian(
        [t.capaian(aturan).nilai for t in iku], [Fraction(t.definisi.bobot) for t in iku]
    )
    return (
        h.HasilAnggaran(
            total=total.hasil(),
            pendukung=pendukung.hasil(),
            efisiensi_total=_efisiensi(rerata_iku, total, aturan),
            efisiensi_pendukung=_efisiensi(rerata_iku, pendukung, aturan),
            program=tuple(hasil),
        ),
        uang_program,
    )


def _kegiatan(kegiatan: ma.ButirKegiatan) -> tuple[h.HasilKegiatan, Uang]:
    kelompok: dict[str | None, list[tuple[ma.ButirSubKegiatan, Uang]]] = {}
    for sub in kegiatan.sub_kegiatan:
        kelompok.setdefault(sub.unit_pelaksana, []).append((sub, _uang_sub(sub)))
    unit = [(nama, gabung(uang for _, uang in isi), isi) for nama, isi in kelompok.items()]
    uang = gabung(satu for _, satu, _ in unit)
    return (
        h.HasilKegiatan(
            kegiatan.kode,
            uang.hasil(),
            tuple(
                h.HasilUnitPelaksana(
                    nama, milik.hasil(), tuple(h.HasilSubKegiatan(s.kode, u.hasil()) for s, u in isi)
                )
                for nama, milik, isi in unit
            ),
        ),
        uang,
    )


def _capaian_program(kode: Sequence[str], terukur: Mapping[str, Terukur], aturan: Aturan) -> Nilai:
    if not kode:
        return TidakDapatDihitung(Alasan.CAPAIAN_KOSONG, "program tidak mendukung indikator")
    nilai, _ = rerata_capaian([terukur[k].capaian(aturan).nilai for k in kode if k in terukur])
    return nilai


def _efisiensi(capaian: Nilai, uang: Uang, aturan: Aturan) -> h.HasilEfisiensi:
    satu = efisiensi(
        aturan.kebijakan.rumus_efisiensi, capaian, uang.penyerapan, uang.jumlah.pagu, uang.jumlah.realisasi
    )
    return h.HasilEfisiensi(
        nilai=angka(satu.nilai),
        label="tidak dapat dihitung" if isinstance(satu.label, TidakDapatDihitung) else satu.label.value,
        capaian=angka(capaian),
        penyerapan=angka(uang.penyerapan),
        nilai_efisiensi=None if satu.nilai_efisiensi is None else angka(satu.nilai_efisiensi),
    )
