"""Writing Renja indicators: which a node has, their targets, and their realisasi a program at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from anggaran.actions.cari import lock_sub
from anggaran.actions.program import Cabang, lock_tree, program_of
from anggaran.models import IndikatorRenja, Kegiatan, Program, RealisasiRenja, SubKegiatan
from kinerja.actions.hapus import require_unused
from kinerja.actions.indikator import Ubahan
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.kunci import require_open
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, number_rows, save_many

KOLOM_TARGET = ("target", "target_renstra", "realisasi_lalu")
"""The planned figures of an indicator: of the year, at the end of the Renstra, reached before the year."""
KOLOM_UANG = ("pagu_renstra", "keuangan_lalu")
"""The money of a sub kegiatan in the Renstra: for its whole period, and spent before the year."""


def realisasi_of(indikator: Collection[int]) -> list[RealisasiRenja]:
    """Return the stored realisasi of these indicators, in a fixed order (1 query)."""
    return list(RealisasiRenja.objects.filter(indikator__in=indikator).order_by("indikator_id", "triwulan"))


def indikator_of(cabang: Cabang) -> list[IndikatorRenja]:
    """Return the indicators of one node, in their order (1 query)."""
    return list(IndikatorRenja.objects.filter(**{parent_field(cabang): cabang}).order_by("urutan"))


def parent_field(cabang: Cabang) -> str:
    """Return the relation by which an indicator names a node of this level."""
    return {Program: "program", Kegiatan: "kegiatan", SubKegiatan: "sub_kegiatan"}[type(cabang)]


@transaction.atomic
def save_indikator_renja(
    *, oleh: Pelaku, cabang: Cabang, ubahan: Ubahan[IndikatorRenja], sidik: str | None = None
) -> None:
    """Save, order and delete the indicators of one node of the tree.

    Raises PermissionDenied; Bentrok when somebody else changed them; ValidationError when one to delete has
    realisasi.
    """
    program = program_of(cabang)
    lingkup = lock_tree(oleh, program.perangkat_daerah_id, program.tahun)
    require_unchanged(sidik, program, indikator_of(cabang))
    for satu in ubahan.hapus:
        require_unused(satu, f"Indikator “{satu}”")
        delete_row(oleh=oleh, objek=satu, lingkup=lingkup, induk=program)
    for satu in ubahan.simpan:
        setattr(satu, parent_field(cabang), cabang)
    number_rows(oleh=oleh, baris=ubahan.simpan, lingkup=lingkup, induk=program)


@transaction.atomic
def save_target_renja(
    *,
    oleh: Pelaku,
    program: Program,
    isi: Mapping[int, Mapping[str, Decimal | None]],
    uang: Mapping[int, Mapping[str, Decimal | None]],
    sidik: str | None = None,
) -> None:
    """Save figures of one program: of indicators by key, and the money of the Renstra by sub kegiatan.

    The names are those of `KOLOM_TARGET` and `KOLOM_UANG`. Raises PermissionDenied; Bentrok;
    ValidationError when an indicator or sub kegiatan is not there any more.
    """
    lingkup = lock_tree(oleh, program.perangkat_daerah_id, program.tahun)
    indikator = find_indikator(program, isi)
    sub = lock_sub(program.perangkat_daerah_id, program.tahun, uang)
    require_unchanged(sidik, program, in_order([*indikator.values(), *sub.values()]))
    for kunci, nilai in isi.items():
        for nama in KOLOM_TARGET:
            setattr(indikator[kunci], nama, nilai[nama])
    for kunci, nilai in uang.items():
        for nama in KOLOM_UANG:
            setattr(sub[kunci], nama, nilai[nama])
    save_many(oleh=oleh, simpan=list(indikator.values()), lingkup=lingkup, induk=lambda satu: program)
    save_many(oleh=oleh, simpan=list(sub.values()), lingkup=lingkup, induk=lambda satu: program)


def in_order(baris: Iterable[IndikatorRenja | SubKegiatan]) -> list[IndikatorRenja | SubKegiatan]:
    """Return the rows of the form of targets in an order that stays, for its fingerprint."""
    return sorted(baris, key=lambda satu: (satu._meta.label, satu.pk))


@transaction.atomic
def save_realisasi_renja(
    *,
    oleh: Pelaku,
    program: Program,
    isi: Mapping[int, Mapping[int, Decimal | None]],
    sidik: str | None = None,
) -> None:
    """Save the quarterly figures `isi` of indicators of one program, by key; an emptied one is deleted.

    Raises PermissionDenied for an indicator of another unit; ValidationError when one is not there any more;
    TriwulanTerkunci when a locked quarter would change; Bentrok when somebody else changed the figures.
    """
    program = Program.objects.select_for_update().get(pk=program.pk)
    indikator = find_indikator(program, isi)
    for satu in indikator.values():
        oleh.require(Izin.ISI_REALISASI, satu)
    lama = realisasi_of(isi.keys())
    require_unchanged(sidik, program, lama)
    tersimpan = {(satu.indikator_id, satu.triwulan): satu for satu in lama}
    simpan: list[RealisasiRenja] = []
    hapus: list[RealisasiRenja] = []
    for kunci, per_triwulan in isi.items():
        for triwulan, nilai in sorted(per_triwulan.items()):
            baris = tersimpan.get((kunci, triwulan))
            if nilai == (baris.nilai if baris else None):
                continue
            if nilai is None:
                assert baris is not None
                hapus.append(baris)
                continue
            baris = baris or RealisasiRenja(indikator=indikator[kunci], triwulan=triwulan)
            baris.nilai = nilai
            simpan.append(baris)
    for triwulan in sorted({satu.triwulan for satu in (*simpan, *hapus)}):
        require_open(program.perangkat_daerah_id, program.tahun, triwulan)
    lingkup = Lingkup(program.perangkat_daerah_id, program.tahun)
    save_many(oleh=oleh, simpan=simpan, hapus=hapus, lingkup=lingkup, induk=lambda satu: program)


def find_indikator(program: Program, kunci: Collection[int]) -> dict[int, IndikatorRenja]:
    """Return these indicators of a program by key. Raises ValidationError when one is not there any more."""
    sumber = IndikatorRenja.objects.select_related(
        "program", "kegiatan__program", "sub_kegiatan__kegiatan__program"
    )
    hasil = {satu.pk: satu for satu in sumber.filter(pk__in=kunci) if program_of(satu.induk).pk == program.pk}
    if hilang := len(set(kunci)) - len(hasil):
        raise ValidationError(
            f"{hilang} indikator pada isian ini sudah tidak ada. Tidak ada yang berubah. Muat ulang halaman "
            "untuk melihat daftar terakhir."
        )
    return hasil
