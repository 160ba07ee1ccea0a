"""The cascade as data, for the report and for its own page: misi, tujuan, sasaran, IKU, program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from laporan.dokumen.nilai import sel_target_tahun
from laporan.grafik.pohon import Pohon, Simpul
from laporan.snapshot.masukan import RencanaStrategis
from laporan.snapshot.masukan_kinerja import DefinisiIndikator


def simpul_program(nama: str, unit: str | None) -> Simpul:
    """Return the node of a supporting program."""
    return Simpul("Program", nama, unit or "")


def pohon_cascading(
    nama: str,
    tahun: int,
    renstra: RencanaStrategis,
    iku: Iterable[DefinisiIndikator],
    pendukung: Mapping[str, Sequence[Simpul]],
) -> Pohon:
    """Return the cascade of a perangkat daerah in a year; `pendukung` are the programs by kode of IKU."""
    milik: dict[str | None, list[Simpul]] = {}
    for i in iku:
        target = f"Target {tahun}: {sel_target_tahun(i, tahun).teks}"
        simpul = Simpul("IKU", i.nama, target, tuple(pendukung.get(i.kode, ())))
        milik.setdefault(i.sasaran, []).append(simpul)
    misi = {m.urutan: m for m in renstra.misi}
    akar = []
    for t in renstra.tujuan:
        sasaran = tuple(Simpul("Sasaran", s.uraian, anak=tuple(milik.get(s.kode, ()))) for s in t.sasaran)
        simpul = Simpul("Tujuan", t.uraian, anak=sasaran)
        if t.misi is not None and t.misi in misi:
            simpul = Simpul("Misi", misi[t.misi].uraian, f"Misi ke-{t.misi}", (simpul,))
        akar.append(simpul)
    return Pohon(f"Cascading Kinerja {nama} Tahun {tahun}", tuple(akar))
