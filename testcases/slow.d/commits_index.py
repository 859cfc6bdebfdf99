# SPDX-License-Identifier: GPL-2.0-only
"""Commits in every shape: what of an index, a merge or a rename is new."""
import shutil

from commits_steps import (DRIVER, MEM, MEM_MMAP, MEM_ZERO, MISUSE,
                           OTHER_MISUSE, PLAIN, PROPER, RULE, UIO, UIO_MMAP,
                           planted)

# Blanks, quotes and what a shell or a terminal would take for itself.
NAMES = ("with blank.c", "qu\"ote's.c", "new\nline.c", "tab\t.c", "größe.c",
         "-dash.c", "$HOME `x` \\.c", ":(top)star*.c")


def little(steps):
    """The first run learns the names of flags; the others have them."""
    steps.add("README", steps.read("README") + "x\n")
    steps.commit("a text")
    steps.add(PLAIN, steps.read(PLAIN) + "/* x */\n")
    steps.commit("C without flags, cold")
    steps.add(PLAIN, steps.read(PLAIN) + "/* y */\n")
    steps.commit("C without flags")
    steps.add("include/linux/mm.h", steps.read("include/linux/mm.h") +
              "/* x */\n")
    steps.commit("a comment in mm.h")
    (steps.tree / "Makefile").chmod(0o755)
    steps.git("add", "-f", "Makefile")
    (steps.tree / MEM).chmod(0o755)
    steps.commit("other modes", words=["-a"])


def parts(steps):
    """The index is not the work tree."""
    steps.plant(MEM, MEM_MMAP, add=False)
    steps.commit("commit -a", planted(MEM), words=["-a"])
    steps.plant(UIO, UIO_MMAP, PROPER, add=False)
    steps.commit("commit PATH, the misuse is in another", words=[UIO])
    steps.git("add", "-f", MEM)
    steps.plant(UIO, UIO_MMAP, OTHER_MISUSE, add=False)
    steps.commit("commit PATH, over a staged misuse",
                 planted(UIO, OTHER_MISUSE), words=[UIO])
    steps.reset()
    steps.plant(MEM, MEM_MMAP, add=False)
    steps.plant(MEM, MEM_ZERO, OTHER_MISUSE, add=False)
    steps.git("add", "-f", "-p", MEM, text="n\ny\n")
    steps.texts[MEM] = steps.git("show", f":{MEM}")
    steps.commit("add -p, one hunk of two", planted(MEM, OTHER_MISUSE))
    steps.reset()
    steps.plant(MEM, MEM_MMAP)
    steps.texts[MEM] = steps.read(MEM)
    (steps.tree / MEM).unlink()
    steps.commit("staged, and gone from the disk", planted(MEM))


def histories(steps):
    """Amended, replayed, undone, taken over."""
    steps.plant(MEM, MEM_MMAP, PROPER)
    steps.commit("a proper write")
    steps.plant(MEM, MEM_ZERO)
    steps.commit("amend, adds", planted(MEM), words=["--amend"])
    steps.commit_quietly()
    steps.add(MEM, steps.read(MEM).replace(f"	{MISUSE}\n", ""))
    steps.commit("amend, mends", words=["--amend", "--allow-empty"])
    steps.reset()
    steps.plant(MEM, MEM_MMAP)
    steps.commit_quietly()
    steps.git("tag", "-f", "bad")
    steps.git("revert", "--no-commit", "HEAD")
    steps.commit("revert of a misuse")
    steps.reset()
    steps.git("cherry-pick", "--no-commit", "bad")
    steps.commit("cherry-pick of a misuse", planted(MEM))
    steps.git("stash")
    steps.git("stash", "pop", "--index")
    steps.commit("a stash, popped into the index", planted(MEM))


def first(steps):
    """The first commit: two files, all others untracked."""
    steps.git("symbolic-ref", "HEAD", "refs/heads/first")
    (steps.tree / ".git/index").rename(steps.tree / ".git/index.kept")
    steps.plant(MEM, MEM_MMAP)
    steps.git("add", "-f", "README")
    steps.commit("first commit", planted(MEM))
    (steps.tree / ".git/index.kept").rename(steps.tree / ".git/index")
    steps.git("symbolic-ref", "HEAD", "refs/heads/main")


