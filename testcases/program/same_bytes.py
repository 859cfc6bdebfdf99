# SPDX-License-Identifier: GPL-2.0-only
"""Same input, same bytes: any number of workers, any order, warm or cold."""
import random
import re
import shutil

from scratch import ProgramTest, main

SECONDS = re.compile(r'"seconds":[0-9.]+')
WORKERS = ("1", "2", "7")
CASES_STEP = 6


class SameBytes(ProgramTest):
    """Some cases of every rule, in folders of the rules' names."""

    def setUp(self):
        super().setUp()
        self.place_cases(CASES_STEP)
        self.folders = sorted((self.tree / "drivers").iterdir())

    def output(self, *words, form="json", fresh=False):
        if fresh:
            shutil.rmtree(self.cache, ignore_errors=True)
        run = self.check("--format", form, *words)
        self.assertIn(run.status, (1, 2), str(run))
        self.assertNotEqual(run.out, "")
        return (run.status, SECONDS.sub('"seconds":0', run.out),
                SECONDS.sub("", run.err))

    def test_workers(self):
        for form in ("text", "json"):
            first = self.output("-j", WORKERS[0], *self.folders, form=form)
            for nr in WORKERS[1:]:
                self.assertEqual(
                    self.output("-j", nr, *self.folders, form=form), first)

    def test_cold_and_warm(self):
        cold = self.output(self.tree, fresh=True)
        self.assertEqual(self.output(self.tree), cold)

    def test_order_of_paths(self):
        files = sorted((self.tree / "drivers").glob("*/*.c"))
        first = self.output(*files)
        shuffler = random.Random(1)
        for _ in range(2):
            shuffler.shuffle(files)
            self.assertEqual(self.output(*files), first)

    def test_paths_twice(self):
        """A file that is named twice is one file."""
        folder = self.folders[0]
        file = sorted(folder.glob("*.c"))[0]
        first = self.output(folder)
        self.assertEqual(self.output(folder, file, folder), first)

    def test_other_root(self):
        """Findings and fingerprints do not tell where the tree was."""
        first = self.report(self.folders[0])
        moved = self.folder / "elsewhere/linux"
        moved.parent.mkdir()
        self.tree.rename(moved)
        second = self.report(moved / "drivers" / self.folders[0].name)
        self.assertEqual(first["findings"], second["findings"])
        self.assertEqual(first["unseen"], second["unseen"])

    def test_listing_order(self):
        """Files in the order in which the folder happens to list them."""
        first = self.output(self.folders[0])
        for path in sorted(self.folders[0].iterdir(), reverse=True):
            text = path.read_text()
            path.unlink()
            path.write_text(text)
        self.assertEqual(self.output(self.folders[0], fresh=True), first)


if __name__ == "__main__":
    main()
