# SPDX-License-Identifier: GPL-2.0-only
"""Comments, settings and baselines: what they take away, and what they say."""
import re

from repository import MISUSE, PROPER, RepositoryTest, function, source
from scratch import ProgramTest, driver, main

ALLOW = "/* vmalint: {}(const_cast_write): hardware wants it */"
WRITE = MISUSE.strip()


class Comments(ProgramTest):
    """Where a comment may stand and what it is for."""

    def check_text(self, text, *lines, words=(), suppressed=None):
        self.place("drivers/a.c", text)
        report = self.report(*words, self.tree / "drivers")
        self.assertEqual([finding["line"] for finding in report["findings"]],
                         list(lines))
        if suppressed is not None:
            self.assertEqual(report["summary"]["suppressed"], suppressed)
        return report

    def test_line(self):
        allow = ALLOW.format("allow")
        for inside, line in (
                (f"\t{WRITE} {allow}\n", None),
                (f"\t{allow}\n\t{WRITE}\n", None),
                (f"\t{allow}\n\n\t/* else */\n\t{WRITE}\n", None),
                (f"\t{allow.replace('/*', '//').replace(' */', '')}\n"
                 f"\t{WRITE}\n", None),
                (f"\t{WRITE}\n\t{allow}\n", 5),
                (f"\t{allow}\n\tfile = file;\n\t{WRITE}\n", 7),
                (f"\t{allow.replace('vmalint', 'vmlint')}\n\t{WRITE}\n", 6),
                (f"\t{WRITE} /* say vmalint: allow(const_cast_write): x */\n",
                 5)):
            with self.subTest(inside):
                self.check_text(source(function("a", inside)),
                                *([line] if line else []),
                                suppressed=int(not line))

    def test_other_rule(self):
        self.check_text(source(function(
            "a", f"\t{WRITE} /* vmalint: allow(struct_copy): x */\n")), 5)
        self.check_text(source(function(
            "a", f"\t{WRITE} /* vmalint: allow(struct_copy, "
            "const_cast_write): x */\n")))

    def test_function(self):
        two = (function("a", MISUSE, MISUSE), function("b", MISUSE))
        for text, lines in (
                (source(ALLOW.format("allow-function") + "\n" + two[0],
                        two[1]), [13]),
                (source(two[0], ALLOW.format("allow-function") + "\n" +
                        two[1]), [5, 6]),
                (source(function("a", "\t" + ALLOW.format("allow-function") +
                                 "\n", MISUSE, MISUSE), two[1]), [13])):
            with self.subTest(text):
                self.check_text(text, *lines)

    def test_function_among_others(self):
        """Initialisers, prototypes and conditions are no functions."""
        self.check_text(
            "#include <linux/mm.h>\n" + ALLOW.format("allow-function") +
            "\nint proto(int);\nstatic int list[] = { 1, 2 };\n"
            "#define OPEN {\n#define CLOSE }\nstruct s { int x; };\n" +
            function("a", MISUSE) + function("b", MISUSE), 15, suppressed=1)

    def test_file(self):
        self.check_text(source(function("a", MISUSE), function("b", MISUSE)) +
                        ALLOW.format("allow-file"), suppressed=2)

    def test_macro(self):
        grab = "GRAB(v) (*(unsigned long *)&(v)->vm_flags |= VM_IO)"
        use = function("a", "\tGRAB(vma);\n")
        allow = ALLOW.format("allow")
        for text, nr in (
                (f"{allow}\n#define {grab}\n", 0),
                (f"#define {grab} {allow}\n", 0),
                (f"#define GRAB(v) \\\n\t{allow} \\\n\t{grab[8:]}\n", 0),
                (f"{allow}\n#define OTHER 1\n#define {grab}\n", 1)):
            for place in ("header", "file"):
                with self.subTest((text, place)):
                    self.place("drivers/a.h",
                               text if place == "header" else "")
                    self.place("drivers/a.c", '#include <linux/mm.h>\n'
                               '#include "a.h"\n' +
                               (text if place == "file" else "") + use)
                    report = self.report(self.tree / "drivers")
                    self.assertEqual(len(report["findings"]), nr)
        self.place("drivers/a.h", f"#define {grab}\n")
        self.place("drivers/a.c", '#include <linux/mm.h>\n#include "a.h"\n' +
                   function("a", f"\tGRAB(vma); {allow}\n"))
        self.assert_found(self.report(self.tree / "drivers"))

    def test_no_reason(self):
        report = self.check_text(
            source(function("a", f"\t{WRITE} "
                            "/* vmalint: allow(const_cast_write) */\n")), 5)
        self.assertEqual(report["findings"][0]["rule"], "bad_suppression")
        self.assertEqual(report["summary"]["suppressed"], 1)

    def test_stale(self):
        text = source(function("a", f"\t{PROPER.strip()} " +
                               ALLOW.format("allow") + "\n"))
        report = self.check_text(text)
        self.assertEqual([(problem["path"], problem["line"], problem["text"])
                          for problem in report["problems"]],
                         [("drivers/a.c", 5, "allow(const_cast_write) allows "
                           "nothing any more; remove it")])
        for words in (("--ignore", "const_cast_write"),
                      ("--select", "direct_write"), ("--no-suppressions",)):
            self.assertEqual(self.check_text(text, words=words)["problems"],
                             [])

    def test_audit(self):
        text = source(function("a", f"\t{WRITE} " + ALLOW.format("allow") +
                               "\n"))
        self.check_text(text, 5, words=("--no-suppressions",), suppressed=0)

    def test_odd_text(self):
        """Nothing that is not closed may hang or crash."""
        for text in ("/* vmalint: allow(", "/* vmalint: allow(x", "'", '"',
                     "/* vmalint: allow(a,,b): */ }}}} ((((",
                     "// vmalint: allow(const_cast_write): x\\", "#define",
                     "/* vmalint: allow-function(const_cast_write): x */ {"):
            with self.subTest(text):
                self.place("drivers/a.c", driver() + text)
                self.assertIn(self.check(self.tree / "drivers").status,
                              (1, 2))


