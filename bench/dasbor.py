"""How Beranda and the dashboards stand the size of a province: queries, and server time over bare SQL.

Run with `make bench` (or `PYTHONPATH=. .venv/bin/python bench/dasbor.py`). Builds 50 perangkat daerah with
5 years of 100 sub kegiatan × 12 months of realisasi, and 20 indikator each, in an empty PostgreSQL database.
Printed for each page, first with one perangkat daerah alone, then with all:

- fresh: queries and milliseconds when its figures have just changed, so that nothing kept can be used;
- bare SQL: milliseconds for the SQL of that, sent and fetched with nothing around it: what the figures need;
- kept: queries and milliseconds when nothing was written since, as nearly every visit is;
- both as ratios to the bare SQL: the three follow each other in each round, so that a slow moment slows all.

A page with a small form for somebody signed in is printed too: it is what Django itself costs. Ends with 1
when a page needs too many queries, grows with the rows of others, or misses the ratio when kept. BENCH_PD
makes it smaller.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

PD = int(os.environ.get("BENCH_PD", "50"))
PUTARAN = int(os.environ.get("BENCH_PUTARAN", "7"))
SASARAN, QUERY_MAKSIMUM, TUMBUH = 3, 15, 2
KOSONG = "A small form"
KELUHAN: list[str] = []

if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
    raise SystemExit(subprocess.call(["scripts/dengan-postgres", sys.executable, *sys.argv]))

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkip.settings")

import django  # noqa: E402

django.setup()

from django.core.cache import caches  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from anggaran.models import RealisasiAnggaran  # noqa: E402
from bench.isi.provinsi import TAHUN, build  # noqa: E402
from lkip.models import Pengguna, PerangkatDaerah  # noqa: E402
from lkip.views.masuk import BACKEND  # noqa: E402


def milliseconds(kerja: Callable[[], object]) -> float:
    """Return how long one call takes."""
    mulai = time.perf_counter()
    kerja()
    return (time.perf_counter() - mulai) * 1000


def bare(perintah: list[str]) -> None:
    """Send the SQL of a page as it stands and fetch every row, with nothing around it."""
    with connection.connection.cursor() as kursor:
        for satu in perintah:
            kursor.execute(satu)
            kursor.fetchall()


def measure(nama: str, klien: Client, alamat: str) -> float:
    """Print one page, note what it misses, and return the milliseconds of a fresh one."""

    def buka() -> None:
        assert klien.get(alamat).status_code == 200

    def captured() -> list[str]:
        with CaptureQueriesContext(connection) as tercatat:
            buka()
        return [satu["sql"] for satu in tercatat.captured_queries]

    forget = caches["halaman"].clear
    buka()  # the first visit writes into the session
    forget()
    semua = captured()
    perintah = [satu for satu in semua if satu.startswith(("SELECT", "(SELECT"))]
    lama = []
    for _ in range(PUTARAN + 1):  # one after another in each round, so that a slow moment slows all three
        forget()
        lama.append([milliseconds(kerja) for kerja in (buka, lambda: bare(perintah), buka)])
    segar, sql, tersimpan = (statistics.median(satu) for satu in zip(*lama[1:], strict=True))
    lagi = len(captured())
    print(
        f"{nama:<28} fresh {len(semua):3} queries {segar:8.1f} ms   bare SQL {sql:6.1f} ms"
        f"   kept {lagi:3} queries {tersimpan:6.1f} ms"
        f"   ratio fresh {segar / sql:5.2f}, kept {tersimpan / sql:5.2f}"
    )
    if len(semua) > QUERY_MAKSIMUM:
        KELUHAN.append(f"{nama}: more than {QUERY_MAKSIMUM} queries")
    if nama != KOSONG and tersimpan > SASARAN * sql:
        KELUHAN.append(f"{nama}: {tersimpan / sql:.2f} times its bare SQL, the target is {SASARAN}")
    return segar


def pages(klien: Client, tahun: int) -> dict[str, str]:
    """Return the pages of one perangkat daerah."""
    dasar = f"/dasbor/pd-1/{tahun}/"
    nama = {"Ringkasan": "", "Kinerja": "kinerja/", "Anggaran": "anggaran/", "Unit kerja": "unit/"}
    nama |= {"Peringatan dini": "peringatan/", "Perbandingan": "perbandingan/"}
    return {"Beranda": "/", **{f"Dasbor: {judul}": dasar + akhir for judul, akhir in nama.items()}}


def sign_in(username: str, peran: str, pd: PerangkatDaerah | None) -> Client:
    """Return a browser in which somebody of that peran is signed in."""
    klien = Client(headers={"host": "localhost"})
    orang = Pengguna.objects.create(username=username, peran=peran, perangkat_daerah=pd)
    klien.force_login(orang, BACKEND)
    return klien


def main() -> None:
    """Build, measure, print."""
    call_command("migrate", verbosity=0)
    if PerangkatDaerah.objects.exists():
        raise SystemExit("The database is not empty.")
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, medians of {PUTARAN}")
    print(f"Target: at most {QUERY_MAKSIMUM} queries, at most {SASARAN} times the bare SQL, no growth")
    build(iter(range(1, 2)))
    kepala = sign_in("kepala", "kepala_dinas", PerangkatDaerah.objects.get(slug="pd-1"))
    analyze()
    measure(KOSONG, kepala, "/profil/sandi/")
    sendiri = {nama: measure(nama, kepala, ke) for nama, ke in pages(kepala, TAHUN[-1]).items()}
    mulai = time.perf_counter()
    build(iter(range(2, PD + 1)))
    analyze()
    baris = RealisasiAnggaran.objects.count()
    lama = time.perf_counter() - mulai
    print(f"\n{PD} perangkat daerah, {baris} rows of realisasi anggaran, built in {lama:.0f} s")
    for nama, ke in pages(kepala, TAHUN[-1]).items():
        kini = measure(nama, kepala, ke)
        print(f"{'':<28} against one perangkat daerah alone: {kini / sendiri[nama]:.2f}")
        if kini > TUMBUH * sendiri[nama]:
            KELUHAN.append(f"{nama}: grows with the rows of others")
    inspektorat = sign_in("inspektorat", "inspektorat", None)
    measure("Beranda of inspektorat", inspektorat, "/")
    measure("All perangkat daerah", inspektorat, f"/dasbor/?tahun={TAHUN[-1]}&sampai=12")
    print("\n".join(["", *KELUHAN]) if KELUHAN else "\nAll within the targets.")
    raise SystemExit(bool(KELUHAN))


def analyze() -> None:
    """Let the planner know the rows."""
    with connection.cursor() as kursor:
        kursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    main()
