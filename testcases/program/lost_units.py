# SPDX-License-Identifier: GPL-2.0-only
"""A crash, a hang or exhausted memory costs the file that met it, no more."""
import os
import shlex
import signal
import subprocess

from scratch import ProgramTest, driver, limit_memory, main, wait_for

MEMORY_LIMIT = 400 << 20


def explosion(depth):
    """A source whose one expression has 2 to the power of depth operands."""
    macros = "".join(f"#define A{i} A{i - 1} + A{i - 1}\n"
                     for i in range(1, depth + 1))
    return ("#include <linux/mm.h>\n#define A0 vma->vm_flags\n" + macros +
            "unsigned long x(struct vm_area_struct *vma)\n{\n"
            f"\treturn A{depth};\n}}\n")


# What may stand in itself, this often in each other.
DEPTH = 1500
FLAGS = "vma->vm_flags"
NESTED = {
    "blocks": "{" * DEPTH + f"(void){FLAGS};" + "}" * DEPTH,
    "calls": f"(void)({'f(' * DEPTH}{FLAGS}{')' * DEPTH});",
    "casts": f"(void)({'(unsigned long)' * DEPTH}{FLAGS});",
    "choices": f"(void)({'a ? ' * DEPTH}{FLAGS}{' : 0' * DEPTH});",
    "else": "if (!a) a++;" + f"else if (a & {FLAGS}) a++;" * DEPTH,
    "expressions": f"(void)({'({ ' * DEPTH}{FLAGS}{'; })' * DEPTH});",
    "loops": "do " * DEPTH + f"(void){FLAGS};" + " while (0);" * DEPTH,
    "operands": f"(void)({FLAGS + ' | ' + '~' * DEPTH}VM_IO);",
    "parentheses": f"(void)({'(' * DEPTH}{FLAGS}{')' * DEPTH});",
    "switches": ("switch (a) { default: " * DEPTH + f"(void){FLAGS};" +
                 "}" * DEPTH),
    "types": "struct { " * DEPTH + "int i; " + "} m;" * DEPTH,
}


def nested(name):
    """A function with a nest in it, and one finding behind that."""
    return ("#include <linux/mm.h>\nunsigned long f(unsigned long);\n"
            "int g(struct vm_area_struct *vma, int a)\n{\n"
            f"\t{NESTED[name]}\n\tvma->vm_flags |= VM_IO;\n\treturn a;\n}}\n")


def children(pid):
    path = f"/proc/{pid}/task/{pid}/children"
    with open(path, encoding="ascii") as file:
        return [int(word) for word in file.read().split()]


