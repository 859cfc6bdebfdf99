# SPDX-License-Identifier: GPL-2.0-only
"""Results of earlier runs: they save time and never change what is found."""
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import time

from scratch import (ProgramTest, can_drop, driver, drop_privileges,
                     main)

SECONDS = re.compile(r'"seconds":[0-9.]+')
# What is said of a cache is no finding.
CACHE_PROBLEM = re.compile(r'\n\{"stage":"cache",.*?"\},?(?=\n|\])')
CASES_STEP = 5
NR_KILLS = 30
NR_AT_ONCE = 4
# What the file system calls the same time.
TICK = 0.05


class Cache(ProgramTest):
    """Some cases of every rule."""

    def setUp(self):
        super().setUp()
        self.place_cases(CASES_STEP)
        time.sleep(TICK)

    def output(self, *words, status=None, **keywords):
        """Standard output but the time, of the whole tree."""
        run = self.check("--format", "json", *words, self.tree, **keywords)
        if status is None:
            self.assertIn(run.status, (0, 1, 2), str(run))
        else:
            self.assertEqual(run.status, status, str(run))
        self.assertTrue(run.out, str(run))
        self.err = run.err
        text = SECONDS.sub('"seconds":0', run.out)
        return CACHE_PROBLEM.sub("", text)

    def fresh(self):
        """What a run without any cache says."""
        return self.output("--no-cache", "--cache-dir",
                           self.folder / "other-cache")

    def database(self):
        return max(self.cache.glob("results-*.sqlite"))

    def nr_results(self):
        with sqlite3.connect(self.database()) as database:
            return database.execute("SELECT count(*) FROM result").fetchone()[0]

    def warm_up(self):
        """Two runs: files that are just made prove nothing the first time."""
        first = self.output()
        time.sleep(TICK)
        self.assertEqual(self.output(), first)
        self.assertGreater(self.nr_results(), 20)
        return first

    def test_same(self):
        """With and without a cache, and with precompiled headers."""
        plain = self.fresh()
        for _ in range(3):
            self.assertEqual(self.output(), plain)
        self.assertEqual(self.output("-j", "1"), plain)

    def test_nothing_is_parsed_again(self):
        """Every result is taken, as none is written anew."""
        self.warm_up()
        before = self.database().read_bytes()
        self.output()
        self.assertEqual(self.database().read_bytes(), before)

    def test_changed_source(self):
        self.place("drivers/new.c", driver())
        self.warm_up()
        self.place("drivers/new.c", "\n" + driver())
        changed = self.output()
        self.assertIn('"drivers/new.c","line":6', changed)
        self.assertEqual(changed, self.fresh())

    def test_changed_in_place(self):
        """Same size, same time: the time of change tells."""
        path = self.place("drivers/new.c", driver())
        self.warm_up()
        status = path.stat()
        text = path.read_text()
        with open(path, "r+", encoding="utf-8") as file:
            file.write(text.replace("VM_IO", "VM_XX", 1).replace("|=", "& ", 1))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        self.assertEqual(self.output(), self.fresh())

    def test_touched(self):
        """Another time and the same content: the result holds."""
        first = self.warm_up()
        nr = self.nr_results()
        for path in self.tree.rglob("*.[ch]"):
            os.utime(path)
        time.sleep(TICK)
        self.assertEqual(self.output(), first)
        self.assertEqual(self.nr_results(), nr)

    def changed_header(self, path, text):
        """The change of a header shows, and its end, too."""
        first = self.warm_up()
        old = (self.tree / path).read_text()
        self.place(path, text(old))
        changed = self.output()
        self.assertEqual(changed, self.fresh())
        time.sleep(TICK)
        self.assertEqual(self.output(), changed)
        self.place(path, old)
        self.assertEqual(self.output(), first)
        return first != changed

    def test_changed_header(self):
        """One that a single file includes."""
        self.place("drivers/own.h", "#define OWN |=\n")
        self.place("drivers/own.c", driver().replace(
            "\n", '\n#include "own.h"\n', 1).replace("|=", "OWN"))
        self.assertTrue(self.changed_header(
            "drivers/own.h", lambda text: text.replace("|=", "&")))

    def test_changed_precompiled_header(self):
        """One that all files include."""
        self.place("include/linux/shared.h", "#define SHARED |=\n")
        mm = (self.tree / "include/linux/mm.h").read_text()
        self.place("include/linux/mm.h",
                   mm.replace("#endif", "#endif", 1) +
                   "\n#include <linux/shared.h>\n")
        self.place("drivers/own.c", driver().replace("|=", "SHARED"))
        self.assertTrue(self.changed_header(
            "include/linux/shared.h", lambda text: text.replace("|=", "&")))

    def test_error_in_common_header(self):
        """One file, not worth a precompiled header, has no more errors."""
        path = self.tree / "include/linux/mm.h"
        text = path.read_text()
        at = text.index("\n#include ")
        path.write_text(text[:at] + '\n#include "gone.h"' + text[at:])
        time.sleep(TICK)
        self.warm_up()
        for name in ("late.c", "later.c"):
            for precompiled in self.cache.rglob("common.pch*"):
                precompiled.unlink()
            self.place(f"drivers/{name}", driver(name[:-2]))
            self.assertEqual(self.output(), self.fresh())

    def test_one_that_lacks_headers(self):
        """It finds the same alone as among those worth precompiled headers."""
        shutil.rmtree(self.tree / "drivers")
        for i in range(12):
            self.place(f"drivers/{i}.c", driver(f"m{i}"))
        bare = driver().replace("<linux/mm.h>", "<stdio.h>")
        branch = ("#ifdef CONFIG_ODD\n\tgone(vma;\n\tvma->vm_flags |= VM_IO;"
                  "\n#else\n\tvma->vm_flags &= ~VM_IO;\n#endif\n\treturn")
        for name, text in {
                "missing": bare,
                "flag": bare.replace("stdio.h", "linux/types.h"),
                "branch": driver().replace("\treturn", branch),
                "bare_branch": bare.replace("\treturn", branch),
                "macro": "#define odd 1\n" + bare,
                "clash": driver().replace(
                    "mm.h>\n", "types.h>\nstruct list_head { int x; };\n"
                    "int vm_get_page_prot;\n#include <gone.h>\n"),
                "many": bare + driver("b").replace(
                    "VM_IO", "gone(VM_IO").replace("vma)", "vma, b)"),
        }.items():
            path = self.place(f"fs/{name}.c", text)
            time.sleep(TICK)
            many = self.what_of(path, self.cache, self.tree)
            few = self.what_of(path, self.folder / "few", path)
            self.assertEqual(few, many, name)
            shutil.rmtree(self.folder / "few")
            path.unlink()

    def what_of(self, path, cache, *words):
        """What a run without earlier results says of one file."""
        name = str(path.relative_to(self.tree))
        words = ("--no-cache", "--cache-dir", cache, "--arch", "x86", *words)
        report = self.report(*words)
        text = self.check("--stats", *words)
        return ([[one for one in report[part] if one["path"] == name]
                 for part in ("findings", "unseen", "problems")],
                [line for line in text.out.splitlines() + text.err.splitlines()
                 if f"with errors: {name}:" in line])

    def test_header_in_the_way(self):
        """A new header may be found before the one that was."""
        self.place("include/linux/late.h", "#define LATE &\n")
        self.place("drivers/own.c", driver().replace(
            "\n", '\n#include <linux/late.h>\n', 1).replace("|=", "LATE"))
        first = self.warm_up()
        early = self.place("arch/x86/include/linux/late.h",
                           "#define LATE |=\n")
        changed = self.output()
        self.assertEqual(changed, self.fresh())
        self.assertNotEqual(changed, first)
        early.unlink()
        self.assertEqual(self.output(), first)

    def test_files_come_and_go(self):
        first = self.warm_up()
        path = self.place("drivers/late/new.c", driver())
        more = self.output()
        self.assertIn('"drivers/late/new.c"', more)
        self.assertEqual(more, self.fresh())
        path.unlink()
        self.assertEqual(self.output(), first)

    def test_header_that_teaches(self):
        """A macro over a flag makes other lines relevant, elsewhere."""
        self.place("include/linux/wrap.h", "/* nothing yet */\n")
        self.place("drivers/own.c", "#include <linux/mm.h>\n"
                   "#include <linux/wrap.h>\nint f(struct file *file,\n"
                   "\tstruct vm_area_struct *vma)\n{\n#ifdef SET_IO\n"
                   "\tSET_IO(vma);\n#endif\n\treturn 0;\n}\n")
        first = self.warm_up()
        self.place("include/linux/wrap.h",
                   "#define SET_IO(v) ((v)->vm_flags |= VM_IO)\n")
        changed = self.output()
        self.assertEqual(changed, self.fresh())
        self.assertIn('"drivers/own.c"', changed)
        time.sleep(TICK)
        self.assertEqual(self.output(), changed)
        (self.tree / "include/linux/wrap.h").unlink()
        self.place("include/linux/wrap.h", "/* nothing yet */\n")
        self.assertEqual(self.output(), first)

    def test_folder(self):
        """Parts of a tree have scans of their own."""
        folder = self.tree / "drivers/direct_write"
        self.warm_up()
        for words in ((folder,), (folder, self.tree / "include")):
            runs = [self.report(*words, *more)["findings"]
                    for more in ((), (), ("--no-cache",))]
            self.assertEqual(runs[0], runs[1])
            self.assertEqual(runs[0], runs[2])

    def test_other_rules(self):
        self.warm_up()
        self.assertNotIn('"rule":"direct_write"',
                         self.output("--ignore", "direct_write"))
        self.assertIn('"rule":"direct_write"', self.output())

    def test_noted_program(self):
        """What is noted of the program is taken only if it is sound."""
        first = self.warm_up()
        self.output()
        note = self.cache / "noted-program"
        bytes_then = note.read_bytes()
        before = self.database().read_bytes()
        for spoilt in (b"", bytes_then[:-1], b"x" * len(bytes_then), None):
            note.unlink()
            if spoilt is not None:
                note.write_bytes(spoilt)
            self.assertEqual(self.output(), first)
            self.assertEqual(note.read_bytes(), bytes_then)
        self.assertEqual(self.database().read_bytes(), before)
        # Another library may be meant: neither recalled nor noted.
        note.unlink()
        environment = {**os.environ, "LD_LIBRARY_PATH": str(self.folder)}
        self.assertEqual(self.output(env=environment), first)
        self.assertFalse(note.exists())
        self.assertEqual(self.database().read_bytes(), before)

    def test_other_program(self):
        """Another build may judge otherwise: it takes nothing."""
        first = self.warm_up()
        before = self.nr_results()
        other = self.folder / "vmalint"
        shutil.copy(self.vmalint, other)
        with open(other, "ab") as program:
            program.write(b"another one")
        self.vmalint, mine = other, self.vmalint
        self.assertEqual(self.output(), first)
        self.assertEqual(self.nr_results(), 2 * before)
        self.vmalint = mine

    def test_killed(self):
        """At any moment: the next run finds what a cold one finds."""
        plain = self.fresh()
        begin = time.monotonic()
        self.output()
        whole = time.monotonic() - begin
        chance = random.Random(9)
        for i in range(NR_KILLS):
            if i % 10 == 0:
                shutil.rmtree(self.cache)
            program = subprocess.Popen(
                self.vmalint_words("check", "--cache-dir", self.cache,
                                   self.tree),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, whole))
            os.kill(program.pid, signal.SIGKILL)
            program.wait()
            if i % 5 == 4:
                self.assertEqual(self.output(), plain, f"after {i + 1} kills")
                self.assertNotIn("damaged", self.err)

    def test_at_once(self):
        """Several runs on one cache, cold and warm."""
        plain = self.fresh()
        for _ in range(2):
            runs = [subprocess.Popen(
                self.vmalint_words("check", "--cache-dir", self.cache,
                                   "--format", "json", self.tree),
                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                for _ in range(NR_AT_ONCE)]
            for run in runs:
                out, err = run.communicate(timeout=120)
                self.assertEqual(SECONDS.sub('"seconds":0', out.decode()), plain,
                                 err.decode())

    def spoil(self, change):
        """A damaged database is told of once, and costs nothing else."""
        first = self.warm_up()
        path = self.database()
        data = bytearray(path.read_bytes())
        path.write_bytes(change(data))
        self.assertEqual(self.output(), first)
        told = self.err
        time.sleep(TICK)
        self.assertEqual(self.output(), first)
        return told

    def test_foreign_file(self):
        self.assertIn("a new one was begun",
                      self.spoil(lambda data: b"no database at all\n" * 99))
        self.assertNotIn("a new one", self.err)

    def test_cut_off(self):
        for part in (2, 3, 10):
            with self.subTest(part):
                self.spoil(lambda data, part=part: data[:len(data) // part])

    def test_flipped_bytes(self):
        """No single byte of the database changes a finding."""
        first = self.warm_up()
        path = self.database()
        good = path.read_bytes()
        chance = random.Random(1)
        for _ in range(15):
            data = bytearray(good)
            for _ in range(40):
                data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
            for old in self.cache.glob("results-*"):
                old.unlink()
            path.write_bytes(data)
            self.assertEqual(self.output(), first)

    def test_other_database(self):
        """Somebody else's is left alone."""
        self.cache.mkdir()
        path = self.cache / "results-1.sqlite"
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE theirs(x)")
        before = path.read_bytes()
        self.output()
        self.assertEqual(path.read_bytes(), before)
        self.assertNotEqual(self.database(), path)

    def test_damaged_headers(self):
        """Of what is generated, too, nothing is taken on trust."""
        first = self.warm_up()
        for name in ("autoconf.h", "manifest", "common.pch.files",
                     "????????????????"):
            paths = [path for path in self.cache.rglob(name)
                     if not path.is_dir()]
            self.assertTrue(paths, name)
            for path in paths:
                path.write_text("#error damaged\n")
            self.assertEqual(self.output(), first, name)
        headers = list(self.cache.rglob("common.pch.[0-9]*"))
        self.assertTrue(headers)
        for path in headers:
            path.write_bytes(b"damaged")
        shutil.rmtree(self.cache / "trees")
        self.assertEqual(self.output(), first)

    def test_read_only(self):
        if not can_drop(self.vmalint, self.tree):
            self.skipTest("the program cannot be run without privileges")
        first = self.warm_up()
        for path in (self.cache, *self.cache.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        self.assertEqual(self.output(preexec_fn=drop_privileges), first)
        self.assertIn("cannot be written", self.err)

    def test_no_room(self):
        """A file where the folder should be."""
        first = self.fresh()
        self.cache.write_text("")
        self.assertEqual(self.output(), first)
        self.assertIn("cannot be written", self.err)

    def test_never_in_a_tree(self):
        """Without a home of one's own nothing is written, and that is said."""
        self.place("drivers/a.c", driver())
        for home, said in (("", "HOME is no absolute path"),
                           ("rel", "HOME is no absolute path"),
                           (self.tree, "lies in a kernel tree"),
                           (self.tree / "gone/below", "lies in a kernel tree")):
            for variable in ("HOME", "XDG_CACHE_HOME"):
                if not home and variable == "XDG_CACHE_HOME":
                    continue  # as if it were not set
                environment = {**os.environ, variable: str(home)}
                if variable == "HOME":
                    environment.pop("XDG_CACHE_HOME", None)
                before = sorted(self.tree.rglob("*"))
                with self.subTest(home=home, variable=variable):
                    run = self.run_program("check", "drivers", cwd=self.tree,
                                           env=environment)
                    self.assertEqual(run.status, 1, str(run))
                    self.assertIn("nothing is kept", run.err)
                    self.assertIn(said.replace("HOME is", f"{variable} is"),
                                  run.err)
                    self.assertEqual(sorted(self.tree.rglob("*")), before)
                    run = self.run_program("cache", "clear", cwd=self.tree,
                                           env=environment)
                    self.assertEqual(run.status, 2, str(run))

    def test_small_cache(self):
        """The limit is kept, and what does not fit is found all the same."""
        plain = self.fresh()
        for i in range(120):
            self.place(f"drivers/many/{i}.c", driver(f"m{i}") +
                       "/* " + "x" * 20000 + " */\n")
        time.sleep(TICK)
        first = self.output("--cache-size", "1")
        self.assertEqual(self.output("--cache-size", "1"), first)
        self.assertEqual(self.output("--no-cache"), first)
        self.assertNotEqual(first, plain)
        self.assertLess(self.database().stat().st_size, 2 << 20)

    def test_not_with_another_tree(self):
        """The same files elsewhere have results of their own."""
        first = json.loads(self.warm_up())
        moved = self.folder / "elsewhere"
        self.tree.rename(moved)
        self.tree = moved
        second = json.loads(self.output())
        self.assertEqual(first["findings"], second["findings"])


if __name__ == "__main__":
    main()
