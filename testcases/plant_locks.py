#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Plants locking and first-word faults at real call sites of a typed tree.

    plant_locks.py plant TREE OUTPUT --seed 1 --number 150 > expected
    vmalint check --format json:report.json OUTPUT
    plant_locks.py recall report.json < expected

OUTPUT becomes a hard-linked copy of TREE, in which the changed files are
replaced; TREE keeps its content. At most one fault goes into a file. Each
line printed is one fault: "path:line:rule kind".
"""
import argparse
import json
import random
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("arch", "drivers", "fs", "io_uring", "ipc", "kernel", "mm", "net",
           "security", "sound", "virt")
NAME = r"[A-Za-z_]\w*"
VMA = rf"{NAME}(?:->{NAME})*"

LOOKUP = re.compile(
    rf"^(?P<tab>\t+)(?P<vma>{NAME}) = (?:find_vma|vma_lookup|"
    rf"find_vma_intersection|vma_next|vma_find)\([^;\n]*\);$", re.M)
START_WRITE = re.compile(
    rf"^(?P<tab>\t+)vma_start_write\((?P<vma>{NAME})\);$", re.M)
SET = re.compile(
    rf"^(?P<tab>\t+)vm_flags_(?:set|clear)\((?P<vma>{VMA}), "
    rf"(?P<flags>[^;\n]+)\);$", re.M)
OVERWRITE = re.compile(
    rf"^(?P<tab>\t+)vm_flags_(?:init|reset)\((?P<vma>{NAME}), "
    rf"(?P<flags>[^;\n]+)\);$", re.M)
TEST = re.compile(rf"(?P<vma>\b{NAME})->vm_flags & VM_[A-Z]+\b")
HANDLER = re.compile(rf"\.(?:fault|huge_fault|page_mkwrite|pfn_mkwrite)\s*=\s*"
                     rf"(?P<name>{NAME}),")
FUNCTION_END = re.compile(r"^}", re.M)


@dataclass
class Fault:
    """One way to go wrong at a site."""
    kind: str
    rule: str
    site: re.Pattern
    text: str          # {tab} {vma} {flags}; "@" marks where the finding is
    keeps_site: bool = False
    needs: str = ""    # what the function must hold in front of the site
    forbids: str = ""  # what the function must not hold at all
    paths: str = ""    # the VMAs of drivers are mostly new ones


MADE_HERE = r"vm_area_alloc|vm_area_dup|_mmap\w*\(|kmem_cache_alloc"
LOCKED = r"vma_start_write|mmap_write_lock|vma_assert_write_locked"
FAULTS = [
    Fault("bare helper after lookup", "unlocked_modify", LOOKUP,
          "{tab}if ({vma})\n{tab}\t@vma_set_flags({vma}, VMA_DONTCOPY_BIT);",
          keeps_site=True, forbids=r"vma_start_write|vma_assert|_mmap\w*\("),
    Fault("reset after lookup", "unlocked_modify", LOOKUP,
          "{tab}if ({vma})\n{tab}\t@vm_flags_reset({vma}, VM_DONTCOPY);",
          keeps_site=True, forbids=r"vma_start_write|vma_assert|_mmap\w*\("),
    Fault("field before the lock", "unlocked_modify", LOOKUP,
          "{tab}if ({vma}) {{\n{tab}\t{vma}->vm_pgoff = 0;\n"
          "{tab}\t@vm_flags_set({vma}, VM_DONTCOPY);\n{tab}}}",
          keeps_site=True, forbids=r"vma_start_write|vma_assert|_mmap\w*\("),
    Fault("read lock only", "unlocked_modify", LOOKUP,
          "{tab}if ({vma})\n{tab}\t@vm_flags_set({vma}, VM_DONTCOPY);",
          keeps_site=True, needs=r"mmap_read_lock\(",
          forbids=r"upgrade|mmap_write"),
    Fault("no start_write", "unlocked_modify", re.compile(
        START_WRITE.pattern + r"\n(?P<rest>\t+(?:vma_(?:set|clear)_flags|"
        r"vm_flags_reset(?:_once)?)\((?P=vma),)", re.M),
          "@{rest}", forbids=MADE_HERE, paths=r"^(mm|kernel|arch)/"),
    Fault("init after lookup", "init_on_live", LOOKUP,
          "{tab}if ({vma})\n{tab}\t@vm_flags_init({vma}, {vma}->vm_flags | "
          "VM_DONTCOPY);", keeps_site=True),
    Fault("mod after lookup", "init_on_live", LOOKUP,
          "{tab}if ({vma})\n{tab}\t@__vm_flags_mod({vma}, VM_DONTCOPY, 0);",
          keeps_site=True),
    Fault("sample before start_write", "stale_sample", START_WRITE,
          "{tab}vm_flags_t planted = {vma}->vm_flags;\n"
          "{tab}vma_start_write({vma});\n"
          "{tab}@vm_flags_reset({vma}, planted | VM_DONTCOPY);",
          forbids=MADE_HERE, paths=r"^(mm|kernel|arch)/"),
    Fault("sample after lookup", "stale_sample", LOOKUP,
          "{tab}if ({vma}) {{\n"
          "{tab}\tvm_flags_t planted = {vma}->vm_flags & ~VM_LOCKED;\n\n"
          "{tab}\tvma_start_write({vma});\n"
          "{tab}\t@vm_flags_reset_once({vma}, planted);\n{tab}}}",
          keeps_site=True, forbids=LOCKED),
    Fault("word by hand", "nonatomic_first_word", SET,
          "{tab}@{vma}->flags.__vma_flags[0] |= {flags};"),
    Fault("word by a cast", "nonatomic_first_word", SET,
          "{tab}@*(unsigned long *)&{vma}->flags |= {flags};"),
    Fault("word helper", "nonatomic_first_word", SET,
          "{tab}@vma_flags_set_word(&{vma}->flags, {flags});"),
    Fault("bit without atomics", "nonatomic_first_word", SET,
          "{tab}@__set_bit(VMA_IO_BIT, {vma}->flags.__vma_flags);"),
    Fault("plain read", "nonatomic_first_word", TEST,
          "@{vma}->vm_flags & VM_MAYBE_GUARD", forbids=LOCKED + "|_mmap\\w*\\("),
    Fault("atomic bit", "atomic_misuse", SET,
          "{tab}@set_bit(VMA_IO_BIT, {vma}->flags.__vma_flags);"),
    Fault("atomic bit by a cast", "atomic_misuse", SET,
          "{tab}@clear_bit(VMA_IO_BIT, (unsigned long *)&{vma}->vm_flags);"),
    Fault("atomic helper, wrong flag", "atomic_misuse", SET,
          "{tab}@vma_set_atomic_flag({vma}, VMA_LOCKED_BIT);"),
    Fault("only the first word", "stale_high_words", OVERWRITE,
          "{tab}@vma_flags_overwrite_word(&{vma}->flags, {flags});"),
    Fault("cleared before once", "stale_high_words", OVERWRITE,
          "{tab}vma_flags_clear_all(&{vma}->flags);\n"
          "{tab}@vma_flags_overwrite_word_once(&{vma}->flags, {flags});"),
    Fault("unset words", "stale_high_words", SET,
          "{tab}{{\n{tab}\tvma_flags_t planted;\n\n"
          "{tab}\t@vma_flags_overwrite_word(&planted, {flags});\n"
          "{tab}\tvm_flags_set({vma}, vma_flags_to_legacy(planted));\n"
          "{tab}}}"),
]
HANDLER_CALLS = {
    "set in a handler": "@vm_flags_set({vmf}->vma, VM_DONTDUMP);",
    "bare set in a handler": "@vma_set_flags({vmf}->vma, VMA_DONTDUMP_BIT);",
    "remap in a handler": "@remap_pfn_range({vmf}->vma, {vmf}->address, 0, "
                          "PAGE_SIZE, {vmf}->vma->vm_page_prot);",
}


def function_around(text, position):
    """The text of the function that holds a position; "" outside of one."""
    start = text.rfind("\n{", 0, position)
    end = FUNCTION_END.search(text, position)
    if start < 0 or not end or "\n}" in text[start:position]:
        return "", 0
    head = max(text.rfind("\n}", 0, start), text.rfind(";\n", 0, start), 0)
    return text[head:end.start()], position - head


def in_comment(text, position):
    return text.rfind("/*", 0, position) > text.rfind("*/", 0, position)


def is_simple_statement(text, match):
    """Is the site a statement of its own, not the arm of an if or else?"""
    before = text[:match.start()].rstrip().rsplit("\n", 1)[-1].strip()
    return before.endswith((";", "{", "}", "*/", ":"))


def fits(fault, text, match):
    function, offset = function_around(text, match.start())
    if not function or in_comment(text, match.start()):
        return False
    if fault.site is not TEST and not is_simple_statement(text, match):
        return False
    if fault.needs and not re.search(fault.needs, function[:offset]):
        return False
    return not (fault.forbids and re.search(fault.forbids, function))


def with_text(text, start, end, planted):
    """The new text and the line of the "@" in what was planted."""
    before, mark, after = planted.partition("@")
    assert mark
    # A kept statement may begin with its own white space.
    indent = after[:len(after) - len(after.lstrip())]
    line = (text[:start] + before + indent).count("\n") + 1
    return text[:start] + before + after + text[end:], line


def plant_site(fault, text, match):
    planted = fault.text.format(**match.groupdict())
    if fault.keeps_site:
        planted = match.group() + "\n" + planted
    return with_text(text, match.start(), match.end(), planted)


def plant_handler(call, text, name):
    """Puts a call in front of the last return of a handler; None if not."""
    head = re.search(rf"^[^\n]*\b{name}\(struct vm_fault \*(?P<vmf>{NAME})"
                     rf"[^)]*\)\n{{\n(?P<body>.*?)^}}", text, re.M | re.S)
    if not head:
        return None
    returns = list(re.finditer(r"^\treturn\b", head["body"], re.M))
    if not returns:
        return None
    at = head.start("body") + returns[-1].start()
    return with_text(text, at, at,
                     "\t" + call.format(vmf=head["vmf"]) + "\n")


def candidates(path, text):
    """All (kind, rule, function that plants) of one file."""
    found = []
    for fault in FAULTS:
        if not re.search(fault.paths, str(path)):
            continue
        for match in fault.site.finditer(text):
            if fits(fault, text, match):
                found.append((fault.kind, fault.rule,
                              lambda f=fault, m=match: plant_site(f, text, m)))
    for match in HANDLER.finditer(text):
        for kind, call in HANDLER_CALLS.items():
            found.append((kind, "unlocked_modify",
                          lambda c=call, n=match["name"]:
                          plant_handler(c, text, n)))
    return found


def calls_of(text):
    return set(re.findall(r"(?<![\w(])[a-z_]\w*(?=\()", text)) - {"if"}


def offers(tree):
    """The words of the headers in which helpers are declared."""
    words = set()
    for folder in ("include/linux", "include/asm-generic"):
        for path in (tree / folder).rglob("*.h"):
            words.update(re.findall(r"\w+", path.read_text(
                encoding="utf-8", errors="surrogateescape")))
    return words


def possible(tree):
    """The kinds of faults whose helpers the tree has."""
    words = offers(tree)
    texts = {fault.kind: fault.text for fault in FAULTS} | HANDLER_CALLS
    return {kind for kind, text in texts.items() if calls_of(text) <= words}


def sources(tree):
    for folder in FOLDERS:
        for path in sorted((tree / folder).rglob("*.c")):
            text = path.read_text(encoding="utf-8", errors="surrogateescape")
            if "vm_area_struct" in text and "__vma_flags" not in text:
                yield path.relative_to(tree), text


def choose(tree, seed, number):
    """Spreads the faults evenly over the kinds, one to a file."""
    by_kind = defaultdict(list)
    kinds_here = possible(tree)
    for path, text in sources(tree):
        for kind, rule, plant in candidates(path, text):
            if kind not in kinds_here:
                continue
            by_kind[kind].append((path, rule, plant))
    order = random.Random(seed)
    for kind in sorted(by_kind):
        order.shuffle(by_kind[kind])
    used, chosen = set(), []
    # Rare kinds choose first, or common ones take their files.
    kinds = sorted(by_kind, key=lambda kind: (len(by_kind[kind]), kind))
    while len(chosen) < number and any(by_kind.values()):
        for kind in kinds:
            while by_kind[kind]:
                path, rule, plant = by_kind[kind].pop()
                result = None if path in used else plant()
                if result:
                    used.add(path)
                    chosen.append((path, rule, kind, *result))
                    break
    return chosen[:number]


def plant(arguments):
    shutil.rmtree(arguments.output, ignore_errors=True)
    subprocess.run(["cp", "-al", arguments.tree, arguments.output], check=True)
    for path, rule, kind, text, line in choose(
            arguments.tree, arguments.seed, arguments.number):
        target = arguments.output / path
        target.unlink()
        target.write_text(text, encoding="utf-8", errors="surrogateescape")
        print(f"{path}:{line}:{rule} {kind}")
    return 0


def recall(arguments):
    report = json.loads(arguments.report.read_text())
    found = {f"{item['path']}:{item['line']}:{item['rule']}"
             for item in report["findings"]}
    total, hits, missed = Counter(), Counter(), []
    for line in sys.stdin.read().splitlines():
        place, _, kind = line.partition(" ")
        rule = place.rsplit(":", 1)[1]
        total[rule] += 1
        if place in found:
            hits[rule] += 1
        else:
            missed.append(f"missed {place} ({kind})")
    print("\n".join(missed))
    for rule in sorted(total):
        print(f"{rule}: {hits[rule]} of {total[rule]}")
    share = 100 * sum(hits.values()) / max(1, sum(total.values()))
    print(f"recall {share:.1f} % of {sum(total.values())}")
    return 0 if share >= arguments.at_least else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    planter = commands.add_parser("plant", help="make a tree with faults")
    planter.add_argument("tree", type=Path)
    planter.add_argument("output", type=Path)
    planter.add_argument("--seed", type=int, default=1)
    planter.add_argument("--number", type=int, default=150)
    planter.set_defaults(run=plant)
    judge = commands.add_parser("recall", help="compare with a report")
    judge.add_argument("report", type=Path)
    judge.add_argument("--at-least", type=float, default=90.0)
    judge.set_defaults(run=recall)
    arguments = parser.parse_args()
    return arguments.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
