"""A frozen report reads the same whatever happens to the data, the policy and the templates after it."""

import re
from decimal import Decimal

import pytest
from django.conf import settings as pengaturan
from django.utils.html import strip_tags

from anggaran.models import RealisasiAnggaran
from kinerja.models import RealisasiKomponen
from laporan import cetak
from laporan.models import Laporan
from laporan.snapshot.ambil import take_snapshot
from laporan.versi import frozen_snapshot
from lkip.models import KebijakanPengukuran, KelasSkala
from tests.laporan.tandatangan.dunia import freeze

pytestmark = pytest.mark.django_db


def baca(snapshot):
    return " ".join(strip_tags(cetak.halaman(snapshot).isi).split())


def angka(teks):
    return re.findall(r"\d[\d.,]*", teks)


@pytest.fixture
def beku(demo_db, settings, tmp_path):
    settings.ARSIP_DIR = tmp_path
    return freeze(Laporan.objects.get(perangkat_daerah=demo_db, tahun=2024), b"%PDF")


def test_data_and_policy_that_change_later_change_nothing(demo_db, beku):
    dulu = baca(frozen_snapshot(beku))
    for teks in ("77,73", "94,16", "16,44"):
        assert teks in dulu
    RealisasiAnggaran.objects.update(keuangan=1, fisik=2)
    RealisasiKomponen.objects.update(pembilang=1)
    KebijakanPengukuran.objects.update(batas_atas_capaian=Decimal(100), rumus_efisiensi="indeks")
    KelasSkala.objects.update(label="Lain Sama Sekali")
    kini = baca(take_snapshot(demo_db, 2024))
    for teks in ("77,73", "94,16", "16,44"):
        assert teks not in kini
    assert "Lain Sama Sekali" in kini
    assert baca(frozen_snapshot(beku)) == dulu


def test_templates_that_change_later_leave_its_figures(beku, settings, tmp_path):
    dulu = baca(frozen_snapshot(beku))
    asli = (pengaturan.BASE_DIR / "templates/laporan/dokumen/halaman.html").read_text(encoding="utf-8")
    baru = tmp_path / "templat" / "laporan" / "dokumen" / "halaman.html"
    baru.parent.mkdir(parents=True)
    baru.write_text(f"<p>Tata letak baru</p>{asli}", encoding="utf-8")
    (templat,) = settings.TEMPLATES
    settings.TEMPLATES = [{**templat, "DIRS": [tmp_path / "templat", *templat["DIRS"]]}]
    kini = baca(frozen_snapshot(beku))
    assert kini.startswith("Tata letak baru")
    assert angka(kini) == angka(dulu)
