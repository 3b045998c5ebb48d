"""What an import did, in counts and in French."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from actions.dossiers.echange.refus import Refus

# Singular, plural, feminine?
NOMS = {
    "agences": ("agence", "agences", True),
    "conseillers": ("conseiller", "conseillers", False),
    "dossiers": ("dossier", "dossiers", False),
    "rendez_vous": ("rendez-vous", "rendez-vous", False),
    "procedures": ("procédure", "procédures", True),
    "recours": ("recours", "recours", False),
}
ETATS = ("ajouté", "modifié", "inchangé")
SHOWN = 20


@dataclass
class Bilan:
    """``etats[table][etat]`` counts; ``touches``: files added or changed."""

    fichier: str
    jour: date
    etats: dict[str, Counter[str]] = field(default_factory=lambda: {n: Counter() for n in NOMS})
    touches: dict[str, list[str]] = field(default_factory=lambda: {"ajouté": [], "modifié": []})
    refus: tuple[Refus, ...] = ()

    @property
    def accepte(self) -> bool:
        return not self.refus

    def noter(self, table: str, etat: str, identifiant: str | None = None) -> None:
        self.etats[table][etat] += 1
        if identifiant and etat in self.touches:
            self.touches[etat].append(identifiant)

    def comptes(self) -> dict[str, dict[str, int]]:
        counts = {name: dict(states) for name, states in self.etats.items() if states}
        return counts if self.accepte else {"refus": {"lignes": len(self.refus)}}

    def lignes(self) -> list[str]:
        """The report, line by line."""
        return self._done() if self.accepte else self._refused()

    def _refused(self) -> list[str]:
        count = len(self.refus)
        head = "1 erreur" if count == 1 else f"{count} erreurs"
        lines = [refus.phrase(self.fichier) for refus in self.refus]
        return [*lines, f"{self.fichier} : refusé, {head} ; rien n’a été importé."]

    def _done(self) -> list[str]:
        lines = [f"{self.fichier} : importé (jour J : {self.jour})."]
        lines += [_counted(name, states) for name, states in self.etats.items() if states]
        if len(lines) == 1:
            lines.append("  rien à importer : le document est vide.")
        for etat, names in self.touches.items():
            if names:
                more = f" et {len(names) - SHOWN} autres" if len(names) > SHOWN else ""
                lines.append(f"  dossiers {etat}s : {', '.join(names[:SHOWN])}{more}")
        return [*lines, "  refusé : 0"]


def _counted(name: str, states: Counter[str]) -> str:
    singular, plural, feminine = NOMS[name]
    total = sum(states.values())
    ending = "e" if feminine else ""
    parts = (f"{states[etat]} {etat}{ending}{'s' if states[etat] > 1 else ''}" for etat in ETATS)
    return f"  {total} {plural if total > 1 else singular} : {', '.join(parts)}"
