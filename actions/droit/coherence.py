"""What the schema cannot say: ids that exist, dates that follow on, caveats that are owed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

CODES_DE_LOI = {
    "CRPA": "Code des relations entre le public et l’administration",
    "CSS": "Code de la sécurité sociale",
    "CASF": "Code de l’action sociale et des familles",
    "CJA": "Code de justice administrative",
    "": "Code du travail",
}
ARTICLE = re.compile(r"^(?:(?P<code>[A-Z]+)-)?(?P<article>[LRD]\d{3,4}(-\d+)*)(_\d{4}(-\d{2})?)?$")
# Practice, deduction and doubt are never stated bare.
EXIGENT_UNE_RESERVE = frozenset("CDV")


class Faute(NamedTuple):
    """Where (keys from the top of the file) and what."""

    cles: Sequence[str | int]
    message: str


def fautes_reference(code: str, brut: Mapping[str, Any]) -> Iterator[Faute]:
    """Check one reference: article number, id and dates agree."""
    cles = ("references", code)
    depuis, fin = brut.get("depuis"), brut.get("fin")
    if depuis and fin and fin <= depuis:
        yield Faute((*cles, "fin"), "« fin » doit venir après « depuis »")
    if brut["nature"] == "article":
        yield from _fautes_article(cles, code, brut["ref"])
    elif "id" in brut:
        yield Faute((*cles, "id"), "seul un article de code porte un identifiant LEGIARTI")
    if "id" in brut and not depuis:
        yield Faute(cles, "un article identifié doit dire depuis quand (« depuis »)")


def _fautes_article(cles: Sequence[str | int], code: str, ref: str) -> Iterator[Faute]:
    forme = ARTICLE.match(code)
    nom = CODES_DE_LOI.get(forme["code"] or "") if forme else None
    attendu = f"{nom}, art. {forme['article']}" if forme and nom else None
    if attendu is None:
        yield Faute(cles, f"« {code} » n’est pas un numéro d’article")
    elif ref != attendu and not ref.startswith(f"{attendu} ("):
        yield Faute((*cles, "ref"), f"« ref » doit commencer par « {attendu} »")


def fautes_regle(
    code: str,
    brut: Mapping[str, Any],
    references: Mapping[str, Mapping[str, Any]],
    regles: Mapping[str, Any],
) -> Iterator[Faute]:
    """Check one rule: caveat, dates in a row, sources that fit the dates, rules it points at."""
    cles = ("regles", code)
    if EXIGENT_UNE_RESERVE & set(brut["confiance"]) and "reserve" not in brut:
        yield Faute(cles, f"la confiance « {brut['confiance']} » demande une « reserve »")
    versions = brut["versions"]
    for rang, (version, fin) in enumerate(zip(versions, fins(brut), strict=True)):
        ici = (*cles, "versions", rang)
        yield from _fautes_dates(ici, rang, version["du"], fin)
        for place, source in enumerate(version["sources"]):
            faute = _faute_source(source, references, version["du"], fin)
            if faute:
                yield Faute((*ici, "sources", place), faute)
        for voisine in version.get("valeurs", {}).get("voir", ()):
            if voisine not in regles:
                yield Faute((*ici, "valeurs", "voir"), f"règle inconnue « {voisine} »")


def fins(brut: Mapping[str, Any]) -> list[date | None]:
    """Give each version's exclusive end: the start of the next, or the rule's own end."""
    return [version["du"] for version in brut["versions"][1:]] + [brut.get("fin")]


def _fautes_dates(
    cles: Sequence[str | int], rang: int, du: date | None, au: date | None
) -> Iterator[Faute]:
    if rang and du is None:
        yield Faute((*cles, "du"), "seule la première version peut n’avoir pas de début")
    elif du and au and au <= du:
        yield Faute((*cles, "du"), f"les dates se chevauchent : {du} ne précède pas {au}")


def _faute_source(
    source: Any,
    references: Mapping[str, Mapping[str, Any]],
    du: date | None,
    au: date | None,
) -> str | None:
    code = code_source(source)
    if code is None:
        return None
    if code not in references:
        return f"référence inconnue « {code} »"
    depuis, fin = references[code].get("depuis"), references[code].get("fin")
    if (au and depuis and au <= depuis) or (du and fin and fin <= du):
        return f"« {code} » n’a jamais été en vigueur pendant cette version"
    return None


def code_source(source: Any) -> str | None:
    """Give the code that a source entry cites; None when it says that no text was found."""
    return source if isinstance(source, str) else source.get("code")


def fautes_motif(
    code: str, brut: Mapping[str, Any], references: Mapping[str, Any], motifs: Mapping[str, Any]
) -> Iterator[Faute]:
    """Check one reason: its supports exist, and so does the wider reason it belongs to."""
    cles = ("motifs", code)
    for place, source in enumerate(brut["appuis"]):
        faute = _faute_source(source, references, None, None)
        if faute:
            yield Faute((*cles, "appuis", place), faute)
    if brut.get("parent", code) not in motifs:
        yield Faute((*cles, "parent"), f"motif inconnu « {brut['parent']} »")
