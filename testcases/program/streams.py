# SPDX-License-Identifier: GPL-2.0-only
"""Findings on standard output, all else on standard error; terminals."""
import json
import os
import pty
import re
import select
import subprocess

from scratch import ProgramTest, driver, main

COLOUR = "\x1b["


def read_terminal(ours, program):
    """All that was shown until the program ended."""
    shown = b""
    while True:
        ready, _, _ = select.select([ours], [], [], 0.05)
        try:
            piece = os.read(ours, 65536) if ready else b""
        except OSError:
            return shown
        shown += piece
        if not piece and program.poll() is not None:
            return shown


class Streams(ProgramTest):
    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", driver())

    def test_split(self):
        run = self.check(self.tree)
        self.assert_run(run, 1, err="files: ")
        self.assertRegex(run.out, r"\Adrivers/a\.c:5:2: error: .*\n")
        self.assertNotIn("files: ", run.out)
        self.assertNotIn("[direct_write]", run.err)

    def test_clean(self):
        (self.tree / "drivers/a.c").unlink()
        self.assert_run(self.check(self.tree), 0, out="", err="0 errors")

    def test_full_disk(self):
        for words in ((), ("--format", "json")):
            with open("/dev/full", "wb") as full:
                run = self.check(*words, self.tree, stdout=full)
            self.assert_run(run, 2, err="standard output: cannot be written: "
                                        "No space left on device")

    def test_full_disk_of_a_file(self):
        run = self.check("--format", "json:/dev/full", "--format", "text",
                         self.tree)
        self.assert_run(run, 2, err="/dev/full")
        self.assertIn("drivers/a.c:5:2: error:", run.out)

    def test_full_disk_of_texts(self):
        for words in (("rules",), ("rules", "direct_write"), ("--help",),
                      ("--version",), ("check", "--help")):
            with open("/dev/full", "wb") as full:
                run = self.run_program(*words, stdout=full)
            self.assert_run(run, 2, err="No space left on device")

    def closed(self, redirection, *words):
        command = self.vmalint_words("check", "--cache-dir", self.cache,
                                     *words, self.tree)
        return subprocess.run(
            ["sh", "-c", f'exec "$@" {redirection}', "sh", *command],
            check=False, capture_output=True, text=True, timeout=60)

    def test_closed_output(self):
        done = self.closed(">&-")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("Bad file descriptor", done.stderr)

    def test_closed_others(self):
        """No file of ours may take the place of a stream."""
        self.assertEqual(self.closed("<&-").returncode, 1)
        done = self.closed("2>&-")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, r"\Adrivers/a\.c:5:2: error: ")
        self.assertNotIn("files: ", done.stdout)

    def test_reader_gone(self):
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            run = self.check(self.tree, stdout=pipe)
        self.assert_run(run, 2, err="Broken pipe")

    def test_several_outputs(self):
        file = self.folder / "out.json"
        run = self.check("--format", "text", "--format", f"json:{file}",
                         self.tree)
        self.assert_run(run, 1)
        self.assertIn("drivers/a.c:5:2: error:", run.out)
        report = json.loads(file.read_text())
        self.assert_sound(report)
        self.assert_found(report, "drivers/a.c:5")

    def test_output_in_missing_folder(self):
        run = self.check("--format", f"json:{self.folder}/no/out.json",
                         self.tree)
        self.assert_run(run, 2, err=f"{self.folder}/no/out.json")

    def on_terminal(self, *words, env=None, streams=("stdout",)):
        """What a terminal shows that has these streams of the program."""
        ours, theirs = pty.openpty()
        others = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        command = self.vmalint_words("check", "--cache-dir", self.cache,
                                     *words, self.tree)
        with subprocess.Popen(
                command, stdin=subprocess.DEVNULL, env={**os.environ,
                                                        **(env or {})},
                **{**others, **dict.fromkeys(streams, theirs)}) as program:
            os.close(theirs)
            shown = read_terminal(ours, program)
        os.close(ours)
        return shown.decode()

    def test_colours(self):
        self.assertIn(COLOUR, self.on_terminal())
        self.assertNotIn(COLOUR, self.on_terminal(env={"NO_COLOR": "1"}))
        self.assertNotIn(COLOUR, self.on_terminal(env={"TERM": "dumb"}))
        self.assertNotIn(COLOUR, self.check(self.tree).out)
        self.assertNotIn(COLOUR, self.on_terminal("--format", "json"))

    def test_colours_change_no_words(self):
        shown = self.on_terminal().replace("\r\n", "\n")
        plain = re.sub(r"\x1b\[[0-9;]*[mK]", "", shown)
        self.assertEqual(plain, self.check(self.tree).out)

    def test_colours_not_in_a_file(self):
        file = self.folder / "out.txt"
        self.on_terminal("--format", f"text:{file}")
        self.assertNotIn(COLOUR, file.read_text())

    def test_progress(self):
        line = re.compile(r"\[ *\d+/ *1\] +\d+%")
        words = ("--select", "direct_write")
        self.assertRegex(self.check("--progress", "always", *words,
                                    self.tree / "drivers").err, line)
        for when in ("auto", "never"):
            run = self.check("--progress", when, self.tree / "drivers")
            self.assertNotRegex(run.err, line)
        shown = self.on_terminal(streams=("stderr",))
        self.assertRegex(shown, r"\[ *\d+/\d+\]")
        shown = self.on_terminal("--progress", "never", streams=("stderr",))
        self.assertNotRegex(shown, r"\[ *\d+/\d+\]")


if __name__ == "__main__":
    main()
