# SPDX-License-Identifier: GPL-2.0-only
"""sparse as a second opinion: the real one, and programs that play its part."""
import os
import sys
from pathlib import Path

from scratch import TOP, ProgramTest, driver, main, wait_for

sys.path.insert(0, str(TOP / "testcases/harness"))
import case_file  # noqa: E402

PLAIN_FILE = "drivers/a.c"
# A bit as a mask and a mask as a bit, which sparse sees, and a sampled word in
# an int, which it does not.
SOURCE = """\
#include <linux/mm.h>

bool area_test(struct vm_area_struct *vma)
{
	int all = vma->vm_flags;

	if (vma->vm_flags & VMA_IO_BIT)
		return true;
	WARN_ON_ONCE(vma->vm_start &&
		     vma_test(vma, 5));
	return all < 0 || vma_test(vma, VM_READ);
}
"""


def is_gone(pid):
    """Ended, if perhaps not yet buried."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


class Sparse(ProgramTest):
    def setUp(self):
        super().setUp()
        self.lay_out("typed3")

    def play(self, text):
        """A program of ours in the place of sparse."""
        program = self.folder / "sparse"
        program.write_text("#!/bin/sh\n" + text)
        program.chmod(0o755)
        return f"--sparse={program}"

    def confirmed(self, report):
        return {(finding["line"], finding["rule"])
                for finding in report["findings"]
                if finding["confirmed_by"] == ["sparse"]}

    def test_real(self):
        self.place(PLAIN_FILE, SOURCE)
        report = self.report("--sparse", self.tree / "drivers", status=1)
        self.assertEqual(self.confirmed(report),
                         {(7, "bit_as_mask"), (10, "raw_bit"),
                          (11, "mask_as_bit")})
        self.assert_found(report, "drivers/a.c:5", "drivers/a.c:7",
                          "drivers/a.c:10", "drivers/a.c:11")
        self.assertEqual(report["problems"], [])

    def test_cases(self):
        """All cases: what sparse sees of flags, vmalint sees or names."""
        rules = {path.stem for path in (TOP / "rules").glob("*.c")}
        cases = [case for case in case_file.read_cases(
            TOP / "testcases/rules", rules) if "typed3" in case.apis and not case.place]
        limits = set()
        for case in cases:
            path = Path("drivers") / case.rule / case.path.name
            self.place(path, case.path.read_text())
            if case.path.name.startswith("limit_"):
                limits.add(str(path))
        report = self.report("--sparse", self.tree / "drivers")
        alone = {finding["path"] for finding in report["findings"]
                 if finding["rule"] == "sparse_only"}
        self.assertLessEqual(alone, limits)
        confirmed = [finding for finding in report["findings"]
                     if finding["confirmed_by"]]
        self.assertGreater(len(confirmed), 30)

    def test_only_sparse(self):
        self.lay_out("const")
        self.place(PLAIN_FILE, driver())
        play = self.play(
            'for last; do :; done\n'
            'echo "$last:1:3: warning: restricted vma_flag_t degrades to '
            'integer" >&2\n'
            'echo "$last:2:1: warning: symbol vm_flags_tail was not '
            'declared" >&2\n'
            'echo "/elsewhere.h:3:1: warning: restricted vma_flag_t '
            'degrades" >&2\n')
        report = self.report(play, self.tree / "drivers", status=1)
        alone = [finding for finding in report["findings"]
                 if finding["rule"] == "sparse_only"]
        self.assertEqual([(finding["line"], finding["column"])
                          for finding in alone], [(1, 3)])
        self.assertIn("degrades", alone[0]["message"])
        report = self.report(play, "--select", "direct_write",
                             self.tree / "drivers", status=1)
        self.assert_found(report, "drivers/a.c:5")

    def test_missing(self):
        self.place(PLAIN_FILE, driver())
        run = self.check("--sparse=/nowhere/sparse", self.tree / "drivers")
        self.assert_run(run, 2, "", "/nowhere/sparse")

    def test_failing(self):
        """Killed, and unable to read: said for the file, findings stay."""
        self.place(PLAIN_FILE, driver())
        report = self.report(self.play("kill -9 $$\n"),
                             self.tree / "drivers", status=2)
        self.assert_found(report, "drivers/a.c:5")
        self.assertEqual([(problem["stage"], problem["path"])
                          for problem in report["problems"]],
                         [("sparse", PLAIN_FILE)])
        report = self.report(
            self.play('echo "x.h:1:1: error: no such file" >&2; exit 1\n'),
            self.tree / "drivers", status=1)
        self.assertIn("no such file", report["problems"][0]["text"])

    def test_limits(self):
        """As of git: what it takes is bounded, and where it is found."""
        self.place(PLAIN_FILE, driver())
        mark = self.folder / "limits"
        play = self.play(f"cat /proc/self/limits > {mark}\n")
        self.report(play, self.tree / "drivers", status=1)
        limits = mark.read_text()
        for name in ("Max data size", "Max file size", "Max cpu time"):
            line = next(line for line in limits.splitlines()
                        if line.startswith(name))
            self.assertNotIn("unlimited", line[len(name):].split()[0], line)
        mark.unlink()
        run = self.check("--sparse", self.tree / "drivers", cwd=self.folder,
                         env={**os.environ, "PATH": "."})
        self.assert_run(run, 2, "", "'sparse' is no program")
        self.assertFalse(mark.exists())

    def test_hang(self):
        """Costs its file, and leaves nothing behind."""
        self.place(PLAIN_FILE, driver())
        mark = self.folder / "pid"
        report = self.report(
            "--timeout", "1",
            self.play(f"echo $$ > {mark}; exec sleep 600\n"),
            self.tree / "drivers", status=2)
        self.assertEqual(report["summary"]["files"]["failed"], 1)
        pid = mark.read_text().strip()
        self.assertTrue(wait_for(lambda: is_gone(pid)))


if __name__ == "__main__":
    main()
