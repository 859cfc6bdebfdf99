# SPDX-License-Identifier: GPL-2.0-only
"""Lays the stand-in headers and the cases of one API out as a kernel tree."""
import shutil
from pathlib import Path

FORCED = ("compiler-version.h", "kconfig.h", "compiler_types.h")
INCLUDES = ("arch/x86/include", "include", "arch/x86/include/uapi",
            "include/uapi")
AUTOCONF = """\
#define CONFIG_64BIT 1
#define CONFIG_X86 1
#define CONFIG_X86_64 1
#define CONFIG_MMU 1
#define CONFIG_MODULES 1
#define CONFIG_PER_VMA_LOCK 1
#define CONFIG_STANDIN_ORDINARY 1
#define CONFIG_STANDIN_EXOTIC 1
"""


# What an API has between what all share and its own.
BETWEEN = {"typed2": ("typed",), "typed3": ("typed",)}


def lay_out(headers, api, tree):
    """
    Makes the tree anew in layers: what all APIs share, what some do, then the
    API's own. A file X.more goes behind the X of the layers below it.
    """
    shutil.rmtree(tree, ignore_errors=True)
    for layer in ("shared", *BETWEEN.get(api, ()), api):
        shutil.copytree(headers / layer, tree, dirs_exist_ok=True)
    for more in tree.rglob("*.more"):
        whole = more.with_suffix("")
        whole.write_text(whole.read_text() + more.read_text())
        more.unlink()


def place(tree, path, text):
    """Writes one file of the tree; path is relative to it."""
    target = tree / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def syntax_command(clang, tree, source):
    """Compiles a file of the tree as the kernel would, without output."""
    made = Path(f"{tree}.generated")
    place(made, "generated/autoconf.h", AUTOCONF)
    command = [clang, "-fsyntax-only", "-nostdinc", "-std=gnu11",
               "-fshort-wchar", "-funsigned-char", "-D__KERNEL__", "-w",
               f"-I{made}"]
    command += [f"-I{tree / folder}" for folder in INCLUDES]
    for name in FORCED:
        command += ["-include", tree / "include/linux" / name]
    return command + [tree / source]
