# SPDX-License-Identifier: GPL-2.0-only
"""`vmalint check --watch`: what is new and what is gone, save by save."""
import os
import signal
import subprocess
import threading
import time

from scratch import ProgramTest, driver, main, wait_for

HARMLESS = driver().replace("|=", "&")
TIMEOUT = 60


class Watch:
    """A watch under way, and the lines that it has said."""

    def __init__(self, words):
        self.program = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        self.lines = []
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.program.stdout:
            self.lines.append(line.rstrip("\n"))

    def said(self, text, since=0):
        """Waits for a line that holds a text; None if it does not come."""
        return wait_for(lambda: next(
            (line for line in self.lines[since:] if text in line), None),
            TIMEOUT)

    def end(self, number=signal.SIGINT):
        self.program.send_signal(number)
        status = self.program.wait(TIMEOUT)
        self.reader.join(TIMEOUT)
        self.program.stdout.close()
        return status


class Watching(ProgramTest):
    def setUp(self):
        super().setUp()
        self.first = self.place("drivers/a.c", driver())
        self.second = self.place("drivers/b.c", HARMLESS)

    def begin(self, *words):
        watch = Watch(self.vmalint_words("check", "--watch", "--cache-dir",
                                         self.cache, *words))
        self.addCleanup(watch.program.wait)
        self.addCleanup(watch.program.kill)
        self.assertTrue(watch.said("; Ctrl-C ends"), watch.lines)
        return watch

    def after(self, watch, change, *texts):
        """What is said after a change, once all texts are there."""
        since = len(watch.lines)
        change()
        for text in texts:
            self.assertTrue(watch.said(text, since),
                            f"no '{text}' in {watch.lines[since:]}")
        return watch.lines[since:]

    def save(self, path, text):
        """As an editor does that writes in place."""
        return lambda: path.write_text(text)

    def replace(self, path, text):
        """As an editor does that renames a new file over the old one."""
        def change():
            new = path.with_name(f".{path.name}.swp")
            new.write_text(text)
            new.rename(path)
        return change

    def end(self, watch):
        """A run of all may be under way; a shell calls both of these 130."""
        self.assertIn(watch.end(), (130, -signal.SIGINT), watch.lines)

    def test_saves(self):
        """New and gone, with each way to save, many times."""
        watch = self.begin(self.tree / "drivers")
        self.assertTrue(watch.said("drivers/a.c:5:2: error: "))
        for way in (self.save, self.replace, self.save, self.replace):
            said = self.after(watch, way(self.second, driver()),
                              "drivers/b.c:5:2: error: ",
                              "watch: drivers/b.c: 1 new, 0 gone, 2 in all")
            self.assertFalse([line for line in said if "drivers/a.c" in line])
            self.after(watch, way(self.second, HARMLESS),
                       "drivers/b.c:5:2: gone: ", "[direct_write]",
                       "watch: drivers/b.c: 0 new, 1 gone, 1 in all")
        self.end(watch)

    def test_moved_lines(self):
        """A finding that moves is neither new nor gone."""
        watch = self.begin(self.tree)
        said = self.after(watch, self.save(self.first, "\n\n" + driver()),
                          "watch: drivers/a.c: 0 new, 0 gone, 1 in all")
        self.assertFalse([line for line in said if "[direct_write]" in line])
        self.after(watch, self.save(self.first, HARMLESS),
                   "drivers/a.c:7:2: gone: ")
        self.end(watch)

    def test_file_comes_and_goes(self):
        watch = self.begin(self.tree / "drivers")
        late = self.tree / "drivers/late.c"
        self.after(watch, self.save(late, driver("late")),
                   "drivers/late.c:5:2: error: ",
                   "watch: drivers/late.c: 1 new, 0 gone, 2 in all")
        self.after(watch, self.save(late, "\n" + HARMLESS),
                   "drivers/late.c:5:2: gone: ")
        self.after(watch, self.first.unlink, "drivers/a.c:5:2: gone: ",
                   "watch: drivers/a.c: 0 new, 1 gone, 0 in all")
        self.end(watch)

    def test_new_folder(self):
        watch = self.begin(self.tree / "drivers")
        folder = self.tree / "drivers/more/below"

        def change():
            folder.mkdir(parents=True)
            (folder / "c.c").write_text(driver("c"))
        self.after(watch, change, "drivers/more/below/c.c:5:2: error: ")
        self.after(watch, self.save(folder / "c.c", HARMLESS),
                   "drivers/more/below/c.c:5:2: gone: ")
        self.end(watch)

    def test_header(self):
        """Its users are told of; it may be precompiled or not."""
        own = self.place("drivers/own.h", "#define OWN &\n")
        shared = self.place("include/linux/shared.h", "#define SHARED &\n")
        mm = self.tree / "include/linux/mm.h"
        mm.write_text(mm.read_text() + "\n#include <linux/shared.h>\n")
        self.first.write_text(driver().replace(
            "\n", '\n#include "own.h"\n', 1).replace("|=", "OWN"))
        self.second.write_text(driver("b").replace("|=", "SHARED"))
        watch = self.begin(self.tree)
        for path, name, place in ((own, "OWN", "drivers/a.c:6:2"),
                                  (shared, "SHARED", "drivers/b.c:5:2")):
            below = path.relative_to(self.tree)
            for _ in range(2):
                self.after(watch, self.save(path, f"#define {name} |=\n"),
                           f"{place}: error: ",
                           f"watch: {below}: 1 new, 0 gone, 1 in all")
                self.after(watch, self.replace(path, f"#define {name} &\n"),
                           f"{place}: gone: ",
                           f"watch: {below}: 0 new, 1 gone, 0 in all")
        # What is kept of the files is none of the old headers'.
        self.after(watch, self.save(shared, "#define SHARED |=\n"),
                   "drivers/b.c:5:2: error: ")
        self.after(watch, self.save(self.second, "\n" + driver("b").replace(
            "|=", "SHARED")), "watch: drivers/b.c: 0 new, 0 gone, 1 in all")
        self.end(watch)

    def test_other_branches(self):
        """Both answers look at all branches."""
        text = driver().replace("\tvma->", "#ifdef CONFIG_NOWHERE\n\tvma->")
        text = text.replace("VM_IO;\n", "VM_IO;\n#endif\n")
        watch = self.begin(self.tree / "drivers")
        self.after(watch, self.save(self.second, text),
                   "drivers/b.c:6:2: error: ", "needs CONFIG_NOWHERE")
        self.after(watch, self.save(self.second, text.replace("|=", "&")),
                   "drivers/b.c:6:2: gone: ")
        self.end(watch)

    def test_allowed(self):
        """Comments allow as in other runs."""
        comment = " /* vmalint: allow(direct_write): a test of the watch */"
        allowed = driver().replace("VM_IO;", "VM_IO;" + comment)
        watch = self.begin(self.tree / "drivers")
        self.after(watch, self.save(self.first, allowed),
                   "drivers/a.c:5:2: gone: ")
        self.after(watch, self.save(self.first, driver()),
                   "drivers/a.c:5:2: error: ")
        self.end(watch)

    def test_broken_file(self):
        """As it is while somebody types; the watch goes on."""
        watch = self.begin(self.tree / "drivers")
        self.after(watch, self.save(self.first, driver()[:-20] + "if ({"),
                   "watch: drivers/a.c: ")
        self.after(watch, self.save(self.first, ""),
                   "0 in all")
        self.after(watch, self.save(self.first, driver()),
                   "drivers/a.c:5:2: error: ", "1 in all")
        self.end(watch)

    def test_same_as_a_run(self):
        """After many saves all is as a run from nothing finds it."""
        self.place_cases(9)
        watch = self.begin(self.tree)
        paths = sorted((self.tree / "drivers").rglob("*.c"))
        for path in paths:
            text = path.read_text()
            since = len(watch.lines)
            below = path.relative_to(self.tree)
            path.write_text("\n" + text)
            said = watch.said(f"watch: {below}: ", since)
            # A file without a flag has nothing to tell.
            if said:
                self.assertIn(": 0 new, 0 gone, ", said)
        tally = [line for line in watch.lines if line.startswith("watch: ")][-1]
        report = self.report(self.tree)
        self.assertIn(f" {len(report['findings'])} in all", tally)
        self.end(watch)

    def test_nothing_of_interest(self):
        """Other files, and those that editors put aside."""
        watch = self.begin(self.tree / "drivers")
        since = len(watch.lines)
        for name in ("notes.txt", ".a.c.swp", "a.c~", "#a.c#", "4913", "a.o"):
            (self.tree / "drivers" / name).write_text("nothing")
        time.sleep(0.5)
        self.after(watch, self.save(self.first, HARMLESS), "gone: ")
        self.assertEqual([line for line in watch.lines[since:]
                          if line.startswith("watch: ")],
                         [watch.said("drivers/a.c: 0 new, 1 gone", since)])
        self.end(watch)

    def test_ends(self):
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            watch = self.begin(self.tree / "drivers")
            self.assertEqual(watch.end(number), status)

    def test_reader_is_gone(self):
        """An editor that has ended ends its watch."""
        reading, writing = os.pipe()
        with subprocess.Popen(
                self.vmalint_words("check", "--watch", "--cache-dir",
                                   self.cache, self.tree / "drivers"),
                stdout=writing, stderr=subprocess.PIPE, text=True) as program:
            os.close(writing)
            for line in program.stderr:
                if "; Ctrl-C ends" in line:
                    break
            os.close(reading)
            self.assertEqual(program.wait(TIMEOUT), 0)

    def test_killed_worker(self):
        """A crash of the worker costs the quick answer, not the sure one."""
        watch = self.begin(self.tree / "drivers")
        self.after(watch, self.save(self.second, driver()), "2 in all")
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(watch.program.pid)],
            check=False, capture_output=True, text=True).stdout.split()
        # Under sanitizers it has grown too large to stay.
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        self.after(watch, self.save(self.second, HARMLESS),
                   "drivers/b.c:5:2: gone: ", "1 in all")
        self.after(watch, self.save(self.second, driver()), "2 in all")
        self.end(watch)

    def test_words(self):
        for words, text in ((("--staged",), "not of a change"),
                            (("--dump", "files"), "a dump"),
                            (("--format", "json"), "as text"),
                            (("--format", "text:out"), "as text"),
                            (("--write-baseline", "x"), "no baseline")):
            self.assert_run(self.check("--watch", *words, self.tree), 2,
                            out="", err=text)
        self.assert_run(self.check("--watch", "/nowhere"), 2, out="")


if __name__ == "__main__":
    main()
