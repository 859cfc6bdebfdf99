# SPDX-License-Identifier: GPL-2.0-only
"""A run in shards, joined by merge, says what one run says, byte by byte."""
import json
import re
import shutil

from repository import MISUSE, function, source
from scratch import FORMATS, TOP, ProgramTest, driver, main

SECONDS = re.compile(r'"seconds":[0-9.]+|time="[0-9.]+"|'
                     r"(Start|End)TimeUtc\": \"[^\"]*\"|[0-9.]+ s\b", re.M)
# The end of --stats: where the time of this very run went.
SPENT = re.compile(r"^time: .*", re.M | re.S)
CASES_STEP = 6
HEADER = """\
#include <linux/mm.h>

static inline void shared(struct vm_area_struct *vma)
{
	*(unsigned long *)&vma->vm_flags |= VM_IO;
}

/* vmalint: allow(const_cast_write): the hardware wants it */
#define SET_IO(vma) (*(unsigned long *)&(vma)->vm_flags |= VM_IO)
/* vmalint: allow(const_cast_write): nobody uses it */
#define SET_NONE(vma) (*(unsigned long *)&(vma)->vm_flags |= VM_IO)
"""
USER = """\
#include <linux/mm.h>
#include "shared.h"

void NAME(struct vm_area_struct *vma)
{
	shared(vma);
	SET_IO(vma);
	vma->vm_flags |= VM_PFNMAP; /* vmalint: allow(direct_write): known */
	/* vmalint: allow(struct_copy): stale */
}
"""


class ShardTest(ProgramTest):
    """What a test needs to run shards and merge them."""

    def shard_file(self, index, count):
        return self.folder / f"{index}-of-{count}.json"

    def run_shards(self, count, *words, fresh=False, **keywords):
        """The files with the reports of all shards, in order."""
        for index in range(1, count + 1):
            if fresh:
                shutil.rmtree(self.cache, ignore_errors=True)
            file = self.shard_file(index, count)
            file.unlink(missing_ok=True)
            run = self.check("--shard", f"{index}/{count}", "--format",
                             f"json:{file}", *words, **keywords)
            self.assertTrue(file.exists(), str(run))
            self.assert_sound(json.loads(file.read_text()))
        return [self.shard_file(index, count)
                for index in range(1, count + 1)]

    def merge(self, *words):
        return self.run_program("merge", *words)

    def plain(self, run):
        """What of a run does not tell the time."""
        return (run.status, SECONDS.sub("", run.out),
                SECONDS.sub("", SPENT.sub("", run.err)))

    def assert_same(self, count, *words, forms=("json",), merging=(),
                    **keywords):
        """Merged shards end as one run does, and say the same."""
        files = self.run_shards(count, *words, **keywords)
        for form in forms:
            one = self.check("--format", form, *merging, *words, **keywords)
            self.assertEqual(
                self.plain(self.merge("--format", form, *merging, *files)),
                self.plain(one))


