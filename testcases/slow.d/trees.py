# SPDX-License-Identifier: GPL-2.0-only
"""The kernel trees of the slow run, outside the repository.

A tree is made once. The stamp next to it says from what; a tree without a
stamp was put there by its owner and is taken as it is. Some cannot be made
here, as Debian has no package of them: those that findings are expected of.
"""
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import expectation

RELEASES = ["6.1", "6.12"]
TYPED = {
    "typed-c1": ["--level", "c1"],
    "typed-c2": ["--level", "c2"],
    "typed-c3": ["--level", "c3"],
    "typed-c3x": ["--level", "c3", "--convert", "400"],
}


def say(text):
    print(f"testcases/slow: {text}", file=sys.stderr, flush=True)


def folder():
    """Where the trees are kept: $VMALINT_TREES, or the user's cache."""
    chosen = os.environ.get("VMALINT_TREES")
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(chosen) if chosen else Path(cache) / "vmalint-trees"


def _make_once(name, source, make):
    """The tree of this name; make(partial) makes it unless it is there."""
    tree = folder() / name
    stamp = tree.with_name(f"{name}.stamp")
    if tree.exists() and (not stamp.exists() or stamp.read_text() == source):
        return tree
    say(f"making {tree}")
    partial = tree.with_name(f"{name}.partial")
    for old in (tree, partial):
        shutil.rmtree(old, ignore_errors=True)
    folder().mkdir(parents=True, exist_ok=True)
    make(partial)
    # The stamp first: a tree without one counts as its owner's.
    stamp.write_text(source)
    partial.rename(tree)
    return tree


def _unpack(tarball, partial):
    partial.mkdir()
    subprocess.run(["tar", "-xf", tarball, "-C", partial,
                    "--strip-components=1"], check=True)


def release_tree(release):
    """The tree of Debian's package linux-source-RELEASE."""
    name = f"linux-source-{release}"
    tarball = Path(f"/usr/src/{name}.tar.xz")
    if (folder() / name).exists() and not tarball.exists():
        return folder() / name
    status = tarball.stat()
    return _make_once(name, f"{status.st_size} {int(status.st_mtime)}",
                      lambda partial: _unpack(tarball, partial))


def typed_tree(name, program):
    """The typed tree of this name; None where it cannot be made."""
    if not program:
        there = folder() / name
        return there if there.exists() else None
    source = release_tree("6.12")
    digest = hashlib.sha256(Path(program).read_bytes())
    digest.update((source / "Makefile").read_bytes())
    return _make_once(name, digest.hexdigest(), lambda partial: subprocess.run(
        [program, *TYPED[name], source, partial], check=True,
        stdout=sys.stderr))


def given_names():
    """Trees that somebody has to give: there is no way to make them."""
    made = {f"linux-source-{release}" for release in RELEASES} | set(TYPED)
    return [name for name in expectation.names() if name not in made]


def is_release(name):
    """Whether it is a kernel as it was released, not one made from that."""
    return name not in TYPED


def linked_copy(tree, copy):
    """A tree of the same files, for who could leave something in it."""
    def link(source, target):
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError:  # another file system
            shutil.copy2(source, target, follow_symlinks=False)
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(tree, copy, symlinks=True, copy_function=link,
                    ignore=shutil.ignore_patterns(".git"))
    return copy


def all_trees(program, more=()):
    """The trees that can be had, by name; says which cannot.

    More names are those of trees that were given, but that nothing is
    expected of yet.
    """
    trees = {f"linux-source-{release}": release_tree(release)
             for release in RELEASES}
    typed = {name: typed_tree(name, program) for name in TYPED}
    absent = [name for name, tree in typed.items() if not tree]
    if absent:
        say(f"no --typed-tree program was given and {folder()} has no "
            f"{', '.join(absent)}: the typed API is not checked")
    trees.update((name, tree) for name, tree in typed.items() if tree)
    given = {name: folder() / name for name in [*given_names(), *more]
             if name not in trees and name not in absent}
    missing = [name for name, tree in given.items() if not tree.is_dir()]
    if missing:
        say(f"{folder()} has no {', '.join(missing)}: not checked; they "
            "cannot be fetched from here")
    trees.update((name, tree) for name, tree in given.items()
                 if name not in missing)
    return trees
