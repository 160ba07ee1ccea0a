"""Sending forms as a browser does: what the page holds, changed here and there."""

from __future__ import annotations

from typing import Any

from django.test import Client


def isi_halaman(client: Client, alamat: str) -> dict[str, Any]:
    """Return everything the form at `alamat` would send back untouched."""
    konteks = client.get(alamat).context
    data: dict[str, Any] = dict(konteks["isian"].tersembunyi)
    formset = konteks.get("formset")
    semua = [konteks["form"], *([formset.management_form, *formset.forms] if formset is not None else [])]
    for form in semua:
        for kolom in form:
            nilai = kolom.value()
            if isinstance(nilai, bool) or nilai is None:
                nilai = "on" if nilai else ""
            if hasattr(kolom.field.widget, "format_value") and not hasattr(kolom.field, "choices"):
                nilai = kolom.field.widget.format_value(nilai) or ""
            if nilai != "" or not kolom.html_name.endswith("DELETE"):
                data[kolom.html_name] = nilai
    return data


def kunci_baru(client: Client, alamat: str, data: dict[str, Any]) -> dict[str, Any]:
    """Return `data` with the hidden fields of the page as it is now."""
    return {**data, **client.get(alamat).context["isian"].tersembunyi}
