"""The rows of the revenue of a year."""

from __future__ import annotations

from anggaran.models import Pendapatan
from kinerja.forms.baris import BarisForm, BarisFormSet, form_set
from lkip.angka import JenisAngka
from lkip.formulir import AngkaField


class PendapatanForm(BarisForm):
    """A source of revenue with its target and realisasi."""

    target = AngkaField(JenisAngka.RUPIAH, label="Target", required=True, minimum=0, desimal=2)
    realisasi = AngkaField(JenisAngka.RUPIAH, label="Realisasi", minimum=0, desimal=2)
    lajur = (
        (("uraian", "col-12 col-md-6"), ("target", "col-6 col-md-3"), ("realisasi", "col-6 col-md-3")),
        (("DELETE", "col-12"),),
    )

    class Meta:
        model = Pendapatan
        fields = ("uraian", "target", "realisasi")
        labels = {"uraian": "Uraian"}


class PendapatanFormSetDasar(BarisFormSet[Pendapatan]):
    """No two rows of the same name."""

    sebutan, kunci = "Pendapatan", ("uraian",)

    def add_fields(self, form: BarisForm, index: int | None) -> None:
        """Name the field that deletes."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Hapus baris ini"


PendapatanFormSet = form_set(PendapatanForm, PendapatanFormSetDasar, 1)
