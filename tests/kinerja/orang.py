"""People of one unit kerja, as actors."""

from __future__ import annotations

from lkip.models import UnitKerja
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import PenggunaFactory


def pelaku(peran: str, unit: UnitKerja, *, sebatas_unit: bool = True) -> Pelaku:
    """Somebody of that peran in the perangkat daerah of `unit`, and in it where the peran is limited."""
    terbatas = sebatas_unit and peran in {Peran.STAF_BIDANG, Peran.KEPALA_UNIT}
    orang = PenggunaFactory(
        peran=peran, perangkat_daerah=unit.perangkat_daerah, unit_kerja=unit if terbatas else None
    )
    return Pelaku.from_pengguna(orang, "uji")
