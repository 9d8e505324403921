"""In: a random generator. Out: invented words, names and sentences: the same from the same seed, and no word of any language."""

from __future__ import annotations

from random import Random

_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pl qu r s sk st t th tr v w z".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = ["", "", "n", "r", "l", "s", "m", "nd", "rt", "st"]
_SMALL = "the of and in to that was had with for from on by which as at".split()


class Prose:
    """A vocabulary of `size` words and what is said with it. Names are of words that no sentence holds by chance."""

    def __init__(self, random: Random, size: int = 4000) -> None:
        self.random = random
        words = list(dict.fromkeys(self._word() for _ in range(size * 2)))
        self._words, self._unused = words[:size], iter(words[size:])

    def _word(self) -> str:
        return "".join(
            self.random.choice(part)
            for _ in range(self.random.choice((2, 2, 3)))
            for part in (_ONSETS, _VOWELS, _CODAS)
        )

    def name(self) -> str:
        """A name of two words that was not given before: `Brealind Skourt`."""
        while (word := next(self._unused, "")) in _SMALL:
            pass
        # Where every unused word is taken, a syllable more makes a new one.
        word = word or self._word() + self._word() + self._word()
        return f"{word} {self.random.choice(self._words)}".title()

    def words(self, count: int) -> str:
        return " ".join(self.random.choice(self._words) for _ in range(count))

    def title(self, count: int) -> str:
        return " ".join(word.capitalize() for word in self.words(count).split())

    def sentence(self, holding: str = "") -> str:
        """About sixteen words and a full stop, with the words `holding` among them."""
        said = [
            self.random.choice(_SMALL if at % 3 == 1 else self._words)
            for at in range(self.random.randint(9, 21))
        ]
        if holding:
            said.insert(self.random.randint(1, len(said) - 1), holding)
        if self.random.random() < 0.2:
            at = self.random.randint(1, len(said) - 1)
            said[at] += ","
        return f"{said[0].capitalize()} {' '.join(said[1:])}."