class Same(ShardTest):
    """Nothing is lost or told twice, whatever the number of shards."""

    def add_shared_header(self):
        self.place("drivers/shared/shared.h", HEADER)
        for name in "abcde":
            self.place(f"drivers/shared/{name}.c", USER.replace("NAME", name))

    def test_cases(self):
        self.place_cases(CASES_STEP)
        self.add_shared_header()
        for count in range(1, 5):
            with self.subTest(count):
                self.assert_same(count, self.tree)

    def test_sample(self):
        shutil.rmtree(self.tree)
        shutil.copytree(TOP / "testcases/sample", self.tree)
        for count in range(1, 5):
            with self.subTest(count):
                self.assert_same(count, self.tree, forms=FORMATS)

    def test_statistics(self):
        self.place_cases(CASES_STEP)
        self.add_shared_header()
        self.assert_same(3, self.tree, forms=("text",), merging=("--stats",))

    def test_default_format(self):
        self.place("drivers/a.c", driver())
        files = self.run_shards(2, self.tree)
        self.assertEqual(self.plain(self.merge(*files)),
                         self.plain(self.merge("--format", "json", *files)))

    def test_any_order(self):
        self.add_shared_header()
        files = self.run_shards(3, self.tree)
        self.assertEqual(self.merge(*files), self.merge(*reversed(files)))

    def test_more_shards_than_files(self):
        self.place("drivers/a.c", driver())
        self.assert_same(40, self.tree / "drivers")

    def test_nothing_selected(self):
        self.place("drivers/a.c", "int nothing;\n")
        self.assert_same(2, self.tree / "drivers")

    def test_stale_comments(self):
        """Only who sees all can say that a comment is of no use."""
        self.add_shared_header()
        files = self.run_shards(3, "--tree", self.tree)
        for file in files:
            self.assertEqual(json.loads(file.read_text())["problems"], [])
        problems = json.loads(self.merge(*files).out)["problems"]
        self.assertEqual(
            [(problem["path"][-10:], problem["line"]) for problem in problems],
            [(f"shared/{name}.c", 9) for name in "abcde"] +
            [("d/shared.h", 10)])
        self.assert_same(3, "--tree", self.tree)

    def test_no_utf8(self):
        self.place(b"drivers/latin-\xe9.c", driver())
        self.place("drivers/b.c", driver().encode().replace(
            b"VM_IO;", b"VM_IO; /* \xff */"))
        self.assert_same(2, self.tree, forms=FORMATS)

    def test_errors_and_failures(self):
        self.place("drivers/a.c", driver().replace("return", "retrun"))
        self.place("drivers/b.c", driver() + "#if 0\nint a = VM_IO;\n#endif\n")
        self.place("arch/nowhere/mm/c.c", driver())
        self.assert_same(3, self.tree, forms=("json", "text"))

    def test_workers_and_cache(self):
        """The report of a shard is the same for any -j, cold and warm."""
        self.add_shared_header()
        texts = []
        for words, fresh in ((("-j", "1"), True), (("-j", "7"), True),
                             ((), False), (("--no-cache",), False)):
            texts.append([SECONDS.sub("", file.read_text()) for file in
                          self.run_shards(2, *words, self.tree, fresh=fresh)])
        self.assertEqual(texts[1:], texts[:1] * 3)


