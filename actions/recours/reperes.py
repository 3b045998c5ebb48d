"""Patterns on normalised words (``normaliser.normalise``) by which letters, decisions, steps and dates are told."""

from __future__ import annotations

import re

CONTEST = re.compile(
    r"\b(contest\w*|recours|mediat\w*|tribunal|attaqu\w*|annul\w*|reclam\w*|juge)\b"
)
MEASURE = r"(radie?\w*|suspen\w+|supprim\w*|suppression|sanction\w*|coupe\w*|exclu\w*|desinscri\w*)"
INTENTION = re.compile(
    r"\b(lettre d' intention|intention de|avant (la |une |toute )?(sanction|decision|radiation)|pre-? ?radiation"
    r"|projet de|envisag\w+|eventuelle?|menac\w+|observations?|contradictoire|(dix|10) jours|avant qu' ils"
    r"|rien n' est (decide|signe)|pas (encore )?decide"
    rf"|(vont|va|veulent|veut|risque\w*|peuvent|pourrai\w+|compte\w*) (me |m' |nous |le |la |de |d' etre |une )*{MEASURE}"
    rf"|annonc\w+ (une |la |ma |d' une )*({MEASURE}|radiation)|sanction possible|(radiation|suspension|suppression) possible"
    r"|repondre? (a |au )?(la |leur |cette |l' |ce |un )*(lettre|courrier|papier|avertissement))\b"
)
WARNING = re.compile(
    r"\b(avertissement|lettre|courrier|papier)\b.*\b(repon\w+|expliqu\w+|jours)\b"
    r"|\b(repon\w+|expliqu\w+)\b.*\b(avertissement|lettre|courrier|papier)\b"
)
LETTER = re.compile(
    r"\b(lettres?|courriers?|papiers?|mail|message|decisions?|notifi\w+|recue?s?)\b"
)
DECIDED = re.compile(
    r"\b(decisions?|notifi\w+"
    rf"|(ai ete|suis|est|a ete|m' a|m' ont|l' ont|l' a|ont|ete) (deja |encore |recemment )*{MEASURE}"
    rf"|(ma|sa|cette|leur) (radiation|suspension|suppression|coupure|exclusion))\b"
)
# « suspendu depuis le 1er novembre »: somebody who has been sanctioned.
IS_SANCTIONED = re.compile(
    rf"{DECIDED.pattern}|^(je suis |j' ai ete |moi )*{MEASURE}\b|\b{MEASURE} (par|depuis|le \d)"
)
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
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
        ("avertissement", r"\b[dl]?avertissement"),
    )
)
AUTHORS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "conseil_departemental",
            r"\b(conseil (departemental|general)|departement|pcd|president du departement)\b"
            rf"|\brsa .{{0,15}}\b{MEASURE}|\b{MEASURE} .{{0,15}}\brsa\b",
        ),
        (
            "mission_locale",
            r"\b(contest\w*|recours|attaqu\w*|reclam\w*)\b.{0,20}\bmission locale\b"
            rf"|\b(mission locale|ml)\b.{{0,30}}\b({MEASURE}|decid\w+|decision)"
            rf"|\b({MEASURE}|decision) .{{0,25}}\bmission locale\b",
        ),
        (
            "france_travail",
            rf"\bfrance travail .{{0,12}}\b{MEASURE}"
            rf"|\b({MEASURE}|decision|lettres?|courriers?) .{{0,12}}(de|par) france travail\b",
        ),
    )
)
I_DID = r"\b(j' ai|on a|nous avons|ai|a) (deja |bien |aussi )*"
STEPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "mediation",
            I_DID
            + r"(saisi|ecrit|contacte|demande|sollicite)\w*.{0,18}\bmediat|\bmediat\w+ (est )?"
            r"(en cours|saisi)",
        ),
        (
            "tribunal",
            I_DID + r"(saisi|ecrit|depose|envoye|attaque)\w*.{0,30}\b(tribunal|juge)\b",
        ),
        ("defenseur_droits", I_DID + r"(saisi|ecrit|contacte)\w*.{0,18}\bdefenseur"),
        (
            "aide_juridictionnelle",
            I_DID + r"(demande|depose|fait)\w*.{0,30}\baide juridictionnelle",
        ),
        (
            "recours_prealable",
            I_DID + r"(ecrit|envoye|fait|depose)\w*.{0,30}"
            r"\b(recours prealable|rapo|president du|conseil departemental|departement)\b",
        ),
    )
)
_ENDED = r"(fini\w*|termin\w*|clo\w+|repondu\w*|repond non|rejet\w*|echou\w*|refus\w*|dit (que )?non|pas d' accord)"
_SAID_NO = r"(a|ont|m' a|m' ont) (enfin |deja |bien |aussi )*(repondu|dit|refuse|rejete)"
MEDIATION_OVER = re.compile(
    rf"\bmediat\w+ .{{0,25}}\b{_ENDED}\b|\bmediat\w+ .{{0,40}}\b(me |m' a )repond\w* non"
    rf"|\b{_SAID_NO}\b.{{0,25}}\bmediat"
    r"|\b(recu|eu|recois)\b.{0,25}\bfin de (la |ma )?mediation|\bfin de (la |ma )?mediation (est|etait|le|du|date\w*|recue)\b"
    r"|\b(eu|recu|recois) (enfin |la |une |sa |leur |l' )*(reponse|avis|refus)\b.{0,12}\bmediat"
)
# « après la médiation »: what is asked by somebody whose file cannot be seen
MEDIATION_PAST = re.compile(r"\b(fin de|apres) (la |ma )?mediation\b")
_RIGHT = r"(donne\w* raison|en ma faveur|favorable|accepte\w*|dit (que )?oui|d' accord avec moi|gagne\w*)"
REFUSED = re.compile(r"\b(non|refus\w*|rejet\w*|negati\w*)\b")
MEDIATION_WON = re.compile(rf"\bmediat\w+ .{{0,25}}\b{_RIGHT}|\b{_RIGHT}\b.{{0,25}}\bmediat")
DEPARTMENT_OVER = re.compile(
    rf"\b(departement\w*|president\w*) .{{0,25}}\b{_ENDED}\b|\b{_SAID_NO}\b.{{0,25}}\bdepartement"
    r"|\b(eu|recu) (enfin |la |une |sa |leur |l' )*(reponse|refus)\b.{0,12}\b(departement|president)"
)
# Without saying who: for somebody whose appeal is under way.
ANSWERED = re.compile(
    rf"^(et |mais |ben |bah |en fait |ca y est |alors |bon )*(il|elle|ils|elles|on) {_SAID_NO}"
    r"|\b(j' ai|on a|ai) (enfin |deja )*(eu|recu) (enfin |la |une |sa |leur )*reponse\b"
    r"|\b(la|leur|sa) reponse (est|c' est) (non|negative|un refus)\b"
)
WON = re.compile(rf"^\W*(il|elle|ils|on) (m' |nous )?(a|ont) .{{0,10}}{_RIGHT}")
# « le médiateur n’a pas répondu », « quand est-ce que la médiation finit ».
NOT_YET = re.compile(
    r"\b(n' |n')?(a|ai|ont|est) (toujours |encore )?(pas|rien|jamais) (encore |toujours )?(repondu|fini\w*|termin\w*|clo\w*|eu|recu)"
    r"|\b(pas|jamais) (encore |toujours )?(de |la |eu |recu )*(reponse|repondu|fini\w*|termine\w*)|\bsans (reponse|nouvelle)"
    r"|\b(quand|combien de (temps|mois|jours)) .{0,30}\b(mediat\w+|repond|repondre|finit|fini|dure)\b"
    r"|\b(repond|repondre|finit|dure) .{0,15}\b(quand|combien de (temps|mois|jours))\b"
    r"|\b(attend\w*|repondra\w*|aura\w*|(va|vont|peut|doit) (me )?repondre)\b"
)
SUPPOSED = re.compile(
    r"^(et |mais |alors )*(si|quand|que se passe)\b|\bsi (le|la|les|il|elle|jamais)\b"
)
# « est-ce que le médiateur a répondu », « a répondu ou pas »: whether the answer came, not that it did.
WHETHER = re.compile(
    r"^(et |mais |alors |dites |bonjour |svp )*(est-ce (que|qu')|c' est vrai que)|\b(a|ont|est)-(t-)?(il|elle|ils|elles|on)\b"
    r"|\b(repondu|fini\w*|termine\w*|refuse\w*|accepte\w*) ou (pas|non|toujours pas)\b|\b(savoir|voir|sais pas|verifier) s(i |' )"
)
# Another question than whether the answer came.
THEN_ASKED = re.compile(
    r"\b(quoi|que|qu'|combien|quand|comment|ou|quel\w*|qui|puis-je|peux|dois|doit|faut|maintenant|apres|ensuite|pourquoi|delais?|possible|suite)(?= |$|\?)"
)
NO_MENTION = re.compile(
    r"\b(ne (dit|parle|mentionne|signale|indique) (pas|rien)|rien sur|aucune mention|pas de mention|sans (mention|parler)"
    r"|pas ecrit|dit rien|parle pas|mentionne pas)\b.{0,30}\bmediat"
)
# « j’ai déjà répondu à la lettre »: the observations were sent.
REPLIED = re.compile(
    r"\b(j' ai|on a|nous avons) (deja |bien |enfin )*(repondu|envoye|renvoye|depose|ecrit|donne|poste)\w*\b.{0,30}"
    r"\b(a (la|leur|cette) lettre|au courrier|(mes|les|des) (observations|explications)|(ma|une|la) reponse)\b"
    r"|\b(j' ai|on a) deja (repondu|envoye ma reponse)\b|\b(j' ai|ai) repondu a (la |leur |cette )?(lettre|courrier)"
)
# A step of the procedure that was left out.
NO_PROCEDURE = re.compile(
    r"\b(pas|aucune?|jamais|sans) .{0,30}(lettre|courrier|avertissement|prevenu\w*|previent) (d' intention )?(avant|d' abord|prealable)"
    r"|\b(pas|jamais) (ete )?(prevenue?|avertie?)\b|\bsans (me )?(prevenir|avertir)\b"
    r"|\b(decid\w*|sanctionn\w*|supprim\w*|suspend\w*|radie\w*|coupe\w*)\b.{0,30}\b(avant (la fin d|l)es|sans attendre les) (10|dix) jours"
    r"|\b(coupe\w*|supprim\w*|suspend\w*|radie\w*)\b.{0,40}\bdu jour au lendemain\b"
)
# « la suspension de novembre »: said alone, it is what one wants to speak of.
A_MEASURE = re.compile(
    r"\b(la|ma|l'|cette|mon|le) ?(sanction|suspension|suppression|radiation|avertissement|decision)\b"
)
# Before a day that is still to come.
TO_COME = re.compile(
    r"\b(sera\w*|serai\w*|va|vais|vont|a partir|a compter|des le|prochaine?s?|jusqu' (au|a)|avant le|d' ici)\b"
)
TOO_LATE = re.compile(
    r"\b(trop tard|encore (possible|le temps|temps|contester|le droit de contester)|hors delai|delai (passe|depasse)|(rate|loupe|depasse|laisse passer) (le |mon )?delai)\b"
)
# What a date is the date of, from the words before it; the first that fits.
DATE_OF: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("observations", REPLIED.pattern),
        ("date_fin_mediation", MEDIATION_OVER.pattern),
        ("date_reponse_departement", DEPARTMENT_OVER.pattern),
        ("mediation", r"\bmediat"),
        ("tribunal", r"\b(tribunal|juge)\b"),
        ("defenseur_droits", r"\bdefenseur"),
        ("aide_juridictionnelle", r"\baide juridictionnelle"),
        (
            "recours_prealable",
            r"\brecours prealable|\brapo\b|\b(ecrit|envoye\w*|depose\w*|fait)\b.{0,30}\b(president\w*|departement\w*)",
        ),
        ("date_envoi", r"\b(date du|datee? du|datant du|datee de|envoyee?( le| du)?|postee?)\b"),
        ("date_absence", r"\b(rate\w*|manque|absent\w*|atelier|rendez-vous|absence)\b"),
        ("date_notification", DECIDED.pattern),
        ("date_reception", INTENTION.pattern),
        ("date_notification", rf"\b{MEASURE}\b.{{0,20}}$"),
        ("date_lettre", r"\b(recue?s?|lettre|courrier|papier|avertissement|du|le|depuis)\b"),
    )
)
