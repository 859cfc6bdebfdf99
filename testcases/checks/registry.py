# SPDX-License-Identifier: GPL-2.0-only
"""A rule is one name in all its places: rules.def, .c, .md, cases, README.

`registry.py --write` writes the table of rules/README.md as it has to be.
"""
import re
import sys

from check import ROOT, files, lines, main, plant_file

REGISTER = "rules/rules.def"
README = "rules/README.md"
# Pages in rules/ that explain no rule.
PAGES = {"README", "DEFINITIONS"}
ROW = re.compile(r"\| \[`?\w+`?\]\(\w+\.md\) \|")
HEAD = "| rule | severity | what it finds |"
UNIT_LIST = "testcases/unit/CMakeLists.txt"


def registered(root):
    """The rules' names with the line of each, in the order of the file."""
    entries = []
    for number, line in enumerate(lines(root, REGISTER), 1):
        entry = re.match(r"RULE\((\w+)\)", line)
        if entry:
            entries.append((entry[1], number))
    return entries


def check_order(names):
    return [f"{REGISTER}:{number}: '{name}' is out of order or twice"
            for (before, _), (name, number) in zip(names, names[1:])
            if before >= name]


def check_parts(root, name, number):
    """Each rule's files exist, and its folder has both kinds of cases."""
    cases = f"testcases/rules/{name}"
    wanted = [f"rules/{name}.c", f"rules/{name}.md", f"{cases}/bad_*.c",
              f"{cases}/good_*.c"]
    return [f"{REGISTER}:{number}: rule '{name}' has no {part}"
            for part in wanted if not list(root.glob(part))]


def strays(root, names):
    """Rules which the register does not know, by the first part of each."""
    parts = [*files(root, r"^rules/\w+\.md$"),
             *files(root, r"^testcases/rules/.*/.")]
    for source in files(root, r"^rules/\w+\.c$"):
        if "\nDEFINE_RULE(" in (root / source).read_text(encoding="utf-8"):
            parts.append(source)
    owners = {}
    for part in parts:
        owner = re.match(r"(?:testcases/)?rules/(\w+)", part)[1]
        owners.setdefault(owner, part)
    return [f"{part}:1: '{owner}' is not in {REGISTER}"
            for owner, part in owners.items() if owner not in names | PAGES]


def field(source, name):
    """The value of `.name = value` in a rule's definition, strings joined."""
    value = re.search(rf"\.{name}\s*=\s*([^;]*?),\s*(?=\.\w+\s*=|\}})", source)
    if not value:
        return ""
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', value[1])) or value[1]


def definition(root, name):
    """What rules/NAME.c says of itself: name, severity, summary."""
    source = (root / f"rules/{name}.c").read_text(encoding="utf-8")
    source = source[source.find("DEFINE_RULE"):]
    return (field(source, "name"),
            field(source, "severity").removeprefix("SEVERITY_").lower(),
            field(source, "summary").replace('\\"', '"'))


def first_sentence(root, name):
    """The first sentence of a rule's page, without the full stop."""
    page = (root / f"rules/{name}.md").read_text(encoding="utf-8")
    heading, _, text = page.partition("\n")
    if heading != f"# {name}":
        return f"(the first line is not '# {name}')"
    paragraph = " ".join(text.strip().split("\n\n")[0].split())
    return re.match(r"(.*?)(?:\.(?:\s|$)|$)", paragraph)[1]


def check_texts(root, name):
    own_name, _, summary = definition(root, name)
    errors = []
    if own_name != name:
        errors.append(f"rules/{name}.c:1: .name is '{own_name}'")
    if summary != first_sentence(root, name):
        errors.append(f"rules/{name}.md:3: first sentence is "
                      f"'{first_sentence(root, name)}', but the summary in "
                      f"{name}.c is '{summary}'")
    return errors


def table(root):
    """The rows of the table of rules."""
    rows = []
    for name, _ in registered(root):
        _, severity, summary = definition(root, name)
        rows.append(f"| [`{name}`]({name}.md) | {severity} "
                    f"| {summary} |")
    return rows


def write_table(root):
    text = lines(root, README)
    heads = [number for number, line in enumerate(text) if line == HEAD]
    start = heads[0] + 2
    rest = [line for line in text[start:] if not ROW.match(line)]
    (root / README).write_text("\n".join(
        [*text[:start], *table(root), *rest]) + "\n", encoding="utf-8")


