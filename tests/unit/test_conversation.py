"""The talk around the questions: care first, nobody blamed, a way out always offered."""

from __future__ import annotations

import pytest

from actions import conversation  # noqa: F401  (registers the handlers)
from actions.framework import registry
from actions.framework.memory import Memory

TALK = (
    "saluer",
    "au_revoir",
    "remercier",
    "affirmer",
    "nier",
    "annuler",
    "demander_aide",
    "nature_du_bot",
    "confidentialite",
    "parler_a_un_conseiller",
    "exprimer_mecontentement",
    "exprimer_detresse",
    "hors_sujet",
    "informer",
)


@pytest.mark.parametrize("intent", TALK)
@pytest.mark.parametrize("person", [None, "1000008H"])
def test_small_talk_states_no_rule(say, intent, person):
    answer, shown, _ = say(intent, dossier=person)
    assert answer.rules == ()
    assert answer.sources == ()
    assert len(shown) <= 900
    assert len(answer.buttons) <= 3


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("j’en peux plus, je vais tout perdre", ["3114", "gratuit", "15 ou le 112", "Je reste là"]),
        ("je veux en finir", ["appelez le 15 ou le 112", "3114", "je reste là"]),
    ],
)
def test_distress_is_met_with_care_and_nothing_else(say, said, parts):
    answer, shown, _ = say("exprimer_detresse", said)
    for part in parts:
        assert part in shown
    assert answer.buttons == ()
    assert "Source" not in shown
    assert "À faire" not in shown


def test_distress_said_twice_is_not_met_with_the_same_words(say):
    _, first, memory = say("exprimer_detresse", "je craque")
    _, second, _ = say("exprimer_detresse", "vraiment", memory=memory)
    assert first != second
    assert "3114" in second


def test_distress_does_not_end_the_act_under_way(say):
    memory = Memory(demarche={"nature": "absence", "etape": "motif"})
    _, _, after = say("exprimer_detresse", "je craque", memory=memory)
    assert after.demarche == memory.demarche


def test_anger_is_acknowledged_then_a_person_is_offered(say):
    _, first, memory = say("exprimer_mecontentement", "vous êtes nuls")
    assert "Je comprends votre colère" in first
    _, second, _ = say("exprimer_mecontentement", "nuls !!!", memory=memory)
    assert "39 49" in second


def test_the_adviser_is_named_to_the_person_only(say):
    _, shown, _ = say("parler_a_un_conseiller", "le tel de ma conseillère", dossier="1000001A")
    assert "Claire Durand" in shown
    assert "01 99 00 10 01" in shown
    answer, shown, _ = say("parler_a_un_conseiller", "le tel de ma conseillère Claire Durand")
    assert "01 99" not in shown
    assert "39 49" in shown
    assert [button.title for button in answer.buttons] == ["Être rappelé"]


def test_starting_over_forgets_what_was_said(say):
    memory = Memory(faits={"allocation": "RSA"}, sujet={"intent": "mes_sanctions"}, echecs=1)
    _, _, kept = say("annuler", "laisse tomber", memory=memory)
    assert kept.faits == {"allocation": "RSA"}
    _, shown, fresh = say("annuler", "on recommence depuis le début", memory=memory)
    assert "repart de zéro" in shown
    assert fresh.faits == {}
    assert fresh.sujet == {}


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("combien je vais toucher ce mois-ci", "39 49"),
        ("comment je fais pour m’inscrire la première fois", "première inscription"),
        ("je veux changer mon rib", "coordonnées bancaires"),
        ("faites moi une lettre de motivation", "Des ateliers existent"),
        ("trouvez-moi un boulot de cariste", "francetravail.fr"),
        ("si je démissionne j’ai droit à quoi", "service-public.fr"),
        ("numéro de la caf", "service-public.fr"),
        ("recette de la tarte aux pommes", "Je ne sais pas répondre à cela"),
    ],
)
def test_what_is_not_ours_is_said_kindly_with_where_to_go(say, said, part):
    answer, shown, _ = say("hors_sujet", said)
    assert part in shown
    figures = shown.replace("39 49", "")
    assert not any(character.isdigit() for character in figures)
    assert answer.buttons


@pytest.mark.parametrize(
    "said",
    [
        "hello, I don't speak french, can you help me?",
        "hola necesito ayuda con mi cita",
        "مرحبا كيف حالك",
    ],
)
@pytest.mark.parametrize("intent", ["hors_sujet", "nlu_fallback"])
def test_other_languages_get_french_and_one_english_sentence(say, intent, said):
    _, shown, _ = say(intent, said)
    assert "I only speak French" in shown
    assert "en français" in shown


@pytest.mark.parametrize(
    ("facts", "said", "part", "button"),
    [
        (
            {"document": "convocation"},
            "convocation",
            "une convocation",
            "Est-ce que je dois venir ?",
        ),
        ({"motif": "maladie"}, "malade", "maladie", "Est-ce que ma raison est acceptée ?"),
        ({"allocation": "RSA"}, "au rsa", "le RSA", "Qu’est-ce que je risque si je ne viens pas ?"),
        ({"prestataire": "premier_rdv"}, "aksis", "C’est noté", "Est-ce que je dois venir ?"),
    ],
)
def test_a_bare_detail_is_said_back_with_questions(say, facts, said, part, button):
    answer, shown, _ = say("informer", said, faits=facts)
    assert part in shown
    assert button in [b.title.replace("\u00a0", " ") for b in answer.buttons]


@pytest.mark.parametrize(
    ("intent", "part"),
    [
        ("affirmer", "Nous parlions de ceci"),
        ("nier", "Ce n’était peut-être pas"),
        ("informer", "au sujet de"),
    ],
)
def test_yes_no_and_details_come_back_to_the_subject(say, intent, part):
    memory = say("mes_sanctions", dossier="1000006F")[2]
    _, shown, _ = say(intent, "voilà", memory=memory, dossier="1000006F")
    assert part in shown
    assert "Est-ce que j’ai une sanction en cours ?" in shown


def test_every_catalogued_intent_has_a_plain_question(services):
    keys = [key for key in list(services.wording.names()) if key.startswith("intention.")]
    blocks = {key.removeprefix("intention."): services.wording.block(key) for key in keys}
    assert len(blocks) == 63
    assert all(len(block["titre"]) <= 20 for block in blocks.values())
    assert set(registry.intents()) - {"nlu_fallback"} <= set(blocks)


def test_saying_no_again_gives_a_person(say):
    _, _, memory = say("nier", "non")
    _, shown, _ = say("nier", "non", memory=memory)
    assert "39 49" in shown


def test_a_file_number_is_never_taken_for_anything_else(say):
    for intent in ("informer", "hors_sujet", "nlu_fallback", "s_identifier"):
        _, shown, _ = say(intent, "1000007G")
        assert "un numéro tapé ici n’ouvre jamais un dossier" in shown


def test_who_reads_the_file_is_a_question_on_data(say):
    _, shown, _ = say("consulter_dossier", "qui peut voir mon dossier ?", dossier="1000001A")
    assert "Vos messages sont gardés 30 jours" in shown


def test_the_address_of_the_agency_is_not_an_appointment(say):
    _, shown, _ = say(
        "prochain_rendez_vous", "donne moi l'adresse de mon agence", dossier="1000001A"
    )
    assert "210 rue des Grands-Tilleuls" in shown
