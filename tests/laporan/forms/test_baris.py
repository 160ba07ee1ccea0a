from django import forms

from laporan.forms.baris import BarisForm, make_formset


class WarnaForm(BarisForm):
    jenis = forms.ChoiceField(choices=[("a", "Jenis A"), ("b", "Jenis B")], initial="a")
    nama = forms.CharField(max_length=20)


WarnaFormSet = make_formset(WarnaForm)


def kirim(*baris, semula=0):
    data = {"x-TOTAL_FORMS": str(len(baris)), "x-INITIAL_FORMS": str(semula)}
    for i, satu in enumerate(baris):
        for nama, nilai in {"jenis": "a", "urutan": "", "id": "", **satu}.items():
            data[f"x-{i}-{nama}"] = nilai
    return WarnaFormSet(data, prefix="x")


def test_rows_follow_their_numbers_and_open_ones_come_last():
    formset = kirim({"nama": "C"}, {"nama": "B", "urutan": "2"}, {"nama": "A", "urutan": "1"}, {"nama": "D"})
    assert formset.is_valid()
    assert [(b["urutan"], b["nama"]) for b in formset.rows()] == [(1, "A"), (2, "B"), (3, "C"), (4, "D")]


def test_blank_rows_and_ticked_rows_are_no_rows():
    formset = kirim({"nama": "A", "id": "7"}, {"nama": "B", "DELETE": "on"}, {}, semula=1)
    assert formset.is_valid()
    assert formset.rows() == [{"id": 7, "urutan": 1, "jenis": "a", "nama": "A"}]


def test_a_row_that_was_stored_may_not_be_blanked_without_the_tick():
    formset = kirim({"nama": "", "id": "7"}, semula=1)
    assert not formset.is_valid()
    assert "nama" in formset.forms[0].errors


def test_a_row_whose_only_fault_is_deleted_does_not_block_saving():
    formset = kirim({"nama": "x" * 50, "id": "7", "DELETE": "on"}, semula=1)
    assert formset.is_valid()
    assert formset.rows() == []


def test_numbers_begin_again_within_each_value_of_per(monkeypatch):
    monkeypatch.setattr(WarnaFormSet, "per", "jenis")
    formset = kirim({"nama": "A"}, {"nama": "B", "jenis": "b"}, {"nama": "C"})
    assert formset.is_valid()
    assert [(b["jenis"], b["urutan"]) for b in formset.rows()] == [("a", 1), ("b", 1), ("a", 2)]


def test_a_conflict_names_each_row_that_differs():
    tersimpan = WarnaFormSet(
        initial=[
            {"id": 1, "jenis": "a", "nama": "Sama"},
            {"id": 2, "jenis": "b", "nama": "Ubahan orang"},
            {"id": 4, "jenis": "a", "nama": "Baru dari orang"},
        ],
        prefix="x",
    )
    dikirim = kirim(
        {"id": "1", "nama": "Sama"},
        {"id": "2", "nama": "Ubahan saya"},
        {"id": "3", "nama": "Sudah dihapus orang"},
        {},
        semula=3,
    )
    beda = [(b.label, b.dikirim, b.tersimpan) for b in dikirim.differences(tersimpan)]
    assert beda == [
        ("Baris 2", "Jenis A; Ubahan saya", "Jenis B; Ubahan orang"),
        ("Baris 3", "Jenis A; Sudah dihapus orang", "tidak ada"),
        ("Baris yang ditambahkan", "tidak ada", "Jenis A; Baru dari orang"),
    ]
