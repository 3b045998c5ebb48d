"""The rules base and the decisions: dated law as data, pure functions, their reasons.

Nothing here knows Rasa, a database or a person: facts in, `Resultat` out.
"""
