"""Pemerintah daerah, perangkat daerah, unit kerja with their duties, and placeholder officials."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from laporan.demo.baca import Isi, find, read_csv, read_json
from laporan.demo.tabel import TableSync
from lkip.models import Pejabat, PemerintahDaerah, PerangkatDaerah, TugasFungsi, UnitKerja

UTAMA = "dinas-sosial"
"""Slug of the perangkat daerah whose report the demo holds."""


@dataclass(frozen=True)
class Organisasi:
    """What the other modules look up: everything by slug or kode."""

    perangkat_daerah: dict[str, PerangkatDaerah]
    unit: dict[str, UnitKerja]
    pejabat: dict[str, Pejabat]

    @property
    def utama(self) -> PerangkatDaerah:
        """The perangkat daerah whose report the demo holds."""
        return self.perangkat_daerah[UTAMA]

    def find_unit(self, kode: str) -> UnitKerja:
        """Return the unit kerja, or say which one is missing."""
        unit: UnitKerja = find(self.unit, kode, "Unit kerja")
        return unit

    def find_pejabat(self, kode: str) -> Pejabat:
        """Return the official who leads the unit kerja `kode`."""
        pejabat: Pejabat = find(self.pejabat, kode, "Pejabat unit kerja")
        return pejabat


def load_organisasi(tabel: TableSync) -> Organisasi:
    """Write the organisation and return it."""
    isi: Isi = read_json("organisasi.json")
    rincian = dict(isi["pemerintah_daerah"])
    pemda, _ = PemerintahDaerah.objects.update_or_create(nama=rincian.pop("nama"), defaults=rincian)
    perangkat_daerah = {}
    for satu in isi["perangkat_daerah"]:
        pd, _ = PerangkatDaerah.objects.update_or_create(
            kode=satu["kode"], defaults={**satu, "pemerintah_daerah": pemda}
        )
        perangkat_daerah[pd.slug] = pd
    unit = _load_unit(tabel, perangkat_daerah[UTAMA])
    organisasi = Organisasi(perangkat_daerah, unit, {})
    _load_tugas(tabel, organisasi)
    organisasi.pejabat.update(_load_pejabat(tabel, organisasi))
    return organisasi


def _load_unit(tabel: TableSync, pd: PerangkatDaerah) -> dict[str, UnitKerja]:
    baris = read_csv("unit-kerja.csv")
    lingkup = UnitKerja.objects.filter(perangkat_daerah=pd)
    kunci = ("perangkat_daerah", "kode")
    semua = tabel.sync(
        lingkup,
        kunci,
        (
            {
                "perangkat_daerah": pd,
                "kode": b["kode"],
                "nama": b["nama"],
                "jenis": b["jenis"],
                "sebutan_pimpinan": b["sebutan_pimpinan"],
                "urutan": urutan,
            }
            for urutan, b in enumerate(baris, start=1)
        ),
    )
    unit = {u.kode: u for u in semua}
    tabel.sync(
        lingkup,
        kunci,
        (
            {
                "perangkat_daerah": pd,
                "kode": b["kode"],
                "induk": find(unit, b["induk"], "Unit kerja") if b["induk"] else None,
            }
            for b in baris
        ),
    )
    return {u.kode: u for u in UnitKerja.objects.filter(perangkat_daerah=pd)}


def _load_tugas(tabel: TableSync, organisasi: Organisasi) -> None:
    isi: dict[str, dict[str, list[str]]] = read_json("tugas_fungsi.json")
    tabel.sync(
        TugasFungsi.objects.filter(unit_kerja__perangkat_daerah=organisasi.utama),
        ("unit_kerja", "jenis", "urutan"),
        (
            {
                "unit_kerja": organisasi.find_unit(kode),
                "jenis": jenis,
                "urutan": urutan,
                "uraian": uraian,
            }
            for kode, daftar in isi.items()
            for jenis in TugasFungsi.Jenis.values
            for urutan, uraian in enumerate(daftar.get(jenis, []), start=1)
        ),
    )


def _load_pejabat(tabel: TableSync, organisasi: Organisasi) -> dict[str, Pejabat]:
    baris = read_csv("pejabat.csv")
    semua = tabel.sync(
        Pejabat.objects.filter(unit_kerja__perangkat_daerah=organisasi.utama),
        ("unit_kerja", "nip", "mulai"),
        (
            {
                "unit_kerja": organisasi.find_unit(b["unit"]),
                "nama": b["nama"],
                "nip": b["nip"],
                "pangkat": b["pangkat"],
                "jabatan": b["jabatan"],
                "status": b["status"],
                "mulai": datetime.date.fromisoformat(b["mulai"]),
                "selesai": None,
            }
            for b in baris
        ),
    )
    return {b["unit"]: pejabat for b, pejabat in zip(baris, semua, strict=True)}
