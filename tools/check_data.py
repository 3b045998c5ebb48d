"""Checks the training sentences: doubles, contradictions, near-copies, unbalanced intents. ``python -m tools.check_data``."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from actions.langue.normaliser import normalise
from tools.training_data import Sentence, read

MIN_SENTENCES = 80
MIN_OUT_OF_SCOPE = 400
MAX_RATIO = 6  # the largest intent (out of scope) against the smallest
NEAR = 0.93  # cosine of character n-grams of the normalised text
MAX_NEAR_SHARE = 0.02


@dataclass(frozen=True)
class Report:
    """What the check found. ``near``: pairs of sentences of one intent that say the same in almost the same letters."""

    counts: dict[str, int]
    contradictions: list[tuple[str, list[str]]]
    doubles: list[Sentence]
    near: list[tuple[str, str]]

    def problems(self) -> Iterator[str]:
        """One line for each thing to mend."""
        for text, intents in self.contradictions:
            yield f"in several intents ({', '.join(intents)}): {text}"
        for sentence in self.doubles:
            yield f"twice in {sentence.intent}: {sentence.text}"
        for intent, count in sorted(self.counts.items()):
            least = MIN_OUT_OF_SCOPE if intent == "hors_sujet" else MIN_SENTENCES
            if count < least:
                yield f"{intent} has {count} sentences, {least} are needed"
        if max(self.counts.values()) > MAX_RATIO * min(self.counts.values()):
            yield f"unbalanced: from {min(self.counts.values())} to {max(self.counts.values())} sentences"
        if len(self.near) > MAX_NEAR_SHARE * sum(self.counts.values()):
            yield f"{len(self.near)} near-copies, more than {MAX_NEAR_SHARE:.0%} of the sentences"


def check(sentences: Sequence[Sentence]) -> Report:
    """Compare every sentence with the others."""
    by_text: dict[str, list[Sentence]] = defaultdict(list)
    by_intent: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        by_text[normalise(sentence.text)].append(sentence)
        by_intent[sentence.intent].append(sentence.text)
    same = [group for group in by_text.values() if len(group) > 1]
    return Report(
        counts=dict(Counter(sentence.intent for sentence in sentences)),
        contradictions=[
            (group[0].text, sorted({s.intent for s in group}))
            for group in same
            if len({s.intent for s in group}) > 1
        ],
        doubles=[group[1] for group in same if len({s.intent for s in group}) == 1],
        near=[pair for texts in by_intent.values() for pair in near_copies(texts)],
    )


def near_copies(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of texts that differ by little more than a letter or the order of two words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    if len(texts) < 2:
        return
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), lowercase=False)
    vectors = vectorizer.fit_transform([normalise(text) for text in texts])
    likeness = np.triu((vectors @ vectors.T).toarray(), k=1)
    for first, second in zip(*np.nonzero(likeness >= NEAR), strict=False):
        yield texts[first], texts[second]


def main() -> int:
    """Print what is wrong; exit code 1 when something is."""
    argparse.ArgumentParser(prog="python -m tools.check_data", description=__doc__).parse_args()
    report = check(read())
    problems = list(report.problems())
    print("\n".join(problems))
    total = sum(report.counts.values())
    print(
        f"{total} sentences, {len(report.counts)} intents, {len(report.near)} near-copies, {len(problems)} problems."
    )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
