# SPDX-License-Identifier: GPL-2.0-only
"""Each header compiles alone, and twice in a row."""
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

from check import files, is_as_in_root, main, plant_file

PACKAGES = ["glib-2.0", "jansson"]
LIBCLANG = "/usr/lib/llvm-19/include"
WARNINGS = ["-Wall", "-Wextra", "-Wstrict-prototypes", "-Werror"]


def compile_alone(root, name, flags):
    # Only parse/ sees libclang, as in the build.
    if name.startswith("checker/parse/"):
        flags = flags + ["-isystem", LIBCLANG]
    compiler = [os.environ.get("CC", "gcc"), "-std=c17", *WARNINGS,
                "-D_GNU_SOURCE", "-fsyntax-only", "-x", "c", "-"]
    run = subprocess.run(
        [*compiler, f"-I{root}/checker", f"-I{root}/rules", *flags],
        input=f'#include "{root}/{name}"\n' * 2, text=True,
        capture_output=True)
    if run.returncode == 0:
        return []
    first = next((line for line in run.stderr.splitlines()
                  if "error:" in line), run.stderr.strip())
    return [f"{name}:1: does not compile alone: {first}"]


def check(root):
    flags = subprocess.run(["pkg-config", "--cflags", *PACKAGES], check=True,
                           text=True, capture_output=True).stdout.split()
    # To compile them all again for each planted error takes half a minute.
    headers = [name for name in
               files(root, r"^(checker|rules|testcases/unit)/.*\.h$")
               if not is_as_in_root(root, name)]
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = pool.map(lambda name: compile_alone(root, name, flags),
                           headers)
    return [error for errors in results for error in errors]


PLANTED = {
    "checker/base/planted.h:1: does not compile alone":
        plant_file("checker/base/planted.h", "GString *planted(void);\n"),
    "rules/planted.h:1: does not compile alone":
        plant_file("rules/planted.h", "enum planted { PLANTED };\n"),
}

if __name__ == "__main__":
    main(check, PLANTED)
