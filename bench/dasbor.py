"""How Beranda and the dashboards stand the size of a province: queries, and server time over bare SQL.

Run with `make bench` (or `PYTHONPATH=. .venv/bin/python bench/dasbor.py`). Builds 50 perangkat daerah with
5 years of 100 sub kegiatan × 12 months of realisasi, and 20 indikator each, in an empty PostgreSQL database.
Printed for each page: queries, milliseconds, those that its own SQL takes when sent and fetched with nothing
around it, and their ratio; first with one perangkat daerah alone, then with all. BENCH_PD makes it smaller.
"""

import datetime
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

PD = int(os.environ.get("BENCH_PD", "50"))
TAHUN = range(2021, 2026)
SUB, INDIKATOR, KOMPONEN, BULAN = 100, 20, 2, 12
PUTARAN = int(os.environ.get("BENCH_PUTARAN", "7"))
SASARAN, QUERY_MAKSIMUM = 3, 15

if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
    raise SystemExit(subprocess.call(["scripts/dengan-postgres", sys.executable, *sys.argv]))

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkip.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from anggaran.models import (  # noqa: E402
    DokumenAnggaran,
    Kegiatan,
    Pagu,
    Program,
    ProgramPendukung,
    RealisasiAnggaran,
    SubKegiatan,
)
from kinerja.models import (  # noqa: E402
    Indikator,
    Komponen,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    Renstra,
    RiwayatRealisasi,
    TargetTahunan,
)
from lkip.models import (  # noqa: E402
    KebijakanPengukuran,
    KelasSkala,
    PemerintahDaerah,
    Pengguna,
    PerangkatDaerah,
    PeriodeTriwulan,
    Skala,
    UnitKerja,
)


