"""Where a locked quarter holds the rencana aksi and realisasi kinerja (see lkip.kunci)."""

_LAPORAN = (
    "SELECT 1 FROM kinerja_realisasiindikator ri JOIN kinerja_indikator i ON i.id = ri.indikator_id "
    "JOIN kinerja_renstra r ON r.id = i.renstra_id JOIN lkip_periodetriwulan p "
    "ON p.perangkat_daerah_id = r.perangkat_daerah_id AND p.tahun = ri.tahun AND p.triwulan = ri.triwulan "
    "WHERE p.dikunci_pada IS NOT NULL AND ri.id = "
)

# The row itself may not be there yet, or not any more: it is asked by its own columns.
_TRIWULAN = (
    "SELECT 1 FROM kinerja_indikator i JOIN kinerja_renstra r ON r.id = i.renstra_id "
    "JOIN lkip_periodetriwulan p ON p.perangkat_daerah_id = r.perangkat_daerah_id "
    "WHERE i.id = {baris}.indikator_id AND p.tahun = {baris}.tahun "
    "AND p.triwulan = {baris}.triwulan AND p.dikunci_pada IS NOT NULL"
)

TERKUNCI = {
    "kinerja_realisasiindikator": _TRIWULAN,
    "kinerja_rencanaaksi": _TRIWULAN,
    "kinerja_realisasikomponen": _LAPORAN + "{baris}.realisasi_id",
    "kinerja_rinciankomponen": _LAPORAN
    + "(SELECT k.realisasi_id FROM kinerja_realisasikomponen k WHERE k.id = {baris}.realisasi_id)",
    "kinerja_buktidukung": _LAPORAN + "{baris}.realisasi_id",
}
"""Table → a SELECT that finds a row when {baris} belongs to a locked quarter."""
