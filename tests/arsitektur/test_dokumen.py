"""The documents keep up with the code."""

import re

from django.apps import apps

from tests.arsitektur.berkas import AKAR, KODE


def test_every_model_stands_in_the_glossary() -> None:
    glosarium = (AKAR / "docs" / "glosarium.md").read_text(encoding="utf-8")
    models = {model.__name__ for label in KODE for model in apps.get_app_config(label).get_models()}
    assert models
    assert not {nama for nama in models if f"`{nama}" not in glosarium}


def test_every_variable_of_the_settings_stands_in_the_readme() -> None:
    readme = (AKAR / "README.md").read_text(encoding="utf-8")
    settings = (AKAR / "lkip" / "settings.py").read_text(encoding="utf-8")
    variabel = set(re.findall(r'\benv\.\w+\(\s*"(\w+)"', settings))
    assert "DATABASE_URL" in variabel
    assert not {nama for nama in variabel if f"`{nama}`" not in readme}


def test_every_link_to_a_file_leads_somewhere() -> None:
    dokumen = [*AKAR.glob("*.md"), *(AKAR / "docs").rglob("*.md")]
    putus = [
        f"{berkas.name}: {tujuan}"
        for berkas in dokumen
        for tujuan in re.findall(r"\]\(([^)#:]+)\)", berkas.read_text(encoding="utf-8"))
        if not (berkas.parent / tujuan).exists()
    ]
    assert dokumen
    assert not putus
