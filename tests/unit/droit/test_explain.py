"""What an adviser reads about a rule."""

from datetime import date

import pytest

from actions.droit import explain
from actions.droit.regles import charger


def lire(capsys, *argv: str) -> tuple[int, str, str]:
    sortie = explain.main(argv)
    ecrit = capsys.readouterr()
    return sortie, ecrit.out, ecrit.err


def test_history_lists_every_version_with_values_sources_and_links(capsys):
    sortie, texte, _ = lire(capsys, "situation.domicile")
    assert sortie == 0
    assert "Du 25/05/2014 jusqu’au 01/01/2025 (exclu)" in texte
    assert "heures = 72" in texte
    assert "Depuis le 01/01/2025" in texte
    assert "jours = 30" in texte
    assert "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000050929392" in texte


def test_confidence_and_caveat_are_said(capsys):
    _, texte, _ = lire(capsys, "atelier.convocation")
    assert "C, pratique dite par l’article de départ, sans texte trouvé" in texte
    assert "Réserve\u00a0: Depuis 2025" in texte
    assert "Vérifiée le\u00a0: 23/11/2026" in texte
    assert "Avant le 01/01/2025" in texte


@pytest.mark.parametrize(("jour", "vu"), [("2024-12-31", "72"), ("2025-01-01", "30")])
def test_a_date_shows_only_the_version_of_that_day(capsys, jour, vu):
    _, texte, _ = lire(capsys, "situation.domicile", "--on", jour)
    autre = {"72": "30", "30": "72"}[vu]
    assert f"= {vu}" in texte
    assert f"= {autre}" not in texte


def test_a_date_shows_only_the_sources_in_force(capsys):
    _, texte, _ = lire(capsys, "--on", "2019-05-02", "ancien.radiation")
    assert "LEGIARTI000038032959" in texte
    assert "LEGIARTI000038892963" not in texte


def test_outside_its_period_a_rule_says_so_and_gives_no_figure(capsys):
    sortie, texte, _ = lire(capsys, "ancien.cej", "--on", "2025-06-01")
    assert sortie == 0
    assert "Le 01/06/2025, cette règle ne s’applique pas." in texte
    assert "Du 01/03/2022 jusqu’au 01/06/2025 (exclu)" in texte
    assert "Valeurs" not in texte


def test_every_rule_can_be_explained():
    base = charger()
    for code in base.regles:
        assert explain.expliquer(base, code)[0].startswith(f"{code} — ")
        assert explain.expliquer(base, code, date(2026, 11, 23))


def test_values_read_like_french(capsys):
    _, texte, _ = lire(capsys, "sanction.contrat_refus")
    assert "premiere = part_min 30, mois_min 1, mois_max 2" in texte
    _, texte, _ = lire(capsys, "contrat.transition")
    assert "echeance = 01/01/2027" in texte
    _, texte, _ = lire(capsys, "recours.avocat")
    assert "obligatoire = non" in texte
    assert "Sans date de début ni de fin" in texte


def test_a_prefix_lists_its_rules(capsys):
    sortie, texte, _ = lire(capsys, "sanction.rsa")
    assert sortie == 0
    assert "sanction.rsa.plafond\u00a0: Plafond de la part touchée, RSA" in texte
    assert len(texte.splitlines()) == 8


def test_unknown_rule_suggests_the_closest(capsys):
    sortie, texte, erreur = lire(capsys, "sanction.asiduite")
    assert (sortie, texte) == (1, "")
    assert "sanction.assiduite.premiere" in erreur
    assert lire(capsys, "zzz")[2] == "Aucune règle ne s’appelle «\u00a0zzz\u00a0».\n"


@pytest.mark.parametrize(
    "argv", [(), ("--on",), ("a", "b"), ("sanction.rsa", "--on", "31/12/2025")]
)
def test_bad_arguments_give_a_sentence_and_the_usage(capsys, argv):
    sortie, _, erreur = lire(capsys, *argv)
    assert sortie == 1
    assert "Usage\u00a0: python -m actions.droit explain" in erreur


def test_a_broken_base_is_said_without_a_traceback(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(explain, "charger", lambda: charger(tmp_path))
    sortie, _, erreur = lire(capsys, "sanction.rsa")
    assert sortie == 1
    assert str(tmp_path) in erreur
