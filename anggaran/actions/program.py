"""Writing the tree of program, kegiatan and sub kegiatan, and which indikator a program supports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from django.core.exceptions import ValidationError
from django.db import transaction

from anggaran.kode import Tingkat, normalise, part, problem, urusan_of
from anggaran.models import (
    EntriNomenklatur,
    IndikatorRenja,
    Kegiatan,
    Program,
    ProgramPendukung,
    SubKegiatan,
)
from anggaran.resmi import entries, has_name
from kinerja.actions.hapus import require_unused
from kinerja.models import Indikator
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.models import PerangkatDaerah, UnitKerja
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, save_many, save_row

Cabang: TypeAlias = Program | Kegiatan | SubKegiatan

MILIK = (Kegiatan, SubKegiatan, IndikatorRenja, ProgramPendukung)
"""What is deleted along with a node of the tree, as its own part; money is not."""


def pendukung_of(program: Program) -> list[ProgramPendukung]:
    """Return the links of a program, in an order that stays (1 query)."""
    return list(ProgramPendukung.objects.filter(program=program.pk).order_by("indikator_id"))


@transaction.atomic
def save_program(
    *,
    oleh: Pelaku,
    program: Program,
    pendukung: Iterable[Indikator] | None = None,
    sidik: str | None = None,
) -> Program:
    """Save a program and, when given, the indikator it supports; a new kode goes down to all below it.

    Raises PermissionDenied, Bentrok, and ValidationError for a wrong kode or somebody else's indikator.
    """
    lingkup = lock_tree(oleh, program.perangkat_daerah_id, program.tahun)
    program.kode = normalise(program.kode, program.perangkat_daerah.kode_urusan)
    _require_kode(program, Tingkat.PROGRAM, "")
    lama = None
    if program.pk is not None:
        lama = Program.objects.get(pk=program.pk)
        require_unchanged(sidik, lama, [lama, *pendukung_of(lama)])
    save_row(oleh=oleh, objek=program, lingkup=lingkup)
    if lama is not None and lama.kode != program.kode:
        for kegiatan in Kegiatan.objects.filter(program=program):
            kegiatan.kode = program.kode + kegiatan.kode.removeprefix(lama.kode)
            kegiatan.program = program
            save_kegiatan(oleh=oleh, kegiatan=kegiatan)
    if pendukung is not None:
        _save_pendukung(oleh, program, {satu.pk: satu for satu in pendukung}, lingkup)
    return program


@transaction.atomic
def save_kegiatan(*, oleh: Pelaku, kegiatan: Kegiatan, sidik: str | None = None) -> Kegiatan:
    """Save a kegiatan; a new kode goes down to its sub kegiatan.

    Raises PermissionDenied, Bentrok, and ValidationError for a wrong kode.
    """
    program = kegiatan.program
    lingkup = lock_tree(oleh, program.perangkat_daerah_id, program.tahun)
    kegiatan.kode = normalise(kegiatan.kode, program.perangkat_daerah.kode_urusan)
    _require_kode(kegiatan, Tingkat.KEGIATAN, program.kode)
    lama = None
    if kegiatan.pk is not None:
        lama = Kegiatan.objects.get(pk=kegiatan.pk)
        require_unchanged(sidik, lama, [lama])
    save_row(oleh=oleh, objek=kegiatan, lingkup=lingkup, induk=program)
    if lama is not None and lama.kode != kegiatan.kode:
        for sub in SubKegiatan.objects.filter(kegiatan=kegiatan):
            sub.kode = kegiatan.kode + sub.kode.removeprefix(lama.kode)
            sub.kegiatan = kegiatan
            save_sub_kegiatan(oleh=oleh, sub_kegiatan=sub)
    return kegiatan


@transaction.atomic
def save_sub_kegiatan(
    *, oleh: Pelaku, sub_kegiatan: SubKegiatan, dicocokkan: bool = False, sidik: str | None = None
) -> SubKegiatan:
    """Save a sub kegiatan, and note whether the official list confirms it.

    It does when it has the kode with this name, or with another name that somebody has compared
    (`dicocokkan`); then a sub kegiatan gets its output indicator from the list. Any other kode is saved too
    and reported. Raises PermissionDenied, Bentrok, and ValidationError for a wrong kode.
    """
    program = sub_kegiatan.kegiatan.program
    pd = program.perangkat_daerah
    lingkup = lock_tree(oleh, pd.pk, program.tahun)
    sub_kegiatan.kode = normalise(sub_kegiatan.kode, pd.kode_urusan)
    _require_kode(sub_kegiatan, Tingkat.SUB_KEGIATAN, sub_kegiatan.kegiatan.kode)
    semula = False
    if sub_kegiatan.pk is not None:
        lama = SubKegiatan.objects.get(pk=sub_kegiatan.pk)
        require_unchanged(sidik, lama, [lama])
        semula = lama.kode_resmi
    resmi = entries(pd, program.tahun, {urusan_of(sub_kegiatan.kode)}).get(sub_kegiatan.kode)
    if dicocokkan and resmi is None:
        raise ValidationError(
            {
                "dicocokkan": f"Kode {sub_kegiatan.kode} tidak tercantum dalam nomenklatur tahun "
                f"{program.tahun}. Perbaiki kodenya, atau kosongkan tanda ini: sub kegiatan tetap disimpan "
                "dan dilaporkan sebagai kode yang belum cocok."
            }
        )
    sub_kegiatan.kode_resmi = resmi is not None and (dicocokkan or has_name(resmi, sub_kegiatan.nama))
    save_row(oleh=oleh, objek=sub_kegiatan, lingkup=lingkup, induk=sub_kegiatan.kegiatan)
    if resmi is not None and sub_kegiatan.kode_resmi and not semula:
        _save_output(oleh, [(sub_kegiatan, resmi)], lingkup)
    return sub_kegiatan


@transaction.atomic
def add_official(
    *,
    oleh: Pelaku,
    perangkat_daerah: PerangkatDaerah,
    tahun: int,
    entri: Sequence[EntriNomenklatur],
    unit_kerja: UnitKerja | None = None,
    unit_pelaksana: UnitKerja | None = None,
) -> list[SubKegiatan]:
    """Add sub kegiatan of the official list, with the program and kegiatan above each that are not there yet.

    `unit_kerja` answers for a program that is new, `unit_pelaksana` carries the sub kegiatan out. Each new
    one gets its output indicator from the list. Returns what is new. Raises PermissionDenied.
    """
    lingkup = lock_tree(oleh, perangkat_daerah.pk, tahun)
    program = {p.kode: p for p in Program.objects.filter(perangkat_daerah=perangkat_daerah, tahun=tahun)}
    kegiatan = {k.kode: k for k in Kegiatan.objects.filter(program__in=program.values())}
    ada = set(SubKegiatan.objects.filter(kegiatan__in=kegiatan.values()).values_list("kode", flat=True))
    baru: list[tuple[SubKegiatan, EntriNomenklatur]] = []
    for satu in entri:
        kode = normalise(satu.kode, perangkat_daerah.kode_urusan)
        if kode in ada:
            continue
        ada.add(kode)
        kode_program, kode_kegiatan = part(kode, Tingkat.PROGRAM), part(kode, Tingkat.KEGIATAN)
        if kode_program not in program:
            milik = Program(perangkat_daerah=perangkat_daerah, tahun=tahun, unit_kerja=unit_kerja)
            milik.kode, milik.nama = kode_program, satu.program
            save_row(oleh=oleh, objek=milik, lingkup=lingkup)
            program[kode_program] = milik
        if kode_kegiatan not in kegiatan:
            cabang = Kegiatan(program=program[kode_program], kode=kode_kegiatan, nama=satu.kegiatan)
            save_row(oleh=oleh, objek=cabang, lingkup=lingkup, induk=cabang.program)
            kegiatan[kode_kegiatan] = cabang
        sub = SubKegiatan(kegiatan=kegiatan[kode_kegiatan], kode=kode, nama=satu.sub_kegiatan)
        sub.unit_pelaksana = unit_pelaksana
        baru.append((sub, satu))
    hasil = [sub for sub, _ in baru]
    save_many(oleh=oleh, simpan=hasil, lingkup=lingkup, induk=lambda s: s.kegiatan)
    _save_output(oleh, baru, lingkup)
    return hasil


def _save_output(
    oleh: Pelaku, baru: Sequence[tuple[SubKegiatan, EntriNomenklatur]], lingkup: Lingkup
) -> None:
    """Give each sub kegiatan without an indicator the output indicator of the official list."""
    punya = set(
        IndikatorRenja.objects.filter(sub_kegiatan__in=[sub for sub, _ in baru]).values_list(
            "sub_kegiatan", flat=True
        )
    )
    indikator = [
        IndikatorRenja(sub_kegiatan=sub, nama=resmi.indikator, satuan=resmi.satuan)
        for sub, resmi in baru
        if resmi.indikator and sub.pk not in punya
    ]
    save_many(oleh=oleh, simpan=indikator, lingkup=lingkup, induk=lambda satu: satu.induk)


@transaction.atomic
def delete_cabang(*, oleh: Pelaku, cabang: Cabang) -> None:
    """Delete a program, kegiatan or sub kegiatan with what is below it.

    Raises PermissionDenied, and ValidationError while pagu, realisasi or a perjanjian speak of it.
    """
    program = program_of(cabang)
    lingkup = lock_tree(oleh, program.perangkat_daerah_id, program.tahun)
    require_unused(cabang, f"“{cabang}”", MILIK)
    delete_row(oleh=oleh, objek=cabang, lingkup=lingkup, induk=None if cabang == program else program)


def program_of(cabang: Cabang) -> Program:
    """Return the program that a node belongs to."""
    if isinstance(cabang, SubKegiatan):
        return cabang.kegiatan.program
    return cabang.program if isinstance(cabang, Kegiatan) else cabang


def lock_tree(oleh: Pelaku, perangkat_daerah_id: int, tahun: int) -> Lingkup:
    """Let one write at a time to the tree; return which reports it reaches. Raises PermissionDenied."""
    pd = PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=perangkat_daerah_id)
    oleh.require(Izin.KELOLA_RENCANA, pd)
    return Lingkup(perangkat_daerah_id, tahun)


def _require_kode(cabang: Cabang, tingkat: Tingkat, induk: str) -> None:
    """Raise ValidationError for a kode that is wrong or taken."""
    pesan = problem(cabang.kode, tingkat, induk)
    if not pesan and _taken(cabang):
        pesan = f"Kode {cabang.kode} sudah dipakai pada tahun ini."
    if pesan:
        raise ValidationError({"kode": pesan})


def _taken(cabang: Cabang) -> bool:
    program = program_of(cabang)
    milik = {"perangkat_daerah": program.perangkat_daerah_id, "tahun": program.tahun}
    awalan = {Program: "", Kegiatan: "program__", SubKegiatan: "kegiatan__program__"}[type(cabang)]
    sama = type(cabang)._default_manager.filter(
        kode=cabang.kode, **{f"{awalan}{nama}": nilai for nama, nilai in milik.items()}
    )
    return sama.exclude(pk=cabang.pk).exists()


def _save_pendukung(oleh: Pelaku, program: Program, dipilih: dict[int, Indikator], lingkup: Lingkup) -> None:
    for satu in dipilih.values():
        if satu.renstra.perangkat_daerah_id != program.perangkat_daerah_id:
            raise ValidationError(f"Indikator “{satu}” bukan milik perangkat daerah ini.")
    ada = pendukung_of(program)
    terkait = {satu.indikator_id for satu in ada}
    save_many(
        oleh=oleh,
        simpan=[
            ProgramPendukung(program=program, indikator=i) for pk, i in dipilih.items() if pk not in terkait
        ],
        hapus=[satu for satu in ada if satu.indikator_id not in dipilih],
        lingkup=lingkup,
        induk=lambda satu: program,
    )
