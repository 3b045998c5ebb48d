"""Loads the French spaCy model and tokenises, tags and lemmatises with it.

Rasa's own ``SpacyNLP`` refuses ``fr_core_news_sm`` 3.8.0 under spaCy 3.7.5, the newest spaCy that lives with
Rasa's dependencies, although the model works there (our tests check its lemmas and tags).
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from addons.nlu.lemma_tables import shrink

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SPACY_DOC = "text_spacy_doc"  # message key: the analysed text, a spacy.tokens.Doc
_UNUSED = ("parser", "ner")


@lru_cache(maxsize=2)
def load_model(name: str) -> Language:
    """The spaCy model without parser and entity recogniser, loaded once in a process."""
    import spacy

    with warnings.catch_warnings():
        # W095: the model was made for spaCy 3.8; see the head of this file.
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        model = spacy.load(name, exclude=list(_UNUSED))
    shrink(model)
    return model


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class FrenchTokenizer(Tokenizer):
    """Sets the tokens (with lemma and tag) and the spaCy document of each message."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``model``: the name of the installed spaCy model."""
        return {
            "model": "fr_core_news_sm",
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FrenchTokenizer:
        """Loads the model at start-up rather than at the first message; not at all in training, which reads none."""
        component = cls({**cls.get_default_config(), **config})
        if execution_context.model_id:
            load_model(component._config["model"])("Bonjour")
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The classifier reads the text itself: tokens of training sentences would never be used."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Analyse the text of each message."""
        for message in messages:
            doc = load_model(self._config["model"])(message.get(TEXT) or "")
            message.set(SPACY_DOC, doc)
            message.set("text_tokens", self.tokens_of(doc))
        return messages

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Tokens of one attribute (see the parent class)."""
        return self.tokens_of(load_model(self._config["model"])(message.get(attribute) or ""))

    @staticmethod
    def tokens_of(doc: Doc) -> list[Token]:
        """Rasa's tokens for an analysed text."""
        return [
            Token(token.text, token.idx, lemma=token.lemma_, data={"pos": token.pos_})
            for token in doc
            if token.text.strip()
        ]
