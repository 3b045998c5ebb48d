"""The compact tables of the lemmatizer answer as spaCy's own."""

from __future__ import annotations

import pytest

from addons.nlu.lemma_tables import CompactTable
from addons.nlu.spacy_loader import load_model

TEXTS = (
    "J'ai été convoquée à deux ateliers, mes enfants étaient malades et le bus n'est pas passé.",
    "Ils m'ont radié sans prévenir, qu'est-ce que je risque si je n'y vais pas ?",
    "Les justificatifs envoyés par mon médecin ont été refusés : c'est injuste, je conteste.",
    "wsh jsuis degouter chui alé a latelier é yavé persone",
)


@pytest.fixture(scope="module")
def original():
    """The model with spaCy's own tables."""
    import spacy

    with pytest.warns(UserWarning, match="W095"):
        return spacy.load("fr_core_news_sm", exclude=["parser", "ner"])


@pytest.mark.parametrize("text", TEXTS)
def test_same_lemmas(original, text):
    ours = load_model("fr_core_news_sm")
    assert [t.lemma_ for t in ours(text)] == [t.lemma_ for t in original(text)]


def test_every_form_and_no_other(original):
    lookups = original.get_pipe("lemmatizer").lookups
    forms = dict(lookups.get_table("lemma_lookup").items())
    table = CompactTable(forms.items())
    assert len(table) == len(forms) > 200_000
    assert all(table.get(form) == lemmas for form, lemmas in list(forms.items())[::50])
    assert table.get("xyzxyz") is None
    assert table.get("xyzxyz", ["même"]) == ["même"]
