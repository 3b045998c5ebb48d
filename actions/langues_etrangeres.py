"""Is a message written in another language? Only small words that French does not have, and other alphabets."""

from __future__ import annotations

import re
import unicodedata

from actions.langue.normaliser import fold

_WORDS = re.compile(r"[^\W\d_]+")
_FOREIGN_WORDS = (
    # English, Spanish, Portuguese, Italian, German, Turkish, Romanian: words that are not French ones
    "the is are you your what how when where why can could have has need help my with from this that please speak english "
    "hello not know understand speak thanks thank want job dont don would should appointment they there which who am i hi and "
    "hola como esta estoy tengo puedo ayuda necesito quiero gracias porque donde cuando trabajo hablo cita "
    "ola preciso ajuda obrigado nao voce estou tenho quero trabalho onde "
    "ciao sono ho bisogno aiuto lavoro voglio perche grazie parlo "
    "ich nicht und bitte hilfe haben ist das mein termin kann wie "
    "merhaba yardim istiyorum nasil ben ve "
    "buna ajutor vreau sunt nu am nevoie multumesc"
)
_FRENCH_WORDS = (
    "je j tu il elle on nous vous ils le la les un une des du de d l et ou mais donc que qui quoi est c ce ca mon ma mes "
    "ne n pas plus pour dans sur avec sans au aux suis ai avez etes comment quand pourquoi combien bonjour merci oui non "
    "atelier rdv rendez convocation justificatif absence"
)
_FOREIGN, _FRENCH = frozenset(_FOREIGN_WORDS.split()), frozenset(_FRENCH_WORDS.split())


# « do you speak English? », « vous parlez anglais ? », « répondez en arabe »
_LANGUAGES = "english|anglais|espagnol|arabe|portugais|allemand|italien|turc|russe|ukrainien|roumain|chinois|wolof"
_ASKS = re.compile(
    rf"\b(speak|in) (english|spanish|arabic|french)\b|^(english|anglais)\b.{{0,12}}$"
    rf"|\b(parle[sz]?[- ](vous|tu)|(vous|tu) (savez |peux |pouvez )?parle[rsz]?|repond\w*|tradui\w+|expliqu\w*)\b"
    rf".{{0,25}}\b({_LANGUAGES})\b"
)


def asks_language(text: str) -> bool:
    """Whether a message asks to be answered in another language."""
    return bool(_ASKS.search(fold(text).strip(" ?!.")))


def foreign(text: str) -> bool:
    """Whether most of the small words are of another language, or the letters of another alphabet."""
    letters = [character for character in text if character.isalpha()]
    if letters and sum(not _latin(letter) for letter in letters) > len(letters) / 2:
        return True
    words = _WORDS.findall(fold(text))
    others = sum(word in _FOREIGN for word in words)
    french = sum(word in _FRENCH for word in words)
    return others >= 2 and others > 2 * french


def _latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
