# SPDX-License-Identifier: GPL-2.0-only
"""The benchmark on a tiny tree: who takes part, and what is written."""
import json
import os
import subprocess
import sys
from types import SimpleNamespace

from scratch import TOP, ProgramTest, driver, main

sys.path[:0] = [str(TOP / "testcases/bench"), str(TOP / "testcases/slow.d")]

import figures  # noqa: E402
import measure  # noqa: E402

BENCH = TOP / "testcases/bench/bench.py"
OURS = ["cold", "warm", "x86", "1/4", "1/2"]


def runs_of(*walls):
    return [measure.Spent(wall, 2 * wall, 100, 50, [0]) for wall in walls]


class Bench(ProgramTest):
    def bench(self, *words, **variables):
        return subprocess.run(
            [sys.executable, "-B", str(BENCH), "--vmalint",
             str(self.vmalint), "--output", str(self.folder / "out"),
             *map(str, words)], env={**os.environ, **variables},
            stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=300, check=False)

    def result(self):
        return json.loads((self.folder / "out/tree.json").read_text())

    def test_alone(self):
        """Without a peer on the machine."""
        self.place("drivers/a.c", driver())
        done = self.bench(self.tree, PATH=str(self.folder))
        self.assertEqual(done.returncode, 0, done.stderr)
        result = self.result()
        self.assertEqual([one["name"] for one in result["contestants"]], OURS)
        self.assertEqual(set(result["missing"]),
                         {"sparse", "clang", "coccinelle", "grep"})
        for name, program in result["missing"].items():
            self.assertIn(f"left out: {name}, for {program}", done.stderr)
            self.assertIn(f"{name} ({program})", done.stdout)
        for one in result["contestants"]:
            self.assertEqual(len(one["runs"]), 3)
            self.assertEqual(one["failed"], 0)
            self.assertGreater(one["median"]["peak"], 1)
        self.assertEqual((self.folder / "out/tree.md").read_text(),
                         done.stdout)

    def test_with_peers(self):
        """Those that are there are given the files of vmalint's own run."""
        self.place("drivers/a.c", driver().replace(
            "vma->vm_flags |= VM_IO", "vm_flags_set(vma, VM_IO)"))
        done = self.bench(self.tree, "drivers")
        self.assertEqual(done.returncode, 0, done.stderr)
        result = self.result()
        self.assertEqual(result["tree"], "tree drivers")
        self.assertEqual(
            {one["name"] for one in result["contestants"]} |
            set(result["missing"]),
            {*OURS, "sparse", "clang", "coccinelle", "grep"})
        for one in result["contestants"]:
            self.assertGreater(one["commands"], 0)
            if one["name"] == "clang":
                self.assertEqual(one["failed"], 0)

    def test_refused(self):
        for words, text in ((("--rounds", "2", self.tree), "at least 3"),
                            ((self.folder / "gone",), "is no folder"),
                            ((self.tree, "gone"), "is no folder"),
                            (("--vmalint", "/gone", self.tree),
                             "/gone is no program")):
            done = self.bench(*words)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(text, done.stderr)

    def test_wrong_end(self):
        """What did not end as it should is no time to tell."""
        (self.folder / "none").mkdir()
        done = self.bench(self.folder / "none")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("cannot check", done.stderr)

    def test_figures(self):
        every = [SimpleNamespace(name=name, title=name, commands=[1])
                 for name in ("cold", "coccinelle")]
        result = figures.result_of(
            every, {"cold": runs_of(3, 1, 8), "coccinelle": runs_of(6, 6, 9)},
            {}, {"tree": "t", "cpus": 2, "rounds": 3,
                 "files": {"selected": 1}, "lines": {"relevant": 1}})
        ratios = {ratio["title"]: ratio["value"]
                  for ratio in result["ratios"]}
        self.assertEqual(ratios, {"cold, over Coccinelle": 0.5,
                                  "memory of a worker, MB": 50})
        text = figures.markdown_of(result)
        self.assertIn("| cold | 3.00 | 1.00 .. 8.00 | 6.00 | 100 | 50 |",
                      text)
        self.assertIn("| cold, over Coccinelle | 0.5 | 0.33 | missed |", text)
        self.assertIn("| memory of a worker, MB | 50 | 350 | met |", text)

    def test_cost_of_descendants(self):
        """CPU and memory count wherever below the command they are spent."""
        busy = ("import os, time\nif os.fork():\n os.wait()\nelse:\n"
                " keep = bytearray(64 << 20)\n"
                " while time.process_time() < 0.3: pass\n")
        spent = measure.spend([[sys.executable, "-c", busy]], self.folder)
        self.assertEqual(spent.statuses, [0])
        self.assertGreaterEqual(spent.cpu, 0.3)
        self.assertGreaterEqual(spent.peak, 64)
        self.assertGreaterEqual(spent.worker, 64)


if __name__ == "__main__":
    main()
