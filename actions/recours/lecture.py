"""What a message says of a letter or a decision: who, which kind, which steps were taken, which dates.

The facts are those of the rules base, plus ``lettre`` (``intention`` or ``decision``: what stage the person is at),
``date_lettre`` (the day of a letter whose kind is not said), and ``mediation_finie`` (``oui``).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from actions.framework.hooks import reads
from actions.framework.request import Request
from actions.langue.dates import find_dates
from actions.langue.jours import jour_passe
from actions.langue.normaliser import normalise

APPEALS = frozenset(
    {
        "contester_sanction",
        "delai_recours",
        "saisir_mediateur",
        "saisir_tribunal",
        "chances_recours",
        "rediger_recours",
    }
)
INTENTS = APPEALS | {
    "presenter_observations",
    "comprendre_sanction",
    "duree_sanction",
    "lever_sanction",
    "se_reinscrire",
    "controle_recherche_emploi",
}
_CONTEST = re.compile(
    r"\b(contest\w*|recours|mediat\w*|tribunal|attaqu\w*|annul\w*|reclam\w*|juge)\b"
)
_MEASURE = (
    r"(radie?\w*|suspen\w+|supprim\w*|suppression|sanction\w*|coupe\w*|exclu\w*|desinscri\w*)"
)
_INTENTION = re.compile(
    r"\b(lettre d' intention|intention de|avant (la |une |toute )?(sanction|decision|radiation)|pre-? ?radiation"
    r"|projet de|envisag\w+|eventuelle?|menac\w+|observations?|contradictoire|(dix|10) jours|avant qu' ils"
    r"|rien n' est (decide|signe)|pas (encore )?decide"
    rf"|(vont|va|veulent|veut|risque\w*|peuvent|pourrai\w+|compte\w*) (me |m' |nous |le |la |de |d' etre |une )*{_MEASURE}"
    r"|repondre? (a |au )?(la |leur |cette |l' |ce |un )*(lettre|courrier|papier|avertissement))\b"
)
_WARNING = re.compile(
    r"\b(avertissement|lettre|courrier|papier)\b.*\b(repon\w+|expliqu\w+|jours)\b"
    r"|\b(repon\w+|expliqu\w+)\b.*\bavertissement\b"
)
_LETTER = re.compile(
    r"\b(lettres?|courriers?|papiers?|mail|message|decisions?|notifi\w+|recue?s?)\b"
)
_DECIDED = re.compile(
    r"\b(decisions?|notifi\w+"
    rf"|(ai ete|suis|est|a ete|m' a|m' ont|l' ont|l' a|ont|ete) (deja |encore |recemment )*{_MEASURE}"
    rf"|(ma|sa|cette|leur) (radiation|suspension|suppression|coupure|exclusion))\b"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("refus_levee", r"\brefus\w* (de )?(la |me )?lev\w+|\bpas voulu lever"),
        (
            "cessation_inscription",
            r"\bcessation|\bcess\w+ (d' etre |l' )?inscri\w+|\bdesinscri\w+|\boubli\w* .{0,20}actualis",
        ),
        ("trop_percu", r"\btrop-? ?percu|\bindus?\b"),
        (
            "calcul_are",
            r"\b(calcul\w*|montant)\b.{0,30}\b(are|allocation|chomage|indemnisation)\b|\bmal calcule",
        ),
        ("radiation", r"\bradi(e|es|ee|ees|ation|ations)\b"),
        ("suppression", r"\bsuppression|\bsupprim\w+"),
        ("suspension", r"\bsuspen\w+"),
        ("avertissement", r"\bavertissement"),
    )
)
_AUTHORS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "conseil_departemental",
            r"\b(conseil (departemental|general)|departement|pcd|president du departement)\b"
            rf"|\brsa .{{0,15}}\b{_MEASURE}|\b{_MEASURE} .{{0,15}}\brsa\b",
        ),
        (
            "mission_locale",
            rf"\b(mission locale|ml)\b.{{0,30}}\b({_MEASURE}|decid\w+|decision)"
            rf"|\b({_MEASURE}|decision) .{{0,25}}\bmission locale\b",
        ),
        (
            "france_travail",
            rf"\bfrance travail .{{0,12}}\b{_MEASURE}"
            rf"|\b({_MEASURE}|decision|lettre|courrier) .{{0,12}}(de|par) france travail\b",
        ),
    )
)
_I_DID = r"\b(j' ai|on a|nous avons|ai|a) (deja |bien |aussi )*"
_STEPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "mediation",
            _I_DID
            + r"(saisi|ecrit|contacte|demande|sollicite)\w*.{0,18}\bmediat|\bmediat\w+ (est )?"
            r"(en cours|saisi)",
        ),
        (
            "tribunal",
            _I_DID + r"(saisi|ecrit|depose|envoye|attaque)\w*.{0,30}\b(tribunal|juge)\b",
        ),
        ("defenseur_droits", _I_DID + r"(saisi|ecrit|contacte)\w*.{0,18}\bdefenseur"),
        (
            "aide_juridictionnelle",
            _I_DID + r"(demande|depose|fait)\w*.{0,30}\baide juridictionnelle",
        ),
        (
            "recours_prealable",
            _I_DID + r"(ecrit|envoye|fait|depose)\w*.{0,30}"
            r"\b(recours prealable|rapo|president du|conseil departemental|departement)\b",
        ),
    )
)
_MEDIATION_OVER = re.compile(
    r"\bmediat\w+ .{0,25}\b(fini\w*|termin\w*|clo\w+|repondu|repond non|rejet\w*|echou\w*|refus\w*|dit non)\b"
    r"|\b(fin de|apres) (la |ma )?mediation\b|\bmediat\w+ .{0,40}\b(me |m' a )repond\w* non"
)
_NO_MENTION = re.compile(
    r"\b(ne (dit|parle|mentionne|signale|indique) (pas|rien)|rien sur|aucune mention|pas de mention|sans (mention|parler)"
    r"|pas ecrit|dit rien|parle pas|mentionne pas)\b.{0,30}\bmediat"
)
# What a date is the date of, from the words before it; the first that fits.
_DATE_OF: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("date_fin_mediation", _MEDIATION_OVER.pattern),
        ("mediation", r"\bmediat"),
        ("tribunal", r"\b(tribunal|juge)\b"),
        ("defenseur_droits", r"\bdefenseur"),
        ("aide_juridictionnelle", r"\baide juridictionnelle"),
        ("recours_prealable", r"\brecours prealable|\brapo\b"),
        ("date_envoi", r"\b(date du|datee? du|datant du|datee de|envoyee?( le| du)?|postee?)\b"),
        ("date_absence", r"\b(rate\w*|manque|absent\w*|atelier|rendez-vous|absence)\b"),
        ("date_notification", _DECIDED.pattern),
        ("date_reception", _INTENTION.pattern),
        ("date_notification", rf"\b{_MEASURE}\b.{{0,20}}$"),
        ("date_lettre", r"\b(recue?s?|lettre|courrier|papier|avertissement|du|le|depuis)\b"),
    )
)


@reads
def lire(request: Request) -> dict[str, Any]:
    """The facts of a message about a letter or a decision; nothing when it speaks of something else."""
    words = normalise(request.text)
    if not (request.intent in INTENTS or _CONTEST.search(words) or _LETTER.search(words)):
        return {}
    found = _lettre(words)
    if not found and request.intent not in INTENTS and not _CONTEST.search(words):
        return {}
    named = request.intent in APPEALS or bool(_CONTEST.search(words))
    found |= _decision(words, found.get("lettre"), named)
    for name, pattern in _STEPS:
        if pattern.search(words):
            found[name] = "oui"
    if _MEDIATION_OVER.search(words):
        found["mediation_finie"] = "oui"
    if _NO_MENTION.search(words):
        found["mention_mediation"] = "non"
    return {**found, **_dates(request.text, request.today)}


def _lettre(words: str) -> dict[str, Any]:
    if _INTENTION.search(words) or (_WARNING.search(words) and not _CONTEST.search(words)):
        return {"lettre": "intention"}
    if _DECIDED.search(words):
        return {"lettre": "decision"}
    return {}


def _decision(words: str, lettre: str | None, named: bool) -> dict[str, Any]:
    """Who decided what; a letter that only announces decides nothing, nor does « c’est quoi une radiation »."""
    found = {}
    author = next((name for name, pattern in _AUTHORS if pattern.search(words)), None)
    if author:
        found["auteur"] = author
    if lettre == "decision" or (lettre is None and named):
        kind = next((name for name, pattern in _KINDS if pattern.search(words)), None)
        if kind:
            found["decision"] = kind
    return found


def _dates(text: str, today: date) -> dict[str, Any]:
    """Each date of the message, under the fact that the words before it name."""
    found: dict[str, Any] = {}
    begin = 0
    for date_found in find_dates(text, today):
        before = normalise(text[begin : date_found.start])
        begin = date_found.end
        name = next((fact for fact, pattern in _DATE_OF if pattern.search(before)), "date_lettre")
        found[name] = jour_passe(date_found, text, today)
    return found
