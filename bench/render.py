"""How fast the report becomes a PDF, against two yardsticks, in one interleaved run.

Run with `make bench` (or `PYTHONPATH=. .venv/bin/python bench/render.py`). Printed: seconds and
ratios. The demo year is loaded into a database of its own, so nothing of yours is touched.
"""

import dataclasses
import functools
import io
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.isi.sementara import begin

SEMENTARA = begin(LKIP_PELAKSANA="langsung")

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from weasyprint import CSS, HTML  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

from laporan import cetak, render  # noqa: E402
from laporan.actions.buat_cetakan import run_cetakan  # noqa: E402
from laporan.actions.cetakan import request_cetakan  # noqa: E402
from laporan.dokumen.susun import susun  # noqa: E402
from laporan.snapshot.ambil import compute, take_snapshot  # noqa: E402
from laporan.snapshot.struktur import Snapshot  # noqa: E402
from lkip.models import Pengguna, PerangkatDaerah  # noqa: E402
from lkip.pelaku import Pelaku  # noqa: E402

PUTARAN = int(os.environ.get("BENCH_PUTARAN", "3"))
CHROMIUM = "/usr/bin/chromium"
DASAR = (Path(__file__).parent / "dasar.css").read_text(encoding="utf-8")


PERINTAH = [
    sys.executable,
    *["manage.py", "build_lkip", "--tahun", "2024", "--format", "pdf", "--output"],
    f"{SEMENTARA}/dingin.pdf",
]


def timed(kerja: Callable[[], object]) -> float:
    """Return the seconds one call takes."""
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def multiplied(snapshot: Snapshot, kali: int) -> Snapshot:
    """Return the year with every sub kegiatan `kali` times."""
    m = snapshot.masukan
    program = tuple(
        dataclasses.replace(
            p,
            kegiatan=tuple(
                dataclasses.replace(
                    k,
                    sub_kegiatan=tuple(
                        dataclasses.replace(s, kode=f"{s.kode}.{i}")
                        for i in range(kali)
                        for s in k.sub_kegiatan
                    ),
                )
                for k in p.kegiatan
            ),
        )
        for p in m.anggaran.program
    )
    anggaran = dataclasses.replace(m.anggaran, program=program)
    return compute(dataclasses.replace(m, anggaran=anggaran))


def baseline(html: str) -> bytes:
    """Return the same HTML through stock WeasyPrint with the first stylesheet one would write."""
    fonts = FontConfiguration()
    fetcher = render._fetcher()
    gaya = [
        CSS(string=teks, font_config=fonts, url_fetcher=fetcher)
        for teks in (render.font_face_css(), *cetak.gaya_cetak(), DASAR)
    ]
    return HTML(string=html, url_fetcher=fetcher).write_pdf(
        stylesheets=gaya, font_config=fonts, pdf_variant="pdf/a-3a"
    )


def chromium(berkas: Path) -> None:
    """Print the same HTML with headless Chromium."""
    subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--print-to-pdf={SEMENTARA}/chromium.pdf",
            berkas.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


def main() -> None:
    """Load, measure, print."""
    call_command("migrate", verbosity=0)
    call_command("load_demo", data_only=True, stdout=io.StringIO())
    pd = PerangkatDaerah.objects.get(slug="dinas-sosial")
    snapshot = take_snapshot(pd, 2024)
    dokumen = susun(snapshot).dokumen
    html = cetak.html_cetak(dokumen)
    berkas = Path(SEMENTARA) / "lkip.html"
    gaya = "".join(f"<style>{teks}</style>" for teks in cetak.gaya_cetak())
    berkas.write_text(html.replace("</head>", f"{gaya}</head>"), encoding="utf-8")

    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {PUTARAN} rounds, medians")
    dingin = timed(
        lambda: subprocess.run(
            PERINTAH,
            check=True,
            capture_output=True,
        )
    )
    shutil.rmtree(f"{SEMENTARA}/cetakan", ignore_errors=True)
    cetak.pdf(snapshot)  # warm
    ukuran: dict[str, list[float]] = {"kami": [], "dasar": [], "chromium": []}
    for _ in range(PUTARAN):
        ukuran["kami"].append(timed(lambda: cetak.pdf(snapshot)))
        ukuran["dasar"].append(timed(lambda: baseline(html)))
        ukuran["chromium"].append(timed(lambda: chromium(berkas)))
    kami = statistics.median(ukuran["kami"])
    print(f"full PDF, cold process      {dingin:7.2f} s")
    print(f"full PDF, warm              {kami:7.2f} s   1.00")
    dasar = statistics.median(ukuran["dasar"])
    print(f"baseline stylesheet, warm   {dasar:7.2f} s   ours/baseline {kami / dasar:.2f} (target <= 0.60)")
    chrome = statistics.median(ukuran["chromium"])
    print(f"headless Chromium, cold     {chrome:7.2f} s   ours/Chromium {kami / chrome:.2f}")
    print(f"peak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")

    for kali in (2, 4):
        banyak = multiplied(snapshot, kali)
        detik = timed(functools.partial(cetak.pdf, banyak))
        print(f"{kali}x the sub kegiatan rows    {detik:7.2f} s   {detik / kami:.2f}")

    cetak.pdf_subbab(snapshot, "bab-3-2")
    satu = statistics.median(timed(lambda: cetak.pdf_subbab(snapshot, "bab-3-2")) for _ in range(5))
    print(f"one subbab alone, warm      {satu:7.2f} s   (target <= 0.70)")
    cached(pd)


def cached(pd: PerangkatDaerah) -> None:
    """Measure the server time of an unchanged report: the page address answers with the kept file."""
    pengguna = Pengguna.objects.get(username="kepala.dinas")
    run_cetakan(request_cetakan(oleh=Pelaku.from_pengguna(pengguna, "bench"), pd=pd, tahun=2024).pk)
    klien = Client(headers={"host": "localhost"})
    klien.force_login(pengguna)
    alamat = f"/laporan/{pd.slug}/2024/pdf/"
    waktu = []
    for _ in range(20):
        mulai = time.perf_counter()
        jawaban = klien.get(alamat)
        waktu.append(time.perf_counter() - mulai)
        assert jawaban.status_code == 200
        jawaban.close()
    print(f"unchanged LKIP from cache   {statistics.median(waktu) * 1000:7.1f} ms  (target <= 50)")


if __name__ == "__main__":
    main()