def processor_ticks(pid):
    """User time of a process, in clock ticks; None when it is gone."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else int(fields[11])


def with_plain_signals():
    """An environment in which a sanitizer leaves SIGBUS to kill."""
    options = os.environ.get("ASAN_OPTIONS", "").split(":")
    return {**os.environ,
            "ASAN_OPTIONS": ":".join(filter(None, options +
                                            ["handle_sigbus=0"]))}


class LostUnits(ProgramTest):
    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", driver())
        self.place("drivers/z.c", driver("z"))

    def assert_lost(self, report, path, *words):
        """This file failed, with all its lines; the others did not."""
        self.assert_found(report, "drivers/a.c:5", "drivers/z.c:5")
        files = report["summary"]["files"]
        self.assertEqual((files["selected"], files["analysed"],
                          files["failed"]), (3, 2, 1))
        self.assertTrue(report["unseen"])
        for unseen in report["unseen"]:
            self.assertEqual(unseen["path"], path)
            for word in words:
                self.assertIn(word, unseen["reason"])

    def assert_command(self, run, path):
        """Standard error has a command that a shell can run."""
        lines = [line for line in run.err.splitlines() if "to repeat: " in line]
        self.assertEqual(len(lines), 1, run.err)
        words = shlex.split(lines[0].split("to repeat: ")[1])
        self.assertEqual(words[0], "clang-19")
        self.assertEqual(words[-1], str(self.tree / path))
        self.place(path, driver("x").replace("|=", "&"))
        done = subprocess.run(words, check=False, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_hang(self):
        self.place("drivers/m.c", explosion(40))
        words = ("--timeout", "1", self.tree / "drivers")
        report = self.report(*words, status=2)
        self.assert_lost(report, "drivers/m.c", "took longer than 1 s")

    def test_hang_in_text(self):
        self.place("drivers/m.c", explosion(40))
        run = self.check("--timeout", "1", self.tree / "drivers")
        self.assert_run(run, 2, err="failed: drivers/m.c: took longer than")
        self.assertIn("drivers/a.c:5:2: error:", run.out)
        self.assertIn("drivers/z.c:5:2: error:", run.out)
        self.assert_command(run, "drivers/m.c")

    def test_several_hangs(self):
        """As many as there are workers; none is left over."""
        for i in range(3):
            self.place(f"drivers/m{i}.c", explosion(40))
        report = self.report("--timeout", "1", "-j", "2",
                             self.tree / "drivers", status=2)
        self.assert_found(report, "drivers/a.c:5", "drivers/z.c:5")
        self.assertEqual(report["summary"]["files"]["failed"], 3)

    def test_hang_in_a_branch(self):
        """What the first attempt has found stays, as it is told."""
        text = explosion(40).replace("unsigned long x", "#ifndef CONFIG_MMU\n"
                                     "unsigned long x") + "#endif\n"
        text = text.replace("return A", "return VM_IO & A")
        self.place("drivers/m.c", text + driver("m"))
        report = self.report("--timeout", "2", self.tree / "drivers", status=2)
        line = text.count("\n") + 5
        self.assert_found(report, "drivers/a.c:5", f"drivers/m.c:{line}",
                          "drivers/z.c:5")
        self.assertEqual(report["summary"]["files"]["analysed"], 3)
        self.assertEqual([(problem["path"], problem["text"])
                          for problem in report["problems"]],
                         [("drivers/m.c", "took longer than 2 s in a further "
                           "attempt; what was found before counts")])
        self.assertEqual({unseen["reason"] for unseen in report["unseen"]},
                         {"in a branch that this configuration leaves out"})

    def test_memory(self):
        limited = {"preexec_fn": limit_memory(MEMORY_LIMIT)}
        if self.run_program("--version", **limited).status != 0:
            self.skipTest("needs more memory to begin with (a sanitizer)")
        self.place("drivers/m.c", explosion(40))
        report = self.report(self.tree / "drivers", status=2, **limited)
        self.assert_lost(report, "drivers/m.c")

    def test_nested_deeply(self):
        """The parser calls itself for what stands in each other."""
        for name in NESTED:
            self.place(f"fs/{name}.c", nested(name))
        report = self.report(self.tree / "fs", status=1)
        self.assert_found(report, *(f"fs/{name}.c:6" for name in NESTED))

    def busy_worker(self, pid):
        """The child of the program that is at the endless file."""
        for child in children(pid):
            if (processor_ticks(child) or 0) > 30:
                return child
        return None

    def start_hanging(self):
        """The program, running, and the worker that hangs."""
        self.place("drivers/m.c", explosion(40))
        words = self.vmalint_words(
            "check", "--cache-dir", self.cache, "--progress", "never", "-j",
            "2", self.tree / "drivers")
        program = subprocess.Popen(words, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE,
                                   env=with_plain_signals())
        self.addCleanup(program.communicate)
        self.addCleanup(program.kill)
        worker = wait_for(lambda: self.busy_worker(program.pid))
        self.assertTrue(worker)
        return program, worker

    def check_killed_worker(self, number):
        program, worker = self.start_hanging()
        os.kill(worker, number)
        out, err = program.communicate(timeout=20)
        self.assertEqual(program.returncode, 2, err.decode())
        self.assertIn(f"killed by signal {number:d}", err.decode())
        self.assertIn("to repeat: clang-19", err.decode())
        self.assertIn("drivers/a.c:5:2: error:", out.decode())
        self.assertIn("drivers/z.c:5:2: error:", out.decode())

    def test_crash(self):
        self.check_killed_worker(signal.SIGBUS)

    def test_killed(self):
        self.check_killed_worker(signal.SIGKILL)

    def check_killed_program(self, number):
        program, worker = self.start_hanging()
        os.kill(program.pid, number)
        program.communicate(timeout=20)
        self.assertEqual(program.returncode, -number if number ==
                         signal.SIGKILL else 128 + number)
        self.assertTrue(wait_for(lambda: processor_ticks(worker) is None, 5),
                        "a worker outlives the program")

    def test_no_worker_outlives_the_program(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            with self.subTest(number):
                self.check_killed_program(number)

    def test_few_descriptors(self):
        """Fewer workers than asked for are slower, and nothing else."""
        for i in range(60):
            self.place(f"drivers/m{i}.c", driver(f"m{i}"))
        run = subprocess.run(
            ["sh", "-c", 'ulimit -n 40; exec "$@"', "sh",
             *self.vmalint_words("check", "--cache-dir", self.cache, "-j",
                                 "50", self.tree / "drivers")],
            check=False, capture_output=True, text=True, timeout=60)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertEqual(run.stdout.count(" error: "), 62)


if __name__ == "__main__":
    main()
