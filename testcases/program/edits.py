# SPDX-License-Identifier: GPL-2.0-only
"""Random edits of a tree: a warm run says what one without a cache says.

A few of each API are made here, the same ones in each run. VMALINT_EDITS is
the number of them, VMALINT_SEED where they begin; VMALINT_PART=TREE lays the
folders mm/, include/ and arch/x86/ of a kernel tree out instead.
"""
import os
import random
import shutil
import time
from pathlib import Path

from scratch import ProgramTest, main

APIS = ("plain", "const", "typed1", "typed2", "typed3")
NR_EDITS = int(os.environ.get("VMALINT_EDITS", "8"))
SEED = int(os.environ.get("VMALINT_SEED", "16"))
PART = os.environ.get("VMALINT_PART")
# What the file system calls the same time.
TICK = 0.03

FOLDERS = ("drivers/a", "drivers/a/deep", "drivers/b", "mm", "fs/c")
NAMES = ("own.h", "late.def", "conf", ".hidden.h", "part.inc", "code.c.inc",
         "more.h")
SEARCHED = ("include/linux", "include", "arch/x86/include/linux",
            "arch/x86/include", "arch/x86/include/asm", "include/asm-generic",
            "include/uapi/linux", "arch/x86/include/uapi/asm")
MACROS = ("OWN", "LATE", "MODE", "CONFIG_EDIT", "CONFIG_STANDIN_EXOTIC")
ACTIONS = ("vma->vm_flags |= VM_IO;", "vma->vm_flags &= ~VM_WRITE;",
           "if (vma->vm_flags & VM_EXEC)\n\t\treturn 1;",
           "vm_flags_set(vma, VM_IO);", "vma->vm_flags = VM_IO | VM_PFNMAP;",
           "*vma = *(struct vm_area_struct *)file;", "/* VM_IO */")


