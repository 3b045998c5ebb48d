"""The talk around the questions: care first, nobody blamed, a way out always offered."""

from __future__ import annotations

import pytest

from actions import conversation  # noqa: F401  (registers the handlers)
from actions.framework import registry
from actions.framework.memory import Memory
from actions.framework.render import text
from actions.framework.turn import respond

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


@pytest.fixture
def say(make_request):
    def run(intent, said="", **options):
        answer, memory = respond(make_request(intent, said, **options))
        return answer, text(answer).replace("\u00a0", " "), memory

    return run


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


def test_a_short_reply_after_distress_stays_with_it(say):
    _, _, memory = say("exprimer_detresse", "j'en peux plus")
    for intent in ("nier", "affirmer", "demander_aide"):
        _, shown, _ = say(intent, "je sais pas", memory=memory)
        assert "Je suis toujours là" in shown


def test_asking_to_erase_is_about_data(say):
    _, shown, _ = say("annuler", "comment effacer tout ça ?")
    assert "effacer" in shown


def test_the_same_small_words_are_not_answered_alike(say):
    memory = say("mes_sanctions", dossier="1000006F")[2]
    for intent in ("affirmer", "informer"):
        _, first, after = say(intent, "ok", memory=memory, dossier="1000006F")
        _, second, _ = say(intent, "ok", memory=after, dossier="1000006F")
        assert first != second


def test_a_day_said_with_no_is_taken(say):
    _, shown, _ = say("nier", "non, mercredi 25 novembre")
    assert "mercredi 25 novembre" in shown


def test_a_fact_is_not_taken_for_a_foreign_subject(say):
    _, shown, _ = say("hors_sujet", "je touche l'ass", faits={"allocation": "ASS"})
    assert "C’est noté" in shown


def test_help_for_a_neighbouring_subject_is_about_that_subject(say):
    ranking = (("demander_aide", 0.76), ("hors_sujet", 0.2))
    answer, _, _ = say("demander_aide", "tu peux m'aider pour mon cv", ranking=ranking)
    assert answer.key == "hors_sujet.candidature"
    answer, _, _ = say("demander_aide", "tu peux m'aider", ranking=ranking)
    assert answer.key.startswith("demander_aide")


def test_a_farewell_that_is_only_guessed_is_none(say):
    ranking = (("au_revoir", 0.42), ("consulter_dossier", 0.3))
    answer, _, _ = say("au_revoir", "je vais tout casser chez vous", ranking=ranking)
    assert answer.key.startswith("fallback")
    answer, _, _ = say("au_revoir", "allez salut", ranking=ranking)
    assert answer.key == "au_revoir"


@pytest.mark.parametrize("said", ["mdr", "lol !", "hmm", "ptdr", "haha"])
def test_a_laugh_gets_a_way_on(say, said):
    for intent in ("hors_sujet", "nlu_fallback"):
        answer, shown, _ = say(intent, said)
        assert "Je suis là" in shown
        assert answer.buttons


def test_a_plain_yes_begins_the_only_act_that_is_offered(say):
    memory = say("reporter_rendez_vous", "je peux décaler ?", dossier="1000004D")[2]
    answer, _, _ = say("affirmer", "oui je veux bien", memory=memory, dossier="1000004D")
    assert answer.act
    for said, person in (("ok désolé", "1000004D"), ("oui", None)):
        other = Memory(boutons={"etre rappele": "texte"})
        answer, _, _ = say("affirmer", said, memory=other, dossier=person)
        assert not answer.act


def test_a_supposition_heard_as_a_yes_is_the_next_guess(say):
    memory = say("contrat_engagement", "c'est quoi le contrat")[2]
    ranking = (("affirmer", 0.49), ("contrat_engagement", 0.46))
    answer, _, _ = say("affirmer", "et si je signe pas", memory=memory, ranking=ranking)
    assert answer.key.startswith("contrat_engagement")
