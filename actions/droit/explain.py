"""Prints a rule with its history, for advisers: ``python -m actions.droit explain RULE``."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from textwrap import wrap
from typing import Any

from actions.droit.regles import BaseDroit, Regle, ReglesInvalides, Source, Version, charger

USAGE = "Usage\u00a0: python -m actions.droit explain RÈGLE [--on AAAA-MM-JJ]"
LARGEUR = 96
CONFIANCE = {
    "A": "texte officiel lu en entier",
    "B": "source officielle lue en extrait",
    "C": "pratique dite par l’article de départ, sans texte trouvé",
    "D": "déduction à partir de textes lus",
    "V": "à vérifier, ne pas affirmer",
}


def main(argv: Sequence[str]) -> int:
    """Answer `RULE [--on DATE]`; print the rule, or what is wrong and return 1."""
    try:
        code, jour = _lire(argv)
        base = charger()
    except ValueError as erreur:
        return _refuser(f"{erreur}\n{USAGE}")
    except ReglesInvalides as erreur:
        return _refuser(str(erreur))
    if code in base.regles:
        lignes = expliquer(base, code, jour)
    elif famille := [id for id in base.regles if id.startswith(code)]:
        lignes = [f"{id}\u00a0: {base.regles[id].titre}" for id in famille]
    else:
        return _refuser(_inconnue(base, code))
    sys.stdout.write("\n".join(lignes) + "\n")
    return 0


def _lire(argv: Sequence[str]) -> tuple[str, date | None]:
    match list(argv):
        case [code] if not code.startswith("-"):
            return code, None
        case [code, "--on", jour] | ["--on", jour, code]:
            return code, _date(jour)
    raise ValueError("Il faut une règle et, si besoin, une date.")


def _date(texte: str) -> date:
    try:
        return date.fromisoformat(texte)
    except ValueError:
        raise ValueError(f"«\u00a0{texte}\u00a0» n’est pas une date (AAAA-MM-JJ).") from None


def _refuser(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 1


def _inconnue(base: BaseDroit, code: str) -> str:
    proches = get_close_matches(code, base.regles, n=5, cutoff=0.5)
    message = f"Aucune règle ne s’appelle «\u00a0{code}\u00a0»."
    return f"{message} Peut-être\u00a0: {', '.join(proches)}." if proches else message


def expliquer(base: BaseDroit, code: str, jour: date | None = None) -> list[str]:
    """Give the lines that explain a rule: its whole history, or the version of one day."""
    regle = base.regle(code)
    lignes = list(_entete(regle))
    if jour is None:
        for version in regle.versions:
            lignes += ["", *_version(version, version.sources)]
        return lignes
    version = base.version(code, jour)
    if version is None:
        return [*lignes, "", *_hors_periode(regle, jour)]
    return [*lignes, "", f"Au {_jour(jour)}", *_version(version, base.sources([code], jour))]


def _entete(regle: Regle) -> Iterator[str]:
    yield f"{regle.id} — {regle.titre}"
    yield from _paragraphe("Portée", regle.portee)
    sens = " ; ".join(f"{code}, {CONFIANCE[code]}" for code in regle.confiance.split(" + "))
    yield from _paragraphe("Confiance", sens.replace(" ;", "\u00a0;"))
    if regle.reserve:
        yield from _paragraphe("Réserve", regle.reserve)
    yield from _paragraphe("Vérifiée le", _jour(regle.verifie_le))


def _version(version: Version, sources: Iterable[Source]) -> Iterator[str]:
    yield _periode(version.du, version.au)
    yield from _paragraphe("  Conditions", version.conditions)
    yield from _paragraphe("  Conséquence", version.consequence)
    if version.valeurs:
        yield "  Valeurs\u00a0:"
        yield from (f"    {cle} = {_valeur(v)}" for cle, v in version.valeurs.items())
    yield "  Sources\u00a0:"
    for source in sources:
        yield from _source(source)


def _source(source: Source) -> Iterator[str]:
    point = f", {source.point}" if source.point else ""
    # The name of a past wording already says its dates.
    ouverte = source.since and not source.until
    periode = f" ({_periode(source.since, None).lower()})" if ouverte else ""
    yield f"    - {source.ref}{point}{periode}"
    if source.id:
        yield f"      {source.id}"
    if source.url:
        yield f"      {source.url}"


def _hors_periode(regle: Regle, jour: date) -> Iterator[str]:
    yield f"Le {_jour(jour)}, cette règle ne s’applique pas."
    yield from (_periode(version.du, version.au) for version in regle.versions)


def _periode(du: date | None, au: date | None) -> str:
    if du is None:
        return "Sans date de début ni de fin" if au is None else f"Avant le {_jour(au)}"
    if au is None:
        return f"Depuis le {_jour(du)}"
    return f"Du {_jour(du)} jusqu’au {_jour(au)} (exclu)"


def _jour(jour: date) -> str:
    return f"{jour:%d/%m/%Y}"


def _valeur(valeur: Any) -> str:
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, date):
        return _jour(valeur)
    if isinstance(valeur, Mapping):
        return ", ".join(f"{cle} {_valeur(v)}" for cle, v in valeur.items())
    return ", ".join(map(_valeur, valeur)) if isinstance(valeur, tuple) else str(valeur)


def _paragraphe(nom: str, texte: str) -> list[str]:
    retrait = " " * (len(nom) - len(nom.lstrip()) + 2)
    return wrap(f"{nom}\u00a0: {texte}", LARGEUR, subsequent_indent=retrait)
