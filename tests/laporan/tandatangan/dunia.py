"""A small final report, its signatory, and a place of its own for keys and files."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pytest
from django.utils import timezone

from laporan import simpanan
from laporan.models import Laporan, VersiLaporan
from laporan.render import Metadata, render_pdf
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.codec import canonical
from laporan.tandatangan.penyedia import Penanda, Permintaan, Rahasia
from laporan.versi import Status
from lkip.access import Peran
from lkip.models import Pejabat, Pengguna, UnitKerja
from lkip.pelaku import Pelaku
from tests.factories import (
    LaporanFactory,
    PejabatFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    VersiLaporanFactory,
)

FRASA = "frasa-Rahasia-77"
NIP = "197003151995031001"
HALAMAN = """<html lang="id"><head><title>Laporan Kinerja</title></head><body><h1>Laporan Kinerja</h1>
<p>Capaian 88,33.</p><p><a href="https://lkip.contoh/verifikasi/UJIK-ODEA-0000/">Periksa keabsahannya</a></p>
<div style="width:52mm;height:22mm"><input type="checkbox" name="tanda_tangan" title="Tanda tangan elektronik"
style="display:block;width:52mm;height:22mm;border:0;padding:0"></div></body></html>"""


def small_final(kunci: str, kode: str = "UJIK-ODEA-0000") -> bytes:
    return render_pdf(
        HALAMAN.replace("UJIK-ODEA-0000", kode),
        [],
        Metadata("Laporan", "Dinas", "LKIP", kunci),
        signable=True,
    )


@pytest.fixture(scope="session")
def pdf_final() -> bytes:
    return small_final("satu")


@pytest.fixture(autouse=True)
def _folders(settings, tmp_path):
    settings.CETAKAN_DIR, settings.ARSIP_DIR = tmp_path / "cetakan", tmp_path / "arsip"
    settings.TTE_CONTOH_DIR, settings.TTE_CONTOH = tmp_path / "tte", True
    settings.TTE_PENYEDIA, settings.TTE_PKCS12, settings.TTE_PKCS12_BASE64 = "pkcs12", "", ""
    settings.TTE_AKAR, settings.TTE_CRL, settings.TSA_URL = [], [], ""


@pytest.fixture
def minta(pdf_final):
    """A request to sign: `minta(frasa="…")`."""

    def buat(frasa: str = FRASA, nik: str = "", **lain: object) -> Permintaan:
        dasar: dict[str, object] = {
            "isi": pdf_final,
            "penanda": Penanda("Kepala Dinas (contoh)", NIP, "Kepala Dinas", "Kota Uji"),
            "waktu": timezone.now(),
            "alamat": "https://lkip.contoh/verifikasi/UJIK-ODEA-0000/",
        }
        return Permintaan(**{**dasar, **lain}, rahasia=Rahasia(frasa, nik))  # type: ignore[arg-type]

    return buat


@dataclass
class Dunia:
    """One final version and the person who may sign it."""

    laporan: Laporan
    versi: VersiLaporan
    kepala: Pengguna
    pejabat: Pejabat

    @property
    def oleh(self) -> Pelaku:
        return Pelaku.from_pengguna(Pengguna.objects.get(pk=self.kepala.pk), "tes")


@pytest.fixture
def dunia(db, pdf_final) -> Dunia:
    laporan = LaporanFactory()
    pd = laporan.perangkat_daerah
    kepala = PenggunaFactory(username="kepala", peran=Peran.KEPALA_DINAS, perangkat_daerah=pd)
    unit = UnitKerjaFactory(perangkat_daerah=pd, jenis=UnitKerja.Jenis.PIMPINAN)
    pejabat = PejabatFactory(
        unit_kerja=unit,
        nama="Kepala Dinas (contoh)",
        nip=NIP,
        jabatan="Kepala Dinas",
        pengguna=kepala,
        mulai=datetime.date(2023, 1, 2),
    )
    laporan.penandatangan = pejabat
    laporan.save()
    return Dunia(laporan, freeze(laporan, pdf_final), kepala, pejabat)


def freeze(laporan: Laporan, isi: bytes, **lain: object) -> VersiLaporan:
    """Return a final version of the report as it is now, with `isi` as its file."""
    snapshot = take_snapshot(laporan.perangkat_daerah, laporan.tahun)
    return VersiLaporanFactory(
        laporan=laporan,
        status=Status.FINAL,
        sidik=simpanan.put(canonical(snapshot.to_json()), "json"),
        sha256=simpanan.put(isi, "pdf"),
        **lain,
    )
