"""Writing the realisasi of Renja indicators, a program at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from anggaran.models import IndikatorRenja, Program, RealisasiRenja
from anggaran.renja import program_of
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.kunci import require_open
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_many


def realisasi_of(indikator: Collection[int]) -> list[RealisasiRenja]:
    """Return the stored realisasi of these indicators, in a fixed order (1 query)."""
    return list(RealisasiRenja.objects.filter(indikator__in=indikator).order_by("indikator_id", "triwulan"))


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
    indikator = _find(program, isi)
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


def _find(program: Program, kunci: Collection[int]) -> dict[int, IndikatorRenja]:
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
