"""The one error that callers of this package must handle."""

from __future__ import annotations

PHRASES = {
    "verrouillee": "La base de données est occupée par un autre programme : réessayez.",
    "lecture_seule": "La base de données est en lecture seule : vérifiez les droits d’écriture.",
    "absente": "La base de données n’existe pas encore à l’adresse indiquée par DATABASE_URL.",
    "non_preparee": "La base de données n’est pas préparée : lancez "
    "« python -m actions.dossiers prepare ».",
    "injoignable": "La base de données ne répond pas : vérifiez DATABASE_URL et le réseau.",
    "illisible": "La base de données est illisible : le fichier est abîmé "
    "ou n’est pas une base SQLite.",
    "pleine": "La base de données ne peut plus grandir : le disque est plein.",
    "adresse": "DATABASE_URL n’est pas une adresse de base valide (sqlite:///… ou postgresql://…).",
    "panne": "La base de données a refusé l’opération.",
}


class BaseIndisponible(Exception):
    """The database cannot serve now. Nothing was written by the failed session.

    ``cause`` is a key of ``PHRASES`` (stable, for logs and tests); ``str()`` is one French
    sentence for operators, without address nor password.
    """

    def __init__(self, cause: str) -> None:
        self.cause = cause
        super().__init__(PHRASES[cause])
