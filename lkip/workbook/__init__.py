"""Workbooks: reading what people bring (XLSX, CSV), refusing what is no workbook, writing what they take."""