class Choices(ShardTest):
    """Settings, baselines and limits are for the whole, and come along."""

    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", source(function("a", MISUSE)))
        self.place("drivers/d.c", driver())
        self.place("mm/b.c", source(function("b", MISUSE)))
        self.place("mm/copy.c", "#include <linux/mm.h>\nvoid c(struct "
                   "vm_area_struct *a, struct vm_area_struct *b)\n"
                   "{\n\t*a = *b;\n}\n")
        self.words = ("--tree", self.tree)

    def test_settings(self):
        for text in (
                "[severity]\nconst_cast_write = warning\n[paths]\n"
                "ignore = mm/copy.c, gone, gone*\n",
                "[allow mm/*.c]\nrules = const_cast_write\nreason = old\n"
                "[allow drivers/gone]\nrules = struct_copy\nreason = x\n",
                "[check]\nfail-on = never\n",
                "[check]\nmin-coverage = 100\nselect = struct_copy\n"):
            with self.subTest(text):
                self.place(".vmalint", text)
                self.assert_same(3, *self.words, forms=("json", "text"))

    def test_fail_on(self):
        words = ("--select", "struct_copy", self.tree)
        self.assert_same(2, "--fail-on", "error", *words)
        files = self.run_shards(2, "--fail-on", "error", *words)
        self.assert_run(self.merge(*files), 0)
        self.assert_run(self.merge("--fail-on", "warning", *files), 1)

    def test_min_coverage(self):
        """A shard is not too small a part; the whole may be."""
        self.place("drivers/e.c", "#if 0\nint a = VM_IO;\n#endif\n")
        words = ("--min-coverage", "99", self.tree)
        self.assert_same(3, *words)
        files = self.run_shards(3, *words)
        for file in files:
            self.assertEqual(json.loads(file.read_text())["problems"], [])
        self.assert_run(self.merge(*files), 2, err="--min-coverage")
        self.assert_run(self.merge("--min-coverage", "1", *files), 1)
        self.assert_run(self.merge("--min-coverage", "0", *files), 1)

    def test_zero_coverage(self):
        """It allows for any number of errors, in the whole as in parts."""
        self.place("drivers/e.c", driver("e") + "int f(gone_t a)\n{\n"
                   + "\ta.vm_flags = VM_IO;\n" * 9 + "}\n")
        self.assert_run(self.merge(*self.run_shards(2, self.tree)), 2)
        words = ("--min-coverage", "0", self.tree)
        self.assert_same(2, *words)
        self.assert_run(self.merge(*self.run_shards(2, *words)), 1)

    def test_rules(self):
        self.assert_same(2, "--select", "struct_copy,direct_write", self.tree)
        self.assert_same(2, "--ignore", "struct_copy", self.tree)
        self.assert_same(2, "--no-suppressions", self.tree)
        self.assert_same(2, "--arch", "x86", self.tree)

    def test_baseline(self):
        base = self.folder / "baseline"
        self.check("--write-baseline", base, self.tree)
        base.write_text(re.sub(r"(?m)^mm/copy.c.*\n", "", base.read_text()) +
                        f"mm/gone.c struct_copy c {'0' * 32}\n")
        words = ("--baseline", base)
        self.assert_same(3, *words, *self.words)
        files = self.run_shards(3, *self.words)
        one = self.plain(self.check("--format", "json", *words, *self.words))
        self.assertEqual(self.plain(self.merge(*words, *files)), one)
        # The report of a shard has the baseline in it.
        files = self.run_shards(3, *words, *self.words)
        base.unlink()
        self.assertEqual(self.plain(self.merge(*files)), one)

    def test_write_baseline(self):
        one, two = self.folder / "one", self.folder / "two"
        self.check("--write-baseline", one, self.tree)
        files = self.run_shards(2, self.tree)
        run = self.merge("--write-baseline", two, *files)
        self.assert_run(run, 0, err="4 in the baseline")
        self.assertEqual(one.read_bytes(), two.read_bytes())
        run = self.check("--shard", "1/2", "--write-baseline", two, self.tree)
        self.assert_run(run, 2, err="--write-baseline goes with merge")

    def test_unreadable_baseline(self):
        self.assert_same(2, "--baseline", self.folder / "none", self.tree)


