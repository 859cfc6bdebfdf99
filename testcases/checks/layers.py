# SPDX-License-Identifier: GPL-2.0-only
"""Each room includes only what checker/LAYERS grants it, and in no circle."""
import re

from check import files, lines, main, plant_file

LAYERS = "checker/LAYERS"
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^">]+)[">]')


class Room:
    """A room or a part of one: what it uses and opens; None if not said."""
    def __init__(self, line):
        self.line = line
        self.uses = None
        self.opens = None
        self.opens_to = {}

    def grant(self, kind, words):
        setattr(self, kind, (getattr(self, kind) or []) + words)

    def is_open(self, name, header, room=None):
        """True if other rooms, or this one, may include NAME/header."""
        opens = self.opens or [name.split("/")[-1]]
        opens = opens + self.opens_to.get(room, [])
        return opens == ["all"] or header.removesuffix(".h") in opens


def read_layers(root):
    """Rooms by name, parts as "room/part", in the order of the file."""
    rooms, room, last = {}, None, None
    for number, line in enumerate(lines(root, LAYERS), 1):
        heading = re.match(r"(\t?)(main\.c|\w+(?=/))/?\t", line)
        words = re.match(r"\t+(uses|opens): (.*)", line)
        some = re.match(r"\t+opens to ([^:]+): (.*)", line)
        if heading:
            name = heading[2]
            room = room if heading[1] else name
            last = f"{room}/{name}" if heading[1] else name
            rooms[last] = Room(number)
        elif words:
            rooms[last].grant(words[1], words[2].split())
        for reader in some[1].split() if some else []:
            rooms[last].opens_to[reader] = some[2].split()
    return rooms


def circle(rooms, name, way=()):
    """The names of a circle of uses that leads through a room, or None."""
    if name in way:
        return [*way[way.index(name):], name]
    for used in (rooms[name].uses or []) if name in rooms else []:
        found = circle(rooms, used, (*way, name))
        if found:
            return found
    return None


def check_circles(rooms):
    found = [(room, circle(rooms, name)) for name, room in rooms.items()]
    return [f"{LAYERS}:{room.line}: uses in a circle: {' '.join(way)}"
            for room, way in found if way and rooms[way[0]] is room]


def room_of(name):
    """The room of a file, and the part of it, "room/part", or None."""
    folders = name.removeprefix("checker/").split("/")[:-1]
    if not folders:
        return "main.c", None
    return folders[0], "/".join(folders[:2]) if len(folders) > 1 else None


def target_of(root, name, header):
    """The file of the repository that an include finds, or None."""
    folder = name.rpartition("/")[0]
    for place in (f"{folder}/{header}", f"checker/{header}", header):
        if (root / place).is_file():
            return place
    return None


def uses_of(rooms, room, part):
    if part and rooms[part].uses is not None:
        return rooms[part].uses
    return rooms[room].uses or []


def judge_outside(rooms, place, header, quote):
    """An include of no file of the repository."""
    if header.startswith(f"{place[0]}/"):
        return None  # CMake makes it for the room itself
    named = set().union(*(room.uses or [] for room in rooms.values()))
    word = header if header in named else header.split("/")[0]
    if word in uses_of(rooms, *place):
        return None
    if word in named:
        return f"'{place[0]}' may not include '{word}'"
    return None if quote == "<" else f"there is no '{header}'"


def judge_within(rooms, room, part, other, header):
    """An include between the parts of a room."""
    if part and rooms[part].uses is not None and part != other:
        return f"'{part}' may not include '{header}'"
    if other and other != part and rooms[other].uses is not None and \
            not rooms[other].is_open(other, header.rpartition("/")[2]):
        return f"'{room}' may not include '{header}', private to '{other}'"
    return None


def judge(rooms, place, target):
    """What is wrong with an include of a file of the repository, or None."""
    room, part = place
    other, other_part = room_of(target)
    header = target.removeprefix("checker/")
    if other == room:
        return judge_within(rooms, room, part, other_part, header)
    uses = uses_of(rooms, room, part)
    if other == "rules":
        return None if header.removeprefix("rules/") in uses else \
            f"'{room}' may not include 'rules'"
    if other not in uses:
        return f"'{part or room}' may not include '{other}'"
    if not rooms[other].is_open(other, header.removeprefix(f"{other}/"), room):
        return f"'{room}' may not include '{header}', private to '{other}'"
    return None


def check_file(root, name, rooms):
    room, part = room_of(name)
    for wanted in (room, part):
        if wanted and wanted not in rooms:
            return [f"{name}:1: '{wanted}' is no room that {LAYERS} names"]
    errors = []
    for number, line in enumerate(lines(root, name), 1):
        include = INCLUDE.match(line)
        if not include:
            continue
        quote, header = include.groups()
        target = target_of(root, name, header)
        error = judge(rooms, (room, part), target) if target else \
            judge_outside(rooms, (room, part), header, quote)
        errors += [f"{name}:{number}: {error}"] if error else []
    return errors


def check(root):
    rooms = read_layers(root)
    errors = check_circles(rooms)
    for name in files(root, r"^(checker|rules)/.*\.[ch]$"):
        errors += check_file(root, name, rooms)
    return errors


def plant_include(name, header, line=1):
    return plant_file(name, "\n" * (line - 1) + f'# include "{header}"\n')


def plant_circle(root):
    layers = root / LAYERS
    layers.write_text(layers.read_text().replace(
        "\tuses: base sqlite3.h", "\tuses: base findings sqlite3.h"))


PLANTED = {
    "rules/planted.c:1: 'rules' may not include 'clang-c'":
        plant_file("rules/planted.c", "#include <clang-c/Index.h>\n"),
    "rules/planted.c:2: 'rules' may not include 'parse'":
        plant_include("rules/planted.c", "parse/parse.h", 2),
    "checker/select/planted.h:1: 'select' may not include 'rules'":
        plant_include("checker/select/planted.h", "rules/rule.h"),
    "checker/main.c:1: 'main.c' may not include 'parse/pch.h', private":
        plant_include("checker/main.c", "parse/pch.h"),
    "'select' may not include 'options/options.h', private to 'options'":
        plant_include("checker/select/planted.c", "options/options.h"),
    "checker/planted/planted.c:1: 'planted' is no room":
        plant_file("checker/planted/planted.c", "\n"),
    "checker/parse/planted/planted.c:1: 'parse/planted' is no room":
        plant_file("checker/parse/planted/planted.c", "\n"),
    "planted.c:1: 'arguments/kconfig' may not include 'arguments/arguments.h'":
        plant_include("checker/arguments/kconfig/planted.c",
                      "arguments/arguments.h"),
    "planted.c:1: 'arguments/kconfig' may not include 'select'":
        plant_include("checker/arguments/kconfig/planted.c",
                      "select/select.h"),
    "planted.c:1: 'arguments' may not include 'arguments/kconfig/tree.h', ":
        plant_include("checker/arguments/planted.c",
                      "arguments/kconfig/tree.h"),
    "checker/base/planted.c:1: there is no 'planted.h'":
        plant_include("checker/base/planted.c", "planted.h"),
    "uses in a circle: findings keep findings":
        plant_circle,
}

if __name__ == "__main__":
    main(check, PLANTED)
