"""The documents of SIPD hold the whole perangkat daerah: rows of other units are left out, and said."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from anggaran.imports.acuan import Acuan
from anggaran.imports.checks import pesan
from anggaran.imports.muatan import Muatan
from lkip.angka import rupiah
from lkip.workbook.lembar import Galat, ringkas
from lkip.workbook.lembar import Tingkat as Bobot


def leave_others(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """Take the rows of other units out of `muatan`, unless all of them are; warn of how much that is."""
    boleh = {kode: acuan.boleh(sub) for kode, sub in acuan.sub.items()}
    lain = [butir for butir in muatan.butir if not boleh.get(butir.kode, True)]
    if not lain or len(lain) == len(muatan.butir):
        return
    muatan.butir = [butir for butir in muatan.butir if boleh.get(butir.kode, True)]
    kode = list(dict.fromkeys(butir.kode for butir in lain))
    uang = sum((a.nilai for butir in lain for a in butir.angka if a.nilai is not None), Decimal(0))
    yield pesan(
        lain[0].sel,
        "milik_unit_lain",
        f"{len(lain)} baris milik unit kerja lain tidak ikut diimpor: {len(kode)} sub kegiatan, "
        f"{rupiah(uang)} ({ringkas(kode)}).",
        "Unit itu mengimpornya sendiri dari berkas yang sama.",
        Bobot.KONFIRMASI,
    )
