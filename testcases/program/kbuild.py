# SPDX-License-Identifier: GPL-2.0-only
"""make C=1 CHECK="vmalint kbuild --": what Kbuild gives, and what it gets."""
import os
import re
import shutil
import socket
import subprocess

from scratch import ProgramTest, Run, driver, main

# What Kbuild does, in short: compile, then check with the same words.
MAKEFILE = """\
srctree := @TREE@
objtree := .
SRCARCH := x86
export srctree objtree SRCARCH CHECK CHECKFLAGS KBUILD_VERBOSE
.DELETE_ON_ERROR:
CHECK = sparse
CHECKFLAGS := -D__linux__ -Dlinux -D__STDC__ -Dunix -D__unix__ -Wbitwise \\
	-Wno-return-void -Wno-unknown-attribute $(CF)
CHECKFLAGS += -D__x86_64__ --arch=x86 -mlittle-endian -m64
c_flags = -Wp,-MMD,.$(basename $(@F)).o.d -nostdinc -I@TREE@/include \\
	-I./include -D__KERNEL__ -Werror -std=gnu11 -fshort-wchar \\
	-mpreferred-stack-boundary=3 -fconserve-stack -mrecord-mcount \\
	-DCONFIG_HERE=1 $(EXTRA) -DKBUILD_MODFILE='"$*"' -DKBUILD_BASENAME='"$*"'
%.o: $(SOURCES)/%.c
	@echo '  CC      $@'; echo object > $@
	@$(CHECK) $(CHECKFLAGS) $(c_flags) $<
"""
ZERO_DAY = ("-fdiagnostic-prefix -D__CHECK_ENDIAN__ -fmax-errors=unlimited "
            "-fmax-warnings=unlimited")
PLAIN = "int plain(void)\n{\n\treturn 0;\n}\n"
# What only a build with CONFIG_HERE compiles, and what only others do.
BRANCHES = """\
#include <linux/mm.h>
#ifdef CONFIG_HERE
void here(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
}
#else
void there(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
}
#endif
"""
WRAPPER = "#define SET_IO(vma) ((vma)->vm_flags |= VM_IO)\n"
WRAPPED = """\
#include <linux/mm.h>
#include "wrapper.h"
void wrapped(struct vm_area_struct *vma)
{
	SET_IO(vma);
}
"""
LINE = re.compile(r"[^ :]+:\d+:\d+: (error|warning): .+ \[\w+\]")


