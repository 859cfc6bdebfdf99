# SPDX-License-Identifier: GPL-2.0-only
"""The test for netdev's CI, called as NIPA calls it."""
import json
import os
import subprocess

from repository import MISUSE, PROPER, RepositoryTest, function, source
from scratch import TOP, main

TEST = TOP / "checker/integration/nipa/vmalint"
OLD = source(function("a_mmap", MISUSE))


class Nipa(RepositoryTest):
    def setUp(self):
        super().setUp()
        self.add("drivers/a.c", OLD)
        self.commit()

    def nipa(self, vmalint=None):
        """Runs the test on the patch at HEAD: exit code, description, log."""
        info = json.loads((TEST / "info.json").read_text())
        results = self.folder / "results"
        results.mkdir(exist_ok=True)
        ours, theirs = os.pipe()
        done = subprocess.run(
            [TEST / info["run"][0]], cwd=self.tree, pass_fds=[theirs],
            check=False, capture_output=True, timeout=60, env={
                **self.environment, "DESC_FD": str(theirs),
                "RESULTS_DIR": str(results), "FIRST_IN_SERIES": "1",
                "VMALINT": str(vmalint or self.vmalint)})
        os.close(theirs)
        with os.fdopen(ours) as description:
            return done.returncode, description.read(), done.stdout.decode()

    def test_old_findings(self):
        self.add("drivers/a.c", OLD + "\n" + function("b_mmap", PROPER))
        self.commit()
        self.assertEqual(self.nipa(), (0, "No new findings\n", ""))

    def test_new_error(self):
        self.add("drivers/a.c", source(function("b_mmap", MISUSE),
                                       function("a_mmap", MISUSE)))
        self.commit()
        status, text, log = self.nipa()
        self.assertEqual((status, text), (1, "New findings: 1\n"))
        self.assertIn("drivers/a.c:5:2: error: ", log)

    def test_new_warning(self):
        self.add("drivers/b.c", source(
            "void b(struct vm_area_struct *vma, struct vm_area_struct *old)\n"
            "{\n\t*vma = *old;\n}\n"))
        self.commit()
        status, text, log = self.nipa()
        self.assertEqual((status, text), (250, "New findings: 1\n"), log)

    def test_other_patch(self):
        self.add("README", "text\n")
        self.commit()
        self.assertEqual(self.nipa()[:2], (0, "No new findings\n"))

    def test_incomplete(self):
        self.add("drivers/a.c", OLD.replace("#include", "#inclu"))
        self.commit()
        self.git("update-ref", "-d", "refs/heads/main")
        status, text, _ = self.nipa()
        self.assertEqual(status, 250)
        self.assertIn("could not check", text)

    def test_not_installed(self):
        self.assertEqual(self.nipa(self.folder / "gone")[:2],
                         (250, "vmalint is not installed\n"))


if __name__ == "__main__":
    main()
