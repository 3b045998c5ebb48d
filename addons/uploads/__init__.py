"""Justificatifs that people deposit: checked by their content, cleaned, kept outside the web root."""
