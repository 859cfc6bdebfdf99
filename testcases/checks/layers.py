# SPDX-License-Identifier: GPL-2.0-only
"""Each part includes only what checker/LAYERS grants it."""
import re

from check import files, lines, main, plant_file

LAYERS = "checker/LAYERS"
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def read_layers(root):
    """The parts in order, each with the set of words it may include."""
    parts, errors = {}, []
    for number, line in enumerate(lines(root, LAYERS), 1):
        part, colon, words = line.split("#")[0].partition(":")
        if not colon:
            continue
        parts[part] = set(words.split())
        errors += [f"{LAYERS}:{number}: '{part}' names '{word}', which is "
                   "below it" for word in sorted(parts[part])
                   if word not in parts and is_part(root, word)]
    return parts, errors


def is_part(root, word):
    return word == "rules" or (root / "checker" / word).exists()


def part_of(name):
    folders = name.split("/")
    if folders[0] == "rules":
        return "rules"
    return folders[1] if len(folders) > 2 else "main.c"


def target_of(root, name, quote, header, words):
    """The word of LAYERS that an include stands for; None for the system."""
    if "/" not in header and ((root / name).parent / header).exists():
        return part_of(name)
    header = header.removeprefix("rules/")
    first = header.split("/")[0]
    if first in words or header in words:
        return first if first in words else header
    return header if quote == '"' else None


def is_private(target, header):
    return "/" in header and target != "base" and \
        header not in (f"{target}/{target}.h", "rules/rule.h")


def judge(part, target, header, parts):
    """What is wrong with an include of this part, or None."""
    if target is None or target == part:
        return None
    granted = parts[part]
    if "*" not in granted and target not in granted:
        return f"'{part}' may not include '{target}'"
    if target in parts and is_private(target, header):
        return f"'{part}' may not include '{header}', private to '{target}'"
    return None


def check_file(root, name, parts):
    words = set(parts).union(*parts.values())
    part = part_of(name)
    if part not in parts:
        return [f"{name}:1: '{part}' is no part that {LAYERS} names"]
    errors = []
    for number, line in enumerate(lines(root, name), 1):
        include = INCLUDE.match(line)
        if include:
            quote, header = include.groups()
            target = target_of(root, name, quote, header, words)
            error = judge(part, target, header, parts)
            errors += [f"{name}:{number}: {error}"] if error else []
    return errors


def check(root):
    parts, errors = read_layers(root)
    for name in files(root, r"^(checker|rules)/.*\.[ch]$"):
        errors += check_file(root, name, parts)
    return errors


def plant_order(root):
    layers = root / LAYERS
    layers.write_text("base: output\n" + layers.read_text())


PLANTED = {
    "rules/planted.c:1: 'rules' may not include 'clang-c'":
        plant_file("rules/planted.c", "#include <clang-c/Index.h>\n"),
    "rules/planted.c:2: 'rules' may not include 'parse'":
        plant_file("rules/planted.c", '\n# include "parse/parse.h"\n'),
    "checker/select/planted.h:1: 'select' may not include 'rule.h'":
        plant_file("checker/select/planted.h", '#include "rules/rule.h"\n'),
    "checker/main.c:1: 'main.c' may not include 'select/lexer.h', private":
        plant_file("checker/main.c", '#include "select/lexer.h"\n'),
    "checker/planted/planted.c:1: 'planted' is no part":
        plant_file("checker/planted/planted.c", "\n"),
    "'base' names 'output', which is below it": plant_order,
}

if __name__ == "__main__":
    main(check, PLANTED)
