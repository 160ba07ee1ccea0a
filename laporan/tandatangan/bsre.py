"""Signing with BSrE, the national service: its HTTP contract, spoken once for each signature.

The passphrase is in that one request and nowhere else. After a timeout nobody knows whether the service has
signed, so nothing is sent a second time.
"""

from __future__ import annotations

import json
import logging
import re
import time
from typing import Any
from urllib.parse import quote

import requests
from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from laporan.tandatangan.penyedia import GagalTandaTanganError, Hasil, Permintaan

BATAS_DETIK = 60
BATAS_BITA = 100_000_000
TERBIT, TIDAK_TERDAFTAR = 1111, 1110
TETAP = "Berkas final tidak berubah."
PESAN_TIDAK_PASTI = (
    "BSrE tidak menjawab dalam 60 detik atau sambungan terputus, sehingga tidak diketahui apakah dokumen "
    f"sudah ditandatangani di sana. {TETAP} Jangan langsung mengulang: periksa dahulu riwayat tanda tangan "
    "Anda di BSrE."
)

logger = logging.getLogger(__name__)


class _Putus(Exception):  # noqa: N818 (caught here)
    """The connection ended, or took too long; `terkirim` says whether the request may have arrived."""

    def __init__(self, terkirim: bool) -> None:
        super().__init__()
        self.terkirim = terkirim


class Bsre:
    """The provider `bsre`."""

    nama = "bsre"
    minta_nik = True

    def is_demo(self, nip: str) -> bool:
        """Return False: BSrE signs in earnest."""
        return False

    def is_new(self, nip: str) -> bool:
        """Return False: certificates are issued by BSrE."""
        return False

    @sensitive_variables()
    def sign(self, permintaan: Permintaan) -> Hasil:
        """Return the signed file. Raises GagalTandaTanganError."""
        rahasia = permintaan.rahasia
        if not re.fullmatch(r"\d{16}", rahasia.nik):
            raise GagalTandaTanganError("NIK terdiri atas 16 angka.")
        _require_active(rahasia.nik)
        isian = {
            "nik": rahasia.nik,
            "passphrase": rahasia.frasa,
            "tampilan": "invisible",
            "linkQR": permintaan.alamat,
        }
        berkas = {"file": ("lkip.pdf", permintaan.isi, "application/pdf")}
        putus = None
        try:
            kode, kepala, isi = _send("POST", "/api/sign/pdf", data=isian, files=berkas)
        except _Putus as galat:
            putus = galat
        if putus is not None:
            raise _broken(putus)
        if kode >= 400:
            raise GagalTandaTanganError(_refusal(kode, isi, rahasia.frasa, rahasia.nik))
        id_dokumen = kepala.get("id_dokumen", "")
        if isi.startswith(b"%PDF"):
            return Hasil(isi, id_dokumen[:120])
        id_dokumen = str(_json(isi).get("id_dokumen") or id_dokumen)
        if not id_dokumen:
            raise GagalTandaTanganError(
                f"Jawaban BSrE bukan berkas PDF dan tidak menyebut nomor dokumen. {TETAP} Periksa riwayat "
                "tanda tangan Anda di BSrE sebelum mengulang.",
                tidak_pasti=True,
            )
        return Hasil(_download(id_dokumen), id_dokumen[:120])


@sensitive_variables("nik")
def _require_active(nik: str) -> None:
    """Raise GagalTandaTanganError unless BSrE knows this NIK and has issued its certificate."""
    putus = False
    try:
        kode, _, isi = _send("GET", f"/api/user/status/{nik}")
    except _Putus:
        putus = True
    if putus:
        raise GagalTandaTanganError(
            f"BSrE tidak dapat dihubungi. Tidak ada yang dikirim. {TETAP} Coba lagi beberapa menit lagi."
        )
    data = _json(isi)
    status = data.get("status_code")
    if status == TIDAK_TERDAFTAR:
        raise GagalTandaTanganError(
            f"NIK itu belum terdaftar di BSrE. {TETAP} Periksa angka yang Anda ketik."
        )
    if kode >= 400:
        raise GagalTandaTanganError(_refusal(kode, isi, nik))
    if status != TERBIT:
        sebutan = str(data.get("status") or status)[:60]
        raise GagalTandaTanganError(
            f"Sertifikat Anda di BSrE belum dapat dipakai (status {sebutan}). {TETAP} Hubungi admin BSrE."
        )


def _download(id_dokumen: str) -> bytes:
    """Fetch, once, the file that BSrE has signed already."""
    hilang = GagalTandaTanganError(
        f"BSrE sudah menandatangani dokumen (nomor {id_dokumen[:120]}), tetapi berkasnya tidak dapat "
        f"diunduh. {TETAP} Sampaikan nomor itu kepada admin sebelum mengulang.",
        tidak_pasti=True,
    )
    try:
        kode, _, isi = _send("GET", f"/api/sign/download/{quote(id_dokumen, safe='')}")
    except _Putus:
        kode, isi = 0, b""
    if kode != 200 or not isi.startswith(b"%PDF"):
        raise hilang
    return isi


@sensitive_variables()
def _send(cara: str, jalur: str, **lain: Any) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers (lower case) and body of one request. Raises _Putus."""
    batas = time.monotonic() + BATAS_DETIK
    try:
        with requests.request(
            cara,
            settings.BSRE_URL + jalur,
            auth=(settings.BSRE_PENGGUNA, settings.BSRE_SANDI),
            timeout=BATAS_DETIK,
            allow_redirects=False,
            stream=True,
            **lain,
        ) as jawaban:
            isi = bytearray()
            for potong in jawaban.iter_content(65536):
                isi += potong
                if time.monotonic() > batas or len(isi) > BATAS_BITA:
                    raise requests.ReadTimeout
            kepala = {nama.lower(): nilai for nama, nilai in jawaban.headers.items()}
            return jawaban.status_code, kepala, bytes(isi)
    except (requests.ConnectTimeout, requests.exceptions.SSLError) as galat:
        jenis, terkirim = type(galat).__name__, False
    except requests.ConnectionError as galat:
        jenis, terkirim = type(galat).__name__, "NewConnectionError" not in repr(galat)
    except requests.RequestException as galat:
        jenis, terkirim = type(galat).__name__, True
    logger.error("BSrE: %s %s", cara, jenis)  # no address and no body: they name a person
    raise _Putus(terkirim)


def _broken(galat: _Putus) -> GagalTandaTanganError:
    if galat.terkirim:
        return GagalTandaTanganError(PESAN_TIDAK_PASTI, tidak_pasti=True)
    return GagalTandaTanganError(
        f"BSrE tidak dapat dihubungi. Dokumen belum terkirim. {TETAP} Coba lagi beberapa menit lagi."
    )


@sensitive_variables()
def _refusal(kode: int, isi: bytes, *rahasia: str) -> str:
    """Return why BSrE refused, in its own words but without what must not be shown."""
    if kode == 401:
        return f"BSrE menolak akun aplikasi ini. {TETAP} Hubungi admin (LKIP_BSRE_PENGGUNA)."
    data = _json(isi)
    kata = " ".join(str(data.get("message") or data.get("error") or f"kode {kode}").split())
    for satu in rahasia:
        kata = kata.replace(satu, "•••") if satu else kata
    return f"BSrE menolak: {kata[:300].rstrip('.')}. {TETAP}"


def _json(isi: bytes) -> dict[str, Any]:
    try:
        data = json.loads(isi)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
