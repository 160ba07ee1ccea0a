"""What was changed is named on Beranda and in the history as people write it."""

import pytest

from kinerja.models import RencanaAksi
from lkip.models import PeriodeTriwulan
from tests.factories import PaguFactory, RealisasiAnggaranFactory, RealisasiIndikatorFactory


@pytest.mark.django_db
def test_quarters_months_and_money():
    realisasi = RealisasiIndikatorFactory(triwulan=4, tahun=2024, indikator__nama="Cakupan")
    assert str(realisasi) == "Realisasi triwulan IV 2024: Cakupan"
    rencana = RencanaAksi(indikator=realisasi.indikator, tahun=2024, triwulan=2)
    assert str(rencana) == "Rencana aksi triwulan II 2024: Cakupan"
    assert str(PeriodeTriwulan(tahun=2024, triwulan=3)) == "Triwulan III 2024"
    pagu = PaguFactory(jumlah=1_250_000_000)
    assert str(pagu) == f"{pagu.sub_kegiatan}: Rp1.250.000.000"
    bulan = RealisasiAnggaranFactory(bulan=4)
    assert str(bulan) == f"{bulan.sub_kegiatan} bulan April"
