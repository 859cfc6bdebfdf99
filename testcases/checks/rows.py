# SPDX-License-Identifier: GPL-2.0-only
"""A command, a format, an option and an architecture are one row and its files.

What a row names is there, and what is there has a row.
"""
import re

from check import files, lines, main, plant_file

COMMANDS = "checker/options/commands.def"
FORMATS = "checker/options/formats.def"
OPTIONS = "checker/options/table.c"
# Who else has a line on each format, and how it begins.
TOLD = {"checker/integration/ci.md": "`{}`",
        "testcases/harness/readers.py": '    "{}": '}
FOLDER = "checker/arguments/arch"
ARCHES = f"{FOLDER}/arches.def"
OPTION = re.compile(r'\t\{ "([\w-]+)", (?:0|\'\w\'), SCOPE_')


def read_rows(root, name, pattern):
    """What the rows of a table name, with the line of each."""
    rows = []
    for number, line in enumerate(lines(root, name), 1):
        row = re.match(pattern, line)
        if row:
            rows.append((row[1], number))
    return rows


def check_twice(table, rows):
    seen = set()
    return [f"{table}:{number}: '{word}' has a row already"
            for word, number in rows if word in seen or seen.add(word)]


def check_commands(root):
    rows = read_rows(root, COMMANDS, r"COMMAND\(\w+, (\w+)\)")
    names = {name for name, _ in rows}
    errors = [f"{COMMANDS}:{number}: command '{name}' has no {part}"
              for name, number in rows
              for part in (f"checker/options/commands/{name}.c",
                           f"checker/command/{name}.c")
              if not (root / part).is_file()]
    errors += [f"{path}:1: has no row in {COMMANDS}"
               for path in files(root, r"^checker/options/commands/\w+\.c$")
               if re.match(r".*/(\w+)\.c", path)[1] not in names]
    return errors + check_twice(COMMANDS, rows) + check_usages(root, names)


def check_usages(root, names):
    """The line of usage is in the file of its command, and nowhere else."""
    errors, known = [], set()
    for path in files(root, r"^checker/.*\.[ch]$"):
        text = (root / path).read_text(encoding="utf-8")
        for word in re.findall(r'\.usage =\s+"  vmalint (\w+)', text):
            known.add(word)
            if path != f"checker/options/commands/{word}.c":
                errors.append(f"{path}:1: usage of '{word}'")
    return errors + [f"{COMMANDS}:1: '{name}' has no usage"
                     for name in sorted(names - known)]


def check_formats(root):
    """One writer a format, under its name."""
    rows = read_rows(root, FORMATS, r"(?:OWN_)?FORMAT\(\w+, (\w+)\)")
    writers = {}
    for path in files(root, r"^checker/.*\.c$"):
        text = (root / path).read_text(encoding="utf-8")
        for name in re.findall(r"^void (\w+)_append\(GString \*out, const "
                               r"struct output_subject \*subject\)", text,
                               re.MULTILINE):
            writers.setdefault(name, path)
    errors = [f"{FORMATS}:{number}: no file of output/format/ has "
              f"{name}_append()" for name, number in rows
              if "/output/format/" not in writers.get(name, "")]
    for name, number in read_rows(root, FORMATS, r"FORMAT\(\w+, (\w+)\)"):
        errors += [f"{FORMATS}:{number}: {path} does not tell of '{name}'"
                   for path, words in TOLD.items()
                   if words.format(name) not in
                   (root / path).read_text(encoding="utf-8")]
    return errors + check_twice(FORMATS, rows)


def check_arches(root):
    rows = read_rows(root, ARCHES, r"ARCH\((\w+)\)")
    names = {name for name, _ in rows}
    errors = [f"{ARCHES}:{number}: '{name}' has no {FOLDER}/{name}.c"
              for name, number in rows
              if not (root / FOLDER / f"{name}.c").is_file()]
    for path in files(root, rf"^{FOLDER}/\w+\.c$"):
        text = (root / path).read_text(encoding="utf-8")
        errors += [f"{path}:1: has no row in {ARCHES}"
                   for name in re.findall(r"^const struct arch arch_(\w+)\[",
                                          text, re.MULTILINE)
                   if name not in names]
    return errors + check_twice(ARCHES, rows)


def check_options(root):
    return check_twice(OPTIONS, read_rows(root, OPTIONS, OPTION))


def check(root):
    return check_commands(root) + check_formats(root) + check_options(root) \
        + check_arches(root)


def plant_row(table, row):
    def plant(root):
        path = root / table
        path.write_text(path.read_text(encoding="utf-8") + row + "\n",
                        encoding="utf-8")
    return plant


PLANTED = {
    "command 'planted' has no checker/command/planted.c":
        plant_row(COMMANDS, "COMMAND(PLANTED, planted)"),
    "'check' has a row already": plant_row(COMMANDS, "COMMAND(OTHER, check)"),
    "checker/options/commands/planted.c:1: has no row":
        plant_file("checker/options/commands/planted.c", ""),
    "checker/options/planted.c:1: usage of 'check'":
        plant_file("checker/options/planted.c",
                   '\t.usage = "  vmalint check   again",\n'),
    "'planted' has no usage": plant_row(COMMANDS,
                                        "COMMAND(PLANTED, planted)"),
    "no file of output/format/ has planted_append()":
        plant_row(FORMATS, "FORMAT(PLANTED, planted)"),
    "checker/integration/ci.md does not tell of 'planted'":
        plant_row(FORMATS, "FORMAT(PLANTED, planted)"),
    f"'planted' has no {FOLDER}/planted.c": plant_row(ARCHES, "ARCH(planted)"),
    f"{FOLDER}/planted.c:1: has no row in {ARCHES}":
        plant_file(f"{FOLDER}/planted.c",
                   "const struct arch arch_planted[] = {\n"),
    "'text' has a row already": plant_row(FORMATS, "FORMAT(AGAIN, text)"),
    "'jobs' has a row already":
        plant_row(OPTIONS, '\t{ "jobs", 0, SCOPE_CHECK, "N",'),
}

if __name__ == "__main__":
    main(check, PLANTED)