def names(steps):
    """Moved, copied, removed; and names that are hard to write."""
    steps.plant(MEM, MEM_MMAP)
    steps.commit_quietly()
    steps.git("mv", MEM, "drivers/char/memory.c")
    steps.commit("renamed, with an old misuse")
    steps.git("mv", "drivers/char/memory.c", "drivers/misc/memory.c")
    steps.plant("drivers/misc/memory.c", MEM_ZERO, OTHER_MISUSE)
    steps.commit("moved, with a new misuse",
                 planted("drivers/misc/memory.c", OTHER_MISUSE))
    steps.commit_quietly()
    steps.add("drivers/misc/copy.c", steps.read("drivers/misc/memory.c"))
    steps.commit("copied, with all misuse",
                 planted("drivers/misc/copy.c"),
                 planted("drivers/misc/copy.c", OTHER_MISUSE))
    steps.reset()
    steps.git("rm", "-q", MEM)
    steps.commit("removed")
    for number, name in enumerate(NAMES):
        steps.add(f"drivers/char/{name}",
                  DRIVER.replace("planted_", f"planted_{number}_"))
    steps.commit("odd names", *(planted(f"drivers/char/{name}")
                                for name in NAMES))


def kinds(steps):
    """Entries that are no text of a file, or not yet."""
    steps.write("drivers/char/new.c", DRIVER)
    steps.git("add", "-f", "-N", "drivers/char/new.c")
    steps.add(PLAIN, steps.read(PLAIN) + "/* z */\n")
    steps.staged("intent-to-add")
    steps.commit("intent-to-add, commit -a", planted("drivers/char/new.c"),
                 words=["-a"])
    steps.reset()
    (steps.tree / "drivers/char/link.c").symlink_to("mem.c")
    steps.git("add", "-f", "drivers/char/link.c")
    steps.commit("a symbolic link to a source")
    (steps.tree / "drivers/char/link.c").unlink()
    steps.add("drivers/char/link.c", DRIVER)
    steps.commit("a link becomes a source", planted("drivers/char/link.c"))
    commit = steps.git("rev-parse", "base").strip()
    steps.git("update-index", "--add", "--cacheinfo",
              f"160000,{commit},drivers/char/module.c")
    steps.commit("a submodule with a source's name",
                 planted("drivers/char/link.c"))
    steps.git("config", "core.autocrlf", "true")
    steps.commit("core.autocrlf", planted("drivers/char/link.c"))
    steps.git("config", "--unset", "core.autocrlf")


def places(steps):
    """From elsewhere, in a linked work tree, with hooks elsewhere."""
    steps.plant(MEM, MEM_MMAP)
    steps.here = steps.tree / "drivers"
    steps.texts[MEM] = (steps.tree / MEM).read_text()
    steps.commit("from a folder below", planted(MEM))
    steps.reset()
    linked = steps.tree.with_name("linked tree")
    shutil.rmtree(linked, ignore_errors=True)
    steps.git("worktree", "prune")
    steps.git("worktree", "add", "-qfB", "linked", linked, "base")
    steps.here = linked
    steps.plant(UIO, UIO_MMAP)
    steps.commit("a linked work tree", planted(UIO))
    steps.reset()
    steps.git("worktree", "remove", "--force", linked)
    (steps.tree / ".git/hooks").rename(steps.tree.with_name("my hooks"))
    steps.git("config", "core.hooksPath", steps.tree.with_name("my hooks"))
    steps.plant(MEM, MEM_MMAP)
    steps.commit("core.hooksPath", planted(MEM))
    steps.git("config", "--unset", "core.hooksPath")
    steps.tree.with_name("my hooks").rename(steps.tree / ".git/hooks")
    steps.reset()
    steps.git("update-index", "--assume-unchanged", "include/linux/mm.h")
    steps.write("include/linux/mm.h", "#error broken\n")
    steps.plant(MEM, MEM_MMAP)
    steps.commit("a broken header, assumed unchanged", planted(MEM))
    steps.git("update-index", "--no-assume-unchanged", "include/linux/mm.h")


def side_branch(steps, *changes):
    """A branch with one commit of these changes (path, anchor, statement)."""
    steps.git("checkout", "-qB", "side")
    for change in changes:
        steps.plant(*change)
    steps.commit_quietly()
    steps.git("checkout", "-q", "main")


