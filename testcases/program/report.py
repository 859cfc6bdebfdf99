# SPDX-License-Identifier: GPL-2.0-only
"""A stored report says in any format what the run that made it said."""
import json
import random

from scratch import FORMATS, ProgramTest, driver, main

CASES_STEP = 7
MAINTAINERS = """\
GRAPHICS
M:\tG. Raph <g@example.org>
L:\tgraphics@lists.example.org
F:\tdrivers/gpu/

ONE FILE
M:\tO. Ne <o@example.org>
F:\tdrivers/gpu/one.c
"""
COPY = """\
#include <linux/mm.h>

void copy(struct vm_area_struct *to, struct vm_area_struct *from)
{
	*to = *from;
}
"""


class Stored(ProgramTest):
    """A report in a file."""

    def setUp(self):
        super().setUp()
        self.file = self.folder / "out.json"

    def store(self, *words):
        self.check("--format", f"json:{self.file}", *words, self.tree)
        return json.loads(self.file.read_text(encoding="utf-8"))

    def shown(self, *words, status=None, file=None):
        run = self.run_program("report", *words, file or self.file)
        if status is not None:
            self.assertEqual(run.status, status, str(run))
        return run


class Formats(Stored):
    """All that the run knew is in the JSON."""

    def setUp(self):
        super().setUp()
        self.place_cases(CASES_STEP)
        self.place("drivers/broken.c",
                   "#include <linux/mm.h>\n#include <linux/no_such.h>\n"
                   + driver("broken"))
        self.place("drivers/off.c",
                   "#if 0\nunsigned long off = VM_IO;\n#endif\n"
                   + driver("off"))

    def test_same(self):
        for form in FORMATS:
            if form == "sarif":
                continue  # says when and by which words it was run
            with self.subTest(form=form):
                first = self.check(
                    "--format", form, "--format", f"json:{self.file}",
                    "--no-cache", self.tree)
                again = self.shown("--format", form)
                self.assertEqual(again.out, first.out)
                self.assertEqual(again.status, first.status)
                # The rest of the tally is of the run.
                self.assertEqual(
                    [line for line in again.err.splitlines()
                     if line.startswith(("files: ", "lines: ", "findings:"))],
                    [line for line in first.err.splitlines()
                     if line.startswith(("files: ", "lines: ", "findings:"))])

    def test_sarif(self):
        self.check("--format", f"sarif:{self.folder}/a.sarif", "--format",
                   f"json:{self.file}", self.tree)
        self.shown("--format", f"sarif:{self.folder}/b.sarif")
        first, again = (json.loads((self.folder / name).read_text())["runs"][0]
                        for name in ("a.sarif", "b.sarif"))
        self.assertEqual(again["results"], first["results"])
        self.assertEqual(again["tool"], first["tool"])

    def test_files(self):
        """Each file with its lines, and how it ended."""
        report = self.store()
        self.assert_sound(report)
        files = report["files"]
        self.assertEqual(len(files), report["summary"]["files"]["selected"])
        self.assertEqual(sum(len(file["lines"]) for file in files),
                         report["summary"]["lines"]["relevant"])
        self.assertEqual([file["path"] for file in files],
                         sorted(file["path"] for file in files))
        broken = [file for file in files
                  if file["path"] == "drivers/broken.c"][0]
        self.assertEqual(broken["end"], "analysed_with_errors")
        self.assertIn("no_such.h", broken["reason"])

    def test_standard_input(self):
        self.store()
        with self.file.open() as stdin:
            run = self.run_program("report", "--format", "json", "-",
                                   stdin=stdin)
        self.assertEqual(run.out, self.file.read_text(encoding="utf-8"))

    def test_without_files(self):
        """As versions wrote it that named no files."""
        report = self.store()
        del report["files"]
        self.file.write_text(json.dumps(report))
        run = self.shown("--format", "json")
        again = json.loads(run.out)
        self.assert_sound(again)
        self.assertEqual(again["findings"], report["findings"])
        self.assertEqual(again["unseen"], report["unseen"])
        self.assertIn("names no files", run.err)


