"""How wide words are in Source Sans 3, so that sheets can be judged without the typeface.

Letters with marks are as wide as without; a test compares the figures with the typeface.
"""

import unicodedata

REGULAR = {
    200: " \u00a0", 241: "|", 246: "i", 247: "j", 249: "',.:;\u2019\u201a\u2018", 255: "l",
    298: "\u0142",
    263: "I", 289: "!", 292: "f", 303: "()[]{}", 311: "-", 338: "t", 347: "r", 350: "/\\", 418: "*",
    419: "s", 425: "?z", 426: '"\u201c\u201d\u201e', 446: "x", 456: "c", 467: "vy", 476: "Y",
    480: "J\u2013", 486: "L", 494: "F", 495: "k", 496: "e",
    497: "#$+0123456789<=>^~\u2212\u00a7", 500: "_\u0141", 504: "ag", 513: "X", 515: "V",
    527: "E", 534: "S", 536: "T", 539: "Z", 542: "`o",
    544: "Ahu", 547: "n", 553: "b", 555: "dpq", 566: "P", 569: "R", 571: "C", 579: "K", 588: "B",
    609: "&", 615: "D", 617: "G", 645: "U", 647: "N", 652: "H", 664: "OQ", 719: "w", 727: "M",
    786: "W", 824: "%", 829: "m", 847: "@", 948: "\u2026",
}  # fmt: skip
BOLD = {
    200: " \u00a0", 268: "|", 276: "i", 278: "j", 286: "l", 300: "',.:;\u2019\u201a\u2018",
    359: "\u0142", 301: "I", 332: "-", 339: "/\\", 340: "!", 341: "f", 344: "()[]{}", 383: "t",
    398: "r", 443: "s", 457: "*", 460: "z", 463: "?", 467: "c", 480: "\u2013", 500: "_", 509: "J",
    514: "x", 518: "Le", 521: "y", 523: "v", 524: "F", 525: "Y", 527: "a",
    528: "#$+0123456789<=>^~\u2212\u00a7", 534: "g",
    537: '"\u201c\u201d\u201e', 541: "Z", 543: "\u0141", 548: "Ek",
    555: "`o", 556: "STV", 567: "X", 568: "u", 571: "h", 572: "n", 573: "Abdpq", 582: "C", 596: "P",
    605: "B", 613: "R", 614: "K", 635: "D", 638: "G", 665: "NU", 667: "&", 674: "H", 684: "OQ",
    762: "M", 776: "w", 813: "W", 857: "%m", 902: "@", 978: "\u2026",
}  # fmt: skip
"""Width in thousandths of the letters' size -> letters."""
UNKNOWN = 700
"""A letter that is not listed is taken for a wide one."""
POINT = 25.4 / 72
"""In millimetres."""

_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, REGULAR), (True, BOLD))
}


def width_of(words: str, points: float, *, bold: bool = False) -> float:
    """Width in millimetres of words set on one line."""
    widths = _WIDTHS[bold]
    whole = sum(widths.get(_without_marks(letter), UNKNOWN) for letter in words)
    return whole / 1000 * points * POINT


def lines_of(words: str, points: float, width: float) -> int:
    """How many lines words take in a column of this width; they break at spaces."""
    lines, left = 1, width
    for word in words.split(" "):
        needed = width_of(word + " ", points)
        if needed > left and left < width:
            lines, left = lines + 1, width
        left -= needed
    return lines


def _without_marks(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
