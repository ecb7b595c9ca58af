"""The typeface of everything printed, from npm: Source Sans 3."""

import io
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

FOLDER = Path("node_modules", "source-sans", "TTF")
"""From the project's root."""
FACES = ("SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf", "SourceSans3-It.ttf")
FOR_FORMS = "form.ttf"
"""The face that fields are filled in with, cut down: it is put whole into every fillable PDF."""
LETTERS_OF_FORMS = (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x20AC)
"""All of Latin that Czech, Polish and their neighbours write, and typographic signs."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """The faces below the project's root."""

    project: Path

    @property
    def present(self) -> bool:
        return all((self.project / FOLDER / face).is_file() for face in FACES)

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """Changes when a face does."""
        files = (self.project / FOLDER / face for face in FACES)
        return tuple(blake2b(one.read_bytes()).hexdigest() for one in files if one.is_file())

    def face(self, name: str) -> bytes:
        """The file of one face. Raises LookupError for an unknown one."""
        if name == FOR_FORMS:
            return self._cut_down()
        if name not in FACES:
            raise LookupError(name)
        return (self.project / FOLDER / name).read_bytes()

    def _cut_down(self) -> bytes:
        from fontTools.subset import Options, Subsetter
        from fontTools.ttLib import TTFont

        font = TTFont(self.project / FOLDER / FACES[0], recalcTimestamp=False)
        options = Options(layout_features=[], hinting=False, notdef_outline=True)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=LETTERS_OF_FORMS)
        subsetter.subset(font)
        file = io.BytesIO()
        font.save(file)
        return file.getvalue()
