"""What waits for a person in the whole year: perjanjian kinerja, monthly figures, findings, the policy."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping

from django.db.models import Q, QuerySet, Value
from django.urls import reverse

from anggaran.models import DokumenAnggaran, RealisasiAnggaran, SubKegiatan
from kinerja.models import PerjanjianKinerja, Renstra
from laporan.tugas import Tugas
from lkip.access import Izin, has_izin, visible_units
from lkip.angka import BULAN
from lkip.models import KebijakanPengukuran, Pejabat, Pengguna, PerangkatDaerah, Revisi

Status = PerjanjianKinerja.Status
PERJANJIAN = "perjanjian kinerja"


def tugas_tahun(
    pengguna: Pengguna,
    pd: PerangkatDaerah,
    tahun: int,
    alamat: Mapping[str, str],
    hari: datetime.date,
) -> list[Tugas]:
    """Return what waits for the person beside the quarters (at most 7 queries)."""
    return [
        *_kebijakan(pengguna, pd, tahun, alamat),
        *_renstra(pengguna, pd, tahun, alamat, hari),
        *_perjanjian(pengguna, pd, tahun, alamat, hari),
        *_bulan(pengguna, pd, tahun, alamat, hari),
        *_temuan(pengguna, pd, tahun, hari),
    ]


def _kebijakan(pengguna: Pengguna, pd: PerangkatDaerah, tahun: int, alamat: Mapping[str, str]) -> list[Tugas]:
    """Without a policy no capaian has a kriteria."""
    if not has_izin(pengguna, Izin.KELOLA_ACUAN, pd):
        return []
    if KebijakanPengukuran.objects.filter(perangkat_daerah=pd, tahun=tahun).exists():
        return []
    return [
        Tugas(None, "belum ditetapkan", 1, alamat.get("kebijakan", ""), None, False, "kebijakan pengukuran")
    ]


def _renstra(
    pengguna: Pengguna, pd: PerangkatDaerah, tahun: int, alamat: Mapping[str, str], hari: datetime.date
) -> list[Tugas]:
    """Everything begins with a Renstra; years that were reported long ago are left alone."""
    if not has_izin(pengguna, Izin.KELOLA_RENCANA, pd) or tahun < hari.year - 1:
        return []
    if Renstra.objects.filter(perangkat_daerah=pd, tahun_awal__lte=tahun, tahun_akhir__gte=tahun).exists():
        return []
    return [Tugas(None, "belum ditetapkan", 1, alamat.get("renstra_daftar", ""), None, False, "Renstra")]


def _perjanjian(
    pengguna: Pengguna, pd: PerangkatDaerah, tahun: int, alamat: Mapping[str, str], hari: datetime.date
) -> list[Tugas]:
    """What is not begun and drafts wait for the perencana, submitted ones for those who sign."""
    susun = has_izin(pengguna, Izin.KELOLA_RENCANA, pd)
    teken = has_izin(pengguna, Izin.TANDA_TANGAN_PERJANJIAN, pd)
    if not (susun or teken):
        return []
    unit = visible_units(pengguna, Izin.TANDA_TANGAN_PERJANJIAN, pd.pk) if teken else frozenset()
    semua = PerjanjianKinerja.objects.filter(unit_kerja__perangkat_daerah=pd, tahun=tahun).order_by()
    ada = semua.values_list("status", "unit_kerja").union(_led(pd, tahun, hari if susun else None), all=True)
    status = [s for s, milik in ada if susun or unit is None or milik in unit]
    draf, diajukan = status.count(Status.DRAFT), status.count(Status.DIAJUKAN)
    ke = alamat.get("perjanjian_daftar", "")
    tanpa = len({milik for _, milik in ada} - {milik for s, milik in ada if s})
    tenggat = due_of_perjanjian(pd, tahun) if tanpa or draf or diajukan else None
    lewat = tenggat is not None and tenggat < hari
    hasil = []
    if tanpa:
        hasil.append(Tugas(None, "belum dibuat", tanpa, ke, tenggat, lewat, PERJANJIAN))
    if susun and draf:
        hasil.append(Tugas(None, "masih draf, belum diajukan", draf, ke, tenggat, lewat, PERJANJIAN))
    if teken and diajukan:
        hasil.append(Tugas(None, "menunggu tanda tangan", diajukan, ke, tenggat, lewat, PERJANJIAN))
    return hasil


def _led(pd: PerangkatDaerah, tahun: int, hari: datetime.date | None) -> QuerySet[Pejabat, tuple[str, int]]:
    """Return the units led in the year, with "" as status: none without `hari`, or long ago."""
    if hari is None or tahun < hari.year - 1:
        menjabat = Pejabat.objects.none()
    else:
        menjabat = Pejabat.objects.filter(unit_kerja__perangkat_daerah=pd, mulai__year__lte=tahun)
    masih = menjabat.filter(Q(selesai__isnull=True) | Q(selesai__year__gte=tahun))
    return masih.order_by().values_list(Value(""), "unit_kerja")


def due_of_perjanjian(pd: PerangkatDaerah, tahun: int) -> datetime.date | None:
    """Return one month after the DPA murni (PermenPANRB 53/2014), None while its day is unknown (1 query)."""
    hari = (
        DokumenAnggaran.objects.filter(perangkat_daerah=pd, tahun=tahun, tanggal__isnull=False)
        .filter(jenis=DokumenAnggaran.Jenis.MURNI)
        .order_by("urutan")
        .values_list("tanggal", flat=True)
        .first()
    )
    if hari is None:
        return None
    bulan, lebih = hari.month % 12 + 1, hari.month // 12
    akhir = calendar.monthrange(hari.year + lebih, bulan)[1]
    return datetime.date(hari.year + lebih, bulan, min(hari.day, akhir))


def _bulan(
    pengguna: Pengguna, pd: PerangkatDaerah, tahun: int, alamat: Mapping[str, str], hari: datetime.date
) -> list[Tugas]:
    """Sub kegiatan without realisasi keuangan in the last month of the year that has ended."""
    bulan = 12 if hari.year > tahun else hari.month - 1 if hari.year == tahun else 0
    if not bulan or not has_izin(pengguna, Izin.ISI_REALISASI, pd):
        return []
    unit = visible_units(pengguna, Izin.ISI_REALISASI, pd.pk)
    semua = SubKegiatan.objects.filter(kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=tahun)
    if unit is not None:
        semua = semua.filter(Q(unit_pelaksana__in=unit) | Q(kegiatan__program__unit_kerja__in=unit))
    terisi = RealisasiAnggaran.objects.filter(bulan=bulan, keuangan__isnull=False)
    kosong = semua.exclude(pk__in=terisi.values("sub_kegiatan")).count()
    if not kosong:
        return []
    judul = f"belum memiliki realisasi keuangan bulan {BULAN[bulan - 1]}"
    return [Tugas(None, judul, kosong, alamat.get("realisasi_anggaran", ""), None, False, "sub kegiatan")]


def _temuan(pengguna: Pengguna, pd: PerangkatDaerah, tahun: int, hari: datetime.date) -> list[Tugas]:
    """What the last check of the report found, for those who compose, review or sign it."""
    if not any(has_izin(pengguna, satu, pd) for satu in (Izin.SUSUN_LAPORAN, Izin.REVIU, Izin.TANDA_TANGAN)):
        return []
    revisi = Revisi.objects.filter(perangkat_daerah=pd, tahun=tahun).first()
    if revisi is None or revisi.galat is None or revisi.peringatan is None:
        return []
    tenggat = datetime.date(tahun + 1, 2, 29 if calendar.isleap(tahun + 1) else 28)
    tampil = tenggat if hari <= tenggat else None
    baru = "" if revisi.nomor == revisi.nomor_sidik else " (data sudah berubah sejak diperiksa)"
    ke = f"{reverse('laporan', args=[pd.slug, tahun])}#temuan"
    return [
        Tugas(None, f"pada LKIP{baru}", banyak, ke, tampil, False, benda)
        for banyak, benda in ((revisi.galat, "temuan galat"), (revisi.peringatan, "temuan peringatan"))
        if banyak
    ]
