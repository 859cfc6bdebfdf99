# SPDX-License-Identifier: GPL-2.0-only
"""`vmalint cache`: tells what is kept, and removes no more than that."""
import fcntl
import os
import re
import shutil
import sqlite3
import subprocess
import time

from scratch import (ProgramTest, can_drop, driver, drop_privileges,
                     main)

NR_FOLDERS = 12
# Bytes of scans beside 4 MiB of results.
LIMIT = 4 << 17
DIGEST = "0123456789abcdef"


class Command(ProgramTest):
    """A cache with something of every kind."""

    def setUp(self):
        super().setUp()
        for name in "abcdefgh":
            self.place(f"drivers/{name}.c", driver(name))
        time.sleep(0.05)

    def fill(self):
        """What a run keeps; another one may take it."""
        run = self.check(self.tree)
        self.assert_run(run, 1)
        return run.out

    def command(self, *words, status=0, **keywords):
        run = self.run_program("cache", *words, "--cache-dir", self.cache,
                               **keywords)
        self.assertEqual(run.status, status, str(run))
        return run

    def numbers(self):
        """Entries of each kind."""
        text = self.command("stats").out
        return {name.strip(): int(number) for name, number in
                re.findall(r"^([a-z ]{20}) +(\d+) ", text, re.MULTILINE)}

    def files(self, folder=None):
        return sorted(str(path.relative_to(folder or self.cache))
                      for path in (folder or self.cache).rglob("*")
                      if not path.is_dir())

    def test_stats(self):
        self.fill()
        kinds = self.numbers()
        self.assertEqual(kinds["scans of trees"], 1)
        self.assertEqual(kinds["configurations"], 1)
        self.assertEqual(kinds["precompiled headers"], 1)
        self.assertGreater(kinds["generated headers"], 5)
        self.assertIn("results taken (0%)", self.command("stats").out)
        self.fill()
        self.fill()
        nr = self.numbers()["results"]
        self.assertGreaterEqual(nr, 8)
        text = self.command("stats", "--cache-size", "80").out
        self.assertIn(f"{nr} of {nr} results taken (100%)", text)
        self.assertIn("at most 80 MiB", text)
        self.assertIn("at most 10 MiB", text)
        self.assertNotIn("not vmalint's", text)
        self.assertTrue(text.startswith(f"cache: {self.cache}\n"))

    def test_nothing_there(self):
        self.assertIn("nothing is kept", self.command("stats").out)
        self.assertIn(" 0 files removed", self.command("clear").out)
        self.assertFalse(self.cache.exists())

    def test_clear(self):
        found = self.fill()
        self.command("clear")
        self.assertEqual(os.listdir(self.cache), [])
        self.assertEqual(set(self.numbers().values()), {0})
        self.assertEqual(self.fill(), found)

    def test_place_by_xdg(self):
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder)}
        kept = self.folder / "vmalint"
        self.run_program("check", self.tree, env=environment)
        self.assertTrue(self.files(kept))
        self.assert_run(self.run_program("cache", "clear", env=environment), 0)
        self.assertEqual(os.listdir(kept), [])

    def plant(self, *names):
        """Files that somebody else keeps in the folder."""
        for name in names:
            path = self.cache / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("theirs\n")

    def plant_like_ours(self):
        """As near to our names as can be."""
        self.plant("notes", "results-1.sqlite-journal", "results-x.sqlite",
                   "results-3.sqlite.old", "scans/mine", f"scans/{DIGEST}0",
                   f"scans/more/{DIGEST}", f"names/{DIGEST}", "probe.txt",
                   "trees/oak", f"trees/{DIGEST}/leaf", "last-run.txt",
                   f"trees/{DIGEST}/x86/notes",
                   f"trees/{DIGEST}/x86/src/main.c",
                   f"trees/{DIGEST.upper()}/x86/include/a.h", "src/main.c")
        with sqlite3.connect(self.cache / "results-7.sqlite") as database:
            database.execute("CREATE TABLE theirs(x)")
        self.plant("lock.txt")
        outside = self.folder / "outside" / DIGEST / "x86/include"
        outside.mkdir(parents=True)
        (outside / "theirs.h").write_text("theirs\n")
        for name, target in (("trees/" + "f" * 16, "outside/" + DIGEST),
                             (f"scans/{DIGEST}", "outside")):
            (self.cache / name).symlink_to(self.folder / target)

    def test_foreign_files(self):
        """Named by mistake: nothing of it is touched, and no lock is left."""
        self.plant_like_ours()
        before = self.files(self.folder)
        run = self.command("clear")
        self.assertIn(" 0 files removed", run.out)
        self.assertIn("are not vmalint's", run.out)
        self.assertEqual(self.files(self.folder), before)
        self.assertIn("nothing is kept", self.command("stats").out)
        self.assertEqual(self.files(self.folder), before)

    def test_foreign_files_among_ours(self):
        self.plant_like_ours()
        before = self.files(self.folder)
        self.fill()
        self.assertNotEqual(self.files(self.folder), before)
        self.command("clear")
        self.assertEqual(self.files(self.folder), before)

    def test_leftovers(self):
        """What runs that were killed have left goes, too."""
        self.fill()
        scan = next((self.cache / "scans").iterdir())
        headers = next(self.cache.glob("trees/*/x86"))
        for path in (scan.with_name(scan.name + ".A1B2C3"),
                     self.cache / "probe.4711", headers / "manifest.XXXXXX",
                     self.cache / "probe.12.AAAAAA",
                     headers / "common.pch.12.34-abcd.tmp",
                     self.cache / "results-9.sqlite"):
            path.write_bytes(b"")
        self.command("clear")
        self.assertEqual(os.listdir(self.cache), [])

    def test_run_under_way(self):
        """Headers stay, all else goes; what stays is told, and goes later."""
        found = self.fill()
        self.fill()
        with open(self.cache / "lock", "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH)
            run = self.command("clear", status=2)
            self.assertIn("a run is using them", run.err)
            kinds = self.numbers()
            self.assertGreater(kinds.pop("generated headers"), 5)
            kinds.pop("all")
            self.assertEqual(set(kinds.values()), {0})
            self.assertEqual(self.fill(), found)
        self.command("clear")
        self.assertEqual(os.listdir(self.cache), [])

    def test_runs_hold_the_lock(self):
        """A run waits for who clears, and goes without if that takes long."""
        found = self.fill()
        with open(self.cache / "lock", "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            run = self.check(self.tree)
            self.assert_run(run, 1, out=found, err="cannot be written")

    def test_clear_again_and_again(self):
        """While runs are under way, each finds what it finds alone."""
        found = self.fill()
        for _ in range(3):
            runs = [subprocess.Popen(
                self.vmalint_words("check", "--cache-dir", self.cache,
                                   self.tree),
                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                for _ in range(2)]
            while any(run.poll() is None for run in runs):
                run = self.run_program("cache", "clear", "--cache-dir",
                                       self.cache)
                self.assertIn(run.status, (0, 2), str(run))
            for run in runs:
                out, err = run.communicate(timeout=60)
                self.assertEqual((out.decode(), run.returncode), (found, 1),
                                 err.decode())

    def test_cannot_remove(self):
        if not can_drop(self.vmalint, self.tree):
            self.skipTest("the program cannot be run without privileges")
        self.fill()
        for path in (self.cache, *self.cache.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = self.files()
        run = self.command("clear", status=2, preexec_fn=drop_privileges)
        self.assertIn("not removed: ", run.err)
        self.assertIn("Permission denied", run.err)
        self.assertEqual(self.files(), before)
        self.cache.chmod(0)
        self.assertIn("Permission denied", self.command(
            "stats", status=2, preexec_fn=drop_privileges).err)

    def test_not_a_folder(self):
        self.cache.write_text("")
        for word in ("stats", "clear"):
            run = self.command(word, status=2)
            self.assertIn("Not a directory", run.err)
        self.assertTrue(self.cache.exists())

    def test_words(self):
        for words, text in ((("cache",), "stats or clear"),
                            (("cache", "clera"), "did you mean 'clear'"),
                            (("cache", "clear", "x"), "--cache-dir"),
                            (("cache", "stats", "--arch", "x86"),
                             "unknown option '--arch'")):
            self.assert_run(self.run_program(*words), 2, out="", err=text)
        text = self.run_program("cache", "--help").out
        self.assertEqual(self.run_program("help", "cache").out, text)
        self.assertEqual(re.findall(r"--[a-z-]+", text.split("Options:")[1])
                         [:3], ["--cache-dir", "--cache-size", "--help"])

    def test_scans_are_bounded(self):
        """Each selection has its own; the oldest go, the last one stays."""
        text = "/* " + "x" * 200 + " */\n"
        for i in range(400):
            self.place(f"include/linux/long_name_of_a_header_{i:03}.h", text)
        folders = []
        for i in range(NR_FOLDERS):
            folders.append(self.place(f"fs/{i}/a.c", driver()).parent)
        for folder in folders:
            self.check("--cache-size", "4", folder)
            # Times of files that differ by no tick say nothing.
            time.sleep(0.02)
        scans = list((self.cache / "scans").iterdir())
        size = scans[0].stat().st_size
        self.assertGreater(size * NR_FOLDERS, LIMIT, "no test at all")
        self.assertEqual(len(scans), LIMIT // size)
        self.assertEqual(self.check(folders[-1]).status, 1)
        self.assertEqual(set((self.cache / "scans").iterdir()), set(scans),
                         "the last one was there")

    def trees(self):
        """Bytes of each tree's headers, by the name of its folder."""
        return {folder.name: sum(path.stat().st_size
                                 for path in folder.rglob("*")
                                 if path.is_file())
                for folder in (self.cache / "trees").iterdir()}

    def check_other(self, name, *words):
        """Of a tree of its own; returns what headers it has in the cache."""
        tree = self.folder / name
        if not tree.exists():
            shutil.copytree(self.tree, tree)
            # What was made of files as new as that is not kept.
            time.sleep(0.05)
        before = set(self.trees()) if self.cache.exists() else set()
        run = self.check(*words, tree)
        self.assertEqual(run.status, 1, str(run))
        # Times of files that differ by no tick say nothing.
        time.sleep(0.05)
        return set(self.trees()) - before

    def test_headers_are_bounded(self):
        """Those of the tree that was not checked for the longest time go."""
        large = ("--cache-size", "100")
        first, second = self.check_other("1", *large), \
            self.check_other("2", *large)
        size = max(self.trees().values())
        nr = (1 << 20) // size
        self.assertLess(nr, 40, "headers are too small for this test")
        for i in range(3, nr + 3):
            self.check_other(str(i), *large)
        self.assertGreater(sum(self.trees().values()), 1 << 20)
        self.assertEqual(len(self.trees()), nr + 2)
        # The first is the oldest, but was of use again.
        self.check_other("1", *large)
        self.check_other("last", "--cache-size", "1")
        left = self.trees()
        self.assertLessEqual(sum(left.values()), 1 << 20)
        self.assertGreater(len(left), 1)
        self.assertLessEqual(first, set(left))
        self.assertFalse(second & set(left))
        self.assert_run(self.check("--cache-size", "1", self.folder / "2"), 1)
        self.assertLessEqual(sum(self.trees().values()), 1 << 20)
        self.assertIn("at most 1 MiB",
                      self.command("stats", "--cache-size", "1").out)

    def test_headers_in_use_stay(self):
        """A run may be reading them; what is too much goes later."""
        for i in range(8):
            self.check_other(str(i))
        before = self.trees()
        self.assertGreater(sum(before.values()), 1 << 20, "no test at all")
        with open(self.cache / "lock", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH)
            self.check_other("0", "--cache-size", "1")
            self.assertEqual(self.trees(), before)
        self.check_other("0", "--cache-size", "1")
        self.assertLessEqual(sum(self.trees().values()), 1 << 20)


if __name__ == "__main__":
    main()
