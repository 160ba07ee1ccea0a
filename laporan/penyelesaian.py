"""The last touches on a tagged PDF: table headers, page labels, the declaration of PDF/UA-1."""

from __future__ import annotations

from typing import Any

from pydyf import Array, Dictionary, String

from laporan.kepala_tabel import mend_headers

_AWAL_ISI = "bab-1"
"""The anchor at which the body of a report begins."""
_PDFUA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>\
<rdf:Description rdf:about=""\
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"\
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def finish(dokumen: Any, pdf: Any) -> None:
    """Mend and complete a document that WeasyPrint has written, before it becomes bytes."""
    mend_headers(pdf)
    _label_pages(dokumen, pdf)
    _add_pdfua(pdf)


def _label_pages(dokumen: Any, pdf: Any) -> None:
    """Make viewers show the printed page numbers: a cover, roman before `_AWAL_ISI`, arabic from there."""
    awal = next((i for i, halaman in enumerate(dokumen.pages) if _AWAL_ISI in halaman.anchors), None)
    if awal is None:
        return
    label: list[Any] = [0, Dictionary({"P": String("Sampul")})] if awal else []
    if awal > 1:
        label += [1, Dictionary({"S": "/r"})]
    label += [awal, Dictionary({"S": "/D"})]
    pdf.catalog["PageLabels"] = Dictionary({"Nums": Array(label)})


def _add_pdfua(pdf: Any) -> None:
    """Declare PDF/UA-1 inside the existing rdf:RDF: validators ignore a second one."""
    aliran = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (xml,) = aliran.stream
    awal, penutup, akhir = xml.rpartition(b"</rdf:RDF>")
    if not penutup:
        raise ValueError("The XMP metadata has no rdf:RDF to declare PDF/UA-1 in")
    aliran.stream = [awal + _PDFUA + penutup + akhir]
