# SPDX-License-Identifier: GPL-2.0-only
"""What whoever starts the program leaves to it, and what it leaves behind."""
import os
import resource
import signal
import subprocess

from repository import MISUSE, RepositoryTest, function, source
from scratch import driver, main, wait_for


class Surroundings(RepositoryTest):
    """A caller's habits are none of ours."""

    def test_children_that_nobody_waits_for(self):
        """SIGCHLD is ignored, as by some supervisors."""
        self.add("drivers/a.c", source(function("a_mmap", MISUSE)))
        for words in (("--staged",), ("drivers",)):
            run = self.check(*words, cwd=self.tree, env=self.environment,
                             preexec_fn=lambda: signal.signal(
                                 signal.SIGCHLD, signal.SIG_IGN))
            self.assertEqual(run.status, 1, str(run))
            self.assertIn("const_cast_write", run.out)

    def stack(self, soft, hard):
        self.place("drivers/a.c", driver())
        return self.check("drivers", cwd=self.tree,
                          preexec_fn=lambda: resource.setrlimit(
                              resource.RLIMIT_STACK, (soft, hard)))

    def test_small_stack(self):
        self.assertEqual(self.stack(64 << 10, 16 << 20).status, 1)
        self.assert_run(self.stack(64 << 10, 64 << 10), 2, out="",
                        err="the stack may have 64 KiB")

    def test_interrupted(self):
        """A passing folder goes with the program, however that ends."""
        self.place("drivers/a.c", driver())
        here = self.folder / "passing"
        here.mkdir()
        for end in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            with self.subTest(end), subprocess.Popen(
                    self.vmalint_words("check", "--watch", "--cache-dir",
                                       "/proc/none", "drivers"),
                    cwd=self.tree, env={**os.environ, "TMPDIR": str(here)},
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    start_new_session=True) as process:
                self.assertTrue(wait_for(lambda: list(here.glob("*/*"))))
                os.killpg(process.pid, end) if end != signal.SIGKILL else \
                    process.kill()
                process.wait()
                self.assertTrue(wait_for(lambda: not list(here.iterdir())))

    def test_source_as_output(self):
        """It is told, and the file is as it was."""
        path = self.place("drivers/a.c", driver())
        link = self.folder / "report.json"
        link.symlink_to(path)
        for words in (("--format", "json:drivers/a.c"),
                      ("--format", f"sarif:{link}"),
                      ("--write-baseline", "drivers/a.c")):
            run = self.check(*words, "drivers", cwd=self.tree)
            self.assert_run(run, 2, out="", err="which no output replaces")
            self.assertEqual(path.read_text(), driver())
        for name in ("Makefile", "Kconfig"):
            run = self.check("--format", f"json:{name}", "drivers",
                             cwd=self.tree)
            self.assert_run(run, 2, out="", err="which no output replaces")

    def test_baseline_with_nul(self):
        """What is behind it is no less known."""
        self.place("drivers/a.c", driver())
        path = self.folder / "known"
        self.check("--write-baseline", path, "drivers", cwd=self.tree)
        lines = path.read_bytes().split(b"\n")
        path.write_bytes(lines[0] + b"\n\0\n" + b"\n".join(lines[1:]))
        run = self.check("--baseline", path, "drivers", cwd=self.tree)
        self.assertEqual(run.status, 2)
        self.assertIn("holds a NUL", run.err)

    def test_names_that_steer(self):
        """GitHub's log is read in terminals, too."""
        self.place("drivers/a\x1b]0;x\x07.c", driver())
        run = self.check("--format", "github", "drivers", cwd=self.tree)
        self.assertEqual(run.status, 1)
        self.assertNotRegex(run.out + run.err, "[\x00-\x08\x0b-\x1f\x7f]")
        self.assertIn("file=drivers/a\\x1b]0;x\\x07.c", run.out)


if __name__ == "__main__":
    main()
