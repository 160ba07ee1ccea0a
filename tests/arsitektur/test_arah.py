"""The direction of the house where import-linter cannot see it: relations, and what an import loads.

laporan → anggaran → kinerja → lkip; the pure core below all of them.
"""

import subprocess
import sys
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, Model

from tests.arsitektur.berkas import AKAR, project_files, relative

LANTAI = {"lkip": 0, "kinerja": 1, "anggaran": 2, "laporan": 3}
INTI = AKAR / "laporan" / "perhitungan"


def _relations(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    """Yield every relation that the model itself declares, with the model it points at."""
    meta = model._meta
    for bidang in (*meta.local_fields, *meta.local_many_to_many):
        if isinstance(bidang, Field) and bidang.related_model is not None:
            yield str(bidang), bidang.related_model
            through = getattr(bidang.remote_field, "through", None)
            if through is not None:
                yield f"{bidang} through", through


def test_relations_point_at_their_own_floor_or_below() -> None:
    models = [model for label in LANTAI for model in apps.get_app_config(label).get_models()]
    relasi = [(model, *satu) for model in models for satu in _relations(model)]
    naik = [
        f"{nama} → {tujuan._meta.label}"
        for model, nama, tujuan in relasi
        if LANTAI.get(tujuan._meta.app_label, -1) > LANTAI[model._meta.app_label]
    ]
    assert len(relasi) > len(LANTAI), "The models were not found"
    assert not naik


def test_importing_the_package_of_the_core_runs_nothing() -> None:
    assert (AKAR / "laporan" / "__init__.py").read_bytes() == b""


def test_the_core_loads_only_itself_and_the_standard_library() -> None:
    modul = [
        relative(berkas).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for berkas in project_files(".py", di=("laporan/perhitungan",))
    ]
    program = (
        "import sys; sebelum = set(sys.modules)\n"
        f"import {', '.join(modul)}\n"
        "print(*sorted(set(sys.modules) - sebelum), sep='\\n')"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", program], cwd=AKAR, capture_output=True, text=True, check=True
    )
    dimuat = hasil.stdout.split()
    asing = [
        nama
        for nama in dimuat
        if nama != "laporan"
        and not f"{nama}.".startswith("laporan.perhitungan.")
        and nama.partition(".")[0] not in sys.stdlib_module_names
    ]
    assert set(modul) <= set(dimuat)
    assert not asing
