"""Decide from the command line: one case a line in, one answer a line out, in JSON.

`python -m actions.droit` reads `{"id", "kind", "facts", "today"}`; a line that cannot be
read gives `{"id", "error"}` on its line, the others are answered, and the exit code is 1.
`python -m actions.droit explain RULE [--on DATE]` prints a rule.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from actions.droit import decisions
from actions.droit.base import BaseDroit
from actions.droit.lecteurs import lire_date
from actions.droit.regles import ReglesInvalides, charger
from actions.droit.resultat import FaitInvalide, Resultat
from actions.droit.vocabulaire import attendu

USAGE = "usage: python -m actions.droit [explain RULE [--on DATE]] < cases\n"
CLES = ("id", "kind", "facts", "today")


def main(argv: list[str]) -> int:
    """Run the command; the exit code is 0 when every line was answered."""
    # A lone surrogate cannot be written in UTF-8: its escape is what JSON writes too.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if argv[:1] == ["explain"]:
        from actions.droit import explain

        return explain.main(argv[1:])
    if argv:
        wanted = argv in (["-h"], ["--help"])
        (sys.stdout if wanted else sys.stderr).write(USAGE)
        return 0 if wanted else 2
    try:
        base = charger()
    except ReglesInvalides as erreur:
        sys.stderr.write(f"{erreur}\n")
        return 2
    entree = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace")
    reussi = True
    for reponse in repondre(entree, base):
        reussi = reussi and "error" not in reponse
        sys.stdout.write(json.dumps(reponse, ensure_ascii=False, default=date.isoformat) + "\n")
        sys.stdout.flush()
    return 0 if reussi else 1


def repondre(lignes: Iterable[str], base: BaseDroit) -> Iterator[dict[str, Any]]:
    """Answer the lines one by one; blank lines are skipped."""
    for ligne in lignes:
        if ligne.strip():
            yield _repondre(ligne, base)


def _repondre(ligne: str, base: BaseDroit) -> dict[str, Any]:
    cas: Any = None
    try:
        cas = _lire(ligne)
        resultat = decisions.decider(cas.get("kind"), cas.get("facts"), _jour(cas), base)
        _exiger(resultat)
    except FaitInvalide as erreur:
        return {"id": cas.get("id") if isinstance(cas, Mapping) else None, "error": str(erreur)}
    return ecrire(cas.get("id"), resultat)


def _lire(ligne: str) -> Mapping[str, Any]:
    try:
        cas = json.loads(ligne)
    except (ValueError, RecursionError):
        raise FaitInvalide("ligne", "ce n’est pas du JSON", CLES) from None
    if not isinstance(cas, Mapping):
        raise FaitInvalide("ligne", "ce n’est pas un objet JSON", CLES)
    return cas


def _jour(cas: Mapping[str, Any]) -> date:
    """The day of the case; without one, TODAY, else the clock."""
    brut = cas.get("today") or os.environ.get("TODAY") or date.today()
    return lire_date("today", brut)


def _exiger(resultat: Resultat) -> None:
    """A decision that misses a date, or what to compute, is an error on this door."""
    for fait in resultat.faits_manquants:
        if fait.startswith("date_") or fait in ("mois", "type"):
            raise FaitInvalide(fait, "fait manquant", attendu(fait))


def ecrire(identifiant: Any, resultat: Resultat) -> dict[str, Any]:
    """The answer in the form that the contract fixes, and what else the decision knows."""
    return {
        "id": identifiant,
        "result": {"conclusion": resultat.conclusion, **resultat.valeurs},
        "rule_ids": list(resultat.rule_ids),
        "sources": [
            {"ref": source.ref, "id": source.id, "url": source.url, "since": source.since}
            for source in resultat.sources
        ],
        "reasons": [raison.texte for raison in resultat.raisons],
        "confidence": resultat.confiance,
        "caveats": list(resultat.reserves),
        "missing": list(resultat.faits_manquants),
        "acts": [asdict(acte) for acte in resultat.actes],
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