class Settings(ProgramTest):
    """The file .vmalint."""

    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", source(function("a", MISUSE)))
        self.place("mm/b.c", source(function("b", MISUSE)))
        self.place("mm/copy.c", "#include <linux/mm.h>\nvoid c(struct "
                   "vm_area_struct *a, struct vm_area_struct *b)\n"
                   "{\n\t*a = *b;\n}\n")

    def check_with(self, text, *places, words=(), status=None, **keywords):
        self.place(".vmalint", text)
        report = self.report(*words, cwd=self.tree, status=status, **keywords)
        self.assert_found(report, *places)
        return report

    def refused(self, text, *parts):
        self.place(".vmalint", text)
        run = self.check(cwd=self.tree)
        self.assert_run(run, 2, out="", err=".vmalint:")
        for part in parts:
            self.assertIn(part, run.err)

    def test_check(self):
        both = ("drivers/a.c:5", "mm/b.c:5")
        self.check_with("[check]\nselect = const_cast_write\n", *both)
        self.check_with("[check]\nignore = const_cast_write; struct_copy\n",
                        status=0)
        self.check_with("[check]\nfail-on = never\n", *both, "mm/copy.c:4",
                        status=0)
        self.check_with("[check]\narch = x86, arm64\n", *both, "mm/copy.c:4")

    def test_the_command_line_wins(self):
        self.check_with("[check]\nselect = struct_copy\nfail-on = never\n",
                        "drivers/a.c:5", "mm/b.c:5", status=1,
                        words=("--select", "const_cast_write", "--fail-on",
                               "note"))
        self.check_with("[check]\nselect = struct_copy\n", "drivers/a.c:5",
                        "mm/b.c:5", "mm/copy.c:4", words=("--no-settings",))

    def test_severity(self):
        report = self.check_with(
            "[severity]\nconst_cast_write = warning\nstruct_copy = note\n",
            "drivers/a.c:5", "mm/b.c:5")
        self.assertEqual(report["summary"]["findings"],
                         {"error": 0, "warning": 2, "note": 0})

    def test_paths(self):
        report = self.check_with("[paths]\nignore = mm/, drivers/*.h\n",
                                 "drivers/a.c:5")
        # Two of ours, and mm/map.c of the stand-in tree.
        self.assertEqual(report["summary"]["files"]["skipped"], 3)

    def test_allowances(self):
        report = self.check_with(
            "[allow mm/*.c]\nrules = const_cast_write\nreason = old\n"
            "[allow drivers/gone]\nrules = struct_copy\nreason = x\n",
            "drivers/a.c:5", "mm/copy.c:4")
        self.assertEqual(report["summary"]["suppressed"], 1)
        self.assertIn("[allow drivers/gone] allows nothing",
                      report["problems"][0]["text"])
        self.check_with("[allow mm]\nrules = const_cast_write\nreason = old\n",
                        "drivers/a.c:5", "mm/b.c:5", "mm/copy.c:4",
                        words=("--no-suppressions",))
        report = self.check_with("[allow mm]\nrules = const_cast_write\n",
                                 "drivers/a.c:5", "mm/copy.c:4")
        self.assertIn("no reason", report["problems"][0]["text"])

    def notices_of(self, text, *places, words=()):
        report = self.check_with(text, *(places or (
            "drivers/a.c:5", "mm/b.c:5", "mm/copy.c:4")), words=words)
        return [(problem["line"], problem["text"])
                for problem in report["problems"]
                if problem["path"].endswith(".vmalint")]

    def test_lines_are_told(self):
        """Of what is wrong, what is said twice, and what fits nothing."""
        self.refused("[check]\n\nselcet = x\n", ".vmalint:3: [check]")
        self.refused("[paths]\n# no\n[alow x]\n", ".vmalint:3: [alow x]")
        self.refused("[allow mm]\nreason = x\n\n rules = struct_copi\n",
                     ".vmalint:4: [allow mm]")
        self.assertEqual(self.notices_of(
            "[check]\nignore = exact_compare\nfail-on = error\n"
            "ignore = mask_as_bit\n"),
            [(4, "warning: [check]: 'ignore' stands in line 2 already, which "
              "does not count")])
        self.assertEqual(self.notices_of("\n[paths]\nignore = samples, x*\n"),
                         [(3, "warning: [paths]: 'samples': nothing is there "
                           "in the tree"),
                          (3, "warning: [paths]: 'x*': no file that names a "
                           "flag fits")])
        self.assertEqual(self.notices_of(
            "[paths]\nignore = mm/b.*\n[allow gone]\nrules = struct_copy\n"
            "reason = x\n[allow gone*]\nrules = struct_copy\nreason = x\n",
            "mm/copy.c:4", words=("mm",)),
            [(3, "warning: [allow gone]: nothing is there in the tree")])
        self.assertEqual(self.notices_of(
            "[check]\n[allow gone.c]\nrules = struct_copy\nreason = x\n"),
            [(2, "[allow gone.c] allows nothing any more; remove it")])

    def test_init(self):
        """A file that changes nothing, and of which every line can be taken."""
        path = self.tree / ".vmalint"
        run = self.run_program("init", cwd=self.tree / "mm")
        self.assert_run(run, 0, out=f"written: {path}\n")
        text = path.read_text()
        self.check_with(text, "drivers/a.c:5", "mm/b.c:5", "mm/copy.c:4")
        self.assert_run(self.run_program("init", cwd=self.tree), 2,
                        err="is there already")
        self.assertEqual(path.read_text(), text)
        taken = re.sub(r"(?m)^#(?! )", "", text)
        self.assertGreater(len(re.findall(r"(?m)^[a-z_-]+ = ", taken)), 10)
        path.write_text(taken)
        run = self.run_program("config", cwd=self.tree)
        self.assertEqual((run.status, run.err), (0, ""), str(run))
        for number, line in enumerate(taken.splitlines(), 1):
            if re.match(r"[a-z-]+ = ", line) and "allow" not in taken.split(
                    line)[0]:
                self.assertIn(f"{path}:{number}\n", run.out, line)

    def test_config(self):
        """What is in force, from the nearest to who calls."""
        self.place(".vmalint", "[check]\nselect = struct_copy, raw_bit\n"
                   "fail-on = error\n[severity]\nstruct_copy = note\n"
                   "[paths]\nignore = samples\n[allow mm]\nreason = x\n"
                   "rules = raw_bit\n")
        run = self.run_program("config", "--fail-on", "note", cwd=self.tree)
        self.assertEqual(run.status, 0, str(run))
        rows = {tuple(re.split(r"  +", line.strip()))
                for line in run.out.splitlines()}
        file = f"{self.tree}/.vmalint"
        for row in (("select", "struct_copy, raw_bit", f"{file}:2"),
                    ("fail-on", "note", "command line"),
                    ("arch", "all", "default"),
                    ("struct_copy", "note", f"{file}:5"),
                    ("direct_write", "error, off", "default"),
                    ("raw_bit", "warning", "default"),
                    ("samples", f"{file}:7"),
                    ("mm", "raw_bit", f"{file}:8")):
            self.assertIn(row, rows, run.out)
        run = self.run_program("config", "--no-settings", cwd=self.tree)
        self.assertIn("settings: none\n", run.out)
        self.assertNotIn(file, run.out)
        self.place(".vmalint", "[check]\nselct = x\n")
        self.assert_run(self.run_program("config", cwd=self.tree), 2, out="",
                        err=".vmalint:2: [check]")

    def test_found_upwards_and_said(self):
        self.place(".vmalint", "[check]\nselect = struct_copy\n")
        run = self.check(cwd=self.tree / "drivers")
        self.assertIn(f"settings: {self.tree}/.vmalint", run.err)
        self.place("mm/.vmalint", "[check]\nselect = const_cast_write\n")
        self.assert_found(self.report("b.c", "copy.c", cwd=self.tree / "mm"),
                          "mm/b.c:5")
        self.assert_found(self.report("--settings", ".vmalint",
                                      "mm", cwd=self.tree), "mm/copy.c:4")

    def test_wrong(self):
        self.refused("[check]\nselect = struct_cpoy\n", "struct_copy")
        self.refused("[check]\nselcet = struct_copy\n", "'select'")
        self.refused("[chekc]\n", "[check]")
        self.refused("[severity]\nstruct_copi = note\n", "struct_copy")
        self.refused("[severity]\nstruct_copy = eror\n", "error")
        self.refused("[paths]\nignroe = mm\n", "'ignore'")
        self.refused("[allow mm]\nreason = x\n", "'rules'")
        self.refused("[allow mm]\nrules = struct_copi\n", "struct_copy")
        self.refused("select = x\n", "cannot be read")
        self.refused("[check]\nfail-on = sometimes\n", "fail-on")
        run = self.check("--settings", "gone", cwd=self.tree)
        self.assert_run(run, 2, out="", err="gone")