class Editor:
    """A tree, and ways to change it. All names are relative to it."""

    def __init__(self, tree, outside, chance):
        self.tree, self.outside, self.chance = tree, outside, chance
        self.words = []
        self.nr = 0
        outside.mkdir(exist_ok=True)

    # What there is to choose from.
    def pick(self, *endings, below=""):
        paths = sorted(path for path in (self.tree / below).rglob("*")
                       if path.is_file() and path.name.endswith(endings))
        return self.chance.choice(paths) if paths else None

    def folder(self):
        folder = self.tree / self.chance.choice(FOLDERS)
        return folder if folder.is_dir() else self.tree

    def write(self, path, text):
        path = Path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_symlink():
                path.unlink()
            path.write_text(text)
        except OSError:
            pass  # A file where a folder is to be, or the other way round.

    def include(self):
        name = self.chance.choice(NAMES)
        form = self.chance.choice((
            f'#include "{name}"', f"#include <{name}>",
            f"#include <linux/{name}>", f"#include <asm/{name}>",
            f'#include "../{name}"', f'#include "linked/{name}"',
            f"#define NAME <linux/{name}>\n#include NAME"))
        question = form.rsplit("include ", 1)[1]
        if "NAME" in form:
            question = f"<linux/{name}>"
        return self.chance.choice((
            form, f"#if __has_include({question})\n{form}\n#endif",
            f"#if __has_include({question})\n#define LATE\n#endif"))

    def function(self):
        self.nr += 1
        return (f"int f{self.nr}(struct file *file, "
                "struct vm_area_struct *vma);\n"
                f"int f{self.nr}(struct file *file, "
                "struct vm_area_struct *vma)\n{\n"
                f"#ifdef {self.chance.choice(MACROS)}\n"
                f"\t{self.chance.choice(ACTIONS)}\n#else\n"
                f"\t{self.chance.choice(ACTIONS)}\n#endif\n\treturn 0;\n}}\n")

    def source(self):
        return ("#include <linux/mm.h>\n" + self.include() + "\n" +
                self.include() + "\n" + self.function())

    def header(self):
        text = self.chance.choice((
            f"#define {self.chance.choice(MACROS)}\n", "/* nothing */\n",
            f"#undef {self.chance.choice(MACROS)}\n", self.include() + "\n",
            "#define SET_IO(v) ((v)->vm_flags |= VM_IO)\n",
            "static inline int own(struct vm_area_struct *vma)\n{\n"
            "\treturn (vma->vm_flags |= VM_IO) != 0;\n}\n"))
        return text if self.chance.random() < 0.5 else "#pragma once\n" + text

    # The edits.
    def edit_new_source(self):
        self.write(self.folder() / f"s{self.chance.randrange(6)}.c",
                   self.source())

    def edit_more_code(self):
        path = self.pick(".c")
        if path:
            self.write(path, path.read_text() + self.function())

    def edit_remove_source(self):
        path = self.pick(".c", below="drivers")
        if path:
            path.unlink()

    def edit_operator(self):
        path = self.pick(".c")
        if path:
            self.write(path, path.read_text().replace("|=", "&=", 1))

    def edit_same_size(self):
        """In place, and dated as before."""
        path = self.pick(".c", ".h", below="drivers")
        if not path or path.is_symlink():
            return
        status = path.stat()
        text = path.read_text().replace("VM_IO", "VM_XX", 1)
        with open(path, "r+", encoding="utf-8") as file:
            file.write(text)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def edit_line_more(self):
        path = self.pick(".c", ".h")
        if path:
            self.write(path, "\n" + path.read_text())

    def edit_touch(self):
        path = self.pick("")
        if path:
            os.utime(path)

    def edit_rename_source(self):
        path = self.pick(".c", below="drivers")
        if path:
            path.rename(path.with_name(f"r{self.chance.randrange(6)}.c"))

    def edit_rename_header(self):
        path = self.pick(*NAMES)
        if path:
            target = path.with_name(self.chance.choice(NAMES))
            if not target.is_dir():
                path.rename(target)

    def edit_rename_folder(self):
        names = [self.tree / name for name in FOLDERS]
        path, target = self.chance.sample(names, 2)
        if path.is_dir() and not target.exists() and target.parent.is_dir():
            path.rename(target)

    def edit_remove_folder(self):
        path = self.tree / self.chance.choice(FOLDERS[1:3])
        if path.is_symlink():
            path.unlink()
        elif path.is_dir():
            shutil.rmtree(path)

    def edit_header_beside(self):
        self.write(self.folder() / self.chance.choice(NAMES), self.header())

    def edit_header_searched(self):
        self.write(self.tree / self.chance.choice(SEARCHED) /
                   self.chance.choice(NAMES), self.header())

    def edit_remove_header(self):
        path = self.pick(*NAMES)
        if path:
            path.unlink()

    def edit_core_header(self):
        path = self.tree / "include/linux" / self.chance.choice(
            ("mm.h", "fs.h", "slab.h", "types.h"))
        self.write(path, path.read_text() + self.include() + "\n")

    def edit_core_macro(self):
        path = self.tree / "include/linux/mm.h"
        self.write(path, path.read_text() + self.chance.choice(
            ("#define SET_MORE(v) ((v)->vm_flags |= VM_IO)\n",
             "#define OWN\n", "#undef OWN\n", "/* more */\n")))

    def edit_linked_header(self):
        target = self.outside / self.chance.choice(NAMES)
        if self.chance.random() < 0.7:
            self.write(target, self.header())
        elif target.exists():
            target.unlink()
        path = self.folder() / self.chance.choice(NAMES)
        if path.is_file() or path.is_symlink():
            path.unlink()
        if not path.exists():
            path.symlink_to(target)

    def edit_linked_folder(self):
        path = self.folder() / "linked"
        if path.is_symlink():
            path.unlink()
        target = self.outside / self.chance.choice("xyz")
        if self.chance.random() < 0.7:
            target.mkdir(exist_ok=True)
        if not path.exists():
            path.symlink_to(target)

    def edit_outside(self):
        path = self.chance.choice([self.outside, self.outside / "x",
                                   self.outside / "y"])
        if path.is_dir():
            self.write(path / self.chance.choice(NAMES), self.header())

    def edit_outside_goes(self):
        paths = sorted(path for path in self.outside.rglob("*")
                       if path.is_file())
        if paths:
            self.chance.choice(paths).unlink()

    def edit_linked_source(self):
        self.write(self.outside / "source.c", self.source())
        path = self.folder() / "linked.c"
        if not path.exists() and not path.is_symlink():
            path.symlink_to(self.outside / "source.c")

    def edit_swap_files(self):
        first, second = self.pick(".c"), self.pick(".c")
        if first and first != second:
            spare = first.with_name("spare")
            first.rename(spare)
            second.rename(first)
            spare.rename(second)

    def edit_copy_tree(self):
        """The same texts, all of them new files."""
        copy = self.tree.with_name("copy")
        shutil.copytree(self.tree, copy, symlinks=True)
        shutil.rmtree(self.tree)
        copy.rename(self.tree)

    def edit_hard_link(self):
        path = self.pick(".c")
        target = self.folder() / "hard.c"
        if path and not target.exists() and not path.is_symlink():
            target.hardlink_to(path)

    def edit_empty_file(self):
        path = self.pick(*NAMES, ".c", below="drivers")
        if path:
            self.write(path, "")

    def edit_file_to_folder(self):
        path = self.pick(*NAMES, below="drivers")
        if path:
            path.unlink()
            path.mkdir()

    def edit_folder_to_file(self):
        for path in sorted(self.tree.rglob("*")):
            if path.is_dir() and path.name in NAMES:
                shutil.rmtree(path)
                self.write(path, self.header())
                return

    def edit_kbuild(self):
        word = self.chance.choice(("generic-y", "generated-y", "mandatory-y"))
        name = self.chance.choice([name for name in NAMES
                                   if name.endswith(".h")])
        folder = self.chance.choice(("arch/x86/include/asm",
                                     "include/asm-generic",
                                     "arch/x86/include/uapi/asm"))
        path = self.tree / folder / "Kbuild"
        text = path.read_text() if path.exists() else ""
        line = f"{word} += {name}\n"
        self.write(path, text.replace(line, "") if line in text
                   else text + line)

    def edit_table(self):
        path = self.tree / "arch/x86/entry/syscalls/syscall_64.tbl"
        if path.exists() and self.chance.random() < 0.3:
            path.unlink()
        else:
            self.write(path, f"{self.chance.randrange(99)}\tcommon\tread\t"
                       "sys_read\n")

    def edit_option(self):
        path = self.tree / "Kconfig"
        block = ("\nconfig EDIT\n\tbool \"edit\"\n\tdefault "
                 f"{self.chance.choice('yn')}\n")
        text = path.read_text()
        self.write(path, text.split("\nconfig EDIT\n")[0] if "config EDIT" in
                   text else text + block)

    def edit_kconfig_notice(self):
        path = self.tree / "Kconfig"
        line = 'source "drivers/Kconfig.edit"\n'
        text = path.read_text()
        self.write(path, text.replace(line, "", 1) if line in text
                   else line + text)

    def edit_kconfig_source(self):
        path = self.tree / "drivers/Kconfig.edit"
        if path.exists():
            path.unlink()
        else:
            self.write(path, "config MODE\n\tdef_bool y\n")

    def edit_kconfig_pattern(self):
        path = self.tree / "Kconfig"
        line = 'osource "drivers/*/Kconfig.*"\n'
        text = path.read_text()
        self.write(path, text.replace(line, "") if line in text
                   else line + text)

    def edit_kconfig_match(self):
        path = self.folder() / "Kconfig.match"
        if path.exists():
            path.unlink()
        else:
            self.write(path, "config OWN\n\tdef_bool y\n")

    def edit_version(self):
        path = self.tree / "Makefile"
        text = path.read_text()
        other = "PATCHLEVEL = 16"
        lines = [other if line.startswith("PATCHLEVEL") and line != other
                 else line for line in text.splitlines()]
        self.write(path, "\n".join(lines) + "\n")

    def edit_settings(self):
        self.write(self.tree / ".vmalint", self.chance.choice((
            "", "# nothing\n", "[check]\nignore = direct_write\n",
            "[severity]\ndirect_write = note\n")))

    def edit_comment(self):
        path = self.pick(".c")
        if path:
            self.write(path, path.read_text().replace(
                "VM_IO;\n", "VM_IO; /* vmalint: allow direct_write: edit */\n",
                1))

    def edit_words(self):
        self.words = self.chance.choice((
            [], ["--branches", "active"], ["--ignore", "struct_copy"],
            ["--select", "direct_write"], ["-j", "1"],
            ["--no-suppressions"]))

    def edit_program(self):
        self.write(self.tree / "tools/testing/edit" /
                   f"p{self.chance.randrange(2)}.c",
                   self.source().replace("<linux/mm.h>", "<stdio.h>"))

    def edit_unrelated(self):
        self.write(self.folder() / self.chance.choice(
            ("a.o", ".a.o.cmd", "notes.txt", "Makefile")), "nothing\n")

    def edit_noise(self):
        path = self.pick(".c", ".h", below="drivers")
        if path:
            self.write(path, path.read_text() + "\n#else\n\x01 \"\n")

    def edit(self):
        names = sorted(name for name in dir(self) if name.startswith("edit_"))
        name = self.chance.choice(names)
        getattr(self, name)()
        return name


