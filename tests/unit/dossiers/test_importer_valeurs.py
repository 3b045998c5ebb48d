"""What the format forgives, and what any change of a document may do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine

from actions.dossiers.echange.bilan import Bilan
from tests.unit.dossiers.aides import (
    decision,
    demo_document,
    lire,
    minimal,
    procedure,
    rendez_vous,
)

Importe = Callable[..., Bilan]
WHO = "1234567A"


def test_defaults_of_what_is_left_out(engine: Engine, importe: Importe) -> None:
    bare = rendez_vous(mention_obligatoire=None)
    document = minimal(rendez_vous=[bare], procedures=[procedure(decision=decision())])
    assert importe(engine, document).accepte
    found = lire(engine, WHO)
    rdv = found.rendez_vous[0]
    assert (rdv.document, rdv.mention_obligatoire, rdv.dans_contrat, rdv.dispense) == (
        "inconnu",
        "inconnu",
        "inconnu",
        "inconnu",
    )
    assert (rdv.prestataire, rdv.organisme, rdv.reports, rdv.absence) == ("non", None, (), None)
    assert found.procedures[0].decision is not None
    assert found.procedures[0].decision.mention_mediation == "inconnu"


@pytest.mark.parametrize(
    "text",
    ["", "# rien\n", "---\n", "{}", "agences:\nconseillers: []\ndossiers: ~\n", "null"],
)
def test_empty_documents(engine: Engine, importe: Importe, text: str) -> None:
    bilan = importe(engine, text)
    assert bilan.accepte
    assert "rien à importer" in bilan.lignes()[1]


def test_values_stay_as_typed(engine: Engine, importe: Importe) -> None:
    text = """\
agences:
  - {code: 0123, nom: No, region: Île-de-France}
dossiers:
  - identifiant: "1234567a"
    prenom: Yes
    nom: 0x1F
    telephone: 0639980001
    naissance: "1988-04-02"
    allocation: RSA
    foyer_rsa: seul
    rendez_vous:
      - {ref: 1, titre: 08:00, nature: atelier, debut: 2026-11-25T09:00, statut: prevu,
         mention_obligatoire: non, dans_contrat: oui, duree_minutes: 090}
"""
    assert importe(engine, text).accepte
    found = lire(engine, WHO)
    assert (found.prenom, found.nom, found.telephone) == ("Yes", "0x1F", "0639980001")
    assert found.naissance == date(1988, 4, 2)
    rdv = found.rendez_vous[0]
    assert (rdv.ref, rdv.titre, rdv.duree_minutes) == ("1", "08:00", 90)
    assert (rdv.mention_obligatoire, rdv.dans_contrat) == ("non", "oui")


@pytest.mark.parametrize(
    "document",
    [
        minimal(rendez_vous=[rendez_vous(debut="JT18:00", statut="absent", absence={})]),
        minimal(rendez_vous=[rendez_vous(statut="absent")]),
        minimal(allocation="ARE_et_RSA", foyer_rsa="seul"),
        minimal(procedures=[procedure(manquement_le=None, lettre_recue_le=None)]),
        minimal(recours=[{"ref": "rec-1"}]),
        minimal(
            rendez_vous=[
                rendez_vous(
                    ref=ref, statut="absent", absence={"justificatifs": [{"ref": "just-1"}]}
                )
                for ref in ("r1", "r2")
            ]
        ),
    ],
)
def test_documents_that_are_right(sqlite_engine: Engine, importe: Importe, document: Any) -> None:
    assert importe(sqlite_engine, document).refus == ()


JUNK = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(),
    st.sampled_from(["oui", "J+3", "M-2", "2026-02-30", "absent", "ARE", "JT09:00"]),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=5), st.text(max_size=3), max_size=2),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_any_change_is_imported_or_refused_with_a_reason(
    sqlite_engine: Engine, importe: Importe, data: st.DataObject
) -> None:
    document = demo_document()
    holder = data.draw(st.sampled_from(list(_holders(document))))
    holder[data.draw(st.sampled_from(sorted(holder)))] = data.draw(JUNK)
    bilan = importe(sqlite_engine, document)
    assert all(refus.raison and refus.lieu.chemin for refus in bilan.refus)
    assert bilan.lignes()


def _holders(value: Any) -> Any:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value:
        if isinstance(child, (dict, list)):
            yield from _holders(child)