def check_readme(root):
    rows = [(number, line) for number, line
            in enumerate(lines(root, README), 1) if ROW.match(line)]
    if [line for _, line in rows] == table(root):
        return []
    number = rows[0][0] if rows else 1
    return [f"{README}:{number}: the table of rules is not what "
            "testcases/checks/registry.py --write makes it"]


def check_map(root):
    """What rules/README.md names of the facts and of rule.h is there."""
    headers = "".join((root / name).read_text(encoding="utf-8") for name
                      in files(root, r"^(checker/facts/.*|rules/rule)\.h$"))
    named = re.compile(r"`(?:facts->(\w+)|struct (\w+)|(\w+)\(\))")
    return [f"{README}:{number}: no header has '{word}'"
            for number, line in enumerate(lines(root, README), 1)
            for words in named.findall(line) for word in words
            if word and word not in ("check", "DEFINE_RULE") and
            not re.search(rf"\b{word}\b", headers)]


def check_smallest(root):
    """The example of a loop is the shortest rule that has one."""
    sizes = {name: len(lines(root, f"rules/{name}.c"))
             for name, _ in registered(root)}
    example = re.search(r"\]\((\w+)\.c\) is the smallest",
                        (root / README).read_text(encoding="utf-8"))
    smallest = min(sizes.values())
    if example and sizes.get(example[1]) == smallest:
        return []
    return [f"{README}:1: the smallest example is none: "
            f"{min(sizes, key=sizes.get)}.c has {smallest} lines"]


def check_unit_tests(root):
    text = (root / UNIT_LIST).read_text(encoding="utf-8")
    listed = re.search(r"set\(parts\s([^)]*)\)", text)[1].split()
    return [f"{name}:1: is not listed in {UNIT_LIST}"
            for name in files(root, r"^testcases/unit/test_\w+\.c$")
            if re.match(r".*/test_(\w+)\.c", name)[1] not in listed]


def check(root):
    names = registered(root)
    errors = check_order(names) + check_unit_tests(root)
    parts = [error for name, number in names
             for error in check_parts(root, name, number)]
    errors += parts + strays(root, {name for name, _ in names})
    if parts:
        return errors
    for name, _ in names:
        errors += check_texts(root, name)
    return errors + check_readme(root) + check_map(root) + \
        check_smallest(root)


def first_rule(root):
    return registered(root)[0][0]


def change(name, old, new):
    """A planted error: a file with the first match of old replaced."""
    def plant(root):
        path = root / name.replace("FIRST", first_rule(root))
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")
    return plant


def plant_entry(entry):
    def plant(root):
        register = root / REGISTER
        register.write_text(register.read_text() + entry)
    return plant


def plant_missing(part):
    def plant(root):
        for path in root.glob(part.replace("FIRST", first_rule(root))):
            path.unlink()
    return plant


PLANTED = {
    "'a_planted' is out of order": plant_entry("RULE(a_planted)\n"),
    "'zz_planted' has no rules/zz_planted.md":
        plant_entry("RULE(zz_planted)\n"),
    "/good_*.c": plant_missing("testcases/rules/FIRST/good_*.c"),
    "rules/planted.md:1: 'planted' is not in":
        plant_file("rules/planted.md", "# planted\n"),
    "testcases/rules/planted/bad_x.c:1: 'planted' is not in":
        plant_file("testcases/rules/planted/bad_x.c", ""),
    "rules/planted.c:1: 'planted' is not in":
        plant_file("rules/planted.c", "\nDEFINE_RULE(planted) = {};\n"),
    ".name is 'planted'":
        change("rules/FIRST.c", r'\.name\s*=\s*"\w+"', '.name = "planted"'),
    "first sentence is": change("rules/FIRST.md", r"\n(\w)", r"\nPlanted \1"),
    "the table of rules is not": change(README, r"\| error \|", "| note |"),
    "no header has 'facts_plant'":
        change(README, r"`facts_parent\(\)`", "`facts_plant()`"),
    "no header has 'planted'":
        change(README, "`facts->uses`", "`facts->planted`"),
    "the smallest example is none":
        change(README, r"\(init_on_live\.c\)", "(raw_bit.c)"),
    "is not listed in": plant_file("testcases/unit/test_planted.c", ""),
}

if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        write_table(ROOT)
        sys.exit(0)
    main(check, PLANTED)