def build(nomor: Iterator[int]) -> None:
    """Write these perangkat daerah with everything that the dashboards read."""
    pemda, _ = PemerintahDaerah.objects.get_or_create(nama="Provinsi Bench", ibu_kota="Kota")
    skala, baru = Skala.objects.get_or_create(nama="Skala bench", regulasi="–")
    if baru:
        for kode, bawah, atas in (("1", 91, 100), ("2", 76, 90), ("3", 66, 75), ("4", 51, 65), ("5", 0, 50)):
            KelasSkala.objects.create(
                skala=skala,
                kode=kode,
                batas_bawah=bawah,
                batas_atas=atas,
                label=f"Kelas {kode}",
                warna="#1b7837",
            )
    for n in nomor:
        pd = PerangkatDaerah.objects.create(
            pemerintah_daerah=pemda,
            kode=f"1.{n:02}",
            slug=f"pd-{n}",
            nama=f"Dinas {n:02}",
            kode_urusan="1.06",
        )
        unit = [
            UnitKerja.objects.create(
                perangkat_daerah=pd, kode=f"u{i}", nama=f"Bidang {i}", jenis="bidang", urutan=i
            )
            for i in range(5)
        ]
        KebijakanPengukuran.objects.bulk_create(
            KebijakanPengukuran(perangkat_daerah=pd, tahun=t, skala=skala) for t in TAHUN
        )
        PeriodeTriwulan.objects.bulk_create(
            PeriodeTriwulan(
                perangkat_daerah=pd,
                tahun=t,
                triwulan=k,
                batas_waktu=datetime.date(t + k // 4, k * 3 % 12 + 1, 10),
            )
            for t in TAHUN
            for k in range(1, 5)
        )
        iku = build_kinerja(pd, unit)
        for tahun in TAHUN:
            build_anggaran(pd, tahun, unit, iku)


def build_kinerja(pd: PerangkatDaerah, unit: list[UnitKerja]) -> list[Indikator]:
    """Write the indikator of one perangkat daerah, and what was reported of them."""
    renstra = Renstra.objects.create(
        perangkat_daerah=pd, nama="Renstra", tahun_awal=TAHUN[0], tahun_akhir=TAHUN[-1]
    )
    semua = Indikator.objects.bulk_create(
        Indikator(
            renstra=renstra,
            jenis="iku" if i < 8 else "unit",
            kode=f"i-{i}",
            urutan=i,
            nama=f"Indikator {i}",
            cara_ukur="rerata_komponen",
        )
        for i in range(INDIKATOR)
    )
    for i, satu in enumerate(semua):
        satu.penanggung_jawab.add(unit[i % 5])
    TargetTahunan.objects.bulk_create(
        TargetTahunan(indikator=i, tahun=t, nilai=90) for i in semua for t in TAHUN
    )
    RiwayatRealisasi.objects.bulk_create(
        RiwayatRealisasi(indikator=i, tahun=t, nilai=80, sumber="LKIP")
        for i in semua
        for t in range(2016, 2021)
    )
    komponen = Komponen.objects.bulk_create(
        Komponen(indikator=i, urutan=k, pembilang="A", penyebut="B")
        for i in semua
        for k in range(1, KOMPONEN + 1)
    )
    waktu = [(i, t, k) for i in semua for t in TAHUN for k in range(1, 5)]
    RencanaAksi.objects.bulk_create(
        RencanaAksi(indikator=i, tahun=t, triwulan=k, target=22 * k) for i, t, k in waktu
    )
    laporan = RealisasiIndikator.objects.bulk_create(
        RealisasiIndikator(indikator=i, tahun=t, triwulan=k, status="disetujui") for i, t, k in waktu
    )
    milik = {i.pk: [k for k in komponen if k.indikator_id == i.pk] for i in semua}
    RealisasiKomponen.objects.bulk_create(
        (
            RealisasiKomponen(realisasi=r, komponen=k, pembilang=20 * r.triwulan, penyebut=97)
            for r in laporan
            for k in milik[r.indikator_id]
        ),
        batch_size=5000,
    )
    return semua[:8]


def build_anggaran(pd: PerangkatDaerah, tahun: int, unit: list[UnitKerja], iku: list[Indikator]) -> None:
    """Write the program tree of one year with its pagu and months."""
    dokumen = DokumenAnggaran.objects.create(perangkat_daerah=pd, tahun=tahun, urutan=1, jenis="murni")
    program = Program.objects.bulk_create(
        Program(
            perangkat_daerah=pd, tahun=tahun, kode=f"1.06.{i:02}", nama=f"Program {i}", unit_kerja=unit[i % 5]
        )
        for i in range(5)
    )
    ProgramPendukung.objects.bulk_create(
        ProgramPendukung(program=p, indikator=iku[i]) for i, p in enumerate(program)
    )
    kegiatan = Kegiatan.objects.bulk_create(
        Kegiatan(program=p, kode=f"{p.kode}.1.{k:02}", nama=f"Kegiatan {k}")
        for p in program
        for k in range(4)
    )
    sub = SubKegiatan.objects.bulk_create(
        SubKegiatan(kegiatan=k, kode=f"{k.kode}.{s:04}", nama=f"Sub kegiatan {s}")
        for k in kegiatan
        for s in range(SUB // 20)
    )
    Pagu.objects.bulk_create(Pagu(dokumen=dokumen, sub_kegiatan=s, jumlah=1_200_000_000 + s.pk) for s in sub)
    RealisasiAnggaran.objects.bulk_create(
        (
            RealisasiAnggaran(sub_kegiatan=s, bulan=b, keuangan=90_000_000 + s.pk % 977, fisik=8 * b)
            for s in sub
            for b in range(1, BULAN + 1)
        ),
        batch_size=5000,
    )


def timed(kerja: Callable[[], object]) -> float:
    """Return the median of several calls, in milliseconds."""
    kerja()
    hasil = []
    for _ in range(PUTARAN):
        mulai = time.perf_counter()
        kerja()
        hasil.append((time.perf_counter() - mulai) * 1000)
    return statistics.median(hasil)


def bare(perintah: list[str]) -> None:
    """Send the SQL of a page as it stands and fetch every row, with nothing around it."""
    with connection.connection.cursor() as kursor:
        for satu in perintah:
            kursor.execute(satu)
            kursor.fetchall()


def measure(nama: str, klien: Client, alamat: str) -> float:
    """Print one page; return its milliseconds."""

    def buka() -> None:
        assert klien.get(alamat).status_code == 200

    buka()  # the first visit writes into the session
    with CaptureQueriesContext(connection) as tercatat:
        buka()
    semua = [satu["sql"] for satu in tercatat.captured_queries]
    perintah = [satu for satu in semua if satu.startswith(("SELECT", "(SELECT"))]
    server, sql = timed(buka), timed(lambda: bare(perintah))
    banyak = len(semua)
    lewat = f" MORE THAN {QUERY_MAKSIMUM}" if banyak > QUERY_MAKSIMUM else ""
    print(
        f"{nama:<34} {banyak:3} queries{lewat}  {server:8.1f} ms"
        f"  bare SQL {sql:7.1f} ms  ratio {server / sql:5.2f}"
    )
    return server


def pages(klien: Client, tahun: int) -> dict[str, str]:
    """Return the pages of one perangkat daerah."""
    dasar = f"/dasbor/pd-1/{tahun}/"
    nama = {"Ringkasan": "", "Kinerja": "kinerja/", "Anggaran": "anggaran/", "Unit kerja": "unit/"}
    nama |= {"Peringatan dini": "peringatan/", "Perbandingan": "perbandingan/"}
    return {"Beranda": "/", **{f"Dasbor: {judul}": dasar + akhir for judul, akhir in nama.items()}}


def sign_in(username: str, peran: str, pd: PerangkatDaerah | None) -> Client:
    """Return a browser in which somebody of that peran is signed in."""
    klien = Client(headers={"host": "localhost"})
    klien.force_login(Pengguna.objects.create(username=username, peran=peran, perangkat_daerah=pd))
    return klien


def main() -> None:
    """Build, measure, print."""
    call_command("migrate", verbosity=0)
    if PerangkatDaerah.objects.exists():
        raise SystemExit("The database is not empty.")
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, medians of {PUTARAN}")
    print(f"Target: at most {QUERY_MAKSIMUM} queries, ratio at most {SASARAN}")
    build(iter(range(1, 2)))
    kepala = sign_in("kepala", "kepala_dinas", PerangkatDaerah.objects.get(slug="pd-1"))
    analyze()
    sendiri = {nama: measure(nama, kepala, ke) for nama, ke in pages(kepala, TAHUN[-1]).items()}
    mulai = time.perf_counter()
    build(iter(range(2, PD + 1)))
    analyze()
    baris = RealisasiAnggaran.objects.count()
    lama = time.perf_counter() - mulai
    print(f"\n{PD} perangkat daerah, {baris} rows of realisasi anggaran, built in {lama:.0f} s")
    for nama, ke in pages(kepala, TAHUN[-1]).items():
        kini = measure(nama, kepala, ke)
        print(f"{'':<34} against one perangkat daerah alone: {kini / sendiri[nama]:.2f}")
    inspektorat = sign_in("inspektorat", "inspektorat", None)
    measure("Beranda of inspektorat", inspektorat, "/")
    measure("All perangkat daerah", inspektorat, f"/dasbor/?tahun={TAHUN[-1]}&sampai=12")


def analyze() -> None:
    """Let the planner know the rows."""
    with connection.cursor() as kursor:
        kursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    main()
