#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Plants wrong writes in a copy of a kernel tree and counts those found.

N relevant lines of different files are drawn by SEED. On each, `x->vm_flags`
becomes a write to it, or else a VM_ flag becomes a statement expression that
writes to a VMA. What vmalint does not find is printed with the reason that it
gives for not having seen the line. OUT must not exist; it and OUT.json stay.

Exit code: 0 all found or said to be unseen, 1 a line was lost silently.
"""
import argparse
import json
import random
import re
import subprocess
import sys
from collections import Counter, namedtuple
from pathlib import Path

COMMENT_OR_STRING = re.compile(
    r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
# As the kernel is written, only functions have their braces in column one.
FUNCTION = re.compile(r"^\{.*?^\}", re.MULTILINE | re.DOTALL)
MEMBER = re.compile(r"(?<![\w.>)\]])(?:\w+(?:\([^()\n]*\)|\[[^][\n]*\])*"
                    r"(?:->|\.))+vm_flags\b")
FLAG_NAME = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(VM_[A-Z0-9_]+)[ \t]",
                       re.MULTILINE)
WRITE = ("({{ struct vm_area_struct *planted = 0; planted->vm_flags |= 1; "
         "{}; }})")

Place = namedtuple("Place", "path line first start end text")


def blank(match):
    return re.sub(r"[^\n]", " ", match[0])


def flag_pattern(tree):
    """The flags that the tree's own mm.h defines, as one expression."""
    text = (tree / "include/linux/mm.h").read_text(errors="replace")
    names = sorted(set(FLAG_NAME.findall(text)))
    return re.compile(r"\b(?:" + "|".join(names) + r")\b")


def matches_by_line(code, flags):
    """The token to break on each line: a member if there is one."""
    found = {}
    for pattern in (MEMBER, flags):
        for match in pattern.finditer(code):
            found.setdefault(code.count("\n", 0, match.start()) + 1, match)
    return found


def why_not(code, plain, functions, match):
    """Why a token cannot be broken, or None."""
    if code[match.start()] != plain[match.start()]:
        return "in a directive"
    if not any(start <= match.start() < end for start, end in functions):
        return "outside of functions"
    start = statement_start(plain, match.start())
    head = plain[start:match.start()]
    if not is_writable(code, match[0]):
        return "of no VMA, or of a const one"
    if re.search(r"\b\w*(?:BUG_ON\w*|DEFINE)\([^;]*\Z", head):
        return "in what need not be evaluated"
    if re.match(r"\s*static\b", head):
        return "in a static initialiser"
    if re.search(r"\bcase\b[^:]*\Z", head):
        return "in a case label"
    return None


def is_writable(code, text):
    """Is it a flag, or the word of a variable that is declared as a VMA?"""
    member = re.search(r"(\w+)(?:->|\.)vm_flags\Z", text)
    if not member:
        return True
    types = re.findall(r"((?:const )?)struct (\w+) \**" + member[1] + r"\b",
                       code)
    return bool(types) and all(kind == ("", "vm_area_struct")
                               for kind in types)


def statement_start(code, at):
    return max(code.rfind(mark, 0, at) for mark in ";{}") + 1


def candidates(tree, path, flags, left_out):
    """The places of a file that can be broken; counts the others."""
    # Bytes as they are: one of them is one character.
    code = (tree / path).read_bytes().decode("latin-1")
    code = COMMENT_OR_STRING.sub(blank, code)
    plain = DIRECTIVE.sub(blank, code)
    functions = [match.span() for match in FUNCTION.finditer(plain)]
    for line, match in sorted(matches_by_line(code, flags).items()):
        reason = why_not(code, plain, functions, match)
        if reason:
            left_out[reason] += 1
            continue
        start = statement_start(plain, match.start())
        start += len(plain[start:]) - len(plain[start:].lstrip())
        yield Place(path, line, plain.count("\n", 0, start) + 1,
                    match.start(), match.end(), match[0])


def draw(tree, paths, seed, number):
    """Places in different files, and what was left out of the draw."""
    flags, left_out, every = flag_pattern(tree), Counter(), []
    for path in paths:
        every += candidates(tree, path, flags, left_out)
    random.Random(seed).shuffle(every)
    chosen = {}
    for place in every:
        chosen.setdefault(place.path, place)
    return sorted(list(chosen.values())[:number]), len(every), left_out


def break_place(folder, place):
    """Replaces the token; the file must not stay one with the original."""
    file = folder / place.path
    text = file.read_bytes().decode("latin-1")
    wrong = f"({place.text} |= 1)" if "vm_flags" in place.text else \
        WRITE.format(place.text)
    text = text[:place.start] + wrong + text[place.end:]
    file.unlink()
    file.write_bytes(text.encode("latin-1"))


def selected_paths(program, tree, cache):
    dump = subprocess.run([program, "check", "--dump=files", "--cache-dir",
                           cache, tree], check=True, text=True,
                          stdout=subprocess.PIPE)
    return [line.split("\t")[0] for line in dump.stdout.splitlines()]


def check(program, tree, cache, paths):
    """The report on the changed files; each is analysed by itself anyway."""
    report = Path(f"{tree}.json")
    report.unlink(missing_ok=True)
    subprocess.run([program, "check", "--timeout", "300", "--cache-dir", cache,
                    "--format", f"json:{report}", "--fail-on", "never",
                    "--progress", "never", "--tree", tree, "--",
                    *(tree / path for path in paths)], check=False,
                   stderr=subprocess.DEVNULL)
    return json.loads(report.read_text())


def show_missed(missed, report):
    """Prints each with what vmalint says of it; how many it says nothing."""
    unseen = {(line["path"], line["line"]): line["reason"]
              for line in report["unseen"]}
    silent = 0
    for place in missed:
        reason = unseen.get((place.path, place.line))
        silent += reason is None
        print(f"  {place.path}:{place.line}: {place.text}: "
              f"{reason or 'SEEN, and nothing found'}")
    return silent


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("seed")
    parser.add_argument("number", type=int)
    parser.add_argument("vmalint", type=Path)
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    tree, out = arguments.tree.resolve(), arguments.out.resolve()
    program, cache = arguments.vmalint.resolve(), f"{out}.cache"
    if out.exists():
        sys.exit(f"plant_breaks: {out} exists")
    places, nr_places, left_out = draw(
        tree, selected_paths(program, tree, cache), arguments.seed,
        arguments.number)
    subprocess.run(["cp", "-al", tree, out], check=True)
    for place in places:
        break_place(out, place)
    report = check(program, out, cache, [place.path for place in places])
    wrong = {(finding["path"], finding["line"])
             for finding in report["findings"]
             if finding["rule"] == "direct_write"}
    # What a macro expands is reported where the macro's use begins.
    missed = [place for place in places
              if not any((place.path, line) in wrong
                         for line in range(place.first, place.line + 1))]
    print(f"{nr_places} lines can be broken; left out: "
          + ", ".join(f"{count} {reason}"
                      for reason, count in sorted(left_out.items())))
    print(f"planted {len(places)}, found {len(places) - len(missed)}, "
          f"missed {len(missed)}")
    return int(show_missed(missed, report) > 0)


if __name__ == "__main__":
    sys.exit(main())