class Filters(Stored):
    """By rule, path and severity; the exit code is of what is shown."""

    def setUp(self):
        super().setUp()
        self.place("drivers/gpu/one.c", driver("one"))
        self.place("drivers/gpu/two.c", driver("two"))
        self.place("mm/area/copy.c", COPY)
        self.stored = self.store()

    def found(self, *words, status=None):
        run = self.shown("--format", "json", *words, status=status)
        report = json.loads(run.out)
        self.assert_sound(report)
        return [finding["path"] for finding in report["findings"]]

    def test_filters(self):
        one, two, copy = "drivers/gpu/one.c", "drivers/gpu/two.c", "mm/area/copy.c"
        for words, status, paths in (
                ((), 1, [one, two, copy]),
                (("--select", "struct_copy"), 1, [copy]),
                (("--ignore", "struct_copy"), 1, [one, two]),
                (("--select", "raw_bit"), 0, []),
                (("--severity", "error"), 1, [one, two]),
                (("--severity", "warning"), 1, [one, two, copy]),
                (("--path", "mm/area"), 1, [copy]),
                (("--path", "mm/area", "--fail-on", "error"), 0, [copy]),
                (("--path", "drivers/gpu/"), 1, [one, two]),
                (("--path", "*/one.c", "--path", "mm"), 1, [one, copy]),
                (("--path", "drivers", "--select", "struct_copy"), 0, [])):
            with self.subTest(words=words):
                self.assertEqual(self.found(*words, status=status), paths)

    def test_files_of_the_paths(self):
        run = self.shown("--format", "json", "--path", "mm/area")
        self.assertEqual([file["path"]
                          for file in json.loads(run.out)["files"]],
                         ["mm/area/copy.c"])
        self.assertIn("2 of its findings are not asked for", run.err)

    def test_baseline(self):
        base = self.folder / "base"
        self.shown("--write-baseline", base, status=0)
        self.assertEqual(len(base.read_text().splitlines()), 4)
        report = json.loads(self.check("--baseline", base, "--format", "json",
                                       self.tree).out)
        self.assertEqual(report["findings"], [])
        self.assertEqual(report["summary"]["baselined"], 3)

    def table(self, *words):
        run = self.shown("--format", "table", *words)
        rows = [line.rsplit(maxsplit=4) for line in run.out.split("\n\n")[0]
                .splitlines()[1:]]
        return [(row[0].strip() if len(row) == 5 else "", *row[-4:])
                for row in rows], run.out

    def test_table(self):
        rows, _ = self.table()
        self.assertEqual(rows, [
            ("drivers/gpu", "direct_write", "2", "0", "0"),
            ("mm", "struct_copy", "0", "1", "0"),
            ("all", "all", "2", "1", "0")])
        self.assertEqual([row[0] for row in self.table("--by", "file")[0]],
                         ["drivers/gpu/one.c", "drivers/gpu/two.c",
                          "mm/area/copy.c", "all"])

    def test_by_maintainer(self):
        _, text = self.table("--by", "maintainer")
        self.assertIn(f"no maintainers: {self.tree}/MAINTAINERS: No such file",
                      text)
        self.place("MAINTAINERS", MAINTAINERS)
        rows, text = self.table("--by", "maintainer")
        self.assertEqual([row[0] for row in rows],
                         ["GRAPHICS", "ONE FILE", "(nobody)", "all"])
        self.assertIn("\n\nGRAPHICS\n  M: G. Raph <g@example.org>\n"
                      "  L: graphics@lists.example.org\n\nONE FILE\n"
                      "  M: O. Ne <o@example.org>\n", text)
        self.place("MAINTAINERS", "A\nF:\tmm/\nN:\t(\n")
        self.assertIn("MAINTAINERS:3: N: ",
                      self.table("--by", "maintainer")[1])


class Wrong(Stored):
    """What is no report is told, with the member."""

    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", driver())
        self.stored = self.store()

    def test_words(self):
        for words, said in (((), "is told a JSON report"),
                            ((self.file, "mm"), "did you mean '--path mm'?"),
                            (("--path=", self.file), "a path of the tree"),
                            (("--severity", "bad", self.file), "severity"),
                            ((self.folder / "gone",), "No such file")):
            run = self.run_program("report", *words)
            self.assertEqual((run.status, run.out), (2, ""), str(run))
            self.assertIn(said, run.err)
        run = self.check("--path", "mm", self.tree)
        self.assertIn("unknown option '--path'", run.err)

    def test_texts(self):
        for text, said in (("", "is no JSON"), ("{", "is no JSON"),
                           ("[]", "is no report"), ("{}", "is no report"),
                           ('{"schema":"vmalint/2"}', "is no report")):
            self.file.write_text(text)
            run = self.shown(status=2)
            self.assertIn(f"{self.file}:", run.err)
            self.assertIn(said, run.err)

    def test_members(self):
        for change, said in (
                (lambda r: r["findings"][0].update(line=0),
                 "findings[0].line: a number from 1 on is wanted"),
                (lambda r: r["findings"][0].update(severity="bad"),
                 "findings[0].severity: error, warning or note is wanted"),
                (lambda r: r["findings"][0].update(path="../../etc/passwd"),
                 "findings[0].path: a path without '..' is wanted"),
                (lambda r: r["findings"][0].pop("message"),
                 "findings[0].message: a text is wanted"),
                (lambda r: r["findings"][0].update(message="a\0b"),
                 "findings[0].message: a text is wanted"),
                (lambda r: r["files"][0].update(end="eaten"),
                 "files[0].end: "),
                (lambda r: r["files"][0].update(lines=["5"]),
                 "files[0].lines: a list of numbers is wanted"),
                (lambda r: r["tree"].update(root="mm"),
                 "root: an absolute path is wanted"),
                (lambda r: r.update(findings={}), "findings: a list is wanted"),
                (lambda r: r.pop("summary"), "a number is wanted")):
            report = json.loads(json.dumps(self.stored))
            change(report)
            self.file.write_text(json.dumps(report))
            run = self.shown(status=2)
            self.assertIn(said, run.err)
            self.assertEqual(run.out, "")

    def test_random(self):
        """Whatever is written into it, the program ends and says why."""
        text = json.dumps(self.stored)
        choose = random.Random(22)
        for _ in range(60):
            at = choose.randrange(len(text))
            cut = text[:at] + choose.choice('{}[]",:0-x') + text[
                at + choose.randrange(3):]
            self.file.write_text(cut)
            run = self.shown("--format", "html")
            self.assertIn(run.status, (0, 1, 2), str(run))
            if run.status == 2:
                self.assertTrue(run.err, cut)


if __name__ == "__main__":
    main()
