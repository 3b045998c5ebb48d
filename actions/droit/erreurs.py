"""What can go wrong with the rules base."""


class ReglesInvalides(Exception):
    """A rule file is broken; the message reads « path:line: what is wrong »."""


class RegleInconnue(KeyError):
    """No rule has this id."""


class ValeurInconnue(KeyError):
    """The rule exists on that day but holds no such value."""


class HorsPeriode(LookupError):
    """The rule says nothing about that day: no figure may be given."""
