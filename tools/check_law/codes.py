"""The state of the codes: every known wording of every article, with its dates."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any

from tools.check_law.archive import SourceIndisponible

# The codes that the package carries, by the prefix of our reference codes.
CODES = {
    "": "LEGITEXT000006072050",
    "CSS": "LEGITEXT000006073189",
    "CRPA": "LEGITEXT000031366350",
}
ETATS_EN_VIGUEUR = frozenset({"VIGUEUR", "VIGUEUR_DIFF", "ABROGE_DIFF", "MODIFIE"})


@dataclass(frozen=True)
class Redaction:
    """One wording of an article; `fin` is exclusive, None when no end is announced."""

    id: str
    numero: str
    etat: str
    debut: date
    fin: date | None

    def en_vigueur(self, on: date) -> bool:
        """Tell whether this wording applies on that day."""
        ouverte = self.fin is None or on < self.fin
        return self.etat in ETATS_EN_VIGUEUR and self.debut <= on and ouverte


@dataclass(frozen=True)
class EtatDesCodes:
    """All wordings by id and by article, and the day each code was last brought up to date."""

    par_id: Mapping[str, Redaction]
    par_article: Mapping[tuple[str, str], tuple[Redaction, ...]]
    a_jour_au: Mapping[str, str]

    def en_vigueur(self, code: str, numero: str, on: date) -> Redaction | None:
        """Give the wording of an article in force on that day, if any."""
        redactions = self.par_article.get((code, numero), ())
        return next((r for r in redactions if r.en_vigueur(on)), None)


def lire(fichiers: Mapping[str, bytes]) -> EtatDesCodes:
    """Read the code files by id; those of no interest here are skipped."""
    par_id: dict[str, Redaction] = {}
    par_article: dict[tuple[str, str], tuple[Redaction, ...]] = {}
    a_jour_au: dict[str, str] = {}
    for code in CODES.values():
        if code not in fichiers:
            continue
        racine = _json(code, fichiers[code])
        a_jour_au[code] = racine["data"].get("dateModif", "date inconnue")
        for numero, redactions in _articles(racine):
            par_article[code, numero] = redactions
            par_id.update({r.id: r for r in redactions})
    return EtatDesCodes(par_id, par_article, a_jour_au)


def _json(code: str, contenu: bytes) -> Any:
    try:
        return json.loads(contenu)
    except ValueError:
        raise SourceIndisponible(f"Le fichier {code}.json est illisible.") from None


def _articles(noeud: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Redaction, ...]]]:
    if noeud["type"] == "article":
        data = noeud["data"]
        versions = {v["id"]: v for v in [*data.get("articleVersions", ()), data]}
        yield data["num"], tuple(_redaction(data["num"], v) for v in versions.values())
    for enfant in noeud.get("children", ()):
        yield from _articles(enfant)


def _redaction(numero: str, version: Mapping[str, Any]) -> Redaction:
    fin = _jour(version["dateFin"])
    return Redaction(
        id=version["id"],
        numero=numero,
        etat=version["etat"],
        debut=_jour(version["dateDebut"]),
        # The package writes « no end » as a day of the year 2999.
        fin=None if fin.year >= 2999 else fin,
    )


def _jour(millisecondes: int) -> date:
    return datetime.fromtimestamp(millisecondes / 1000, tz=timezone.utc).date()
