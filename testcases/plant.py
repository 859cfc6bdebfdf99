#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Plants misuses of flags at real places of a tree with the typed API.

    testcases/plant.py TREE OUTPUT SEED NUMBER > expected
    vmalint check --format json:report.json OUTPUT
    testcases/plant.py --score expected report.json

OUTPUT becomes a copy of TREE by hard links, in which the changed files are
files of their own. One line, `path:line:rule`, is printed for each plant. The
score is the share of the plants that a report has, for each rule, and what it
has of these rules besides.
"""
import json
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

FOLDERS = ("mm", "fs", "kernel", "drivers", "arch/x86")
# So that each constant of the plants is declared; one line.
PREAMBLE = "#include <linux/mman.h>\n"
# A line that only says something, or goes on in the next.
PROSE = re.compile(r"^\s*(\*|/\*|//|#)|\\$|%p|\"")

WORD = r"(?P<word>\b(?:\w+->)*\w*vma->vm_flags) & (?P<mask>VM_[A-Z]+)\b(?! *\|)"
TEST = r"\bvma_test\((?P<vma>[^(),]+), VMA_(?P<stem>[A-Z]+)_BIT\)"
BITS = (r"\b(?P<call>vma_(?:set_flags|clear_flags|test_any|test_all)"
        r"\([^(),]+(?:, VMA_\w+_BIT)*), VMA_(?P<stem>[A-Z]+)_BIT\b")
CALL = r"\b(?P<call>vm_flags_(?:set|clear|init|mod)\([^(),]+), (?P<mask>VM_[A-Z]+)\b(?! *\|)"
LOCAL = r"\bvm_flags_t (?P<name>\w+) = (?P<value>[^;&]*vma->vm_flags)\b(?! *&)"

# Rule, where it can be planted, and what is planted there; {stem} is a flag.
PLANTS = (
    ("mask_as_bit", TEST, "vma_test({vma}, VM_{stem})"),
    ("mask_as_bit", BITS, "{call}, VM_{stem}"),
    ("mask_as_bit", WORD, "{word} & BIT(VM_{stem})"),
    ("mask_as_bit", WORD, "{word} & (1UL << VM_{stem})"),
    ("mask_as_bit", CALL, "{call}, 1UL << VM_{stem}"),
    ("bit_as_mask", WORD, "{word} & VMA_{stem}_BIT"),
    ("bit_as_mask", CALL, "{call}, VMA_{stem}_BIT"),
    ("bit_as_mask", WORD, "{word} & (VM_IO | VMA_{stem}_BIT)"),
    ("bit_arithmetic", TEST, "vma_test({vma}, VMA_{stem}_BIT + 1)"),
    ("bit_arithmetic", TEST, "vma_test({vma}, VMA_IO_BIT | VMA_{stem}_BIT)"),
    ("bit_arithmetic", WORD, "{word} & ~VMA_{stem}_BIT"),
    ("bit_arithmetic", TEST, "!VMA_{stem}_BIT"),
    ("raw_bit", TEST, "vma_test({vma}, 5)"),
    ("raw_bit", BITS, "{call}, 14"),
    ("raw_bit", TEST, "vma_test({vma}, (vma_flag_t)5)"),
    ("foreign_flag", WORD, "{word} & MAP_SHARED"),
    ("foreign_flag", WORD, "{word} & PROT_WRITE"),
    ("foreign_flag", WORD, "{word} & VM_FAULT_RETRY"),
    ("foreign_flag", WORD, "{word} & FAULT_FLAG_WRITE"),
    ("foreign_flag", CALL, "{call}, MAP_LOCKED"),
    ("foreign_flag", TEST, "vma_test({vma}, PROT_EXEC)"),
    ("flag_truncation", WORD, "(int){word} & VM_{stem}"),
    ("flag_truncation", WORD, "{word} & ~(u32)VM_{stem}"),
    ("flag_truncation", LOCAL, "unsigned int {name} = {value}"),
    ("exact_compare", WORD, "{word} == VM_{stem}"),
    ("exact_compare", WORD, "{word} != VM_{stem}"),
    ("bit_out_of_word", WORD, "{word} & (1 << VMA_SEALED_BIT)"),
    ("bit_out_of_word", CALL, "{call}, 1U << VMA_UFFD_MINOR_BIT"),
    ("many_as_one", WORD, "{word} & BIT(ilog2(VM_ACCESS_FLAGS))"),
    ("optional_flag", TEST, "vma_test({vma}, VMA_GROWSUP_BIT)"),
    ("optional_flag", WORD, "({word} & VM_DROPPABLE) == VM_DROPPABLE"),
)
RULES = tuple(dict.fromkeys(rule for rule, _, _ in PLANTS))


def declared_stems(tree):
    """Flags that the tree has both as a bit and as a mask."""
    text = (tree / "include/linux/mm.h").read_text()
    bits = re.findall(r"DECLARE_VMA_BIT\((\w+),", text)
    return {stem for stem in bits
            if re.search(rf"#\s*define VM_{stem}\s+INIT_VM_FLAG", text)}


def sites(tree, stems):
    """(path, line number, plant, match) of each place that takes a plant."""
    for folder in FOLDERS:
        for path in sorted((tree / folder).rglob("*.c")):
            text = path.read_text(encoding="utf-8", errors="surrogateescape")
            if "vm_flags" not in text and "vma_" not in text:
                continue
            for number, line in enumerate(text.split("\n"), 1):
                if "v" not in line or PROSE.search(line):
                    continue
                yield from line_sites(path, number, line, stems)


def stem_of(match):
    groups = match.groupdict()
    return groups.get("stem") or groups.get("mask", "VM_READ")[3:]


def line_sites(path, number, line, stems):
    for plant in PLANTS:
        match = re.search(plant[1], line)
        if match and stem_of(match) in stems and not is_exempt(plant, path):
            yield path, number, plant, match


def is_exempt(plant, path):
    """Under arch/ an optional flag is not optional."""
    return plant[0] == "optional_flag" and "/arch/" in str(path)


def choose(found, number, seed):
    """At most one plant to a line, as many of each rule as there are."""
    chooser = random.Random(seed)
    by_plant = defaultdict(list)
    for site in found:
        by_plant[site[2]].append(site)
    chosen, taken = [], set()
    while len(chosen) < number and any(by_plant.values()):
        for plant in PLANTS:
            left = [site for site in by_plant[plant]
                    if site[:2] not in taken]
            by_plant[plant] = left
            if left and len(chosen) < number:
                site = chooser.choice(left)
                taken.add(site[:2])
                chosen.append(site)
    return sorted(chosen, key=lambda site: site[:2])


def planted(line, site):
    _, _, (_, _, template), match = site
    new = template.format(**match.groupdict() | {"stem": stem_of(match)})
    return line[:match.start()] + new + line[match.end():]


def plant_file(tree, output, path, own):
    """Writes one changed file; returns what is expected in it."""
    name = path.relative_to(tree)
    lines = path.read_text(encoding="utf-8",
                           errors="surrogateescape").split("\n")
    for site in own:
        lines[site[1] - 1] = planted(lines[site[1] - 1], site)
    target = output / name
    target.unlink()  # a link to the file of the other tree
    target.write_text(PREAMBLE + "\n".join(lines), encoding="utf-8",
                      errors="surrogateescape")
    shift = PREAMBLE.count("\n")
    return [f"{name}:{site[1] + shift}:{site[2][0]}" for site in own]


def plant_tree(tree, output, seed, number):
    chosen = choose(sites(tree, declared_stems(tree)), number, seed)
    subprocess.run(["cp", "-al", tree, output], check=True)
    by_path = defaultdict(list)
    for site in chosen:
        by_path[site[0]].append(site)
    for path, own in by_path.items():
        print("\n".join(plant_file(tree, output, path, own)))


def score(expected_path, report_path):
    expected = set(Path(expected_path).read_text().split())
    report = json.loads(Path(report_path).read_text())
    found = {f"{finding['path']}:{finding['line']}:{finding['rule']}"
             for finding in report["findings"] if finding["rule"] in RULES}
    totals = Counter(entry.rsplit(":", 1)[1] for entry in expected)
    hits = Counter(entry.rsplit(":", 1)[1] for entry in expected & found)
    for rule in sorted(totals):
        print(f"{rule}: {hits[rule]} of {totals[rule]}")
    print(f"all: {len(expected & found)} of {len(expected)}")
    for entry in sorted(expected - found):
        print(f"missed {entry}")
    for entry in sorted(found - expected):
        print(f"besides {entry}")


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "--score":
        score(*arguments[1:])
    elif len(arguments) == 4:
        tree, output = (Path(name).resolve() for name in arguments[:2])
        plant_tree(tree, output, *map(int, arguments[2:]))
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
