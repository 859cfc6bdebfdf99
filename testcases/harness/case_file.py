# SPDX-License-Identifier: GPL-2.0-only
"""Reads one case: for which APIs it is and what it expects on which line."""
import re
from dataclasses import dataclass, field

# Name of the API here -> what the program calls it, and its level.
SHAPES = {"plain": ("plain", 0), "const": ("const", 0), "typed1": ("typed", 1),
          "typed2": ("typed", 2), "typed3": ("typed", 3)}
APIS = tuple(SHAPES)
TYPED = tuple(api for api in APIS if SHAPES[api][1])
KINDS = ("EXPECT", "KNOWN-MISS", "KNOWN-FALSE")
PREFIXES = ("bad_", "good_", "limit_")
SUFFIXES = (".c", ".rs", ".rst", ".parameters")
# Headers such as /* API: .. */ stand at the top of the file.
HEADER_LINES = 8

MARK = re.compile(
    r"/\*\s*(EXPECT|KNOWN-MISS|KNOWN-FALSE)(-NEXT-LINE)?"
    r"(?:\(([^)]*)\))?:\s*(.*?)\s*\*/")
LOOKS_LIKE_MARK = re.compile(r"\b(?:EXPECT|KNOWN-?(?:MISS|FALSE))\b")
HEADER = re.compile(
    r"/\*\s*(API|ERRORS|FOLDER|REJECTED|TREE)(?:\(([^)]*)\))?"
    r"(?::\s*(.*?))?\s*\*/")


class CaseError(Exception):
    """A case that says something that makes no sense."""


@dataclass(frozen=True)
class Mark:
    """One expectation: a finding of this rule on this line, or its absence."""
    kind: str
    rule: str
    part: str
    line: int
    apis: tuple


@dataclass
class Case:
    """A file of testcases/rules/RULE/ and what it says about itself."""
    path: object
    rule: str
    apis: tuple = APIS
    folder: str = ""  # of the tree, where it does not go to the drivers
    error_apis: tuple = ()
    rejected_apis: tuple = ()
    place: str = ""
    marks: list = field(default_factory=list)

    @property
    def name(self):
        return f"{self.rule}/{self.path.name}"

    def marks_for(self, api):
        return [mark for mark in self.marks if api in mark.apis]


def parse_apis(text, where):
    """The APIs that a list names; "typed" stands for all typed levels."""
    found = []
    for word in re.split(r"[\s,]+", text.strip()):
        if word != "typed" and word not in APIS:
            raise CaseError(f"{where}: '{word}' is no API")
        found += TYPED if word == "typed" else (word,)
    return tuple(api for api in APIS if api in found)


def parse_marks(match, line, where, rules):
    """The expectations of one comment."""
    kind, _, apis, text = match.groups()
    chosen = parse_apis(apis, where) if apis else APIS
    marks = []
    for item in text.split(","):
        rule, _, part = (piece.strip() for piece in item.partition(":"))
        if rule not in rules:
            raise CaseError(f"{where}: '{rule}' is no rule")
        marks.append(Mark(kind, rule, part, line, chosen))
    return marks


def next_code_line(lines, number):
    """The first line after this one that does more than expect."""
    number += 1
    while number <= len(lines) and MARK.fullmatch(lines[number - 1].strip()):
        number += 1
    return number


def read_marks(path, lines, rules):
    marks = []
    for number, text in enumerate(lines, 1):
        where = f"{path}:{number}"
        matches = list(MARK.finditer(text))
        if len(matches) != len(LOOKS_LIKE_MARK.findall(text)):
            raise CaseError(f"{where}: not understood: {text.strip()}")
        for match in matches:
            line = next_code_line(lines, number) if match[2] else number
            marks += parse_marks(match, line, where, rules)
    return marks


def read_headers(case, lines):
    """What the comments at the top say; the last word is with API."""
    said = {"ERRORS": (), "REJECTED": ()}
    for number, text in enumerate(lines[:HEADER_LINES], 1):
        match = HEADER.search(text)
        where = f"{case.path}:{number}"
        if match and match[1] == "API":
            case.apis = parse_apis(match[3] or "", where)
        elif match and match[1] == "FOLDER":
            case.folder = match[3]
        elif match and match[1] == "TREE":
            case.place = match[3] or ""
        elif match:
            said[match[1]] = parse_apis(match[2], where) if match[2] else APIS
    case.error_apis = tuple(a for a in said["ERRORS"] if a in case.apis)
    case.rejected_apis = tuple(a for a in said["REJECTED"] if a in case.apis)


def check_name(case):
    """A name that promises something else than the file holds is an error."""
    kinds = {mark.kind for mark in case.marks}
    name = case.path.name
    if case.path.suffix == ".h":
        return
    if name.startswith("bad_"):
        has_part = len(list(case.path.parent.glob(case.path.stem + ".*"))) > 1
        if not has_part and case.rule not in {
                mark.rule for mark in case.marks if mark.kind == "EXPECT"}:
            raise CaseError(f"{case.path}: expects no {case.rule}")
        if kinds - {"EXPECT"}:
            raise CaseError(f"{case.path}: known limits belong in limit_ files")
    elif name.startswith("good_") and kinds:
        raise CaseError(f"{case.path}: a good_ file expects findings")
    elif name.startswith("limit_") and not kinds & {"KNOWN-MISS",
                                                    "KNOWN-FALSE"}:
        raise CaseError(f"{case.path}: holds no known limit")


def read_case(path, rule, rules):
    """Reads and validates one case; raises CaseError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if len(lines) < 2 or "/* " not in lines[1]:
        raise CaseError(f"{path}:2: the second line says what the case shows")
    case = Case(path, rule)
    read_headers(case, lines)
    case.marks = read_marks(path, lines, rules)
    check_name(case)
    return case


def read_cases(root, rules):
    """All cases below a folder; an unknown file or folder is an error."""
    cases = []
    for folder in sorted(root.iterdir()):
        if folder.name not in rules or not folder.is_dir():
            raise CaseError(f"{folder}: neither a rule nor anything known")
        for path in sorted(folder.iterdir()):
            is_case = (path.suffix in SUFFIXES and
                       path.name.startswith(PREFIXES))
            is_part = path.suffix == ".h" and any(
                path.with_suffix(suffix).exists() for suffix in SUFFIXES)
            if not is_case and not is_part:
                raise CaseError(f"{path}: neither a case nor a case's header")
            cases.append(read_case(path, folder.name, rules))
    share_apis(cases)
    return cases


def share_apis(cases):
    """A case's header is there for the APIs of its case."""
    sources = {case.path.with_suffix(""): case for case in cases
               if case.path.suffix != ".h"}
    for case in cases:
        if case.path.suffix == ".h":
            case.apis = sources[case.path.with_suffix("")].apis


def own_trees(cases):
    """The cases that are laid out in trees of their own, by name: all files
    of one name, if one of them says where it belongs."""
    groups = {}
    for case in cases:
        groups.setdefault((case.rule, case.path.stem), []).append(case)
    return {f"{rule}-{stem}": files for (rule, stem), files in groups.items()
            if any(case.place for case in files)}
