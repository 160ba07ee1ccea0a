"""A local server that speaks the contract of BSrE, signs in earnest, and fails as it is told to."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from django.utils import timezone

from laporan.tandatangan.penyedia import Penanda, Permintaan, Rahasia
from laporan.tandatangan.pkcs12 import Pkcs12

NIK, FRASA = "5371000000000001", "frasa-BSrE-Rahasia"
AKUN = ("aplikasi", "sandi-aplikasi")


@dataclass
class BsrePalsu:
    """How the server behaves, and what it was asked."""

    status: dict[str, Any] = field(default_factory=lambda: {"status_code": 1111, "status": "ISSUE"})
    kode_status: int = 200
    kode_sign: int = 200
    jawaban_sign: bytes | None = None
    cara: str = "langsung"
    tunda: int = 0
    putus: bool = False
    unduh_gagal: bool = False
    permintaan: list[str] = field(default_factory=list)
    isian: dict[str, str] = field(default_factory=dict)
    alamat: str = ""
    tersimpan: dict[str, bytes] = field(default_factory=dict)


def _handler(palsu: BsrePalsu) -> type[BaseHTTPRequestHandler]:
    class Penangan(BaseHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            """Say nothing."""

        def _answer(self, kode: int, isi: bytes, jenis: str, **kepala: str) -> None:
            self.send_response(kode)
            self.send_header("Content-Type", jenis)
            for nama, nilai in kepala.items():
                self.send_header(nama, nilai)
            self.send_header("Content-Length", str(len(isi)))
            self.end_headers()
            self.wfile.write(isi)

        def _json(self, kode: int, data: Any) -> None:
            self._answer(kode, json.dumps(data).encode(), "application/json")

        def _is_known(self) -> bool:
            harus = base64.b64encode(":".join(AKUN).encode()).decode()
            if self.headers.get("Authorization") == f"Basic {harus}":
                return True
            self._json(401, {"message": "Unauthorized"})
            return False

        def do_GET(self) -> None:
            palsu.permintaan.append(f"GET {self.path}")
            if not self._is_known():
                return
            if self.path.startswith("/api/user/status/"):
                self._json(palsu.kode_status, palsu.status)
                return
            isi = palsu.tersimpan.pop(self.path.rpartition("/")[2], None)  # one time only
            if isi is None or palsu.unduh_gagal:
                self._json(404, {"message": "Not found"})
            else:
                self._answer(200, isi, "application/pdf")

        def do_POST(self) -> None:
            palsu.permintaan.append(f"POST {self.path}")
            badan = self.rfile.read(int(self.headers["Content-Length"]))
            if not self._is_known():
                return
            if palsu.putus:
                self.connection.close()
                return
            time.sleep(palsu.tunda)
            kepala = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
            bagian = {
                str(b.get_param("name", header="content-disposition")): b.get_payload(decode=True)
                for b in BytesParser(policy=HTTP).parsebytes(kepala + badan).iter_parts()  # type: ignore[attr-defined]
            }
            berkas = bagian.pop("file")
            palsu.isian = {nama: nilai.decode() for nama, nilai in bagian.items()}
            if palsu.kode_sign >= 400 or palsu.jawaban_sign is not None:
                self._answer(palsu.kode_sign, palsu.jawaban_sign or b"", "application/json")
            elif palsu.isian["passphrase"] != FRASA:
                self._json(400, {"error": f"Passphrase anda salah ({palsu.isian['passphrase']})"})
            else:
                self._sign(berkas)

        def _sign(self, berkas: bytes) -> None:
            penanda = Penanda("Kepala", "9" * 18, "Kepala", "Kota")
            hasil = Pkcs12().sign(Permintaan(berkas, penanda, timezone.now(), "", Rahasia(FRASA))).isi
            if palsu.cara == "langsung":
                self._answer(200, hasil, "application/pdf", id_dokumen="dok-1")
                return
            palsu.tersimpan["dok-2"] = hasil
            self._json(200, {"id_dokumen": "dok-2"})

    return Penangan


@contextmanager
def serve() -> Iterator[BsrePalsu]:
    """Run it for as long as the block lasts."""
    palsu = BsrePalsu()
    peladen = ThreadingHTTPServer(("127.0.0.1", 0), _handler(palsu))
    palsu.alamat = f"http://127.0.0.1:{peladen.server_address[1]}"
    utas = threading.Thread(target=peladen.serve_forever, args=(0.05,), daemon=True)
    utas.start()
    try:
        yield palsu
    finally:
        peladen.shutdown()
        peladen.server_close()
        utas.join()
