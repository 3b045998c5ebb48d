"""Loading the rules base: YAML by theme, checked once, then immutable.

Everything the rest of the project needs from the base is importable from here.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from actions.droit import coherence, construction, schema
from actions.droit.base import BaseDroit
from actions.droit.coherence import Faute
from actions.droit.erreurs import HorsPeriode, RegleInconnue, ReglesInvalides, ValeurInconnue
from actions.droit.modele import Motif, Preuve, Regle, Source, Version
from actions.droit.reperage import erreur_a, lire

__all__ = [
    "DOSSIER",
    "BaseDroit",
    "HorsPeriode",
    "Motif",
    "Preuve",
    "Regle",
    "RegleInconnue",
    "ReglesInvalides",
    "Source",
    "ValeurInconnue",
    "Version",
    "charger",
]

DOSSIER = Path(__file__).parent
SOUS_DOSSIERS = ("references", "regles")


@lru_cache(maxsize=8)
def charger(dossier: Path = DOSSIER) -> BaseDroit:
    """Load and check `dossier`/regles/*.yml and `dossier`/references/*.yml.

    ReglesInvalides, with path and line, at the first thing that is wrong.
    """
    fichiers = {chemin: lire(chemin) for chemin in _chemins(dossier)}
    for chemin, contenu in fichiers.items():
        schema.verifier(chemin, contenu)
    references = _reunir(fichiers, "references")
    regles = _reunir(fichiers, "regles")
    motifs = _reunir(fichiers, "motifs")
    for chemin, contenu in fichiers.items():
        for faute in _fautes(contenu, references, regles, motifs):
            raise erreur_a(chemin, faute.cles, faute.message)
    return _construire(references, regles, motifs)


def _chemins(dossier: Path) -> list[Path]:
    trouves = {nom: sorted((dossier / nom).glob("*.yml")) for nom in SOUS_DOSSIERS}
    for nom, chemins in trouves.items():
        if not chemins:
            raise ReglesInvalides(f"{dossier / nom}:1: aucun fichier .yml dans ce dossier")
    return [chemin for chemins in trouves.values() for chemin in chemins]


def _reunir(fichiers: Mapping[Path, Any], section: str) -> dict[str, Any]:
    reunis: dict[str, Any] = {}
    for chemin, contenu in fichiers.items():
        for code, brut in contenu.get(section, {}).items():
            if code in reunis:
                raise erreur_a(chemin, (section, code), f"« {code} » existe déjà ailleurs")
            reunis[code] = brut
    return reunis


def _fautes(
    contenu: Mapping[str, Any],
    references: Mapping[str, Any],
    regles: Mapping[str, Any],
    motifs: Mapping[str, Any],
) -> Iterator[Faute]:
    for code, brut in contenu.get("references", {}).items():
        yield from coherence.fautes_reference(code, brut)
    for code, brut in contenu.get("regles", {}).items():
        yield from coherence.fautes_regle(code, brut, references, regles)
    for code, brut in contenu.get("motifs", {}).items():
        yield from coherence.fautes_motif(code, brut, references, motifs)


def _construire(
    references: Mapping[str, Any], regles: Mapping[str, Any], motifs: Mapping[str, Any]
) -> BaseDroit:
    return BaseDroit(
        regles=_table(
            (code, construction.regle(code, b, references)) for code, b in regles.items()
        ),
        references=_table((code, construction.source(code, references)) for code in references),
        motifs=tuple(construction.motif(code, b, references) for code, b in motifs.items()),
    )


def _table(paires: Iterable[tuple[str, Any]]) -> Mapping[str, Any]:
    return MappingProxyType(dict(paires))
