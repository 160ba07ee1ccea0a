"""With a timestamp service a signature is timestamped and carries what long-term validation needs."""

from __future__ import annotations

import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from laporan.tandatangan.penyedia import GagalTandaTanganError, provider
from laporan.tandatangan.periksa import read_file

KONFIGURASI = """
[tsa]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
certs = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
CIRI = ["basicConstraints=critical,CA:TRUE", "extendedKeyUsage=critical,timeStamping"]


def openssl(*perintah: str) -> None:
    subprocess.run(["openssl", *perintah], check=True, capture_output=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: Any) -> Path:
    satu: Path = tmp_path_factory.mktemp("tsa")
    kunci, sertifikat = str(satu / "tsa.key"), str(satu / "tsa.pem")
    tambahan = [bagian for ciri in CIRI for bagian in ("-addext", ciri)]
    openssl(
        *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"),
        *("-keyout", kunci, "-out", sertifikat, "-subj", "/CN=TSA Uji", *tambahan),
    )
    (satu / "serial").write_text("01")
    (satu / "tsa.cnf").write_text(KONFIGURASI.format(folder=satu))
    return satu


@pytest.fixture
def tsa(folder: Path, settings: Any) -> Any:
    class Penangan(BaseHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            """Say nothing."""

        def do_POST(self) -> None:
            (folder / "tanya").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            openssl(
                *("ts", "-reply", "-config", str(folder / "tsa.cnf"), "-section", "tsa"),
                *("-queryfile", str(folder / "tanya"), "-out", str(folder / "jawab")),
            )
            isi = (folder / "jawab").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(isi)))
            self.end_headers()
            self.wfile.write(isi)

    peladen = ThreadingHTTPServer(("127.0.0.1", 0), Penangan)
    utas = threading.Thread(target=peladen.serve_forever, args=(0.05,), daemon=True)
    utas.start()
    settings.TSA_URL = f"http://127.0.0.1:{peladen.server_address[1]}/"
    settings.TTE_AKAR = [str(folder / "tsa.pem")]
    yield
    peladen.shutdown()
    peladen.server_close()
    utas.join()


def test_a_timestamp_and_the_proof_are_in_the_signed_revision(tsa: None, minta: Any, tmp_path: Path) -> None:
    permintaan = minta()
    isi = provider().sign(permintaan).isi
    (tanda,) = read_file(isi, permintaan.waktu).tanda
    assert tanda.utuh
    assert tanda.menyeluruh
    assert tanda.tepercaya
    assert tanda.jangka_panjang
    assert tanda.cap_waktu is not None
    assert abs((tanda.cap_waktu - permintaan.waktu).total_seconds()) < 60
    berkas = tmp_path / "a.pdf"
    berkas.write_bytes(isi)
    teks = subprocess.run(["pdfsig", str(berkas)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in teks
    assert "Total document signed" in teks


def test_a_timestamp_service_that_is_silent_leaves_the_final_unsigned(settings: Any, minta: Any) -> None:
    settings.TSA_URL = "http://127.0.0.1:9/"
    with pytest.raises(GagalTandaTanganError, match="TSA"):
        provider().sign(minta())
