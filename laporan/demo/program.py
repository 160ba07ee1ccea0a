"""Nomenclature, and the tree of program, kegiatan and sub kegiatan with its Renja indicators."""

from __future__ import annotations

from dataclasses import dataclass

from anggaran.models import (
    EntriNomenklatur,
    IndikatorRenja,
    Kegiatan,
    Nomenklatur,
    Program,
    SubKegiatan,
)
from laporan.demo.baca import TAHUN, Isi, find, read_csv
from laporan.demo.organisasi import Organisasi
from laporan.demo.tabel import TableSync

RESMI = "ya"


@dataclass(frozen=True)
class BarisAnggaran:
    """One sub kegiatan with its line of the budget fixture."""

    sub_kegiatan: SubKegiatan
    isi: dict[str, str]


def load_nomenklatur(tabel: TableSync, isi: Isi) -> dict[str, EntriNomenklatur]:
    """Write the official list; return its entries by kode."""
    rincian = dict(isi)
    nomenklatur, _ = Nomenklatur.objects.update_or_create(nama=rincian.pop("nama"), defaults=rincian)
    entri = tabel.sync(
        EntriNomenklatur.objects.filter(nomenklatur=nomenklatur),
        ("nomenklatur", "kode"),
        (
            {
                "nomenklatur": nomenklatur,
                "kode": b["kode_sub_kegiatan"],
                **{nama: b[nama] for nama in ("program", "kegiatan", "sub_kegiatan", "indikator", "satuan")},
            }
            for b in read_csv("nomenklatur-1.06-provinsi.csv")
        ),
    )
    return {e.kode: e for e in entri}


def load_program(
    tabel: TableSync,
    organisasi: Organisasi,
    unit_program: dict[str, str],
    resmi: dict[str, EntriNomenklatur],
) -> tuple[dict[str, Program], list[BarisAnggaran]]:
    """Write the tree; return the programs by kode and every sub kegiatan with its fixture line."""
    pd, baris = organisasi.utama, read_csv("anggaran-2024.csv")
    program = {
        p.kode: p
        for p in tabel.sync(
            Program.objects.filter(perangkat_daerah=pd, tahun=TAHUN),
            ("perangkat_daerah", "tahun", "kode"),
            (
                {
                    "perangkat_daerah": pd,
                    "tahun": TAHUN,
                    "kode": kode,
                    "nama": nama,
                    "unit_kerja": organisasi.find_unit(find(unit_program, kode, "Unit kerja program")),
                }
                for kode, nama in {b["kode_program"]: b["program"] for b in baris}.items()
            ),
        )
    }
    kegiatan = {
        k.kode: k
        for k in tabel.sync(
            Kegiatan.objects.filter(program__perangkat_daerah=pd, program__tahun=TAHUN),
            ("program", "kode"),
            (
                {"program": program[kode_program], "kode": kode, "nama": nama}
                for kode, (kode_program, nama) in {
                    b["kode_kegiatan"]: (b["kode_program"], b["kegiatan"]) for b in baris
                }.items()
            ),
        )
    }
    unit = {u.nama: u for u in organisasi.unit.values()}
    sub_kegiatan = tabel.sync(
        SubKegiatan.objects.filter(kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=TAHUN),
        ("kegiatan", "kode"),
        (
            {
                "kegiatan": kegiatan[b["kode_kegiatan"]],
                "kode": b["kode_sub_kegiatan"],
                "nama": b["sub_kegiatan"],
                "unit_pelaksana": find(unit, b["unit_pelaksana"], "Unit pelaksana")
                if b["unit_pelaksana"]
                else None,
                "kode_resmi": b["kode_resmi"] == RESMI,
            }
            for b in baris
        ),
    )
    _load_renja(tabel, organisasi, sub_kegiatan, resmi)
    return program, [BarisAnggaran(s, b) for s, b in zip(sub_kegiatan, baris, strict=True)]


def _load_renja(
    tabel: TableSync,
    organisasi: Organisasi,
    sub_kegiatan: list[SubKegiatan],
    resmi: dict[str, EntriNomenklatur],
) -> None:
    """Write the output indicators that the official list gives; the report states no target for them."""
    tabel.sync(
        IndikatorRenja.objects.filter(
            sub_kegiatan__kegiatan__program__perangkat_daerah=organisasi.utama,
            sub_kegiatan__kegiatan__program__tahun=TAHUN,
        ),
        ("sub_kegiatan", "urutan"),
        (
            {
                "sub_kegiatan": s,
                "urutan": 1,
                "nama": resmi[s.kode].indikator,
                "satuan": resmi[s.kode].satuan,
                "target": None,
            }
            for s in sub_kegiatan
            if s.kode_resmi and resmi[s.kode].indikator
        ),
    )
