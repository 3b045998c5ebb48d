"""The adviser's shell: ``make shell DOSSIER=1234567A JOUR=2026-11-23``."""
