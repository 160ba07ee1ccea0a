"""Whether a realisasi can be submitted: what is missing, and what the one who submits must explain."""

from __future__ import annotations

from kinerja.models import RealisasiIndikator
from laporan.perhitungan.data import Arah, CaraUkur, Nilai, TidakDapatDihitung, pecahan
from laporan.perhitungan.realisasi import HasilUkur, KomponenUkur, realisasi_komponen

TANPA_BUKTI = "Belum ada bukti dukung."


def problems(realisasi: RealisasiIndikator) -> list[str]:
    """Return everything that keeps it from having a figure, in the order of the form (at most 3 queries).

    A komponen that cannot be computed is left out of the mean (PermenPANRB 53/2014 leaves it open): it is
    in the way only when none is left.
    """
    indikator = realisasi.indikator
    if indikator.mengikuti_id is not None:
        return ["Indikator ini mengikuti indikator lain: realisasinya tidak diisi sendiri."]
    if indikator.arah == Arah.PREDIKAT:
        return [] if realisasi.predikat.strip() else ["Predikat belum dipilih."]
    if indikator.cara_ukur == CaraUkur.ANGKA or not indikator.komponen.all():
        return [] if realisasi.nilai is not None else ["Angka realisasi belum diisi."]
    hasil = measure(realisasi)
    if not isinstance(hasil.nilai, TidakDapatDihitung):
        return []
    return [_komponen(kode, nilai) for kode, nilai in hasil.komponen]


def warnings(realisasi: RealisasiIndikator) -> list[str]:
    """Return what may be so, but not without a reason (at most 3 queries)."""
    hasil = [] if realisasi.bukti.exists() else [TANPA_BUKTI]
    indikator = realisasi.indikator
    if indikator.arah == Arah.PREDIKAT or indikator.cara_ukur == CaraUkur.ANGKA:
        return hasil
    dikecualikan = measure(realisasi).dikecualikan
    return hasil + [
        f"{_komponen(kode, nilai)} Komponen ini tidak ikut dihitung." for kode, nilai in dikecualikan
    ]


def measure(realisasi: RealisasiIndikator) -> HasilUkur:
    """Return what the komponen give, in percent (2 queries)."""
    isi = {satu.komponen_id: satu for satu in realisasi.komponen.all()}
    ukur = [
        KomponenUkur(
            str(k.urutan),
            pecahan(isi[k.pk].pembilang) if k.pk in isi else None,
            pecahan(isi[k.pk].penyebut) if k.pk in isi else None,
        )
        for k in realisasi.indikator.komponen.all()
    ]
    return realisasi_komponen(CaraUkur(realisasi.indikator.cara_ukur), ukur)


def _komponen(kode: str, nilai: Nilai) -> str:
    return f"Komponen {kode}: {nilai}."
