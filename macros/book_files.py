"""The handbook as a book: made from the finished site, and told where readers look for it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from .catalogue_facts import with_book
from .handbook import Handbook
from .model.output import Output
from .printing.book import Book, Imprint
from .printing.book_press import BookPress, Format
from .printing.epub import About
from .printing.outputs import Made
from .progress import Progress
from .terminal import words_for_terminal
from .writing.page import address
from .writing.writer import Writer

FOLDER = "handbook"
CATALOGUE = Path("data", "catalogue.json")


def add_books(handbook: Handbook, site: Path, progress: Progress) -> None:
    """Put the books of all languages into the finished ``site``, and links to them.

    Raises PandocFailed.
    """
    wanted = handbook.parts and not handbook.options.pages_only
    made = list(_books(handbook, site, progress)) if wanted else []
    for output, one in made:
        target = site / output.url[1:]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(one.content)
    outputs = [output for output, _ in made]
    for writer in handbook.writers.values():
        _link(handbook, writer, outputs, site)
    if outputs:
        _tell_catalogue(handbook, outputs, site)


def _books(handbook: Handbook, site: Path, progress: Progress) -> Iterator[tuple[Output, Made]]:
    def tell(language: str, format: Format) -> None:
        progress.step(f"Printing the handbook ({language}, {format.upper()})")

    press = BookPress(handbook.options.project, handbook.cache, tell)
    for language, writer in handbook.writers.items():
        layouts = {
            id: best for (one, id), best in handbook.sheet_layouts.items() if one == language
        }
        book = Book(writer, site, _imprint(handbook, language), layouts)
        html = book.html(_parts(handbook, writer))
        for format, made in press.files(html, _about(handbook, writer)):
            yield _output(format, made, handbook, writer), made
    if press.left_out is not None:  # why, and what to type, was told when the sheets were printed
        print(words_for_terminal(handbook.data.words)["book.left_out"], file=sys.stderr)


def _parts(handbook: Handbook, writer: Writer) -> Sequence[tuple[str, Sequence[str]]]:
    return [(writer.phrases.word(part.word), part.chapters) for part in handbook.parts]


def _imprint(handbook: Handbook, language: str) -> Imprint:
    author = handbook.data.operator.name or handbook.writers[language].phrases.word("site.name")
    return Imprint(author, handbook.copyright(language), handbook.catalogue.today)


def _about(handbook: Handbook, writer: Writer) -> About:
    imprint = _imprint(handbook, writer.language)
    return About(
        language=writer.language,
        title=writer.phrases.word("site.name"),
        author=imprint.author,
        rights=imprint.words,
        day=imprint.day.isoformat(),
        epoch=handbook.epoch,
    )


def _output(format: Format, made: Made, handbook: Handbook, writer: Writer) -> Output:
    folder = address(writer.language, handbook.languages[0], FOLDER)
    name = f"{writer.phrases.word('book.file_name')}-{writer.language}.{format}"
    return Output(format, "print", (writer.language,), folder + name, len(made.content))


def _link(handbook: Handbook, writer: Writer, outputs: Sequence[Output], site: Path) -> None:
    """Fill the places that the macro ``handbook_files`` has left on pages of prose."""
    files = [output for output in outputs if writer.language in output.languages]
    if not files:
        return  # the place says so itself
    place = writer.fragment("macros/handbook_files.html.j2", "/").strip()
    for page in handbook.prose.pages:
        if page.language != writer.language:
            continue
        parts = [part for part in page.name.removesuffix("index").split("/") if part]
        where = address(writer.language, handbook.languages[0], *parts)
        file = site / where[1:] / "index.html"
        html = file.read_text("utf-8")
        if place in html:
            filled = writer.fragment("book/files.html.j2", where, files=files)
            file.write_text(html.replace(place, filled.strip()), "utf-8")


def _tell_catalogue(handbook: Handbook, outputs: Sequence[Output], site: Path) -> None:
    file = site / CATALOGUE
    home = handbook.languages[0]
    writers = handbook.writers.items()
    words: dict[str, object] = {
        "title": {one: writer.phrases.word("site.name") for one, writer in writers},
        "summary": {one: writer.phrases.word("site.description") for one, writer in writers},
        "url": {one: address(one, home) for one, _ in writers},
    }
    told = with_book(file.read_text("utf-8"), words, handbook.catalogue, outputs)
    file.write_text(told, "utf-8")
