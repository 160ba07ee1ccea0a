"""One factory per model the tests make by hand; everything else comes from the demo."""

from tests.factories.acuan import KebijakanPengukuranFactory as KebijakanPengukuranFactory
from tests.factories.acuan import PeriodeTriwulanFactory as PeriodeTriwulanFactory
from tests.factories.acuan import SkalaFactory as SkalaFactory
from tests.factories.anggaran import DokumenAnggaranFactory as DokumenAnggaranFactory
from tests.factories.anggaran import KegiatanFactory as KegiatanFactory
from tests.factories.anggaran import PaguFactory as PaguFactory
from tests.factories.anggaran import ProgramFactory as ProgramFactory
from tests.factories.anggaran import RealisasiAnggaranFactory as RealisasiAnggaranFactory
from tests.factories.anggaran import SubKegiatanFactory as SubKegiatanFactory
from tests.factories.kinerja import IndikatorFactory as IndikatorFactory
from tests.factories.kinerja import KomponenFactory as KomponenFactory
from tests.factories.kinerja import MisiFactory as MisiFactory
from tests.factories.kinerja import RenstraFactory as RenstraFactory
from tests.factories.kinerja import SasaranFactory as SasaranFactory
from tests.factories.kinerja import TujuanFactory as TujuanFactory
from tests.factories.laporan import CetakanFactory as CetakanFactory
from tests.factories.laporan import LaporanFactory as LaporanFactory
from tests.factories.lkip import PejabatFactory as PejabatFactory
from tests.factories.lkip import PemerintahDaerahFactory as PemerintahDaerahFactory
from tests.factories.lkip import PenggunaFactory as PenggunaFactory
from tests.factories.lkip import PerangkatDaerahFactory as PerangkatDaerahFactory
from tests.factories.lkip import UnitKerjaFactory as UnitKerjaFactory
from tests.factories.perjanjian import AnggaranPerjanjianFactory as AnggaranPerjanjianFactory
from tests.factories.perjanjian import IndikatorPerjanjianFactory as IndikatorPerjanjianFactory
from tests.factories.perjanjian import PerjanjianKinerjaFactory as PerjanjianKinerjaFactory
from tests.factories.perjanjian import SasaranPerjanjianFactory as SasaranPerjanjianFactory
