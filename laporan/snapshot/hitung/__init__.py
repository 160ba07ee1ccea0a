"""From input parts to results: maps the parts onto the pure core and its answers to plain values."""
