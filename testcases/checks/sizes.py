# SPDX-License-Identifier: GPL-2.0-only
"""Functions, files and the README stay within the house's sizes."""
import re

from check import files, lines, main, plant_file

FUNCTION_LINES = 60
FILE_LINES = [  # the first pattern that fits counts
    (r"^README\.md$", 150),
    (r"^rules/.*\.c$", 200),
    (r"\.c$", 500),
    (r"\.h$", 200),
]
SOURCES = r"^((checker|rules|testcases/(unit|fuzz))/.*\.[ch]|README\.md)$"


def check_file(name, nr_lines):
    limit = next(limit for pattern, limit in FILE_LINES
                 if re.search(pattern, name))
    if nr_lines <= limit:
        return []
    return [f"{name}:{limit + 1}: has {nr_lines} lines, ends at {limit}"]


def check_functions(name, text):
    """Kernel braces: only a function has its braces alone in column one."""
    errors, start = [], None
    for number, line in enumerate(text, 1):
        if line == "{":
            start = number - 1
            while start > 1 and text[start - 1][:1] in ("\t", " "):
                start -= 1
        elif line == "}" and start:
            length = number - start + 1
            if length > FUNCTION_LINES:
                errors.append(f"{name}:{start}: function has {length} lines, "
                              f"ends at {FUNCTION_LINES}")
            start = None
    return errors


def check(root):
    errors = []
    for name in files(root, SOURCES):
        text = lines(root, name)
        errors += check_file(name, len(text)) + check_functions(name, text)
    return errors


def function(nr_lines):
    body = "\tplanted();\n" * (nr_lines - 4)
    return f"void planted(int one,\n\t     int two)\n{{\n{body}}}\n"


PLANTED = {
    "checker/planted.c:1: function has 61 lines":
        plant_file("checker/planted.c", function(61)),
    "checker/planted.c:501: has 600 lines":
        plant_file("checker/planted.c", function(60) * 10),
    "rules/planted.c:201: has 240 lines":
        plant_file("rules/planted.c", function(60) * 4),
    "checker/planted.h:201: has 201 lines":
        plant_file("checker/planted.h", "\n" * 201),
    "README.md:151: has 151 lines": plant_file("README.md", "\n" * 151),
}

if __name__ == "__main__":
    main(check, PLANTED)
