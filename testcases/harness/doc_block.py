# SPDX-License-Identifier: GPL-2.0-only
"""Takes the C blocks out of rules/NAME.md and checks the page's shape."""
import re
from dataclasses import dataclass

HEADINGS = ("What it finds", "Why it matters", "Bad", "Good",
            "Confidence and limits", "How to silence it")
HEADER_TEXT = "#include <linux/mm.h>\n\n"
BLOCK = re.compile(r"^```(?:c|rust)\n(.*?)^```$", flags=re.M | re.S)
PLACE = re.compile(r"/\* TREE: (\S+) \*/")
LINK = re.compile(r"\]\(([^)#]+)\)")


@dataclass(frozen=True)
class Block:
    """The example of one rule, good or bad, as it is compiled."""
    rule: str
    kind: str
    api: str
    text: str

    @property
    def place(self):
        """The file that it is a part of, in a tree of its own; or None."""
        place = PLACE.search(self.text)
        return place and place[1]

    @property
    def path(self):
        folder = re.search(r"/\* FOLDER: (\S+) \*/", self.text)
        return self.place or (f"{folder[1] if folder else 'drivers/docs'}/"
                              f"{self.rule}_{self.kind}.c")


def sections(text):
    """The text below each second-level heading."""
    pieces = re.split(r"^## (.+)$", text, flags=re.M)
    return dict(zip((name.strip() for name in pieces[1::2]), pieces[2::2]))


def read_block(rule, kind, text):
    blocks = BLOCK.findall(text)
    if len(blocks) != 1:
        raise ValueError(f"'{kind}' holds {len(blocks)} blocks, not one")
    code = blocks[0]
    api = re.match(r"\s*/\* API: (\w+) \*/", code)
    if "#include" not in code and not PLACE.search(code):
        code = HEADER_TEXT + code
    return Block(rule, kind.lower(), api[1] if api else "const", code)


def page_faults(path, text):
    """What the page lacks besides its examples."""
    faults = []
    if not text.startswith(f"# {path.stem}\n"):
        faults.append(f"does not start with '# {path.stem}'")
    have = tuple(sections(text))
    if have != HEADINGS:
        faults.append(f"headings are {', '.join(have)}")
    faults += [f"no such file: {link}" for link in LINK.findall(text)
               if "://" not in link and not (path.parent / link).exists()]
    return faults


def read_page(path):
    """(blocks, faults) of one page."""
    text = path.read_text(encoding="utf-8")
    faults, blocks = page_faults(path, text), []
    parts = sections(text)
    for kind in ("Bad", "Good"):
        try:
            blocks.append(read_block(path.stem, kind, parts.get(kind, "")))
        except ValueError as error:
            faults.append(str(error))
    return blocks, [f"{path}: {fault}" for fault in faults]
