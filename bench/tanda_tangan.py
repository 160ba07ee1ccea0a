"""What a signature costs: seconds that it adds to a finished LKIP, in a process that is warm.

Run with `make bench` (or `PYTHONPATH=. .venv/bin/python bench/tanda_tangan.py`). The demo year is rendered
once as a final version, then signed with the demo certificate, and each signed file is verified. Ends with
1 when the report has fewer than 60 pages, or when a signature takes longer than the target.
"""

import datetime
import io
import os
import statistics
import sys
import time

from bench.isi.sementara import begin

begin(LKIP_TTE_PENYEDIA="pkcs12")

import pikepdf  # noqa: E402
from django.core.management import call_command  # noqa: E402

from laporan import cetak  # noqa: E402
from laporan.snapshot.ambil import take_snapshot  # noqa: E402
from laporan.tandatangan.penyedia import Penanda, Permintaan, Rahasia, provider  # noqa: E402
from laporan.tandatangan.periksa import read_file  # noqa: E402
from lkip.models import PerangkatDaerah  # noqa: E402

PUTARAN = int(os.environ.get("BENCH_PUTARAN", "7"))
SASARAN, HALAMAN = 1.5, 60
ALAMAT = "https://lkip.contoh/verifikasi/UJIK-ODEA-0000/"


def main() -> None:
    """Render, sign, print."""
    call_command("migrate", verbosity=0)
    call_command("load_demo", data_only=True, stdout=io.StringIO())
    snapshot = take_snapshot(PerangkatDaerah.objects.get(slug="dinas-sosial"), 2024)
    ragam = cetak.Ragam(pengesahan=cetak.Pengesahan("UJIK-ODEA-0000", ALAMAT))
    isi = cetak.pdf(snapshot, None, ragam)
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        halaman = len(pdf.pages)
    permintaan = Permintaan(
        isi=isi,
        penanda=Penanda("Kepala Dinas (contoh)", "197003151995031001", "Kepala Dinas", "Kupang"),
        waktu=datetime.datetime.now(datetime.UTC),
        alamat=ALAMAT,
        rahasia=Rahasia("frasa-Rahasia-77"),
    )
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {halaman} pages, {len(isi)} bytes")
    waktu = []
    for _ in range(PUTARAN + 1):  # the first one makes the certificate and loads the libraries
        mulai = time.perf_counter()
        hasil = provider().sign(permintaan)
        waktu.append(time.perf_counter() - mulai)
        (tanda,) = read_file(hasil.isi).tanda
        assert tanda.utuh
        assert tanda.menyeluruh
    lama = statistics.median(waktu[1:])
    print(f"first signature, with its certificate {waktu[0]:6.2f} s")
    print(f"signature, warm                       {lama:6.2f} s  (target <= {SASARAN} s)")
    print(f"it adds                               {len(hasil.isi) - len(isi):6} bytes")
    raise SystemExit(halaman < HALAMAN or lama > SASARAN)


if __name__ == "__main__":
    main()
