"""The ways to say a date, as expressions over words in standard spelling joined by one space."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from actions.langue import vocabulaire

# Names in braces are filled from dates.yml. What « neant » finds is no date and hides what it holds.
_REGLES: tuple[tuple[str, str], ...] = (
    ("neant", r"(?:du|entre le|de|des) {jn} (?:au|et le|et|a) (?:le )?{jn}"),
    ("neant", r"(?:du|de) {jour} (?:au|a) {jour}"),
    ("neant", r"entre (?:le )?{jour} et (?:le )?{jour}"),
    ("neant", r"(?:la|cette|une|en) semaine du {jn}"),
    ("neant", r"\d\d(?: [.-])?(?: \d\d(?: [.-])?)+ \d\d"),
    (
        "neant",
        r"(?:24 / 24|7 / 7|7 j / 7|\d+ / \d+ (?:h|heures?|e|eme|d|de)(?!\S)|1 / 2|1 / 3|3 / 4)",
    ),
    ("neant", r"(?:chaque|tous les|les|toutes les|un|une) (?:{n} )?{jour}(?: (?:matin|soir))?"),
    ("neant", r"{jour} (?:sur|et) (?:deux|jours)"),
    ("neant", r"il y a {q} {u} (?:de|pour|entre|d|a|maximum|max|minimum|ou)(?!\S)"),
    ("neant", r"(?:dans|il y a|ca fait) {q} {u} et (?:demi|quelque)"),
    ("neant", r"(?:demain|hier) (?:est|c est) (?:la veille|le lendemain)"),
    ("neant", r"39 49|le 3949|le 39 49"),
    ("iso", r"(?P<a>\d{4}) - (?P<m>\d{1,2}) - (?P<n>\d{1,2})"),
    (
        "chiffres",
        r"(?:le )?(?:(?P<j>{jour}|{ja}),? ?(?:le )?)?(?P<n>\d{1,2}) (?P<s>[/.-]) (?P<m>\d{1,2}) (?P=s) (?P<a>\d{4}|\d{2})",
    ),
    ("chiffres", r"(?:le )?(?:(?P<j>{jour}|{ja}) (?:le )?)?(?P<n>\d{1,2}) / (?P<m>\d{1,2})"),
    ("chiffres", r"(?:(?P<le>le)|(?P<j>{jour})) (?P<n>\d{1,2}) [.-] (?P<m>\d{1,2})"),
    (
        "lettres",
        r"(?:le )?(?:(?P<j>{jour}|{ja})(?: \.| ,)? (?:le )?)?(?P<n>{n}) (?P<m>{mois}|{ma})(?: (?:de )?(?:l an )?(?P<a>\d{4}|2\d)(?! (?:h|heures?|:)))?",
    ),
    (
        "jour_nombre",
        r"(?:le )?(?P<j>{jour}|{ja}(?: \.)?) (?:le )?(?P<n>\d{1,2}|{nm})(?= (?:{suite}|\W)|$)(?! (?:h|heures?|:) ?)",
    ),
    (
        "relatif",
        r"(?P<r>apres demain|avant hier|aujourd hui|demain|hier)(?: en (?P<h>huit|quinze|8|15))?{moment}",
    ),
    (
        "relatif",
        r"(?P<r>ce (?:matin|soir|midi|jours)|cet (?:aprem|apres midi)|cet? apres midi|cet? aprem|cette apres midi|ct aprem|cette nuit)(?! (?:la|ci)(?!\S))",
    ),
    ("en_huit", r"(?:le )?(?P<j>{jour}) en (?P<h>huit|quinze|8|15){moment}"),
    (
        "semaine",
        r"(?:le )?(?P<j>{jour}){moment} (?:de )?(?:la|cette) semaine(?: (?P<s>prochaine|prochain|qui vient|suivante|dernier|passee|pro|d apres))?",
    ),
    (
        "semaine",
        r"la semaine (?P<s>prochaine|prochain|qui vient|dernier|passee|pro) (?:le )?(?P<j>{jour}){moment}",
    ),
    (
        "prochain",
        r"(?:le |ce )?(?P<j>{jour}){moment} (?:prochaine?|pro|qui (?:vient|arrive)|a venir|next)",
    ),
    ("dernier", r"(?:le |ce )?(?P<j>{jour}){moment} (?:dernier|passee?|precedent|d avant|ecoule)"),
    ("jour", r"(?P<le>le |ce )?(?P<j>{jour}){moment}"),
    ("dans", r"(?:dans|d ici|sous) (?P<q>{q}) (?P<u>{u})"),
    (
        "il_y_a",
        r"(?:(?:il )?y a(?:vait)?|voila|ca fait|cela fait|sa fait|y a de ca|ca fais) (?:deja |maintenant |environ |presque |plus de |bien |a peu pres )?(?P<q>{q}) (?P<u>{u})",
    ),
    (
        "bord",
        r"(?P<b>fin|debut|mi|milieu) (?:(?:de |du |d |le |la )?mois (?P<mp>prochain|dernier|de (?P<mn>{mois}))|(?:de |du |d |ce |de ce )?(?P<mc>mois)|(?:de |d )?(?P<m>{mois})(?: (?P<a>\d{4}))?)",
    ),
    ("numero", r"(?P<le>le|du|au) (?P<n>{n})(?P<m> (?:du|de ce|de) mois(?: ci)?)?"),
)


@dataclass(frozen=True)
class Regle:
    """One way to say a date; ``rang`` settles overlaps of the same length."""

    nom: str
    rang: int
    expression: re.Pattern[str]


@dataclass(frozen=True)
class Grammaire:
    """The compiled rules and the words of dates."""

    regles: tuple[Regle, ...]
    declencheurs: re.Pattern[str]
    jours: Mapping[str, int]
    mois: Mapping[str, int]
    nombres: Mapping[str, int]
    pas_un_jour: frozenset[str]
    suite_d_un_jour: frozenset[str]

    def nombre(self, texte: str) -> int:
        """The number that digits or words say."""
        return int(texte) if texte.isdigit() else self.nombres[texte]


@lru_cache(maxsize=1)
def grammaire() -> Grammaire:
    """Compile the rules with the words of ``dates.yml``."""
    table = vocabulaire.lire("dates.yml")
    pieces = _pieces(table)
    return Grammaire(
        regles=tuple(
            Regle(nom, i, _compiler(texte, pieces)) for i, (nom, texte) in enumerate(_REGLES)
        ),
        declencheurs=re.compile(r"\d|" + "|".join(_declencheurs(table))),
        jours=_rangs(table["jours"], table["jours_abreges"]),
        mois=_rangs(table["mois"], table["mois_abreges"]),
        nombres={**table["nombres"], **table["quantites"]},
        pas_un_jour=frozenset(map(str, table["pas_un_jour"])),
        suite_d_un_jour=frozenset(map(str, table["suite_d_un_jour"])),
    )


def _compiler(texte: str, pieces: Mapping[str, str]) -> re.Pattern[str]:
    for nom, piece in pieces.items():
        texte = texte.replace("{" + nom + "}", piece)
    return re.compile(r"(?<!\S)(?:" + texte + r")(?!\S)")


def _pieces(table: Mapping[str, Any]) -> dict[str, str]:
    mots = sorted(map(str, table["nombres"]), key=len, reverse=True)
    nombre = r"(?:\d{1,2}|" + "|".join(mots) + ")"
    jour, mois = _parmi(table["jours"]), _parmi(table["mois"])
    quantites = sorted(map(str, table["quantites"]), key=len, reverse=True)
    return {
        "jn": rf"(?:{jour} )?{nombre}(?: {mois})?(?: / \d{{1,2}})?(?: \d{{4}})?",
        "jour": jour,
        "ja": _parmi(table["jours_abreges"]),
        "mois": mois,
        "ma": _parmi(table["mois_abreges"]),
        "nm": _parmi(mots),
        "n": nombre,
        "q": r"(?:\d{1,3}|" + "|".join((*mots, *quantites)) + ")",
        "u": r"(?:jours|j|semaine|mois|an)",
        "moment": r"(?: (?:matin|aprem|apres midi|soir|midi|apres))?",
        "suite": _parmi(table["suite_d_un_jour"]),
    }


def _parmi(mots: Any) -> str:
    return "(?:" + "|".join(map(str, mots)) + ")"


def _declencheurs(table: Mapping[str, Any]) -> tuple[str, ...]:
    fixes = (
        "demain",
        "hier",
        "hui",
        "matin",
        "soir",
        "midi",
        "aprem",
        "nuit",
        "mois",
        "semaine",
        "jours",
        " an",
    )
    return (
        *table["jours"],
        *table["mois"],
        *fixes,
        *(f"(?:le|du|au) {n}" for n in table["nombres"]),
    )


def _rangs(noms: list[str], abreges: Mapping[str, str]) -> dict[str, int]:
    rangs = {nom: rang for rang, nom in enumerate(noms, start=1)}
    return {**rangs, **{court: rangs[long] for court, long in abreges.items()}}
