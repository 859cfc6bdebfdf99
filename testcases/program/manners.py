# SPDX-License-Identifier: GPL-2.0-only
"""What a person at a terminal expects of colours, paths, lists and words."""
import fcntl
import json
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import time

from scratch import ProgramTest, driver, main

COLOUR = "\x1b["


class Manners(ProgramTest):
    def setUp(self):
        super().setUp()
        self.place("drivers/net/a.c", driver())

    def check_colour(self, wanted, *words, **variables):
        names = ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE")
        environment = {name: value for name, value in os.environ.items()
                       if name not in names}
        run = self.check(*words, self.tree, env={**environment, **variables})
        self.assertEqual(COLOUR in run.out, wanted, (words, variables))

    def test_colour(self):
        self.check_colour(False)
        self.check_colour(True, "--color", "always")
        self.check_colour(True, CLICOLOR_FORCE="1")
        self.check_colour(False, CLICOLOR_FORCE="0")
        self.check_colour(False, CLICOLOR_FORCE="1", NO_COLOR="1")
        self.check_colour(True, "--color=always", NO_COLOR="1")
        self.check_colour(False, "--color", "never", CLICOLOR_FORCE="1")

    def test_colour_in_a_file(self):
        file = self.folder / "out.txt"
        for words, wanted in (((), False), (("--color", "always"), True)):
            self.check("--format", f"text:{file}", *words, self.tree,
                       env={**os.environ, "CLICOLOR_FORCE": "1"})
            self.assertEqual(COLOUR in file.read_text(), wanted)

    def test_quiet(self):
        loud = self.check(self.tree)
        run = self.check("-q", "--progress", "always", self.tree)
        self.assert_run(run, 1, out=loud.out)
        self.assertEqual(run.err, "")
        self.assert_run(self.check("-q", "-v", self.tree), 2,
                        err="only one of --quiet and --verbose")

    def test_quiet_tells_what_is_lost(self):
        self.place("mm/broken.c", "#include <no/such.h>\n"
                   "int f(void) { return VM_READ + ; }\n")
        run = self.check("-q", "--min-coverage", "100", self.tree)
        self.assertEqual(run.status, 2, str(run))
        self.assertIn("less than the 100% of --min-coverage", run.err)

    def test_verbose(self):
        for number in range(14):
            self.place(f"mm/broken{number}.c", "#include <linux/mm.h>\n"
                       f"int f(void) {{ return VM_READ + no{number}; }}\n")
        cut = self.check(self.tree).err
        whole = self.check("-v", self.tree).err
        self.assertIn("; -v has them all\n", cut)
        self.assertNotIn("-v has them all", whole)
        self.assertIn("mm/broken13.c", whole)
        self.assertIn("  and 9 more; -v has them all\n", cut)

    def test_one_cause_one_row(self):
        """Files with one error are one row, those of most files first."""
        for number in range(8):
            self.place(f"mm/broken{number}.c", "#include <linux/mm.h>\n" * (
                number + 1) + "#include <linux/gone.h>\n"
                "int f(void) { return VM_READ; }\n")
        self.place("mm/another.c", "#include <linux/mm.h>\n"
                   "int f(void) { return VM_READ + no; }\n")
        rows = [line for line in self.check(self.tree).err.splitlines()
                if line.startswith("  with errors: ")]
        self.assertEqual(len(rows), 2)
        self.assertRegex(rows[0], r"8 files: 'linux/gone\.h' file not found: "
                         r"mm/broken0\.c, mm/broken1\.c, ")
        self.assertIn("mm/another.c: 1 error, the first mm/another.c:2:",
                      rows[1])
        rows = [line for line in self.check("-v", self.tree).err.splitlines()
                if line.startswith("  with errors: ")]
        self.assertEqual(len(rows), 9)

    def test_rows_fit_the_terminal(self):
        for number in range(30):
            self.place(f"mm/broken{number}.c", "#include <linux/mm.h>\n"
                       "#include <linux/gone.h>\nint f(void) { return VM_READ;"
                       " }\n")
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, 72, 0, 0))
        run = self.check("--progress", "never", "-j", "1", self.tree,
                         stderr=theirs)
        os.close(theirs)
        text = os.read(ours, 1 << 16).decode()
        os.close(ours)
        row = [line.rstrip("\r") for line in text.split("\n")
               if line.startswith("  with errors: ")]
        self.assertEqual([len(line) for line in row], [72], str(run) + text)
        self.assertTrue(row[0].endswith(" ..."))

    def test_notices_about_kconfig(self):
        self.place("drivers/a.c", driver())
        self.place("Kconfig", "".join(
            f'config ODD{nr}\n\tbool "odd"\n\todd {nr}\n'
            for nr in range(9)))
        cut, whole = (self.check("--no-cache", *words, self.tree).err
                      for words in ((), ("-v",)))
        self.assertEqual(len(re.findall(r"(?m)^vmalint: Kconfig:\d+:", cut)),
                         5, cut)
        self.assertIn("more notices about Kconfig; -v has them all\n", cut)
        self.assertGreater(
            len(re.findall(r"(?m)^vmalint: Kconfig:\d+:", whole)), 5)

    def test_paths_from_here(self):
        """As the compiler's: an editor in this folder opens them."""
        for folder, path in (("drivers/net", "a.c"), ("mm", "../drivers/net/"
                                                      "a.c"),
                             ("drivers", "net/a.c"), (".", "drivers/net/a.c"),
                             ("..", "drivers/net/a.c")):
            place = self.tree / folder
            place.mkdir(exist_ok=True)
            run = self.check(self.tree / "drivers", cwd=place)
            self.assertTrue(run.out.startswith(path + ":5:2: error: "),
                            run.out)
            report = self.report(self.tree / "drivers", cwd=place)
            self.assert_found(report, "drivers/net/a.c:5")

    def test_paths_behind_a_link(self):
        link = self.folder / "link"
        link.symlink_to(self.tree / "drivers")
        run = self.check("net/a.c", cwd=link,
                         env={**os.environ, "PWD": str(link)})
        self.assertTrue(run.out.startswith("net/a.c:5:2: error: "), run.out)

    def check_list(self, text, status, *places, words=("-",), **keywords):
        run = subprocess.run(
            self.vmalint_words("check", "--cache-dir", self.cache, "--format",
                               "json", "--files-from", *words),
            input=text, cwd=self.tree, capture_output=True, check=False,
            timeout=60, **keywords)
        self.assertEqual(run.returncode, status, run.stderr)
        self.assert_found(json.loads(run.stdout), *places)

    def test_files_from(self):
        self.place("drivers/net/b.c", driver())
        self.place("README", "text\n")
        found = "drivers/net/a.c:5"
        self.check_list(b"README\ndrivers/net/a.c\n", 1, found)
        self.check_list(b"drivers/net/a.c", 1, found)
        self.check_list(b"drivers/net/a.c\r\n", 1, found)
        self.check_list(b"README\0drivers/net/a.c\0", 1, found)
        self.check_list(b"drivers\n", 1, found, "drivers/net/b.c:5")
        self.place("list", "drivers/net/a.c\n")
        self.check_list(b"", 1, found, words=("list",))
        self.check_list(b"", 1, found, "drivers/net/b.c:5",
                        words=("list", "drivers/net/b.c"))

    def test_empty_list(self):
        """Nothing to check is not the whole tree."""
        self.check_list(b"", 0)
        self.check_list(b"README\n", 0)

    def test_bad_lists(self):
        self.assert_run(self.check("--files-from", "no/such", self.tree), 2,
                        err="--files-from: 'no/such': ")
        run = self.check("--files-from", self.place("list", "no/such.c\n"),
                         cwd=self.tree)
        self.assert_run(run, 2, err="no/such.c: No such file or directory")

    def test_outputs_are_looked_at_first(self):
        for words in (("--format", f"json:{self.folder}/no/out.json"),
                      ("--write-baseline", f"{self.folder}/no/base"),
                      ("--format", f"html:{self.folder}")):
            run = self.check(*words, self.tree)
            self.assertEqual(run.status, 2, str(run))
            self.assertIn("cannot be written: ", run.err)
            self.assertNotIn("files: ", run.err)

    def stop(self, number, *words):
        """What a run says that gets a signal while it is at a slow file."""
        program = subprocess.Popen(
            self.vmalint_words("check", "--cache-dir", self.cache, "-j", "2",
                               "--progress", "always", *words, self.tree),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
        # Progress is shown from when the workers run.
        first = program.stderr.readline()
        time.sleep(3)
        program.send_signal(number)
        out, err = program.communicate(timeout=30)
        self.assertEqual(program.returncode, 128 + number, first + err)
        return out, err

    def test_stopped(self):
        """Ctrl-C shows what was found so far, and says that it is a part."""
        slow = "".join(f"#define D{n + 1}(x) D{n}(x) + D{n}(x)\n"
                       for n in range(27))
        self.place("mm/slow.c", f"#include <linux/mm.h>\n#define D0(x) x\n"
                   f"{slow}int f(void) {{ return D27(VM_READ); }}\n")
        for number in (signal.SIGINT, signal.SIGTERM):
            baseline = self.folder / "base"
            out, err = self.stop(number, "--write-baseline", baseline)
            name = signal.Signals(number).name
            self.assertIn(f"stopped by {name}: ", err)
            self.assertRegex(err, r"failed: mm/slow\.c: not looked at")
            self.assertNotEqual("drivers/net/a.c:5:2: error: " in out,
                                "failed: drivers/net/a.c: not " in err, err)
            self.assertFalse(baseline.exists())

    def test_names_of_architectures(self):
        for name in ("x86_64", "amd64", "i386"):
            self.report("--arch", name, self.tree, status=1)
        run = self.check("--arch", "vax", self.tree)
        self.assert_run(run, 2, err="these are: alpha, arc, arm, arm64, ")


if __name__ == "__main__":
    main()
