# SPDX-License-Identifier: GPL-2.0-only
"""What the checks share: the files of the repository, and the command line.

A check is a function from the repository's root to lines of the form
`path:line: text`, one for each error. Next to it stand planted errors:
functions that spoil a copy of the repository, with the words by which the
check must notice. `NAME.py` checks; `NAME.py --planted` checks the check.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What a build or an editor leaves behind, for a copy that git does not know.
NOT_OURS = {".git", "build", "__pycache__"}


def _listed_by_git(root):
    listing = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others",
         "--exclude-standard"], capture_output=True)
    if listing.returncode:
        return None
    names = listing.stdout.decode().split("\0")
    return [name for name in names if name and (root / name).is_file()]


def _found_on_disk(root):
    names = []
    for folder, folders, found in os.walk(root):
        folders[:] = set(folders) - NOT_OURS
        names += [os.path.relpath(os.path.join(folder, name), root)
                  for name in found]
    return names


def files(root, pattern=""):
    """The repository's own files whose path matches, relative and sorted."""
    names = _listed_by_git(root) if (root / ".git").exists() else None
    if names is None:
        names = _found_on_disk(root)
    return sorted(name for name in names if re.search(pattern, name))


def is_as_in_root(root, name):
    """True in a copy, of a file that no planted error has spoiled."""
    original = ROOT / name
    return (root != ROOT and original.is_file() and
            original.read_bytes() == (root / name).read_bytes())


def lines(root, name):
    """The lines of a file of the repository, without their ends."""
    return (root / name).read_text(encoding="utf-8").splitlines()


def _copy(root, target):
    for name in files(root):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, target / name)


def plant_file(name, text):
    """A planted error: a file of this text."""
    def plant(root):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return plant


def _missed(check, plant, expected):
    with tempfile.TemporaryDirectory(prefix="vmalint-check-") as folder:
        copy = Path(folder)
        _copy(ROOT, copy)
        plant(copy)
        errors = check(copy)
    if any(expected in error for error in errors):
        return []
    return [f"planted error not caught: {expected}"]


def main(check, planted):
    """Runs the check, or with --planted each of its planted errors."""
    if not files(ROOT, r"\.[ch]$"):
        sys.exit(f"{ROOT}: holds no sources, so there is nothing to check")
    if "--planted" in sys.argv[1:]:
        errors = [error for expected, plant in planted.items()
                  for error in _missed(check, plant, expected)]
    else:
        errors = check(ROOT)
    for error in errors:
        print(error)
    sys.exit(1 if errors else 0)
