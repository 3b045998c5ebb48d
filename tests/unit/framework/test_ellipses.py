"""Which short messages are whole only beside the last answer, and what they then ask about."""

from __future__ import annotations

import pytest

from actions.framework.ellipses import read
from actions.langue.normaliser import normalise

KINDS = {
    "lieu": ["où ça ?", "c ou", "et c'est où exactement ?", "l'adresse svp"],
    "envoi": ["j'envoie ça où", "j'écris à qui ?", "et comment je l'envoie"],
    "heure": ["à quelle heure ?", "c’est à quelle heure", "l'heure ?"],
    "jour": ["quand ?", "et c'est quand", "quel jour ?", "à quelle date"],
    "delai": [
        "il me reste combien de temps ?",
        "jusqu'à quand ?",
        "jusqua quand du coup",
        "j'ai combien de jours",
        "avant quand ?",
        "c'est quoi le délai ?",
        "combien de temps il me reste",
        "c'est trop tard ?",
    ],
    "duree": [
        "combien de temps ?",
        "pendant combien de temps",
        "ça dure longtemps ?",
        "c'est long",
    ],
    "montant": ["c'est combien alors ?", "combien ?", "et je perds combien", "quel pourcentage"],
    "suite": [
        "et après ?",
        "et puis après ?",
        "ensuite il se passe quoi",
        "c koi la suite",
        "et qu'est-ce qui se passe après ça ?",
    ],
    "sinon": ["et sinon ?", "sinon", "et si je fais rien ?", "si je le fais pas"],
    "moyen": ["comment ?", "je fais comment alors", "et comment on fait", "ça se passe comment"],
    "qui": ["à qui ?", "avec qui", "j'appelle qui ?"],
    "prix": ["c'est payant ?", "c gratuit", "ça coûte combien", "faut payer ?"],
    "refus": ["et si c'est refusé ?", "si l'agence refuse", "et si ça marche pas"],
    "prevenir": ["et si je préviens ?", "même si je préviens la veille"],
    "action": ["je fais quoi maintenant", "du coup on fait quoi", "que faire ?"],
    "voir": ["où je vois ça", "où je le trouve"],
    "effet": ["et ça arrête la sanction ?", "ça suspend la radiation"],
    "preuve": [
        "et si j'ai un certificat ?",
        "même avec un certificat médical ?",
        "et si j'avais une preuve",
        "et avec un mot du médecin",
        "et si j'ai un arrêt de travail",
    ],
}
WHOLE = [
    "pourquoi ?",
    "oui",
    "l'ARE",
    "je ne sais pas",
    "comment ça ?",
    "et si je refuse",
    "et si je dis non ?",
    "combien de temps pour contester",
    "combien de reports il me reste",
    "jusqu'à quand je suis radié",
    "où en est mon recours",
    "qui décide ?",
    "j'ai un certificat",
    "si j'ai un entretien d'embauche",
    "sinon je veux parler à un conseiller",
    "quand est mon prochain atelier",
    "comment je fais pour me réinscrire",
    "après mon atelier je vais où",
]


@pytest.mark.parametrize(("kind", "said"), [(k, s) for k, said in KINDS.items() for s in said])
def test_the_kind_of_an_elliptical_question(kind: str, said: str) -> None:
    found = read(normalise(said), "consequences_absence")
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("said", WHOLE)
def test_a_whole_sentence_is_none(said: str) -> None:
    assert read(normalise(said), "consequences_absence") is None


@pytest.mark.parametrize(
    ("said", "topic", "target"),
    [
        ("jusqu'à quand ?", "presenter_observations", "delai_recours"),
        ("jusqu'à quand ?", "mes_sanctions", "duree_sanction"),
        ("jusqu'à quand ?", "fournir_justificatif", "fournir_justificatif"),
        ("où ça ?", "atelier_obligatoire", "prochain_rendez_vous"),
        ("où ça ?", "saisir_tribunal", "saisir_tribunal"),
        ("où ça ?", "motifs_legitimes", "fournir_justificatif"),
        ("et sinon ?", "atelier_obligatoire", "consequences_absence"),
        ("et après ?", "contester_sanction", "texte:suivi.apres.recours"),
        ("et après ?", "offre_raisonnable", None),
        ("à quelle heure ?", None, None),
    ],
)
def test_what_it_asks_about_depends_on_the_matter(
    said: str, topic: str | None, target: str | None
) -> None:
    found = read(normalise(said), topic)
    assert found is not None
    assert found.target == target
