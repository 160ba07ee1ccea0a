"""What every import has in common: recognising headers, checking a sheet, keeping, applying, taking back."""
