# SPDX-License-Identifier: GPL-2.0-only
"""Each relative link of a page leads to something that exists.

Pages of testcases/runner/ are left out: they are wrong on purpose.
"""
import re

from check import files, lines, main, plant_file

LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def check(root):
    return [f"{name}:{number}: leads to '{target}', which does not exist"
            for name in files(root, r"^(?!testcases/runner/).*\.md$")
            for number, line in enumerate(lines(root, name), 1)
            for target in LINK.findall(line)
            if not ((root / name).parent / target).exists()]


PLANTED = {
    "rules/planted.md:2: leads to '../planted'":
        plant_file("rules/planted.md", "\n[a](planted.md), [b](../planted)"),
}

if __name__ == "__main__":
    main(check, PLANTED)
