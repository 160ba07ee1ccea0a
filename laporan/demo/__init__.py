"""The demo: the 2024 case of Dinas Sosial Provinsi Nusa Tenggara Timur, loaded from `fixtures/demo/`.

Loading again restores the case: rows are matched by natural key, and rows of the case that the
fixtures do not hold are deleted. Other perangkat daerah and other years are left alone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import transaction

from anggaran.models import Kegiatan, Program, RealisasiAnggaran, SubKegiatan
from kinerja.models import Indikator, PerjanjianKinerja, RealisasiIndikator
from laporan.demo.akun import Akun, load_akun
from laporan.demo.anggaran import load_anggaran
from laporan.demo.baca import TAHUN, GalatDemo, require_berkas
from laporan.demo.fakta import load_fakta
from laporan.demo.indikator import kode_iku, load_indikator
from laporan.demo.kebijakan import load_kebijakan
from laporan.demo.narasi import load_laporan
from laporan.demo.organisasi import load_organisasi
from laporan.demo.perjanjian import load_perjanjian
from laporan.demo.realisasi import load_realisasi
from laporan.demo.renstra import load_renstra
from laporan.demo.tabel import TableSync
from laporan.models import Narasi
from lkip import audit, revisi
from lkip.models import PerangkatDaerah, UnitKerja
from lkip.pelaku import Pelaku

__all__ = ["Akun", "GalatDemo", "Ringkasan", "load_demo"]


@dataclass(frozen=True)
class Ringkasan:
    """What the demo holds after loading; `dipertahankan` names rows that others use and so stayed."""

    unit_kerja: int
    indikator: int
    realisasi_indikator: int
    perjanjian: int
    program: int
    kegiatan: int
    sub_kegiatan: int
    realisasi_bulanan: int
    narasi: int
    akun: tuple[Akun, ...]
    dipertahankan: tuple[str, ...]


@transaction.atomic
def load_demo(oleh: Pelaku, password: str | None, replace_password: bool = False) -> Ringkasan:
    """Load the whole demo, or nothing; `oleh` is the actor for the audit trail.

    `password` is given to accounts without one (None: they cannot sign in); `replace_password`
    replaces the passwords of existing accounts too.
    """
    require_berkas(kode_iku(TAHUN))
    tabel = TableSync()
    organisasi = load_organisasi(tabel)
    pd = organisasi.utama
    load_kebijakan(tabel, pd)
    rencana = load_renstra(tabel, pd)
    indikator = load_indikator(tabel, organisasi, rencana)
    load_realisasi(tabel, organisasi, rencana.berlaku, indikator)
    perjanjian = load_perjanjian(tabel, organisasi, rencana, indikator)
    load_anggaran(tabel, organisasi, indikator, perjanjian)
    load_fakta(tabel, pd)
    load_laporan(tabel, organisasi)
    dipertahankan = tabel.finish()
    ringkasan = _ringkasan(pd, load_akun(organisasi, password, replace_password), dipertahankan)
    revisi.bump(None, None)
    audit.record(
        oleh=oleh,
        tindakan="muat data contoh",
        objek=pd,
        sebelum=None,
        sesudah={nama: isi for nama, isi in asdict(ringkasan).items() if isinstance(isi, int)},
        perangkat_daerah_id=pd.pk,
    )
    return ringkasan


def _ringkasan(pd: PerangkatDaerah, akun: tuple[Akun, ...], dipertahankan: tuple[str, ...]) -> Ringkasan:
    milik = {"perangkat_daerah": pd, "tahun": TAHUN}
    sub_kegiatan = SubKegiatan.objects.filter(
        kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=TAHUN
    )
    return Ringkasan(
        unit_kerja=UnitKerja.objects.filter(perangkat_daerah=pd).count(),
        indikator=Indikator.objects.filter(renstra__perangkat_daerah=pd).count(),
        realisasi_indikator=RealisasiIndikator.objects.filter(
            indikator__renstra__perangkat_daerah=pd, tahun=TAHUN
        ).count(),
        perjanjian=PerjanjianKinerja.objects.filter(unit_kerja__perangkat_daerah=pd, tahun=TAHUN).count(),
        program=Program.objects.filter(**milik).count(),
        kegiatan=Kegiatan.objects.filter(program__perangkat_daerah=pd, program__tahun=TAHUN).count(),
        sub_kegiatan=sub_kegiatan.count(),
        realisasi_bulanan=RealisasiAnggaran.objects.filter(sub_kegiatan__in=sub_kegiatan).count(),
        narasi=Narasi.objects.filter(laporan__perangkat_daerah=pd, laporan__tahun=TAHUN).count(),
        akun=akun,
        dipertahankan=dipertahankan,
    )
