"""Refusals of the web channel: a status and one French sentence that says what to do."""

from __future__ import annotations

BAD_REQUEST = "Je n’ai pas pu lire votre message. Écrivez-le à nouveau."
EMPTY = "Votre message est vide. Écrivez votre question."
TOO_LONG = "Votre message est trop long (1 000 caractères au plus). Écrivez l’essentiel en quelques phrases."
UNSUPPORTED = "Ce format n’est pas accepté."
NO_SESSION = "Votre session n’est pas reconnue. Rouvrez la fenêtre de discussion."
EXPIRED = "Votre session a expiré. Rouvrez la fenêtre de discussion, ou reconnectez-vous à votre espace personnel."
TOO_MANY = "Vous avez envoyé beaucoup de messages. Attendez une minute, puis réessayez."
UNAVAILABLE = "L’assistant n’est pas disponible pour le moment. Réessayez dans quelques minutes, ou appelez le 39 49."


class Refusal(Exception):
    """A request that is not served. ``status``: HTTP status; ``sentence``: French, for the person."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