class Split(ShardTest):
    """Who has which file depends on the files alone."""

    def split(self, count, *words):
        return [self.check("--shard", f"{index}/{count}", "--dump", "files",
                           *words).out.splitlines()
                for index in range(1, count + 1)]

    def setUp(self):
        super().setUp()
        self.place_cases(2)
        self.all = self.check("--dump", "files", self.tree).out.splitlines()

    def test_each_file_once(self):
        for count in (1, 2, 3, 7):
            parts = self.split(count, self.tree)
            self.assertEqual(sorted(sum(parts, [])), sorted(self.all))
            sizes = [len(part) for part in parts]
            self.assertGreater(min(sizes), len(self.all) // count // 2, sizes)

    def test_no_memory(self):
        """Neither what a run took nor where the tree is counts."""
        first = self.split(3, self.tree)
        self.check(self.tree)
        self.assertEqual(self.split(3, "-j", "1", self.tree), first)
        moved = self.folder / "elsewhere"
        self.tree.rename(moved)
        shutil.rmtree(self.cache)
        self.assertEqual(self.split(3, moved), first)

    def test_other_place(self):
        """Shards of trees in different places fit together."""
        one = self.check("--format", "json", self.tree)
        files = self.run_shards(2, self.tree)
        first = files[0].read_bytes()
        moved = self.folder / "elsewhere"
        self.tree.rename(moved)
        self.run_shards(2, moved)
        files[0].write_bytes(first)
        self.assertEqual(self.plain(self.merge(*files)), self.plain(one))
        run = self.merge("--format", "text", *files)
        self.assertIn("the tree is not here", run.err)
        run = self.merge("--format", "text", "--tree", moved, *files)
        self.assertNotIn("not here", run.err)


class Refused(ShardTest):
    """What is not the reports of one run is not merged, and it is said why."""

    def setUp(self):
        super().setUp()
        for name in "abc":
            self.place(f"drivers/{name}.c", driver(name))
        self.files = self.run_shards(3, self.tree)

    def refused(self, words, *texts):
        run = self.merge(*words)
        self.assert_run(run, 2, out="")
        for text in texts:
            self.assertIn(str(text), run.err)

    def changed(self, change):
        """A copy of the second report with something else in it."""
        report = json.loads(self.files[1].read_text())
        change(report)
        other = self.folder / "other.json"
        other.write_text(json.dumps(report))
        return [self.files[0], other, self.files[2]]

    def test_missing(self):
        self.refused(self.files[:2], "3/3 is missing")
        self.refused(self.files[1:2], "1/3, 3/3 are missing")

    def test_twice(self):
        self.refused([*self.files, self.files[1]],
                     f"{self.files[1]}: is shard 2/3, as {self.files[1]} is")

    def test_none(self):
        self.refused([], "is told the reports of all shards")

    def test_other_count(self):
        other = self.run_shards(2, self.tree)[0]
        self.refused([*self.files, other],
                     f"{other}: is one of 2 shards, {self.files[0]} of 3")

    def test_other_tree(self):
        self.place("drivers/c.c", driver("c") + "\n")
        other = self.folder / "other.json"
        self.check("--shard", "3/3", "--format", f"json:{other}", self.tree)
        self.refused([*self.files[:2], other],
                     f"{other}: is of another tree than {self.files[0]}")

    def test_other_header(self):
        """A header without a flag may decide what others find."""
        self.place("include/linux/new.h", "\n")
        other = self.folder / "other.json"
        self.check("--shard", "3/3", "--format", f"json:{other}", self.tree)
        self.refused([*self.files[:2], other], "is of another tree")

    def test_other_paths(self):
        other = self.folder / "other.json"
        self.check("--shard", "3/3", "--format", f"json:{other}",
                   self.tree / "drivers")
        self.refused([*self.files[:2], other], f"{other}: ")

    def test_other_choice(self):
        for words, name in ((("--select", "struct_copy"), "select"),
                            (("--fail-on", "never"), "fail_on"),
                            (("--no-suppressions",), "no_suppressions"),
                            (("--arch", "x86"), "arch"),
                            (("--branches", "active"), "branches")):
            other = self.folder / "other.json"
            self.check("--shard", "2/3", "--format", f"json:{other}", *words,
                       self.tree)
            self.refused([self.files[0], other, self.files[2]],
                         f"{other}: was run with another choice of '{name}' "
                         f"than {self.files[0]}")

    def test_other_baseline(self):
        base, other = self.folder / "baseline", self.folder / "other.json"
        self.check("--write-baseline", base, self.tree)
        self.check("--shard", "2/3", "--format", f"json:{other}",
                   "--baseline", base, self.tree)
        self.refused([self.files[0], other, self.files[2]],
                     f"{other}: was run with another baseline")

    def test_other_version(self):
        self.refused(
            self.changed(lambda report: report["tool"].update(version="7.0")),
            "other.json: was written by vmalint 7.0, this is ")
        self.refused(
            self.changed(lambda report: report["tool"].update(libclang="7")),
            "other.json: was made with libclang 7, ")

    def test_whole_report(self):
        whole = self.folder / "whole.json"
        self.check("--format", f"json:{whole}", self.tree)
        self.refused([whole], f"{whole}: is the report of a whole run")

    def test_no_report(self):
        bad = self.folder / "bad.json"
        for text, words in (("", "bad.json:1: is no "),
                            ("{", "bad.json:1: is no JSON"),
                            ('{\n\n"a": 1}}', "bad.json:3: is no JSON"),
                            ('{"a": "\udcff"}', "bad.json:1: is no JSON"),
                            ('{"a": 1e999}', "bad.json:1: is no JSON"),
                            ('{"a": 1,\n"a": 1}',
                             "bad.json:2: is no JSON: duplicate object key"),
                            ("[" * 10 ** 6, "bad.json:1: is no JSON"),
                            ("7", "bad.json: is no report"),
                            ("[1]", "bad.json: is no report"),
                            ("{}", "bad.json: is no report"),
                            ("\0", "bad.json:1: is no JSON"),
                            ('{"schema":"vmalint/1","shard":7}',
                             "bad.json: shard: an object is wanted"),
                            ('{"schema":"vmalint/1","shard":{}}',
                             "bad.json: shard.index: is missing")):
            bad.write_text(text, errors="surrogateescape")
            with self.subTest(text[:80]):
                self.refused([self.files[0], bad, self.files[2]], words)
        self.refused([self.folder / "none"], "none: No such file")
        self.refused([self.folder], "is a directory")

    def test_cut_off(self):
        text = self.files[1].read_bytes()
        cut = self.folder / "cut.json"
        for length in range(0, len(text) - 2, len(text) // 40):
            cut.write_bytes(text[:length])
            self.refused([self.files[0], cut, self.files[2]],
                         "cut.json:", ": is no JSON")

    def test_impossible(self):
        def at(report, *keys):
            part = report["shard"]
            for key in keys:
                part = part[key]
            return part

        finding = ("report", "findings", 0)
        for change, words in (
                (lambda report: at(report).update(index=4), "no shard 4/3"),
                (lambda report: at(report).update(index=0), "no shard 0/3"),
                (lambda report: at(report).update(count=10 ** 9),
                 "no shard 2/1000000000"),
                (lambda report: at(report).update(index=-1),
                 "shard.index: the number is out of range"),
                (lambda report: at(report).update(more=1),
                 "shard: has a member too many"),
                (lambda report: at(report, *finding).update(severity=3),
                 "cannot be"),
                (lambda report: at(report, *finding, "at").update(line=0),
                 "cannot be"),
                (lambda report: at(report, *finding, "at").update(
                    path="../x"), "cannot be"),
                (lambda report: at(report, *finding).update(message=7),
                 "shard.report.findings[0].message: a text is wanted"),
                (lambda report: at(report, *finding).update(
                    message={"base64": "AAAA"}),
                 "shard.report.findings[0].message: a text has no NUL"),
                (lambda report: at(report, *finding).update(message="a\0b"),
                 "shard.report.findings[0].message: a text has no NUL"),
                (lambda report: at(report, *finding).pop("related"),
                 "shard.report.findings[0].related: is missing"),
                (lambda report: at(report, "report").update(lines=None),
                 "shard.report.lines: a list is wanted"),
                (lambda report: at(report, "baseline").update(is_read="no"),
                 "shard.baseline.is_read: true or false is wanted")):
            with self.subTest(words):
                self.refused(self.changed(change), "other.json: ", words)

    def test_no_utf8(self):
        """Bytes that JSON cannot have, in any text of a report."""
        run = self.merge(*self.changed(
            lambda report: report["shard"]["report"]["findings"][0].update(
                message={"base64": "YeliCg=="},
                confirmed_by={"base64": "c/8="})))
        self.assert_run(run, 1)
        self.assertIn(("a\ufffdb\n", ["s\ufffd"]), [
            (finding["message"], finding["confirmed_by"])
            for finding in json.loads(run.out)["findings"]])

    def test_words(self):
        for words, text in (
                (("--shard", "0/3"), "takes K/N"),
                (("--shard", "4/3"), "takes K/N"),
                (("--shard", "1"), "takes K/N"),
                (("--shard", "1/2/3"), "takes K/N"),
                (("--shard", "1/5000"), "takes K/N"),
                (("--shard", "1/2", "--patch", "-"), "not for a change")):
            run = self.check(*words, self.tree)
            self.assert_run(run, 2, out="", err=text)
        run = self.merge("--select", "struct_copy", *self.files)
        self.assert_run(run, 2, out="", err="unknown option '--select'")


if __name__ == "__main__":
    main()
