# SPDX-License-Identifier: GPL-2.0-only
"""The top level shows the parts of the project and nothing else."""
from check import files, main, plant_file

ALLOWED = {"CMakeLists.txt", "CMakePresets.json", "COPYING", "LICENSES",
           "README.md", "checker", "rules", "testcases"}


def check(root):
    top = sorted({name.split("/")[0] for name in files(root)})
    return [f"{name}:1: does not belong on the top level" for name in top
            if name not in ALLOWED and not name.startswith(".")]


PLANTED = {
    "planted.txt:1: does not belong": plant_file("planted.txt", ""),
    "scripts:1: does not belong": plant_file("scripts/planted", ""),
}

if __name__ == "__main__":
    main(check, PLANTED)
