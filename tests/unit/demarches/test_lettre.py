"""Letters: the right one, honest, filled with what is known, kept once; in clear for somebody unproven."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions.demarches import lettre_texte
from actions.demarches.echeances import observations, recours
from actions.demarches.liens_documents import lire_document

Parler = Callable[..., Any]
KEVIN, OLIVIER, FATOU, GRACE, PHILIPPE = "1000006F", "1000007G", "1000009J", "1000011L", "1000012M"
IOANA, NADIA = "1000008H", "1000001A"


def _lettre(person: Any, *messages: str) -> str:
    for message in messages:
        person.dit(message)
    person.dit("Oui, préparer")
    url = person.reponse.attachments[1]["url"]
    token = url.rsplit("/", 1)[1]
    return (
        lire_document(token, person.outils.settings, person.outils.engine)[2]
        .decode("utf-8-sig")
        .replace("\u00a0", " ")
    )


def test_observations_are_filled_from_the_file_and_from_what_is_said(parler: Parler) -> None:
    kevin = parler(KEVIN)
    first = kevin.dit("pouvez-vous rédiger mes observations ?", "rediger_recours")
    assert "au plus tard le lundi 30 novembre" in first
    letter = _lettre(kevin, "j'avais de la fièvre et je n'ai pas osé appeler")
    assert "Kévin Hoareau\nIdentifiant France Travail : 1000006F" in letter
    assert "lettre reçue le 20 novembre 2026" in letter
    assert "envisagez une suspension" in letter
    assert "mon absence du 9 novembre 2026" in letter
    assert "J’avais de la fièvre et je n’ai pas osé appeler." in letter
    assert "Code du travail, art. R5412-7" in letter
    assert "La raison enregistrée" not in letter
    assert "[à compléter : la liste de vos preuves]" in letter


def test_it_is_kept_once_and_said_not_to_be_sent(parler: Parler) -> None:
    kevin = parler(KEVIN)
    kevin.dit("Préparer une lettre")
    _lettre(kevin, "Laisser un blanc")
    assert "c’est vous qui l’envoyez" in kevin.reponse.conclusion
    assert [a["title"] for a in kevin.reponse.attachments] == [
        "Lettre à imprimer (PDF)",
        "Lettre à copier (texte)",
    ]
    kevin.dit("Préparer une lettre")
    _lettre(kevin, "Laisser un blanc")
    assert "la même" in kevin.reponse.conclusion
    (acte,) = kevin.actes("courrier")
    assert acte.cle == "courrier:observations:proc-1"
    kevin.dit("Préparer une lettre")
    _lettre(kevin, "je n'avais pas de bus ce matin-là")
    (new,) = kevin.actes("courrier")
    assert new.remplace == acte.id


def test_a_refused_proof_is_told_as_the_file_has_it(parler: Parler) -> None:
    olivier = parler(OLIVIER)
    olivier.dit("Préparer une lettre")
    letter = _lettre(olivier, "non merci")
    assert "J’ai transmis une preuve (certificat médical), reçue le 7 novembre 2026." in letter
    assert "le certificat ne couvre pas le jour de l’absence" in letter
    assert "[à compléter : votre réponse à ce refus" in letter
    assert "[à compléter : dites ce qui s’est passé, avec vos mots]" in letter


def test_the_department_is_the_door_for_the_rsa(parler: Parler) -> None:
    fatou = parler(FATOU)
    answer = fatou.dit("je voudrais un modèle de lettre pour le médiateur", "rediger_recours")
    assert "La bonne lettre est un recours devant le département" in answer
    assert "au plus tard le lundi 4 janvier 2027" in answer
    letter = _lettre(fatou, "la crèche était fermée")
    assert "présidence du conseil départemental" in letter
    assert "une suspension de 40 %, pendant 1 mois" in letter
    assert "L262-47" in letter


def test_the_mediator_for_a_decision_of_france_travail(parler: Parler) -> None:
    grace = parler(GRACE)
    assert "médiateur régional" in grace.dit("Préparer une lettre")
    letter = _lettre(grace, "Laisser un blanc")
    assert "médiateur régional de France Travail" in letter
    assert "une suspension de 50 %, pendant 1 mois" in letter
    assert "R5312-47" in letter
    assert "n’arrête pas la sanction" in (grace.reponse.reserve or "")


def test_a_pending_mediation_is_mentioned(parler: Parler) -> None:
    assert "déposée le vendredi 30 octobre" in parler(PHILIPPE).dit("Préparer une lettre")


def test_a_file_without_procedure_chooses_the_kind(parler: Parler) -> None:
    nadia = parler(NADIA)
    assert "Quelle lettre vous faut-il" in nadia.dit("Préparer une lettre")
    letter = _lettre(nadia, "réclamation à l’agence", "mon rendez-vous a été compté deux fois")
    assert "Objet : réclamation" in letter
    assert "[à compléter : ce que vous contestez ou demandez]" in letter


def test_unproven_the_letter_is_in_the_answer_with_blanks_and_kept_nowhere(parler: Parler) -> None:
    nobody = parler(None)
    nobody.dit("Préparer une lettre")
    nobody.dit("Lettre d’observations", date_reception="2026-11-20")
    nobody.dit("je n'ai jamais reçu la convocation")
    answer = nobody.dit("oui", "affirmer")
    assert "[à compléter : votre prénom et votre nom]" in answer
    assert "lettre reçue le 20 novembre 2026" in answer
    assert "Je n’ai jamais reçu la convocation." in answer
    assert "\n\n" not in answer
    assert nobody.reponse.attachments == ()
    assert "Je ne garde pas cette lettre" in answer


def test_messaging_gets_the_words_instead_of_a_link(parler: Parler) -> None:
    kevin = parler(KEVIN, channel="telegram")
    kevin.dit("Préparer une lettre")
    kevin.dit("Laisser un blanc")
    assert "Objet : mes observations" in kevin.dit("oui", "affirmer")
    assert kevin.reponse.attachments == ()


@pytest.mark.parametrize("kind", sorted(lettre_texte.TITRES))
@pytest.mark.parametrize("who", [KEVIN, OLIVIER, IOANA, FATOU, GRACE, PHILIPPE, NADIA, None])
def test_every_letter_can_be_written_for_every_file(
    parler: Parler, kind: str, who: str | None
) -> None:
    request = parler(who).demande("")
    deadline = observations(request) if kind == "observations" else recours(request)
    letter = lettre_texte.rediger(request, kind, deadline, "mes mots")
    assert "Mes mots." in letter
    assert "None" not in letter
    assert "{" not in letter
    assert "'" not in letter


def test_unknown_values_of_a_file_leave_blanks(parler: Parler) -> None:
    kevin = parler(KEVIN)
    request = kevin.demande("")
    bare = replace(
        request.dossier.procedures[0],
        lettre_recue_le=date(2026, 11, 20),
        manquement_le=None,
        rendez_vous=None,
        sanction_envisagee="autre_chose",
    )
    request = replace(
        request, dossier=replace(request.dossier, procedures=(bare,), conseiller=None)
    )
    letter = lettre_texte.rediger(request, "observations", observations(request), "")
    letter = letter.replace("\u00a0", " ")
    assert "mon absence du [à compléter : date]" in letter
    assert "[à compléter : nom de l’agence]" in letter
    assert "autre chose" in letter
