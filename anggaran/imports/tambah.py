"""Sub kegiatan that the year does not have yet, made from the file and the official list on request."""

from __future__ import annotations

from collections.abc import Iterator

from anggaran.imports.acuan import Acuan, find_asing
from anggaran.imports.checks import pesan
from anggaran.imports.kode import induk_of, tingkat_of
from anggaran.imports.muatan import Butir, Muatan
from anggaran.kode import Tingkat
from anggaran.models import Kegiatan, Program, SubKegiatan
from anggaran.resmi import entries
from lkip.workbook.lembar import Galat
from lkip.workbook.lembar import Tingkat as Bobot


def add_missing(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """Add to `acuan` what the file names and the year lacks; yield what has to be confirmed about it.

    The official list gives the names; a code that it lacks, but that is of this urusan and comes with its
    names, is added as not official. What cannot be added stays unknown, which is an error elsewhere.
    """
    baru: dict[str, Butir] = {}
    for butir in muatan.butir:
        if tingkat_of(butir.kode) == Tingkat.SUB_KEGIATAN and butir.kode not in acuan.sub:
            baru.setdefault(butir.kode, butir)
    if not baru:
        return
    acuan.resmi = entries(acuan.tujuan.perangkat_daerah, acuan.tujuan.tahun)
    milik_lain = find_asing(acuan, list(baru)[:500]).pd_lain
    for kode, butir in baru.items():
        entri = acuan.resmi.get(kode)
        if kode in milik_lain or not kode.startswith(f"{acuan.tujuan.perangkat_daerah.kode_urusan}."):
            continue
        nama = entri.sub_kegiatan if entri else butir.nama
        kegiatan = _kegiatan(acuan, kode, butir)
        if kegiatan is None or not nama:
            continue
        acuan.sub[kode] = SubKegiatan(kegiatan=kegiatan, kode=kode, nama=nama, kode_resmi=entri is not None)
        yield pesan(
            butir.sel,
            "ditambahkan" if entri else "ditambahkan_tak_resmi",
            f"Sub kegiatan baru {kode} {nama} akan ditambahkan"
            + ("." if entri else "; kodenya tidak tercantum dalam nomenklatur resmi."),
            "" if entri else "Pastikan kodenya benar.",
            Bobot.CATATAN if entri else Bobot.KONFIRMASI,
        )


def _kegiatan(acuan: Acuan, kode: str, butir: Butir) -> Kegiatan | None:
    """Return the kegiatan of a new sub kegiatan, a new one when there is none and its name is known."""
    kode_kegiatan = induk_of(kode)
    if (ada := acuan.kegiatan.get(kode_kegiatan)) is not None:
        return ada
    entri = acuan.resmi.get(kode)
    _, nama_program, _, nama_kegiatan = butir.induk
    nama_kegiatan = entri.kegiatan if entri else nama_kegiatan
    kode_program = induk_of(kode_kegiatan)
    program = acuan.program.get(kode_program)
    if program is None:
        nama_program = entri.program if entri else nama_program
        if not nama_program:
            return None
        tujuan = acuan.tujuan
        program = Program(
            perangkat_daerah=tujuan.perangkat_daerah, tahun=tujuan.tahun, kode=kode_program, nama=nama_program
        )
        acuan.program[kode_program] = program
    if not nama_kegiatan:
        return None
    acuan.kegiatan[kode_kegiatan] = Kegiatan(program=program, kode=kode_kegiatan, nama=nama_kegiatan)
    return acuan.kegiatan[kode_kegiatan]
