# SPDX-License-Identifier: GPL-2.0-only
"""A cache that cannot be written costs time and a word, and no finding."""
import os
import resource
import shutil
import subprocess
import time

from scratch import Run, ProgramTest, driver, main

NR_DRIVERS = 8
# Runs its words in a file system of its own, mounted on $1 with options $2.
IN_MOUNT = 'mount -t tmpfs -o "$2" cache "$1" && shift 2 && "$@"'
# The same, but read only once it was filled from $3.
READ_ONLY = ('mount -t tmpfs -o "$2" cache "$1" && cp -a "$3/." "$1" && '
             'mount -o remount,ro "$1" && shift 3 && "$@"')


def can_mount():
    if not shutil.which("unshare"):
        return False
    done = subprocess.run(["unshare", "-rm", "sh", "-c",
                           "mount -t tmpfs none /mnt"],
                          check=False, capture_output=True)
    return done.returncode == 0


def limit_files(nr_bytes):
    """For preexec_fn: no file can grow above this."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (nr_bytes, nr_bytes))
    return limit


class FullDisk(ProgramTest):
    """Each run finds what a run without a cache finds."""

    def setUp(self):
        super().setUp()
        for i in range(NR_DRIVERS):
            self.place(f"drivers/{i}.c", driver(f"d{i}"))
        time.sleep(0.05)
        self.plain = self.check("--no-cache", self.tree)
        self.assertEqual(self.plain.status, 1)
        shutil.rmtree(self.cache)
        self.cache.mkdir()
        # Where a run goes that has no cache.
        self.passing = self.folder / "passing"
        self.passing.mkdir()

    def assert_same(self, run, word):
        self.assert_run(run, self.plain.status, out=self.plain.out, err=word)
        tally = run.err[run.err.index("tree: "):]
        self.assertEqual(tally, self.plain.err)
        self.assertEqual(list(self.passing.iterdir()), [], "left behind")

    def run_in(self, script, options, *more):
        words = ["unshare", "-rm", "sh", "-c", script, "sh", self.cache,
                 options, *more, self.vmalint, "check", "--cache-dir",
                 self.cache, self.tree]
        done = subprocess.run([str(word) for word in words], check=False,
                              capture_output=True, timeout=60, text=True,
                              env={**os.environ,
                                   "TMPDIR": str(self.passing)})
        return Run(done.returncode, done.stdout, done.stderr)

    def mounted(self, options):
        if not can_mount():
            self.skipTest("no file system can be mounted here")
        # Others may write to a new one, and such a cache is not used.
        return self.run_in(IN_MOUNT, f"mode=0700,{options}")

    def test_no_room(self):
        self.assert_same(self.mounted("size=16k"), "No space left on device")
        self.assert_same(self.mounted("size=8m"), "No space left on device")

    def test_no_room_for_headers(self):
        """Room at first and none later: files run out, not bytes."""
        self.assert_same(self.mounted("nr_inodes=12"),
                         "nothing is kept: No space left on device")

    def test_no_room_for_results(self):
        """For every number of files that the cache may have."""
        for nr in range(16, 60, 6):
            with self.subTest(nr):
                self.assert_same(self.mounted(f"nr_inodes={nr}"), "tree: ")

    def test_read_only_file_system(self):
        """Warm, so there would be something to take."""
        if not can_mount():
            self.skipTest("no file system can be mounted here")
        warm = self.folder / "warm"
        for _ in range(2):
            self.run_program("check", "--cache-dir", warm, self.tree)
        self.assert_same(self.run_in(READ_ONLY, "size=64m", warm),
                         "cannot be written, so nothing is kept: "
                         "Read-only file system")

    def test_files_are_limited(self):
        """The system's limit would end the program by a signal."""
        for limit, word in ((16 << 10, "File too large"),
                            (1 << 20, "File too large"),
                            (17 << 20, "tree: ")):
            with self.subTest(limit):
                run = self.check(self.tree, preexec_fn=limit_files(limit))
                self.assert_same(run, word)

    def test_output_is_limited(self):
        """What is too long for its file is told, and is no clean run."""
        out = self.folder / "out.json"
        run = self.check("--format", f"json:{out}", self.tree,
                         preexec_fn=limit_files(512))
        self.assert_run(run, 2, err="File too large")


if __name__ == "__main__":
    main()
