# SPDX-License-Identifier: GPL-2.0-only
"""--build: a configured folder, what it generated and what it recorded."""
import json
import os
import re

from scratch import ProgramTest, driver, main

CONFIG = "CONFIG_X86=y\nCONFIG_64BIT=y\nCONFIG_X86_64=y\nCONFIG_MMU=y\n"
# Only with the macro of the build is there anything to find.
BRANCH = """\
#include <linux/mm.h>
#ifdef RECORDED
void recorded(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
}
#endif
"""
GENERATED = """\
#include <linux/mm.h>
#include <generated/made.h>
void made(struct vm_area_struct *vma)
{
	vma->vm_flags |= MADE_FLAG;
}
"""


class Builds(ProgramTest):
    def setUp(self):
        super().setUp()
        self.build = self.folder / "build"
        self.generated = self.build / "include/generated"
        self.generated.mkdir(parents=True)
        (self.build / ".config").write_text(CONFIG)
        (self.generated / "autoconf.h").write_text(
            "#define CONFIG_X86 1\n#define CONFIG_64BIT 1\n"
            "#define CONFIG_X86_64 1\n#define CONFIG_MMU 1\n")
        self.source = self.place("drivers/a.c", BRANCH)
        self.place("drivers/b.c", driver("b"))

    def words(self):
        return (f"gcc -Wp,-MMD,drivers/.a.o.d -nostdinc -I{self.tree}/include "
                "-I./include -D__KERNEL__ -DRECORDED -DQUOTED='\"a b\"' "
                "-fconserve-stack -mrecord-mcount -c -o drivers/a.o "
                f"{self.source}")

    def record(self, text, name=".a.o.cmd"):
        folder = self.build / "drivers"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text)

    def database(self, text, folder=None):
        path = (folder or self.build) / "compile_commands.json"
        path.write_text(text if isinstance(text, str)
                        else json.dumps(text, indent=1),
                        errors="surrogateescape")
        return path

    def entry(self, **changes):
        return {"directory": str(self.build), "file": str(self.source),
                "command": self.words(), **changes}

    def places(self, *words, status=1, expect=0):
        """What is found in branches of the configuration, and problems."""
        report = self.report("--build", self.build, "--branches", "active",
                             *words, self.tree / "drivers", status=status)
        problems = [problem for problem in report["problems"]
                    if "are made up" not in problem["text"]]
        self.assertEqual(len(problems), expect, report["problems"])
        self.problems = problems
        return [f"{os.path.basename(finding['path'])}:{finding['line']}"
                for finding in report["findings"]]

    def test_no_record(self):
        self.assertEqual(self.places(), ["b.c:5"])
        run = self.check("--build", self.build, self.tree)
        self.assertIn("has the commands of 0 files; the arguments of 3 others "
                      "are made up: drivers/a.c, drivers/b.c, mm/map.c",
                      run.err)

    def test_cmd_file(self):
        """Both forms, with make's own escapes, and objtool behind it."""
        for text in (
                f"savedcmd_drivers/a.o := {self.words()} ; ./tools/objtool "
                f"--x drivers/a.o\n\nsource_drivers/a.o := {self.source}\n",
                f"cmd_drivers/a.o := {self.words()} -DX=$(pound) -DY=$$z\n"):
            self.record(text)
            self.assertEqual(self.places(), ["a.c:5", "b.c:5"])
        run = self.check("--build", self.build, self.tree)
        self.assertIn("has the commands of 1 files; the arguments of 2 others "
                      "are made up: drivers/b.c, mm/map.c", run.err)

    def test_cmd_file_of_another_source(self):
        self.record(f"savedcmd_drivers/a.o := {self.words()}\n\n"
                    "source_drivers/a.o := /elsewhere/drivers/a.c\n")
        self.assertEqual(self.places(status=2, expect=1), ["b.c:5"])
        self.assertEqual(self.problems[0]["line"], 1)
        self.assertIn(".a.o.cmd", self.problems[0]["path"])

    def test_broken_cmd_file(self):
        for text in ("", "nothing\n", "savedcmd_drivers/a.o := gcc 'x\n",
                     "savedcmd_drivers/a.o :="):
            with self.subTest(text):
                self.record(text)
                self.assertEqual(self.places(status=2, expect=1), ["b.c:5"])

    def test_database(self):
        self.database([self.entry()])
        self.assertEqual(self.places(), ["a.c:5", "b.c:5"])
        self.database([self.entry(command=None, arguments=[
            "clang", "-nostdinc", "-I", f"{self.tree}/include", "-I",
            "include", "-D__KERNEL__", "-D", "RECORDED"])])
        self.assertEqual(self.places(status=1), ["a.c:5", "b.c:5"])

    def test_relative_file(self):
        self.database([self.entry(file=os.path.relpath(self.source,
                                                       self.build))])
        self.assertEqual(self.places(), ["a.c:5", "b.c:5"])

    def test_broken_database(self):
        """A problem with path and line; the rest is of use all the same."""
        good = json.dumps(self.entry())
        for text, line, found in (
                ("[\n", None, []), ("{}\n", 1, []), ("\0\1\2", None, []),
                (f'[{good},\n\n{{"directory": "/x"}}]', 3, ["a.c:5"]),
                (f'[\n"word",\n{good}]', 2, ["a.c:5"]),
                ('[{"directory": "x", "file": "y", "command": "z"}]', 1, []),
                ('[{"directory": "/x", "file": "y", "command": "\'z"}]', 1,
                 []),
                (f'[{good},\n{{"directory": "/x", "file": "y",\n'
                 '"arguments": ["gcc\\u0000"]}]', 2, ["a.c:5"]),
                (f'[{good},\n{{"directory": "/x",\n}}]', 3, []),
                (f'[{good},\n{{"file": "\udcff"}}]', 2, []),
                (f'[{good}\n{good}]', 2, []),
                (f'[{good},\n]', 2, []), (f'[{good}]\n]', 2, []),
                ("[\n" + "[" * 10 ** 6, 2, [])):
            with self.subTest(text[:200]):
                path = self.database(text)
                self.assertEqual(self.places(status=2, expect=1),
                                 [*found, "b.c:5"])
                self.assertEqual(self.problems[0]["path"], str(path))
                if line:
                    self.assertEqual(self.problems[0]["line"], line)

    def test_foreign_database(self):
        """All entries are of some other tree: nobody meant this one."""
        path = self.database([self.entry(file="/elsewhere/a.c"),
                              self.entry(file="/elsewhere/b.c")])
        self.assertEqual(self.places(status=2, expect=1), ["b.c:5"])
        self.assertEqual(self.problems[0]["path"], str(path))
        self.assertIn("/elsewhere/a.c", self.problems[0]["text"])

    def test_generated_headers(self):
        """The build's own, not made-up ones."""
        (self.generated / "made.h").write_text("#define MADE_FLAG VM_IO\n")
        self.place("drivers/made.c", GENERATED)
        self.assertEqual(self.places(), ["b.c:5", "made.c:5"])

    def test_found(self):
        """A tree that is configured itself; not one that has a .config only."""
        os.rename(self.build / ".config", self.tree / ".config")
        run = self.check(self.tree)
        self.assertNotIn("are made up", run.err)
        os.makedirs(self.tree / "include/generated", exist_ok=True)
        os.rename(self.generated / "autoconf.h",
                  self.tree / "include/generated/autoconf.h")
        run = self.check(self.tree)
        self.assertIn("are made up", run.err)
        self.assertIn(str(self.tree), run.err)

    def test_tree_of_build(self):
        """--tree may be the build folder: its Makefile names the tree."""
        (self.build / "Makefile").write_text(
            f"# Automatically generated\ninclude {self.tree}/Makefile\n")
        report = self.report("--tree", self.build, self.tree / "drivers",
                             status=1)
        self.assertEqual(report["tree"]["root"], str(self.tree))
        self.assertTrue(any("are made up" in problem["text"]
                            for problem in report["problems"]))

    def test_refused(self):
        run = self.check("--build", self.folder / "gone", self.tree)
        self.assert_run(run, 2, err="it has no .config")
        (self.build / ".config").write_text("CONFIG_ARM64=y\n")
        run = self.check("--build", self.build, "--arch", "x86", self.tree)
        self.assert_run(run, 2, err="arm64")

    def test_nothing_is_written(self):
        def state():
            return sorted((str(path), path.stat().st_mtime_ns)
                          for path in self.build.rglob("*"))
        self.record(f"savedcmd_drivers/a.o := {self.words()}\n")
        before = state()
        self.places()
        self.assertEqual(state(), before)

    def test_dump(self):
        self.record(f"savedcmd_drivers/a.o := {self.words()}\n")
        run = self.check("--build", self.build, "--dump", "args", self.tree)
        line = re.search(r"^drivers/a\.c\t.*", run.out, re.MULTILINE).group()
        self.assertIn("-DRECORDED", line)
        self.assertIn(f"-I{self.build}/include", line)
        self.assertNotIn("-MMD", line)
        self.assertNotIn("mrecord", line)


