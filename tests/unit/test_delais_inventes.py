"""Delays that circulate without a source are corrected, real ones are not."""

from __future__ import annotations

import pytest

from actions.idees_fausses import correction


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("il faut annuler 48h avant non ?", "nombre d’heures pour prévenir ou annuler"),
        ("on doit prévenir 48 heures avant le rendez-vous ?", "nombre d’heures pour prévenir"),
        ("on m'a dit 48 h pour justifier une absence", "nombre d’heures pour justifier"),
        ("j'ai 5 jours ouvrés pour donner mon justificatif ?", "jours ouvrés"),
        ("c'est 5 jours ouvrables pour répondre je crois", "jours ouvrés"),
        ("le décret du 1er avril 2024 dit quoi sur les absences", "Aucun texte"),
    ],
)
def test_an_invented_delay_is_corrected(make_request, said, part):
    found = correction(make_request("fournir_justificatif", said))
    assert found is not None
    assert part in found.conclusion
    assert "48" not in found.conclusion
    assert found.rules


@pytest.mark.parametrize(
    "said",
    ["mon rendez-vous est dans 48h, je peux l'annuler ?", "j'envoie mon arrêt à la cpam sous 48h ?"]
    + ["j'ai attendu 48 h au téléphone", "mon justificatif est parti il y a deux jours"],
)
def test_a_real_delay_is_left_alone(make_request, said):
    assert correction(make_request("fournir_justificatif", said)) is None
