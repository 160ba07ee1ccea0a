"""Taking a snapshot: every loader once, then every calculation; nothing else reads the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from laporan.perhitungan.ringkasan import VERSI_ATURAN
from laporan.snapshot.hasil import Hasil
from laporan.snapshot.hitung.anggaran import hitung_anggaran
from laporan.snapshot.hitung.fakta import hitung_akip, hitung_aset, hitung_pegawai
from laporan.snapshot.hitung.kinerja import Terukur, hitung_kinerja, ukur_semua
from laporan.snapshot.hitung.perjanjian import hitung_perjanjian
from laporan.snapshot.hitung.umum import aturan
from laporan.snapshot.loaders.anggaran import load_anggaran, load_dukungan, load_naskah
from laporan.snapshot.loaders.identitas import load_fakta, load_identitas, load_kebijakan, load_organisasi
from laporan.snapshot.loaders.kinerja import load_indikator, load_realisasi, load_renstra, load_riwayat
from laporan.snapshot.loaders.perjanjian import load_perjanjian
from laporan.snapshot.struktur import VERSI_SKEMA, Masukan, Snapshot
from lkip.models import PerangkatDaerah

Loader = Callable[[Sequence[PerangkatDaerah], int], Mapping[int, Any]]

LOADERS: dict[str, Loader] = {
    "identitas": load_identitas,
    "kebijakan": load_kebijakan,
    "organisasi": load_organisasi,
    "fakta": load_fakta,
    "renstra": load_renstra,
    "indikator": load_indikator,
    "realisasi": load_realisasi,
    "riwayat": load_riwayat,
    "perjanjian": load_perjanjian,
    "anggaran": load_anggaran,
    "dukungan": load_dukungan,
    "naskah": load_naskah,
}
"""The named parts; each loader makes at most five queries, whatever the number of rows."""


def take_snapshots(pds: Sequence[PerangkatDaerah], tahun: int) -> dict[int, Snapshot]:
    """Return the snapshot of each perangkat daerah in `tahun`, keyed by primary key."""
    bagian = {nama: loader(pds, tahun) for nama, loader in LOADERS.items()}
    hasil = {}
    for pd in pds:
        milik: dict[str, Any] = {nama: isi.get(pd.pk) for nama, isi in bagian.items()}
        hasil[pd.pk] = compute(Masukan(**milik))
    return hasil


def take_snapshot(pd: PerangkatDaerah, tahun: int) -> Snapshot:
    """Return the snapshot of one perangkat daerah in `tahun`."""
    return take_snapshots([pd], tahun)[pd.pk]


def measure(masukan: Masukan) -> dict[str, Terukur]:
    """Return every indikator measured, still exact: what `compute` starts from."""
    return ukur_semua(masukan.indikator, masukan.realisasi, masukan.identitas.tahun)


def compute(masukan: Masukan, terukur: Mapping[str, Terukur] | None = None) -> Snapshot:
    """Return the snapshot of given inputs: pure, no database. `terukur` is given when measured already."""
    berlaku = aturan(masukan.kebijakan)
    tahun = masukan.identitas.tahun
    terukur = measure(masukan) if terukur is None else terukur
    anggaran, uang = hitung_anggaran(masukan.anggaran, masukan.dukungan, terukur, berlaku)
    return Snapshot(
        versi_skema=VERSI_SKEMA,
        masukan=masukan,
        hasil=Hasil(
            versi_aturan=VERSI_ATURAN,
            kinerja=hitung_kinerja(
                terukur,
                masukan.riwayat,
                tahun,
                berlaku,
                masukan.renstra.tahun_akhir if masukan.renstra else tahun,
            ),
            anggaran=anggaran,
            perjanjian=tuple(
                hitung_perjanjian(p, terukur, uang, masukan.dukungan.pendapatan, berlaku)
                for p in masukan.perjanjian.perjanjian
            ),
            aset=hitung_aset(masukan.fakta.aset),
            akip=hitung_akip(masukan.fakta.akip),
            pegawai=hitung_pegawai(masukan.fakta.pegawai),
        ),
    )
