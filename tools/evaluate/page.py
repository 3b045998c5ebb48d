"""The report as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from tools.evaluate.measures import Guess, Scores

_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#16262b}
table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid #d5dfe0;padding:.25rem .75rem;text-align:left}
td.n{text-align:right;font-variant-numeric:tabular-nums}figure{display:inline-block;margin:0 1rem 1rem 0;vertical-align:top}
.bad{color:#a32020}svg{max-width:100%;height:auto}"""


def page(
    sets: Mapping[str, Scores],
    pictures: Mapping[str, str],
    wrong: Sequence[Guess],
    entities: Mapping[str, float],
) -> str:
    """The whole page."""
    parts = [
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Understanding: report</title>",
        f"<style>{_STYLE}</style><h1>How well people are understood</h1>",
        _summary(sets),
        *(
            f"<figure><figcaption>{escape(name)}</figcaption>{svg}</figure>"
            for name, svg in pictures.items()
        ),
    ]
    held_out = next(iter(sets.values()))
    parts += [_shares("By voice", held_out.by_voice), _shares("By intent", held_out.by_intent)]
    if entities:
        parts.append(_shares("Entities (F1, with values)", entities))
    parts.append(_wrong(wrong))
    return "\n".join(parts) + "</html>\n"


def _summary(sets: Mapping[str, Scores]) -> str:
    names = ("count", "accuracy", "caught", "refused", "calibration_error")
    head = "".join(f"<th>{name.replace('_', ' ')}</th>" for name in names)
    rows = "".join(
        f"<tr><th>{escape(title)}</th>"
        + "".join(f"<td class='n'>{_number(getattr(s, n))}</td>" for n in names)
        + "</tr>"
        for title, s in sets.items()
    )
    return f"<table><tr><th></th>{head}</tr>{rows}</table>"


def _shares(title: str, shares: Mapping[str, float]) -> str:
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td class='n{' bad' if share < 0.85 else ''}'>{share:.3f}</td></tr>"
        for name, share in shares.items()
    )
    return f"<h2>{escape(title)}</h2><table>{rows}</table>"


def _wrong(guesses: Sequence[Guess]) -> str:
    rows = "".join(
        f"<tr><td>{escape(g.text)}</td><td>{escape(g.expected)}</td><td>{escape(g.intent)}</td>"
        f"<td class='n'>{g.confidence:.2f}</td></tr>"
        for g in guesses
    )
    head = "<tr><th>sentence</th><th>meant</th><th>understood</th><th>confidence</th></tr>"
    return f"<h2>Worst sentences</h2><table>{head}{rows}</table>"


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"
