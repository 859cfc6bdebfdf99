# SPDX-License-Identifier: GPL-2.0-only
"""What was looked for and not found is an input: a result ends as it comes."""
import os
import time

from scratch import ProgramTest, main

# What the file system calls the same time.
TICK = 0.05
# Names that a #include may give: with any ending, or with none.
ENDINGS = ("late.h", "late.def", "late.c", "late.inc", "late.S", "late.txt",
           "late.tbl", "late.x", "late.H", "late.hpp", "late.h.in", "late",
           ".late.h", "late-file.def", "l\u00e4te.def")

HEAD = "#include <linux/mm.h>\n"
# A write to the flags if LATE is one, at line 20 and column 2.
TAIL = """
#line 20
int late_mmap(struct file *file, struct vm_area_struct *vma);
int late_mmap(struct file *file, struct vm_area_struct *vma)
{
#ifdef LATE
	vma->vm_flags |= VM_IO;
#else
	if (vma->vm_flags & VM_IO)
		return 1;
#endif
	return 0;
}
"""
LATE = "#define LATE\n"


def asks(name):
    """A source that has LATE if there is such a file."""
    return f"{HEAD}#if __has_include({name})\n#define LATE\n#endif\n{TAIL}"


class Lookups(ProgramTest):
    """A warm run says what a fresh one says, before and after."""

    def place(self, path, text):
        path = super().place(path, text)
        time.sleep(TICK)
        return path

    def findings(self, *words, **keywords):
        report = self.report(*words, self.tree, "--arch", "x86",
                             "--branches", "active", **keywords)
        return [report["findings"], report["unseen"],
                report["summary"]["files"]]

    def fresh(self, **keywords):
        return self.findings("--no-cache", "--cache-dir",
                             self.folder / "other", **keywords)

    def told(self, **keywords):
        """What a run over the cache says, which one without says, too."""
        warm = self.findings(**keywords)
        self.assertEqual(warm, self.fresh(**keywords))
        return warm

    def comes(self, change, undo=None, **keywords):
        """A change that makes another answer shows, and its end does."""
        time.sleep(TICK)
        first = self.told(**keywords)
        time.sleep(TICK)
        self.assert_taken(**keywords)
        change()
        time.sleep(TICK)
        self.assertNotEqual(self.told(**keywords), first)
        if undo:
            undo()
            time.sleep(TICK)
            self.assertEqual(self.findings(**keywords), first)

    def assert_taken(self, **keywords):
        """A result that is never kept is never stale either."""
        run = self.check("--stats", self.tree, "--arch", "x86",
                         "--branches", "active", **keywords)
        self.assertRegex(run.out + run.err, r"\b([1-9][0-9]*) of \1 taken")

    def comes_as_file(self, path, text=LATE, **keywords):
        self.comes(lambda: self.place(path, text),
                   lambda: (self.tree / path).unlink(), **keywords)

    def test_endings(self):
        for i, name in enumerate(ENDINGS):
            text = asks(f'"{name}"').replace("late_", f"late{i}_")
            self.place(f"drivers/own{i}.c", text)
        nr = len(self.told()[0])
        self.assert_taken()
        for i, name in enumerate(ENDINGS):
            self.place(f"drivers/{name}", LATE)
            self.assertEqual(len(self.findings()[0]), nr + i + 1, name)
        self.told()

    def test_found_before(self):
        """The one that wins over another, by whatever name."""
        for name in ("late.def", "late", "late.c", ".late", "sub/late.inc"):
            with self.subTest(name):
                self.setUp()
                self.place(f"include/{name}", "/* nothing */\n")
                self.place("drivers/own.c", f"{HEAD}#include <{name}>\n{TAIL}")
                self.comes_as_file(f"arch/x86/include/{name}")

    def test_next(self):
        self.place("drivers/late.def", "#if __has_include_next(<late.def>)\n"
                   "#include_next <late.def>\n#endif\n")
        self.place("drivers/own.c", f'{HEAD}#include "late.def"\n{TAIL}')
        self.comes_as_file("include/late.def")

    def test_computed(self):
        self.place("include/late.def", "/* nothing */\n")
        self.place("drivers/own.c", f"{HEAD}#define NAME <late.def>\n"
                   f"#include NAME\n{TAIL}")
        self.comes_as_file("arch/x86/include/late.def")

    def test_computed_question(self):
        self.place("drivers/own.c", f"{HEAD}#define NAME <late.def>\n"
                   f"#if __has_include(NAME)\n#define LATE\n#endif\n{TAIL}")
        self.comes_as_file("include/late.def")

    def test_embedded(self):
        """Whether it is there, and what is in it."""
        self.place("drivers/own.c", f'{HEAD}#if __has_embed("late.bin")\n'
                   f"#define LATE\n#endif\n{TAIL}")
        self.comes_as_file("drivers/late.bin")

    def test_embedded_content(self):
        path = self.place("drivers/late.bin", "123")
        self.place("drivers/own.c", f"{HEAD}static const char data[] = {{\n"
                   '#embed "late.bin"\n};\n'
                   f"_Static_assert(sizeof(data) == 3);\n{TAIL}")
        self.comes(lambda: self.place("drivers/late.bin", "1234"),
                   lambda: self.place("drivers/late.bin", "123"))
        self.assertTrue(path.exists())

    def test_whole_folder_comes(self):
        self.place("drivers/own.c", asks('"new/deep/late.def"'))
        self.comes(lambda: self.place("drivers/new/deep/late.def", LATE))

    def test_folder_then_file(self):
        """The folder is there first, for a run."""
        self.place("drivers/own.c", asks('"new/deep/late.def"'))
        first = self.told()
        (self.tree / "drivers/new/deep").mkdir(parents=True)
        time.sleep(TICK)
        for _ in range(2):
            self.assertEqual(self.told(), first)
            time.sleep(TICK)
        self.place("drivers/new/deep/late.def", LATE)
        self.assertNotEqual(self.told(), first)

    def test_outside(self):
        outside = self.folder / "outside"
        outside.mkdir()
        self.place("drivers/own.c", asks(f'"{outside}/late.h"'))
        path = outside / "late.h"
        self.comes(lambda: path.write_text(LATE), path.unlink)

    def test_beside_the_tree(self):
        self.place("drivers/own.c", asks('"../../late.h"'))
        path = self.folder / "late.h"
        self.comes(lambda: path.write_text(LATE), path.unlink)

    def test_behind_linked_folder(self):
        outside = self.folder / "outside"
        outside.mkdir()
        (self.tree / "drivers").mkdir(exist_ok=True)
        (self.tree / "drivers/linked").symlink_to(outside)
        self.place("drivers/own.c", asks('"linked/late.h"'))
        path = outside / "late.h"
        self.comes(lambda: path.write_text(LATE), path.unlink)

    def test_link_comes(self):
        """A file that is a link, or a folder."""
        outside = self.folder / "outside"
        outside.mkdir()
        (outside / "late.h").write_text(LATE)
        for name, link, target in (
                ("late.h", "late.h", outside / "late.h"),
                ("linked/late.h", "linked", outside)):
            with self.subTest(name):
                self.place("drivers/own.c", asks(f'"{name}"'))
                path = self.tree / "drivers" / link
                self.comes(lambda path=path, target=target:
                           path.symlink_to(target), path.unlink)

    def test_target_comes(self):
        """The link is there all along, and leads nowhere."""
        outside = self.folder / "outside"
        (self.tree / "drivers").mkdir(exist_ok=True)
        (self.tree / "drivers/late.h").symlink_to(outside / "one.h")
        (self.tree / "drivers/linked").symlink_to(outside / "folder")
        for name, path in (("late.h", outside / "one.h"),
                           ("linked/late.h", outside / "folder/late.h")):
            with self.subTest(name):
                self.place("drivers/own.c", asks(f'"{name}"'))

                def change(path=path):
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(LATE)
                self.comes(change, path.unlink)

    def test_chain_of_links(self):
        outside = self.folder / "outside"
        outside.mkdir()
        (self.tree / "drivers").mkdir(exist_ok=True)
        (self.tree / "drivers/late.h").symlink_to("more.h")
        (self.tree / "drivers/more.h").symlink_to(outside / "last.h")
        self.place("drivers/own.c", asks('"late.h"'))
        path = outside / "last.h"
        self.comes(lambda: path.write_text(LATE), path.unlink)

    def test_link_turns(self):
        """What a link leads to is another folder now."""
        for name in ("one", "two"):
            (self.folder / name).mkdir()
        (self.folder / "two/late.h").write_text(LATE)
        (self.tree / "drivers").mkdir(exist_ok=True)
        link = self.tree / "drivers/linked"
        link.symlink_to(self.folder / "one")
        self.place("drivers/own.c", asks('"linked/late.h"'))

        def turn(name):
            link.unlink()
            link.symlink_to(self.folder / name)
        self.comes(lambda: turn("two"), lambda: turn("one"))

    def test_link_becomes_file(self):
        """What lay outside, and was not to be opened, is a file now."""
        outside = self.folder / "outside.h"
        outside.write_text(LATE)
        self.place("drivers/own.c", asks("<late.inc>"))
        link = self.tree / "drivers/late.inc"
        link.symlink_to(outside)

        def change():
            link.unlink()
            link.write_text(LATE)
        self.comes(change)

    def test_goes(self):
        """What was only asked for, and was there."""
        path = self.place("drivers/late.def", LATE)
        self.place("drivers/own.c", asks('"late.def"'))
        self.comes(path.unlink, lambda: self.place("drivers/late.def", LATE))

    def test_becomes_folder(self):
        path = self.place("drivers/late.def", LATE)
        self.place("drivers/own.c", asks('"late.def"'))

        def change():
            path.unlink()
            path.mkdir()
        self.comes(change)

    def test_surroundings(self):
        """What is set around a run adds no folder: nothing comes of it."""
        system = self.folder / "system"
        (system / "sub").mkdir(parents=True)
        environment = {**os.environ, "CPATH": str(system)}
        self.place("drivers/own.c", asks("<sub/late.h>"))
        first = self.told(env=environment)
        (system / "sub/late.h").write_text(LATE)
        time.sleep(TICK)
        self.assertEqual(self.told(env=environment), first)

    def test_from_precompiled(self):
        """A header that most files include asks for it."""
        mm = (self.tree / "include/linux/mm.h").read_text()
        self.place("include/linux/mm.h", mm + '\n#if __has_include("late.def")'
                   "\n#define LATE\n#endif\n")
        for i in range(8):
            self.place(f"drivers/own{i}.c",
                       HEAD + TAIL.replace("late_mmap", f"late{i}_mmap"))
        self.comes_as_file("include/linux/late.def")

    def test_from_header(self):
        """A header that is looked at by itself."""
        self.place("include/linux/own.h", "#ifndef OWN\n#define OWN\n" +
                   asks('"late.def"') + "#endif\n")
        self.comes_as_file("include/linux/late.def")

    def test_user_of_a_header(self):
        """The file that makes sense of a header is another one."""
        self.place("drivers/part.h", "static inline int part(struct SHAPE *v)"
                   "\n{\n\treturn (v->vm_flags |= VM_IO) != 0;\n}\n")
        self.place("drivers/use.c", f"{HEAD}#define SHAPE vm_area_struct\n"
                   '#include "part.h"\n')
        self.comes(lambda: self.place("drivers/a.c", f"{HEAD}struct other {{"
                                      "unsigned long vm_flags; };\n"
                                      "#define SHAPE other\n"
                                      '#include "part.h"\n'),
                   (self.tree / "drivers/a.c").unlink)

    def test_other_files_do_not_count(self):
        """Who never asked for a file keeps its result."""
        self.place("drivers/own.c", asks('"late.def"'))
        self.told()
        time.sleep(TICK)
        self.told()
        for name in ("own.o", ".own.o.cmd", "other.def", "core.1"):
            self.place(f"drivers/{name}", "nothing")
        (self.tree / "include/linux/new").mkdir()
        self.assert_taken()


if __name__ == "__main__":
    main()
