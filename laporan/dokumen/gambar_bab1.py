"""The drawings of Bab I: organisation chart and cascade, both straight from the data."""

from __future__ import annotations

from typing import Literal

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Blok, Gambar, Kosong
from laporan.dokumen.cascading import pohon_cascading, simpul_program
from laporan.grafik.bagan import Bagan, Kotak, bagan
from laporan.grafik.pohon import Simpul, pohon_terbagi
from laporan.snapshot.masukan import Unit

KelasKotak = Literal["pimpinan", "staf", "lini", "uptd", "fungsional"]
KELAS: dict[str, KelasKotak] = {
    "pimpinan": "pimpinan",
    "sekretariat": "staf",
    "fungsional": "fungsional",
    "uptd": "uptd",
}


def gambar_struktur(b: Bahan) -> tuple[Blok, ...]:
    """Return the organisation chart."""
    unit = b.masukan.organisasi.unit
    puncak = next((u for u in unit if u.induk is None and u.jenis == "pimpinan"), None)
    if puncak is None:
        return (Kosong("Struktur organisasi belum diisi."),)
    anak: dict[str, list[Unit]] = {}
    for u in unit:
        if u is not puncak:  # a unit that names no parent stands directly below the head
            anak.setdefault(u.induk or puncak.kode, []).append(u)

    def kotak(u: Unit) -> Kotak:
        return Kotak(
            judul=(u.sebutan_pimpinan or u.nama) if u is puncak else u.nama,
            kelas=KELAS.get(u.jenis, "lini"),
            anak=tuple(kotak(satu) for satu in anak.get(u.kode, ())),
            putus=u.jenis == "fungsional",
        )

    judul = f"Struktur Organisasi {b.identitas.nama}"
    return (Gambar("struktur-organisasi", judul, bagan(Bagan(judul, kotak(puncak)))),)


def gambar_cascading(b: Bahan) -> tuple[Blok, ...]:
    """Return the cascade: misi, tujuan, sasaran, IKU with target, supporting program."""
    renstra = b.masukan.renstra
    if renstra is None or not renstra.tujuan:
        return (Kosong("Cascading kinerja belum dapat digambar: Renstra belum diisi."),)
    program = {p.kode: p for p in b.masukan.anggaran.program}
    pendukung: dict[str, list[Simpul]] = {}
    for d in b.masukan.dukungan.pendukung:
        if d.program in program:
            pendukung.setdefault(d.indikator, []).append(
                simpul_program(program[d.program].nama, program[d.program].unit)
            )
    gambar = pohon_terbagi(pohon_cascading(b.identitas.nama, b.tahun, renstra, b.indikator("iku"), pendukung))
    return tuple(
        Gambar("cascading" if i == 0 else f"cascading-{i + 1}", satu.judul, satu, lanskap=True)
        for i, satu in enumerate(gambar)
    )
