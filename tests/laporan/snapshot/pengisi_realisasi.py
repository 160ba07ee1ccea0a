"""The staff and the heads of the units, who type one year of an indikator into the forms and approve it."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from kinerja.models import Indikator, PengukuranPembanding, RealisasiIndikator, RealisasiKomponen, RencanaAksi
from lkip.models import UnitKerja
from lkip.peran import Peran
from tests.factories import PenggunaFactory
from tests.formulir import isian_of
from tests.laporan.snapshot.pengisi import angka

TEKS = ("uraian", "upaya", "permasalahan", "solusi")


def client_of(peran: Peran, unit: UnitKerja, **lain: Any) -> Client:
    """Somebody of that peran in `unit`, signed in."""
    client = Client()
    client.force_login(
        PenggunaFactory(peran=peran, perangkat_daerah=unit.perangkat_daerah, unit_kerja=unit, **lain)
    )
    return client


def kirim(client: Client, alamat: str, isi: dict[str, Any]) -> str:
    """Fill in the form at `alamat`, send it, and return where it led."""
    jawaban = client.post(alamat, {**isian_of(client.get(alamat)), **isi})
    assert jawaban.status_code == 302, jawaban.content.decode()
    return jawaban["Location"]


def isi_rencana_aksi(perencana: Client, asal: Indikator, baru: Indikator, tahun: int) -> None:
    """Type the quarterly targets and steps of `asal` into the form of `baru`."""
    isi: dict[str, Any] = {}
    for r in RencanaAksi.objects.filter(indikator=asal, tahun=tahun):
        isi |= {f"target_{r.triwulan}": angka(r.target), f"uraian_{r.triwulan}": r.uraian}
        if r.data_contoh:
            isi[f"contoh_{r.triwulan}"] = "on"
    kirim(perencana, reverse("rencana_aksi_ubah", args=[baru.pk, tahun]), isi)


class PengisiRealisasi:
    """Types what was reported of `asal` into the forms of `baru`, each unit its own part."""

    def __init__(self, asal: Indikator, baru: Indikator) -> None:
        self.asal, self.baru = asal, baru
        self.komponen = {k.urutan: k.pk for k in baru.komponen.all()}
        penanggung = list(baru.penanggung_jawab.all())
        lain = UnitKerja.objects.filter(pk__in=baru.komponen.values("unit_kerja")).exclude(
            pk__in=[unit.pk for unit in penanggung]
        )
        self.staf = [client_of(Peran.STAF_BIDANG, unit) for unit in (*penanggung, *lain)]
        self.kepala = client_of(Peran.KEPALA_UNIT, penanggung[0])

    def year(self, tahun: int) -> None:
        """Fill, submit and approve the four quarters."""
        for satu in RealisasiIndikator.objects.filter(indikator=self.asal, tahun=tahun).order_by("triwulan"):
            self._fill(satu)
            baru = RealisasiIndikator.objects.get(indikator=self.baru, tahun=tahun, triwulan=satu.triwulan)
            alasan = {"alasan": "Berkas asli ada pada arsip bidang."}
            kirim(self.staf[0], reverse("realisasi_ajukan", args=[baru.pk]), alasan)
            halaman = self.kepala.get(self._address(satu))
            self.kepala.post(reverse("realisasi_setujui", args=[baru.pk]), isian_of(halaman))
            baru.refresh_from_db()
            assert baru.status == satu.status

    def _address(self, satu: RealisasiIndikator) -> str:
        pd = self.baru.renstra.perangkat_daerah
        return reverse("realisasi_isi", args=[pd.slug, satu.tahun, self.baru.pk, satu.triwulan])

    def _fill(self, satu: RealisasiIndikator) -> None:
        alamat = self._address(satu)
        for staf in self.staf:
            tersaji = isian_of(staf.get(alamat))
            isi = self._main(satu) if "uraian" in tersaji else {}
            milik: set[int] = set()
            for nomor, k in enumerate(_komponen(satu)):
                if f"komponen-{nomor}-pembilang" in tersaji:
                    milik.add(k.komponen_id)
                    isi |= {
                        f"komponen-{nomor}-pembilang": angka(k.pembilang),
                        f"komponen-{nomor}-penyebut": angka(k.penyebut),
                    }
            isi |= self._rincian(satu, milik) | self._pembanding(satu, milik)
            kirim(staf, alamat, isi)

    def _main(self, satu: RealisasiIndikator) -> dict[str, Any]:
        isi: dict[str, Any] = {nama: getattr(satu, nama) for nama in TEKS}
        if satu.data_contoh:
            isi["data_contoh"] = "on"
        return isi

    def _rincian(self, satu: RealisasiIndikator, milik: set[int]) -> dict[str, Any]:
        semua = [r for k in _komponen(satu) if k.komponen_id in milik for r in k.rincian.all()]
        isi: dict[str, Any] = {"rincian-TOTAL_FORMS": len(semua)} if semua else {}
        for n, r in enumerate(semua):
            isi |= {
                f"rincian-{n}-komponen": self.komponen[r.realisasi.komponen.urutan],
                f"rincian-{n}-kelompok": r.kelompok,
                f"rincian-{n}-uraian": r.uraian,
                f"rincian-{n}-jumlah": angka(r.jumlah),
            }
        return isi

    def _pembanding(self, satu: RealisasiIndikator, milik: set[int]) -> dict[str, Any]:
        if satu.triwulan != 4:
            return {}
        semua = PengukuranPembanding.objects.filter(komponen__in=milik, tahun=satu.tahun)
        isi: dict[str, Any] = {"pembanding-TOTAL_FORMS": len(semua)} if semua else {}
        for n, p in enumerate(semua.select_related("komponen")):
            isi |= {
                f"pembanding-{n}-komponen": self.komponen[p.komponen.urutan],
                f"pembanding-{n}-nama": p.nama,
                f"pembanding-{n}-pembilang": angka(p.pembilang),
                f"pembanding-{n}-penyebut": angka(p.penyebut),
                f"pembanding-{n}-alasan": p.alasan,
            }
        return isi


def _komponen(satu: RealisasiIndikator) -> list[RealisasiKomponen]:
    return list(satu.komponen.order_by("komponen__urutan").prefetch_related("rincian__realisasi__komponen"))