class Edits(ProgramTest):

    def findings(self, words, *more):
        run = self.check(self.tree, "--arch", "x86", *words, *more)
        if "leaves no rule" in run.err:  # of settings and words together
            return run.status, run.err
        report = self.report(self.tree, "--arch", "x86", *words, *more)
        return [report["findings"], report["unseen"], report["problems"],
                report["summary"]["files"]]

    def lay_out_part(self):
        shutil.rmtree(self.tree)
        for name in ("mm", "include", "arch/x86/include", "arch/x86/mm",
                     "arch/x86/entry/syscalls", "fs/proc"):
            shutil.copytree(Path(PART) / name, self.tree / name,
                            symlinks=True)
        for name in ("Makefile", "Kconfig"):
            shutil.copy(Path(PART) / name, self.tree)

    def follow(self, api, seed):
        """One tree through many edits."""
        self.lay_out(api)
        if PART:
            self.lay_out_part()
        editor = Editor(self.tree, self.folder / "outside",
                        random.Random(seed))
        for _ in range(4):
            editor.edit_new_source()
        done = []
        for _ in range(NR_EDITS):
            nr = editor.chance.choice((1, 1, 1, 2, 3))
            done.append(" ".join(editor.edit() for _ in range(nr)))
            time.sleep(TICK)
            fresh = self.folder / "fresh"
            shutil.rmtree(fresh, ignore_errors=True)
            cold = self.findings(editor.words, "--no-cache", "--cache-dir",
                                 fresh)
            for _ in range(2):
                self.assertEqual(self.findings(editor.words), cold,
                                 f"{api}, seed {seed}, after {done}")

    def test_edits(self):
        for i, api in enumerate(("const",) if PART else APIS):
            with self.subTest(api):
                self.follow(api, SEED + i)


if __name__ == "__main__":
    main()
