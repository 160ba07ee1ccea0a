"""Check: an IKU has no target for the year of the report, or for the years left of the Renstra."""

from __future__ import annotations

from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.masukan_kinerja import DefinisiIndikator
from laporan.snapshot.struktur import Snapshot

KODE = "target_kosong"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return an error per IKU without this year's target, a note per IKU without those to come."""
    tahun = snapshot.masukan.identitas.tahun
    renstra = snapshot.masukan.renstra
    akhir = renstra.tahun_akhir if renstra else tahun
    temuan = []
    for d in snapshot.masukan.indikator.indikator:
        if d.jenis != "iku":
            continue
        ada = _bertarget(d)
        if tahun not in ada:
            pesan = f"Target tahun {tahun} belum diisi, sehingga capaian tidak dapat dihitung. Isi targetnya."
            temuan.append(Temuan(KODE, Tingkat.GALAT, d.kode, pesan))
        sisa = [str(t) for t in range(tahun + 1, akhir + 1) if t not in ada]
        if sisa:
            pesan = (
                f"Target tahun {' dan '.join(sisa) if len(sisa) < 3 else ', '.join(sisa)} belum tersedia, "
                "sehingga kemajuan menuju akhir Renstra tidak dapat dinilai. Isi bila sudah ditetapkan."
            )
            temuan.append(Temuan(KODE, Tingkat.CATATAN, d.kode, pesan))
    return temuan


def _bertarget(d: DefinisiIndikator) -> set[int]:
    return {
        t.tahun
        for t in d.target
        if t.nilai is not None or t.predikat or (t.bawah is not None and t.atas is not None)
    }
