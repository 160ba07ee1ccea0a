"""Beginning a year with the program tree of another."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from anggaran.actions.program import lock_tree
from anggaran.kode import urusan_of
from anggaran.models import IndikatorRenja, Kegiatan, Program, ProgramPendukung, SubKegiatan
from anggaran.resmi import entries, has_name
from kinerja.models import Renstra
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.tulis import save_many


@transaction.atomic
def copy_tree(*, oleh: Pelaku, perangkat_daerah: PerangkatDaerah, dari: int, ke: int) -> int:
    """Copy program, kegiatan and sub kegiatan with their units to a year; return how many sub kegiatan.

    Their Renja indicators come along, money, yearly targets and realisasi do not. Each kode is compared with
    the list of the new year; a link to an indikator stays where its Renstra is still in force.
    Raises PermissionDenied, and ValidationError when there is nothing to copy, or something there.
    """
    lingkup = lock_tree(oleh, perangkat_daerah.pk, ke)
    lama = list(Program.objects.filter(perangkat_daerah=perangkat_daerah, tahun=dari).order_by("kode"))
    if not lama:
        raise ValidationError(f"Tahun {dari} tidak mempunyai program. Tidak ada yang disalin.")
    if Program.objects.filter(perangkat_daerah=perangkat_daerah, tahun=ke).exists():
        raise ValidationError(f"Tahun {ke} sudah mempunyai program. Tidak ada yang disalin.")
    program = {
        p.pk: Program(
            perangkat_daerah=perangkat_daerah,
            tahun=ke,
            kode=p.kode,
            nama=p.nama,
            unit_kerja_id=p.unit_kerja_id,
        )
        for p in lama
    }
    save_many(oleh=oleh, simpan=list(program.values()), lingkup=lingkup, induk=lambda p: p)
    kegiatan = {
        k.pk: Kegiatan(program=program[k.program_id], kode=k.kode, nama=k.nama)
        for k in Kegiatan.objects.filter(program__in=lama).order_by("kode")
    }
    save_many(oleh=oleh, simpan=list(kegiatan.values()), lingkup=lingkup, induk=lambda k: k.program)
    sub = _copy_sub(perangkat_daerah, dari, ke, kegiatan)
    save_many(oleh=oleh, simpan=list(sub.values()), lingkup=lingkup, induk=lambda s: s.kegiatan)
    renja = _copy_renja(program, kegiatan, sub)
    save_many(oleh=oleh, simpan=renja, lingkup=lingkup, induk=lambda i: i.induk)
    berlaku = Renstra.objects.berlaku([perangkat_daerah], ke)
    tautan = ProgramPendukung.objects.filter(program__in=lama, indikator__renstra__in=berlaku)
    save_many(
        oleh=oleh,
        simpan=[
            ProgramPendukung(program=program[t.program_id], indikator=t.indikator)
            for t in tautan.select_related("indikator").order_by("pk")
        ],
        lingkup=lingkup,
        induk=lambda t: t.program,
    )
    return len(sub)


def _copy_sub(
    pd: PerangkatDaerah, dari: int, ke: int, kegiatan: Mapping[int, Kegiatan]
) -> dict[int, SubKegiatan]:
    """Return the new sub kegiatan by key of the old; what was compared stays so within one edition."""
    asal = list(SubKegiatan.objects.filter(kegiatan__in=kegiatan).order_by("kode"))
    urusan = {urusan_of(s.kode) for s in asal}
    lama, baru = entries(pd, dari, urusan), entries(pd, ke, urusan)

    def confirmed(s: SubKegiatan) -> bool:
        resmi = baru.get(s.kode)
        return resmi is not None and (has_name(resmi, s.nama) or (s.kode_resmi and resmi == lama.get(s.kode)))

    return {
        s.pk: SubKegiatan(
            kegiatan=kegiatan[s.kegiatan_id],
            kode=s.kode,
            nama=s.nama,
            unit_pelaksana_id=s.unit_pelaksana_id,
            kode_resmi=confirmed(s),
        )
        for s in asal
    }


def _copy_renja(
    program: Mapping[int, Program], kegiatan: Mapping[int, Kegiatan], sub: Mapping[int, SubKegiatan]
) -> list[IndikatorRenja]:
    """Return the indicators of the new nodes, without their yearly targets."""
    asal = IndikatorRenja.objects.filter(
        Q(program__in=program) | Q(kegiatan__in=kegiatan) | Q(sub_kegiatan__in=sub)
    )
    return [
        IndikatorRenja(
            program=program.get(i.program_id or 0),
            kegiatan=kegiatan.get(i.kegiatan_id or 0),
            sub_kegiatan=sub.get(i.sub_kegiatan_id or 0),
            urutan=i.urutan,
            nama=i.nama,
            satuan=i.satuan,
            agregasi=i.agregasi,
            target_renstra=i.target_renstra,
        )
        for i in asal.order_by("pk")
    ]