class Baselines(RepositoryTest):
    """Known findings are counted, new ones reported, mended ones named."""

    def setUp(self):
        super().setUp()
        self.file = self.folder / "base line.txt"
        self.place("drivers/a.c", source(function("a", MISUSE),
                                         function("b", MISUSE)))
        self.place("mm/odd name#%.c", source(function("c", MISUSE)))
        run = self.check("--write-baseline", self.file, cwd=self.tree)
        self.assert_run(run, 0, out="", err="3 in the baseline")

    def test_known(self):
        report = self.report("--baseline", self.file, cwd=self.tree, status=0)
        self.assert_found(report)
        self.assertEqual(report["summary"]["baselined"], 3)
        self.assertEqual(report["problems"], [])

    def test_file(self):
        lines = self.file.read_text().splitlines()
        self.assertTrue(lines[0].startswith("# vmalint baseline 1"))
        self.assertEqual(lines[1:], sorted(lines[1:]))
        self.assertRegex(lines[1], r"^drivers/a\.c const_cast_write a "
                         r"[0-9a-f]{32}$")
        self.assertIn("mm/odd%20name%23%25.c ", lines[3])
        first = self.file.read_bytes()
        self.check("--write-baseline", self.file, "-j", "1", cwd=self.tree)
        self.assertEqual(self.file.read_bytes(), first)

    def test_lines_move(self):
        self.place("drivers/a.c", "\n\n" + source(
            function("z"), function("a", MISUSE), function("b", MISUSE)))
        self.assert_found(self.report("--baseline", self.file, cwd=self.tree))

    def test_new(self):
        self.place("drivers/a.c", source(function("a", MISUSE),
                                         function("b", MISUSE, MISUSE)))
        report = self.report("--baseline", self.file, cwd=self.tree, status=1)
        self.assert_found(report, "drivers/a.c:12")

    def test_mended(self):
        self.place("drivers/a.c", source(function("a", MISUSE)))
        (self.tree / "mm/odd name#%.c").unlink()
        report = self.report("--baseline", self.file, cwd=self.tree, status=0)
        self.assertEqual([problem["line"] for problem in report["problems"]],
                         [3, 4])
        self.assertIn("found no more", report["problems"][0]["text"])
        # What was not looked at is not mended.
        self.assertEqual(self.report("--baseline", self.file, "drivers",
                                     cwd=self.tree)["problems"], [])
        self.check("--write-baseline", self.file, cwd=self.tree)
        self.assertEqual(len(self.file.read_text().splitlines()), 2)

    def lists(self):
        """Paths and functions that the baseline lists."""
        return [" ".join(line.split()[::2])
                for line in self.file.read_text().splitlines()[1:]]

    def test_of_a_part(self):
        """What was not looked at stays."""
        everything = self.lists()
        self.assertEqual(len(everything), 3)
        self.place("drivers/a.c", source(function("b", MISUSE)))
        self.place("drivers/d.c", source(function("d", MISUSE)))
        self.check("--write-baseline", self.file, "drivers", cwd=self.tree)
        self.assertEqual(self.lists(), ["drivers/a.c b", "drivers/d.c d",
                                        everything[2]])
        # A file without flags, and one that is gone.
        self.place("drivers/a.c", "int a;\n")
        (self.tree / "drivers/d.c").unlink()
        self.check("--write-baseline", self.file, "drivers", cwd=self.tree)
        self.assertEqual(self.lists(), [everything[2]])

    def test_of_some_rules(self):
        first = self.file.read_text()
        for words in (("--ignore", "const_cast_write"),
                      ("--select", "direct_write"), ("--arch", "x86"),
                      ("--branches", "active", "mm")):
            self.check("--write-baseline", self.file, *words, cwd=self.tree)
            self.assertEqual(self.file.read_text(), first, words)

    def test_of_a_change(self):
        self.git("add", "-A")
        self.git("commit", "-qm", "all")
        self.place("mm/e.c", source(function("e", MISUSE)))
        self.git("add", "-A")
        everything = self.lists()
        self.check("--staged", "--write-baseline", self.file, cwd=self.tree,
                   env=self.environment)
        self.assertEqual(self.lists(), sorted([*everything, "mm/e.c e"]))

    def test_wrong_files(self):
        for text in ("", "hello\n", "# vmalint baseline 9\n",
                     self.file.read_text() + "x y z\n", "\0\n"):
            self.file.write_text(text)
            run = self.check("--baseline", self.file, cwd=self.tree)
            self.assertEqual(run.status, 2, str(run))
            self.assertIn("baseline", run.err)
            self.assertIn("drivers/a.c:5", run.out)
        run = self.check("--baseline", self.folder / "gone", cwd=self.tree)
        self.assert_run(run, 2, err="No such file")

    def test_foreign_file_is_left_alone(self):
        target = self.place("drivers/a.c", source(function("a", MISUSE)))
        text = target.read_text()
        run = self.check("--write-baseline", target, cwd=self.tree)
        self.assert_run(run, 2, err="which no output replaces")
        self.assertEqual(target.read_text(), text)
        run = self.check("--write-baseline", self.folder / "no/where",
                         cwd=self.tree)
        self.assert_run(run, 2, err="cannot be written")

    def test_with_a_change(self):
        self.git("add", "-A")
        report = self.report("--staged", "--baseline", self.file, status=0,
                             cwd=self.tree, env=self.environment)
        self.assertEqual(report["summary"]["baselined"], 3)

    def test_in_the_settings(self):
        self.place(".vmalint", f"[check]\nbaseline = ../{self.file.name}\n")
        self.assert_found(self.report(cwd=self.tree, status=0))


if __name__ == "__main__":
    main()
