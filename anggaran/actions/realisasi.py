"""Writing the monthly realisasi of many sub kegiatan at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from anggaran.actions.cari import lock_sub
from anggaran.isi_perjanjian import day_of
from anggaran.models import RealisasiAnggaran
from anggaran.pagu import dokumen_berlaku, pagu_of
from anggaran.periksa_realisasi import IsiBulan, beyond_pagu, problems
from lkip.access import Izin
from lkip.audit import label
from lkip.isian import Bentrok, sidik
from lkip.kunci import locked_quarters, quarter_of, require_open
from lkip.models import Jejak, PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_many


def rows_of(sub_kegiatan: Collection[int], bulan: Collection[int]) -> list[RealisasiAnggaran]:
    """Return the stored rows of these sub kegiatan and months, in an order that stays (1 query)."""
    baris = RealisasiAnggaran.objects.filter(sub_kegiatan__in=sub_kegiatan, bulan__in=bulan)
    return list(baris.order_by("sub_kegiatan_id", "bulan"))


@transaction.atomic
def save_realisasi(
    *,
    oleh: Pelaku,
    perangkat_daerah: PerangkatDaerah,
    tahun: int,
    isi: Sequence[IsiBulan],
    alasan: str = "",
    sidik_terisi: str | None = None,
) -> int:
    """Make the given months hold what is given, and return how many rows changed.

    A month whose two figures are empty has no row. `alasan` is why a sub kegiatan spent more than its
    pagu; it stays in the trail. Raises PermissionDenied, Bentrok, TriwulanTerkunci for a change in a locked
    quarter, and ValidationError with everything that cannot be.
    """
    sub = lock_sub(perangkat_daerah.pk, tahun, {satu.sub_kegiatan.pk for satu in isi})
    for milik in sub.values():
        oleh.require(Izin.ISI_REALISASI, milik)
    terisi = rows_of(sub, {satu.bulan for satu in isi})
    if sidik_terisi is not None and sidik_terisi != sidik(terisi):
        raise Bentrok(Jejak.objects.filter(induk__in=[label(satu) for satu in sub.values()]).first())
    tersimpan = {(r.sub_kegiatan_id, r.bulan): r for r in rows_of(sub, range(1, 13))}
    berubah = [satu for satu in isi if _differs(satu, tersimpan)]
    for triwulan in sorted({quarter_of(satu.bulan) for satu in berubah}):
        if triwulan in locked_quarters(perangkat_daerah.pk, tahun):
            require_open(perangkat_daerah.pk, tahun, triwulan)
    alasan_sub = _check(berubah, tersimpan, perangkat_daerah, tahun, alasan.strip())
    simpan, hapus = [], []
    for satu in berubah:
        baris = tersimpan.get((satu.sub_kegiatan.pk, satu.bulan))
        if satu.keuangan is None and satu.fisik is None:
            if baris is not None:
                hapus.append(baris)
            continue
        baris = baris or RealisasiAnggaran(bulan=satu.bulan)
        baris.sub_kegiatan = sub[satu.sub_kegiatan.pk]
        baris.keuangan, baris.fisik, baris.data_contoh = satu.keuangan, satu.fisik, satu.data_contoh
        simpan.append(baris)
    return save_many(
        oleh=oleh,
        simpan=simpan,
        hapus=hapus,
        lingkup=Lingkup(perangkat_daerah.pk, tahun),
        induk=lambda baris: sub[baris.sub_kegiatan_id],
        alasan=lambda baris: alasan_sub.get(baris.sub_kegiatan_id, ""),
    )


def _differs(satu: IsiBulan, tersimpan: dict[tuple[int, int], RealisasiAnggaran]) -> bool:
    baris = tersimpan.get((satu.sub_kegiatan.pk, satu.bulan))
    if baris is None:
        return satu.keuangan is not None or satu.fisik is not None
    lama = (baris.keuangan, baris.fisik, baris.data_contoh)
    return lama != (satu.keuangan, satu.fisik, satu.data_contoh)


def _check(
    berubah: Sequence[IsiBulan],
    tersimpan: dict[tuple[int, int], RealisasiAnggaran],
    pd: PerangkatDaerah,
    tahun: int,
    alasan: str,
) -> dict[int, str]:
    """Return the reason of each changed sub kegiatan beyond its pagu. Raises ValidationError."""
    per_sub: dict[int, dict[int, IsiBulan]] = defaultdict(dict)
    for satu in berubah:
        per_sub[satu.sub_kegiatan.pk][satu.bulan] = satu
    pagu = pagu_of(dokumen_berlaku(pd, tahun, day_of(tahun, timezone.localdate())))
    galat: list[str] = []
    hasil: dict[int, str] = {}
    for kunci, baru in per_sub.items():
        sub = next(iter(baru.values())).sub_kegiatan
        setahun = [
            baru.get(b) or IsiBulan(sub, b, r.keuangan if r else None, r.fisik if r else None)
            for b in range(1, 13)
            for r in [tersimpan.get((kunci, b))]
        ]
        galat += [f"{sub.kode}: {satu.pesan}" for satu in problems(setahun)]
        if (lebih := beyond_pagu(setahun, pagu)) is not None:
            hasil[kunci] = alasan
            if not alasan:
                galat.append(f"{lebih} Tulis alasannya.")
    if galat:
        raise ValidationError(galat)
    return hasil