def merges(steps):
    """What a merge adds is in none of its parents."""
    merge = ["merge", "-q", "--no-edit", "side"]
    side_branch(steps, (MEM, MEM_MMAP))
    steps.plant(UIO, UIO_MMAP, PROPER)
    steps.commit("while a branch is on its way")
    steps.command("merge", merge, ())
    steps.git("reset", "-q", "--hard", "HEAD^")
    steps.git("merge", "-q", "--squash", "side")
    steps.commit("merge --squash", planted(MEM))
    steps.reset()
    side_branch(steps, (MEM, MEM_MMAP, PROPER))
    steps.plant(MEM, MEM_MMAP, "(void)file;")
    steps.commit_quietly()
    steps.git(*merge, status=1)
    steps.git("checkout", "-q", "--ours", MEM)
    steps.plant(MEM, MEM_MMAP)
    steps.commit("a conflict, resolved by a misuse", planted(MEM))
    steps.reset()
    steps.reset()
    header = steps.read("include/linux/uio_driver.h")
    steps.add("include/linux/uio_driver.h", header.replace(
        "#endif", f"#define uio_grab(vma) {PROPER[:-1]}\n#endif"))
    steps.commit_quietly()
    steps.git("checkout", "-qB", "side")
    steps.plant(UIO, UIO_MMAP, "uio_grab(vma);")
    steps.commit("a user of a macro")
    steps.git("checkout", "-q", "main")
    steps.add("include/linux/uio_driver.h", header.replace(
        "#endif", f"#define uio_grab(vma) {MISUSE[:-1]}\n#endif"))
    steps.commit("the macro, without users")
    steps.command("merge, the macro and its user", merge,
                  [planted(UIO, "uio_grab(vma);")])


def rebases(steps):
    side_branch(steps, (MEM, MEM_MMAP))
    steps.plant(MEM, MEM_ZERO, "(void)file;")
    steps.plant(UIO, UIO_MMAP)
    steps.commit_quietly()
    steps.git("rebase", "-q", "main", "side")
    steps.look("rebase, since the branch point", ["--since", "main"],
               [planted(MEM)])
    steps.look("rebase, a range", ["--since", "base..side"],
               [planted(MEM), planted(UIO)])
    steps.git("checkout", "-q", "main")
    steps.look("from the other side", ["--since", "side"], [])


def allowances(steps):
    """Comments with a reason, settings, a baseline."""
    steps.plant(MEM, MEM_MMAP, f"/* vmalint: allow({RULE}): for a test */\n"
                f"	{MISUSE}")
    steps.commit("a comment allows it")
    steps.reset()
    steps.plant(MEM, MEM_MMAP)
    steps.write(".vmalint", f"[check]\nignore = {RULE}\n")
    steps.commit("settings ignore it")
    steps.reset()
    steps.plant(MEM, MEM_MMAP)
    steps.run(steps.program, "check", "--write-baseline", ".git/known", MEM)
    steps.plant(UIO, UIO_MMAP)
    steps.look("a baseline knows one of two",
               ["--staged", "--baseline", ".git/known"], [planted(UIO)])


def headers(steps):
    """Headers without a flag; users are found by what the headers declare."""
    header = "include/linux/uio_driver.h"
    steps.add(header, steps.read(header).replace(
        "	unsigned long		offs;", "	unsigned int		offs;"))
    steps.commit("a member of another type in a header")
    steps.add(UIO, steps.read(UIO).replace(
        UIO_MMAP, "	keep_word(vma->vm_flags);\n" + UIO_MMAP))
    steps.add(header, steps.read(header).replace(
        "struct uio_map;", "#define keep_word(w) ((void)(w))\n"
        "struct uio_map;"))
    steps.commit("a macro, and its user")
    steps.add(header, steps.read(header).replace(
        "keep_word(w) ((void)(w))", "keep_word(w) ((void)(int)(w))"))
    steps.commit("a macro of another meaning",
                 planted(UIO, "keep_word(vma->vm_flags);", "flag_truncation"))
    steps.add("include/linux/netdevice.h", steps.read(
        "include/linux/netdevice.h").replace("int dev_open(struct",
                                             "long dev_open(struct"))
    steps.git("reset", "-q", header)
    steps.commit("a function of another type")


SHAPES = (little, parts, histories, first, names, kinds, places, merges,
          headers, rebases, allowances)
