"""Results of the facts of Bab I: sums of assets and employees, the AKIP score."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from laporan.perhitungan.data import Alasan, TidakDapatDihitung, desimal, total
from laporan.perhitungan.kriteria import predikat_akip
from laporan.snapshot import hasil as h
from laporan.snapshot import masukan as m
from laporan.snapshot.hitung.umum import jumlah_desimal


def hitung_aset(aset: tuple[m.BarisAset, ...]) -> h.HasilAset:
    """Return the sums per kelompok and in all, and per line what opening plus mutasi leaves unexplained."""
    kelompok = tuple(dict.fromkeys(a.kelompok for a in aset))
    return h.HasilAset(
        kelompok=tuple(
            (
                k,
                jumlah_desimal(a.nilai_awal for a in aset if a.kelompok == k),
                jumlah_desimal(a.mutasi for a in aset if a.kelompok == k),
                jumlah_desimal(a.nilai_akhir for a in aset if a.kelompok == k),
            )
            for k in kelompok
        ),
        nilai_awal=jumlah_desimal(a.nilai_awal for a in aset),
        mutasi=jumlah_desimal(a.mutasi for a in aset),
        nilai_akhir=jumlah_desimal(a.nilai_akhir for a in aset),
        selisih=tuple(
            None
            if a.nilai_akhir is None or a.nilai_awal is None
            else a.nilai_akhir - a.nilai_awal - (a.mutasi or Decimal(0))
            for a in aset
        ),
    )


def hitung_akip(akip: m.Akip | None) -> h.HasilAkip | None:
    """Return the AKIP score and predicate (PermenPANRB 88/2021); a missing component gives a reason."""
    if akip is None:
        return None
    kosong = [k.nama for k in akip.komponen if k.nilai is None]
    if kosong or not akip.komponen:
        return h.HasilAkip(TidakDapatDihitung(Alasan.TIDAK_ADA_NILAI, ", ".join(kosong)), "")
    nilai = total(Fraction(k.nilai) for k in akip.komponen if k.nilai is not None)
    return h.HasilAkip(desimal(nilai), predikat_akip(nilai))


def hitung_pegawai(pegawai: tuple[m.KelompokPegawai, ...]) -> tuple[tuple[str, int], ...]:
    """Return the number of employees per kelompok of the breakdown."""
    kelompok = dict.fromkeys(p.kelompok for p in pegawai)
    return tuple((k, sum(p.jumlah for p in pegawai if p.kelompok == k)) for k in kelompok)
