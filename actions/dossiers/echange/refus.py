"""What was refused, where and why."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lieu:
    """A place in the document: path from the root, line, and whose file it is in."""

    chemin: str
    ligne: int
    identifiant: str | None = None

    def cle(self, name: str, line: int | None = None) -> Lieu:
        path = f"{self.chemin}.{name}" if self.chemin else name
        return Lieu(path, line or self.ligne, self.identifiant)

    def rang(self, index: int, line: int) -> Lieu:
        return Lieu(f"{self.chemin}[{index}]", line, self.identifiant)


@dataclass(frozen=True)
class Refus:
    """Why something was refused (``raison``, in French), and where."""

    lieu: Lieu
    raison: str

    def phrase(self, fichier: str) -> str:
        whose = f" ({self.lieu.identifiant})" if self.lieu.identifiant else ""
        path = self.lieu.chemin or "document"
        return f"{fichier}, ligne {self.lieu.ligne}, {path}{whose} : {self.raison}"


@dataclass
class Refusals:
    """Collects them all; reading goes on after each."""

    refus: list[Refus] = field(default_factory=list)

    def add(self, lieu: Lieu, raison: str) -> None:
        self.refus.append(Refus(lieu, raison))

    def sorted(self) -> tuple[Refus, ...]:
        return tuple(sorted(self.refus, key=lambda r: (r.lieu.ligne, r.lieu.chemin)))