# It writes a flag only if what the module was compiled with has arrived, and
# nothing of the kernel that it was compiled for.
MODULE = """\
#include <linux/mm.h>
#include <own.h>
void own(struct vm_area_struct *vma)
{
#if defined(OWN_HEADER) && defined(OWN_WORD) && !defined(MODULE)
	vma->vm_flags |= VM_IO;
#endif
}
"""


class ModuleBuilds(ProgramTest):
    """--build with the folder of a module that was built for some kernel."""
    def setUp(self):
        super().setUp()
        self.module = self.folder / "module"
        for path, text in (("drv/a.c", MODULE),
                           ("drv/own.h", "#error not this one\n"),
                           ("right/own.h", "#define OWN_HEADER 1\n"),
                           ("Makefile", "obj-m := own.o\n")):
            target = self.module / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)

    def words(self, include):
        return ("gcc -nostdinc -I./arch/x86/include -I./include "
                "-include ./include/linux/kconfig.h -I/gone/include "
                f"-I{include} -D__KERNEL__ -DMODULE "
                "-DKBUILD_MODNAME='\"own\"' -DOWN_WORD -c -o drv/a.o a.c")

    def places(self, build, **more):
        report = self.report("--build", build, "--tree", self.tree, "--arch",
                             "x86", "--branches", "active", self.module,
                             **more)
        self.told = " ".join(problem["text"] for problem in report["problems"])
        return [finding["line"] for finding in report["findings"]]

    def record(self, folder, source, include):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".a.o.cmd").write_text(
            f"savedcmd_a.o := {self.words(include)}\n\n"
            f"source_a.o := {source}\n")

    def test_nothing_recorded(self):
        run = self.check("--build", self.module, "--tree", self.tree,
                         self.module)
        self.assert_run(run, 2, err="has neither a compile_commands.json nor "
                        ".cmd files")

    def test_cmd_files(self):
        """The source by its whole path, and from the module since 6.13."""
        source = self.module / "drv/a.c"
        for named, include in ((source, self.module / "right"),
                               ("drv/a.c", "right"), ("a.c", "../right")):
            with self.subTest(named):
                self.record(self.module / "drv", named, include)
                self.assertEqual(self.places(self.module, status=1), [6])
                self.assertIn("has the commands of 1 files; the arguments of "
                              "0 others", self.told)

    def test_in_another_folder(self):
        out = self.folder / "out"
        self.record(out / "drv", self.module / "drv/a.c",
                    self.module / "right")
        self.assertEqual(self.places(out, status=1), [6])

    def test_database(self):
        for folder in self.module, self.folder / "out":
            with self.subTest(folder):
                folder.mkdir(exist_ok=True)
                path = folder / "compile_commands.json"
                path.write_text(json.dumps([{
                    "directory": "/gone", "file": str(self.module / "drv/a.c"),
                    "command": self.words(self.module / "right")}]))
                self.assertEqual(self.places(folder, status=1), [6])
                path.unlink()

    def test_of_another_source(self):
        self.record(self.module / "drv", "/elsewhere/a.c",
                    self.module / "right")
        self.places(self.module, status=2)
        self.assertIn("is of another source", self.told)


if __name__ == "__main__":
    main()