class Kbuild(ProgramTest):
    def setUp(self):
        super().setUp()
        self.build = self.folder / "build"
        self.build.mkdir()
        self.sources = self.folder / "module"
        self.sources.mkdir()
        self.place("drivers/a.c", driver())
        self.place("drivers/plain.c", PLAIN)

    def make(self, *words, sources=None, **variables):
        """Runs make in the build folder, with our program as checker."""
        (self.build / "Makefile").write_text(
            MAKEFILE.replace("@TREE@", str(self.tree)))
        check = f"{self.vmalint} kbuild --cache-dir {self.cache} --"
        done = subprocess.run(
            ["make", "-s", f"CHECK={check}",
             f"SOURCES={sources or self.tree / 'drivers'}",
             *(f"{name}={value}" for name, value in variables.items()),
             *words], cwd=self.build, check=False, capture_output=True,
            stdin=subprocess.DEVNULL, timeout=60)
        return Run(done.returncode, done.stdout.decode(),
                   done.stderr.decode())

    def found(self, run):
        """path:line of each line of standard error, all of them findings."""
        for line in run.err.splitlines():
            self.assertRegex(line, LINE)
        return [":".join(line.split(":")[:2]).rpartition("/")[2]
                for line in run.err.splitlines()]

    def test_finding(self):
        run = self.make("a.o")
        self.assert_run(run, 0, out="  CC      a.o\n")
        self.assertEqual(self.found(run), ["a.c:5"])
        self.assertIn("error: ", run.err)
        self.assertTrue((self.build / "a.o").exists())

    def test_writes_nothing(self):
        """No dependency file: libclang would write it where make reads it."""
        self.make("a.o", "plain.o")
        self.assertEqual(sorted(os.listdir(self.build)),
                         ["Makefile", "a.o", "plain.o"])

    def test_words_of_others(self):
        run = self.make("a.o", CF=ZERO_DAY)
        self.assertEqual(self.found(run), ["a.c:5"])

    def test_failing_is_asked_for(self):
        run = self.make("a.o", CF="--fail-on=error")
        self.assertEqual(run.status, 2)
        self.assertIn("Error 1", run.err)
        self.assertFalse((self.build / "a.o").exists())
        self.assert_run(self.make("plain.o", CF="--fail-on=error"), 0, err="")

    def test_options_in_cf(self):
        run = self.make("a.o", CF="--ignore=direct_write --fail-on=error")
        self.assert_run(run, 0)
        self.assertEqual(run.err, "")
        os.remove(self.build / "a.o")
        run = self.make("a.o", CF="--ignore=direct_wride")
        self.assertEqual(run.status, 2)
        self.assertIn("direct_write", run.err)

    def test_branches(self):
        """Only what is compiled, unless more is asked for."""
        self.place("drivers/b.c", BRANCHES)
        self.assertEqual(self.found(self.make("b.o")), ["b.c:5"])
        os.remove(self.build / "b.o")
        self.assertEqual(self.found(self.make("b.o", CF="--branches=all")),
                         ["b.c:5", "b.c:10"])

    def test_verbose(self):
        self.place("drivers/b.c", BRANCHES)
        run = self.make("b.o", KBUILD_VERBOSE="1")
        self.assertIn("b.c:10: note: not seen by vmalint: ", run.err)

    def test_relative_words(self):
        """-I counts from where the compiler runs, not from the tree."""
        (self.build / "include").mkdir()
        (self.build / "include/made.h").write_text("#define MADE VM_IO\n")
        self.place("drivers/c.c", driver().replace("VM_IO", "MADE").replace(
            ">\n", ">\n#include <made.h>\n", 1))
        self.assertEqual(self.found(self.make("c.o")), ["c.c:6"])

    def test_module(self):
        """A file outside of the tree; a header beside it wraps the flag."""
        (self.sources / "m.c").write_text(WRAPPED)
        (self.sources / "wrapper.h").write_text(WRAPPER)
        for _ in range(2):
            run = self.make("m.o", sources=self.sources)
            self.assertEqual(self.found(run), ["m.c:5"])
            self.assertIn(str(self.sources / "m.c"), run.err)
            os.remove(self.build / "m.o")

    def test_same_words_twice(self):
        """The second call makes a precompiled header, the others use it."""
        for name in "defgh":
            self.place(f"drivers/{name}.c", driver(name))
            self.assertEqual(self.found(self.make(f"{name}.o")),
                             [f"{name}.c:5"])

    def test_words_of_several_kinds(self):
        """Modules and what is built in do not drive each other's out."""
        (self.build / ".config").write_text("CONFIG_X86=y\nCONFIG_64BIT=y\n"
                                            "CONFIG_X86_64=y\n")
        for number, name in enumerate("abcdef"):
            self.place(f"drivers/{name}.c", driver(name))
            self.make(f"{name}.o", EXTRA="-DMODULE" if number % 2 else "")
        kept = set(self.cache.rglob("make-*.pch.[0-9]*"))
        self.assertEqual(len(kept), 2, kept)
        for number, name in enumerate("ghij"):
            self.place(f"drivers/{name}.c", driver(name))
            self.make(f"{name}.o", EXTRA="-DMODULE" if number % 2 else "")
        self.assertEqual(set(self.cache.rglob("make-*.pch.[0-9]*")), kept)

    def test_changed_header(self):
        """What is precompiled gets old."""
        (self.build / ".config").write_text("CONFIG_X86=y\nCONFIG_64BIT=y\n"
                                            "CONFIG_X86_64=y\n")
        header = self.tree / "include/linux/mm.h"
        for name in "abcd":
            self.place(f"drivers/{name}.c", driver(name))
            self.make(f"{name}.o")
        self.assertTrue(list(self.cache.rglob("make-*.pch.[0-9]*")))
        header.write_text(header.read_text() + "\n#define NEW_FLAG VM_IO\n")
        self.place("drivers/n.c", driver("n").replace("VM_IO", "NEW_FLAG"))
        self.assertEqual(self.found(self.make("n.o")), ["n.c:5"])

    def test_many_at_once(self):
        """Lines of many checkers do not mix."""
        names = [f"x{number}" for number in range(24)]
        for name in names:
            self.place(f"drivers/{name}.c", driver(name))
        run = self.make("-j8", *(f"{name}.o" for name in names))
        self.assertEqual(sorted(self.found(run)),
                         sorted(f"{name}.c:5" for name in names))

    def test_one_write_a_line(self):
        """A datagram socket shows where one write ends."""
        self.place("drivers/two.c", driver("a") + driver("b"))
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        with ours, theirs:
            subprocess.run(
                self.vmalint_words("kbuild", "--cache-dir", self.cache, "--",
                                   "-nostdinc", f"-I{self.tree}/include",
                                   "-D__KERNEL__",
                                   self.tree / "drivers/two.c"),
                check=True, stderr=theirs, timeout=60)
            theirs.close()
            ours.setblocking(False)
            writes = [ours.recv(65536).decode() for _ in range(2)]
            self.assertRaises(BlockingIOError, ours.recv, 1)
        for write in writes:
            self.assertRegex(write[:-1], LINE)
            self.assertEqual(write.count("\n"), 1)

    def test_quick(self):
        """libclang is not even loaded for a file without flags."""
        words = ("kbuild", "--cache-dir", self.cache, "--", "-nostdinc",
                 f"-I{self.tree}/include", "-D__KERNEL__")
        environment = {**os.environ, "LD_DEBUG": "files"}
        if "libclang" in self.run_program("--help", env=environment).err:
            self.skipTest("this build loads libclang at once")
        for name, is_loaded in (("a", True), ("plain", False)):
            run = self.run_program(*words, self.tree / f"drivers/{name}.c",
                                   env=environment)
            self.assertEqual("libclang" in run.err, is_loaded, name)

    def test_empty_file(self):
        """scripts/mod/empty.c is checked before all others."""
        self.place("scripts/mod/empty.c", "/* empty */\n")
        run = self.make("empty.o", sources=self.tree / "scripts/mod")
        self.assert_run(run, 0)
        self.assertEqual(run.err, "")

    def test_no_file(self):
        run = self.run_program("kbuild", "--", "-DX", self.folder / "gone.c")
        self.assert_run(run, 0, out="", err="gone.c")
        self.assertNotRegex(run.err, "(?i)warn")
        run = self.run_program("kbuild", "--fail-on", "error", "--",
                               self.folder / "gone.c")
        self.assert_run(run, 2)
        self.assert_run(self.run_program("kbuild"), 2, err="make C=1")

    def test_same_as_check(self):
        """With the configuration and the branches of the build."""
        self.place("drivers/b.c", BRANCHES)
        run = self.make("a.o", "b.o")
        config = self.folder / "config"
        config.write_text("CONFIG_X86=y\nCONFIG_64BIT=y\nCONFIG_X86_64=y\n"
                          "CONFIG_HERE=y\n")
        report = self.report("--config", config, "--branches", "active",
                             self.tree / "drivers", status=1)
        self.assertEqual(
            self.found(run),
            [f"{os.path.basename(finding['path'])}:{finding['line']}"
             for finding in report["findings"]])


if __name__ == "__main__":
    if not shutil.which("make"):
        raise SystemExit("make is missing: see testcases/setup")
    main()
