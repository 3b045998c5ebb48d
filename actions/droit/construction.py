"""From checked YAML to the immutable values of modele.py."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from actions.droit.coherence import code_source, fins
from actions.droit.modele import Motif, Preuve, Regle, Source, Version

LIEN_ARTICLE = "https://www.legifrance.gouv.fr/codes/article_lc/{id}"
AUCUN_TEXTE = Source(ref="Aucun texte trouvé", nature="aucun_texte")

Bruts = Mapping[str, Mapping[str, Any]]


def source(entree: Any, references: Bruts) -> Source:
    """Build the source that an entry cites, with its public link."""
    code = code_source(entree)
    if code is None:
        return AUCUN_TEXTE
    brut = references[code]
    point = entree.get("point") if isinstance(entree, Mapping) else None
    return Source(
        ref=brut["ref"],
        id=brut.get("id"),
        url=brut.get("url") or _lien(brut.get("id")),
        since=brut.get("depuis"),
        until=brut.get("fin"),
        point=point,
        nature=brut["nature"],
    )


def regle(code: str, brut: Mapping[str, Any], references: Bruts) -> Regle:
    """Build a rule; the end of each version is the start of the next one."""
    versions = (
        Version(
            du=version["du"],
            au=au,
            conditions=version["conditions"],
            consequence=version["consequence"],
            valeurs=_figer(version.get("valeurs", {})),
            sources=tuple(source(entree, references) for entree in version["sources"]),
        )
        for version, au in zip(brut["versions"], fins(brut), strict=True)
    )
    return Regle(
        id=code,
        titre=brut["titre"],
        portee=brut["portee"],
        versions=tuple(versions),
        confiance=brut["confiance"],
        reserve=brut.get("reserve"),
        verifie_le=brut["verifie_le"],
    )


def motif(code: str, brut: Mapping[str, Any], references: Bruts) -> Motif:
    """Build a reason for an absence."""
    return Motif(
        code=code,
        libelle=brut["libelle"],
        preuves=tuple(Preuve(**preuve) for preuve in brut["preuves"]),
        statut=brut["statut"],
        appuis=tuple(source(entree, references) for entree in brut["appuis"]),
        reserve=brut.get("reserve"),
        parent=brut.get("parent"),
    )


def _lien(identifiant: str | None) -> str | None:
    return LIEN_ARTICLE.format(id=identifiant) if identifiant else None


def _figer(valeur: Any) -> Any:
    if isinstance(valeur, dict):
        return MappingProxyType({cle: _figer(v) for cle, v in valeur.items()})
    return tuple(map(_figer, valeur)) if isinstance(valeur, list) else valeur
