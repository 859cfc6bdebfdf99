# SPDX-License-Identifier: GPL-2.0-only
"""Every format, read by another program; they all tell the same."""
import json
import os
import re
import time
from pathlib import Path
from urllib.parse import unquote

from golden import HARD, HARD_NAME, SOURCE, HEADER
from harness import readers
from scratch import FORMATS, ProgramTest, can_drop, driver, drop_privileges, \
    jsonschema, main

SARIF_SCHEMA = Path(__file__).with_name("sarif-2.1.0.schema.json")
# GitHub's limits.
RESULTS, ANNOTATIONS, SUMMARY_BYTES = 25000, 10, 1 << 20
SECONDS = 180
# What no line of a log may hold: commands of GitHub's runner.
OLD_COMMAND, COMMAND = "##[", re.compile(r"(?m)^\s*::")


def with_ci(**variables):
    return {**os.environ, **variables}


class Formats(ProgramTest):
    def place_hard(self):
        self.place("drivers/frame/frame.h", HEADER)
        self.place("drivers/frame/frame.c", SOURCE)
        self.place(HARD_NAME, HARD)
        # Bytes that are no UTF-8, a lone CR, a line of blanks, no last LF.
        self.place("drivers/old/latin.c", b"#include <linux/mm.h>\r\n \t \r"
                   b"/* Gr\xfc\xdfe \xe2\x82 \xf0\x9f */\n"
                   b"void latin(struct vm_area_struct *v)\n"
                   b"{ /* \xfc\xdf */ v->vm_flags = 1; }")

    def write_all(self, *words, forms=FORMATS, **keywords):
        """Runs once; the file of each format, and the run."""
        files = {form: self.folder / f"out.{form}" for form in forms}
        outputs = [word for form, file in files.items()
                   for word in ("--format", f"{form}:{file}")]
        return files, self.check(*outputs, *words, **keywords)

    def sarif(self, *words, **keywords):
        files, run = self.write_all(*words, forms=["sarif"], **keywords)
        text = files["sarif"].read_text(encoding="utf-8")
        log = json.loads(text)
        if jsonschema:
            jsonschema.validate(log, json.loads(SARIF_SCHEMA.read_text()))
        return log["runs"][0], run


class All(Formats):
    def test_counts_agree(self):
        self.place_hard()
        files, run = self.write_all("--select", "all", self.tree / "drivers")
        self.assert_run(run, 1, out="")
        counts = {form: readers.counts_of(form, file)
                  for form, file in files.items()}
        self.assertGreater(sum(counts["json"].values()), 10)
        for form in FORMATS:
            self.assertEqual(counts[form], counts["json"], form)

    def test_exit_codes(self):
        """What is written has no say in how the run ends."""
        self.place("drivers/a.c", driver())
        for form in FORMATS:
            for words, status in (((), 1), (("--fail-on", "never"), 0),
                                  (("--select", "struct_copy"), 0),
                                  (("--min-coverage", "0"), 1)):
                run = self.check("--format", form, *words,
                                 self.tree / "drivers")
                self.assertEqual(run.status, status, f"{form} {words}: {run}")

    def test_full_disk(self):
        self.place("drivers/a.c", driver())
        for form in FORMATS:
            with open("/dev/full", "wb") as full:
                run = self.check("--format", form, self.tree / "drivers",
                                 stdout=full)
            self.assert_run(run, 2, err="standard output: cannot be written: "
                                        "No space left on device")

    def test_no_permission(self):
        if not can_drop(self.vmalint, self.folder):
            self.skipTest("the program cannot be run without privileges")
        self.place("drivers/a.c", driver())
        closed = self.folder / "closed"
        closed.mkdir(mode=0o555)
        self.cache.mkdir()
        self.cache.chmod(0o777)
        for form in FORMATS:
            run = self.run_program(
                "check", "--cache-dir", self.cache, "--format",
                f"{form}:{closed}/out.{form}", self.tree / "drivers",
                preexec_fn=drop_privileges)
            self.assert_run(run, 2, out="",
                            err=f"{closed}/out.{form} cannot be written: "
                                "Permission denied")
        self.assertEqual(list(closed.iterdir()), [])

    def test_nothing_becomes_a_command(self):
        """In a log of GitHub, whichever format goes there."""
        self.place_hard()
        for form in FORMATS:
            run = self.check("--format", form, self.tree / "drivers",
                             env=with_ci(GITHUB_ACTIONS="true"))
            lines = (run.out + run.err).splitlines()
            ours = [line for line in lines if COMMAND.match(line)]
            for line in set(lines) - set(ours):
                self.assertNotIn(OLD_COMMAND, line, form)
            self.assertEqual(
                len(ours), len(readers.github_commands(run.out)), form)
            self.assertEqual(bool(ours), form == "github", form)

    def test_many(self):
        """100,000 findings: nothing is lost without a word."""
        write = "\tvma->vm_flags |= VM_IO;\n" * 50
        for number in range(100):
            text = "".join(
                f"void f{number}_{i}(struct vm_area_struct *vma)\n"
                f"{{\n{write}}}\n" for i in range(20))
            self.place(f"drivers/d{number % 20}/m{number}.c",
                       f"#include <linux/mm.h>\n{text}")
        started = time.monotonic()
        summary = self.folder / "summary.md"
        files, run = self.write_all(
            "--select", "direct_write", self.tree / "drivers",
            env=with_ci(GITHUB_STEP_SUMMARY=str(summary)))
        self.assert_run(run, 1, err="100000 errors")
        # Eight seconds on a quiet machine; sanitizers take their time.
        self.assertLess(time.monotonic() - started, SECONDS)
        for form, file in files.items():
            self.assertLess(file.stat().st_size, 64 << 20, form)
            expected = {"sarif": RESULTS, "html": 20000}.get(form, 100000)
            self.assertEqual(readers.counts_of(form, file)["error"],
                             expected, form)
        self.assertIn("75000 findings", files["sarif"].read_text())
        self.assertIn("80000 more findings", files["html"].read_text())
        self.assertIn("10 shown here, 99990 more",
                      files["github"].read_text())
        self.assertLess(summary.stat().st_size, SUMMARY_BYTES)
        self.assertRegex(summary.read_text(), r"\d+ more findings do not fit")


class Sarif(Formats):
    def source_of(self, location, prefix=""):
        """The path and the bytes that a location speaks of."""
        path = unquote(location["artifactLocation"]["uri"])
        self.assertTrue(path.startswith(prefix), path)
        return (self.tree / path[len(prefix):]).read_bytes()

    def test_columns(self):
        """Each region holds the code that the message begins with."""
        self.place_hard()
        run, _ = self.sarif(self.tree / "drivers")
        kinds = 0
        for result in run["results"]:
            location = result["locations"][0]["physicalLocation"]
            region = location["region"]
            lines = re.split(r"\r\n|\r|\n", self.source_of(location).decode(
                "utf-8", "replace"))
            line = lines[region["startLine"] - 1]
            self.assertLessEqual(region["endColumn"], len(line) + 1)
            code = line[region["startColumn"] - 1:region["endColumn"] - 1]
            self.assertRegex(code, r"^(v|vma)->vm_flags|^\*to = |^HIDE\(|"
                             r"^frame_lock\(")
            self.assertNotIn(";", code)
            self.assertEqual(region["startLine"], region["endLine"])
            kinds += not line.isascii()
        self.assertGreaterEqual(kinds, 3)

    def test_line_hashes(self):
        self.place_hard()
        run, _ = self.sarif(self.tree / "drivers")
        for result in run["results"]:
            location = result["locations"][0]["physicalLocation"]
            expected = readers.line_hashes(self.source_of(location))
            self.assertEqual(
                result["partialFingerprints"]["primaryLocationLineHash"],
                expected[location["region"]["startLine"] - 1])

    def test_fixes_apply(self):
        """Replacing the region gives what the edit of the JSON gives."""
        self.place("drivers/a.c", "/* ü */\n" + driver().replace(
            "\tvma", "/* ß€ */ vma"))
        run, _ = self.sarif(self.tree / "drivers")
        change = run["results"][0]["fixes"][0]["artifactChanges"][0]
        replacement = change["replacements"][0]
        region = replacement["deletedRegion"]
        lines = self.source_of(change).decode().split("\n")
        line = lines[region["startLine"] - 1]
        self.assertEqual(region["startLine"], region["endLine"])
        fixed = line[:region["startColumn"] - 1] + \
            replacement["insertedContent"]["text"] + \
            line[region["endColumn"] - 1:]
        self.assertEqual(fixed, "/* ß€ */ vm_flags_set(vma, VM_IO);")

    def test_rules(self):
        run, _ = self.sarif(self.tree)
        rules = run["tool"]["driver"]["rules"]
        listed = self.run_program("rules").out.splitlines()
        self.assertEqual([rule["id"] for rule in rules],
                         [line.split()[0] for line in listed if "  " in line])
        for rule in rules:
            self.assertNotRegex(rule["help"]["markdown"], r"\]\([^)]*\.md\)")

    def test_nothing(self):
        run, done = self.sarif(self.tree)
        self.assert_run(done, 0)
        self.assertEqual(run["results"], [])
        self.assertTrue(run["invocations"][0]["executionSuccessful"])

    def test_incomplete(self):
        self.place_hard()
        run, done = self.sarif("--min-coverage", "100",
                               self.tree / "drivers")
        self.assert_run(done, 2)
        notes = run["invocations"][0]["toolExecutionNotifications"]
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        self.assertIn("error", [note["level"] for note in notes])
        unseen = [note["locations"][0]["physicalLocation"]["region"]
                  ["startLine"] for note in notes
                  if note["descriptor"]["id"] == "unseen"]
        self.assertEqual(unseen, [16])

    def test_category(self):
        """A job for each architecture must not close others' alerts."""
        for words, category in (((), "vmalint/"),
                                (("--arch", "x86"), "vmalint/x86/")):
            run, _ = self.sarif(*words, self.tree)
            self.assertEqual(run["automationDetails"]["id"], category)

    def test_place_in_repository(self):
        self.place("drivers/a.c", driver())
        run, _ = self.sarif(self.tree / "drivers",
                            env=with_ci(GITHUB_WORKSPACE=str(self.folder)))
        location = run["results"][0]["locations"][0]["physicalLocation"]
        self.assertEqual(location["artifactLocation"]["uri"],
                         "tree/drivers/a.c")
        self.assertIn(b"vm_flags", self.source_of(location, "tree/"))


class GitHub(Formats):
    def commands(self, *words, **keywords):
        run = self.check("--format", "github", *words, self.tree / "drivers",
                         **keywords)
        return readers.github_commands(run.out), run

    def test_places(self):
        self.place_hard()
        self.place("drivers/old/c\r%0D.c", driver())
        commands, _ = self.commands()
        paths = {properties["file"] for _, properties, _ in commands}
        self.assertIn(HARD_NAME, paths)
        self.assertIn("drivers/old/c\r%0D.c", paths)
        for _, properties, message in commands:
            self.assertEqual(properties["line"], properties["endLine"])
            self.assertLessEqual(int(properties["col"]),
                                 int(properties["endColumn"]))
            self.assertIn(f":{properties['line']}: ", message)
            self.assertNotIn("", properties.values())

    def test_limit(self):
        """The gravest first, ten of a kind, and the rest is counted."""
        for number in range(14):
            self.place(f"drivers/{number:02}.c", driver(f"f{number}") +
                       "void c(struct vm_area_struct *a, "
                       "struct vm_area_struct *b) { *a = *b; }\n")
        commands, run = self.commands()
        kinds = [kind for kind, _, _ in commands]
        self.assertEqual(kinds, ["error"] * ANNOTATIONS +
                         ["warning"] * ANNOTATIONS)
        self.assertEqual(run.out.splitlines()[-1],
                         "vmalint: 14 errors, 14 warnings, 0 notes; "
                         "20 shown here, 8 more in the other formats")

    def test_same_line(self):
        self.place("drivers/a.c", driver().replace(
            "VM_IO;", "VM_IO; vma->vm_flags |= VM_IO;"))
        commands, run = self.commands()
        self.assertEqual(len(commands), 1)
        self.assertIn("(2 times in this line)", commands[0][2])
        self.assertTrue(run.out.endswith("vmalint: 2 errors, 0 warnings, "
                                         "0 notes\n"))

    def test_long_message(self):
        names = " | ".join(["VM_IO"] * 2000)
        self.place("drivers/a.c", driver().replace("VM_IO", names))
        for _, _, message in self.commands()[0]:
            self.assertLess(len(message), 4096)

    def test_incomplete(self):
        self.place("drivers/frame/frame.h", HEADER)
        self.place("drivers/frame/frame.c", SOURCE)
        commands, run = self.commands("--min-coverage", "100")
        self.assert_run(run, 2)
        self.assertEqual(commands[0][1]["title"], "vmalint: incomplete run")
        self.assertIn("--min-coverage", commands[0][2])

    def summary(self, before="", status=1):
        file = self.folder / "summary.md"
        file.write_text(before, encoding="utf-8")
        _, run = self.commands(env=with_ci(GITHUB_STEP_SUMMARY=str(file)))
        self.assertEqual(run.status, status, str(run))
        return file.read_text(encoding="utf-8")

    def test_summary(self):
        self.place("drivers/a.c", driver())
        text = self.summary("# before\n")
        self.assertTrue(text.startswith("# before\n## vmalint: 1 error, "))
        self.assertIn("| drivers/a.c\\:5 | error | direct\\_write | ", text)

    def test_summary_with_no_room(self):
        """GitHub refuses a summary of more than 1 MiB as a whole."""
        self.place_hard()
        for size in (997_000, 999_900, SUMMARY_BYTES):
            text = self.summary("x" * size)
            self.assertLessEqual(len(text.encode()), max(size, 1_000_000))
            self.assertEqual(len(text) == size, size > 999_000)

    def test_full_summary_is_said(self):
        self.place("drivers/a.c", driver())
        file = self.folder / "summary.md"
        file.write_text("x" * SUMMARY_BYTES, encoding="utf-8")
        _, run = self.commands(env=with_ci(GITHUB_STEP_SUMMARY=str(file)))
        self.assert_run(run, 1, err="summary.md: is full: ")

    def test_summary_cannot_be_written(self):
        self.place("drivers/a.c", driver())
        for name in ("/dev/full", str(self.folder), "/nowhere/summary.md"):
            commands, run = self.commands(
                env=with_ci(GITHUB_STEP_SUMMARY=name))
            self.assert_run(run, 2, err=f"{name}: cannot be written: ")
            self.assertEqual(len(commands), 1)

    def test_no_summary_for_others(self):
        self.place("drivers/a.c", driver())
        file = self.folder / "summary.md"
        self.check("--format", "sarif", self.tree / "drivers",
                   env=with_ci(GITHUB_STEP_SUMMARY=str(file)))
        self.assertFalse(file.exists())

    def test_place_in_repository(self):
        self.place("drivers/a.c", driver())
        commands, _ = self.commands(
            env=with_ci(GITHUB_WORKSPACE=str(self.folder)))
        self.assertEqual(commands[0][1]["file"], "tree/drivers/a.c")


class Others(Formats):
    def test_gitlab(self):
        self.place_hard()
        run = self.check("--format", "gitlab", self.tree / "drivers",
                         env=with_ci(CI_PROJECT_DIR=str(self.folder)))
        entries = json.loads(run.out)
        self.assertEqual(len({entry["fingerprint"] for entry in entries}),
                         len(entries))
        for entry in entries:
            self.assertEqual(set(entry), {"description", "check_name",
                                          "fingerprint", "severity",
                                          "location"})
            self.assertIn(f"[{entry['check_name']}]", entry["description"])
            path = entry["location"]["path"]
            self.assertTrue((self.folder / path).exists(), path)
            self.assertGreater(entry["location"]["lines"]["begin"], 0)

    def test_rdjsonl(self):
        """Columns are bytes, ends are exclusive, suggestions fit."""
        self.place_hard()
        run = self.check("--format", "rdjsonl", self.tree / "drivers")
        suggestions = 0
        for entry in map(json.loads, run.out.splitlines()):
            start = entry["location"]["range"]["start"]
            lines = re.split(rb"\r\n|\r|\n", (
                self.tree / entry["location"]["path"]).read_bytes())
            code = lines[start["line"] - 1][start["column"] - 1:]
            self.assertRegex(code, rb"^(v|vma)->vm_flags|^\*to|^HIDE|"
                             rb"^frame_lock")
            for suggestion in entry.get("suggestions", ()):
                suggestions += 1
                self.assertEqual(suggestion["range"],
                                 entry["location"]["range"])
        self.assertGreater(suggestions, 1)

    def test_junit_clean(self):
        """A run without tests would look like one that went wrong."""
        run = self.check("--format", "junit", self.tree)
        self.assert_run(run, 0)
        self.assertIn('failures="0" errors="0"', run.out)
        self.assertIn("<testcase ", run.out)

    def test_junit_incomplete(self):
        self.place_hard()
        files, run = self.write_all("--min-coverage", "100",
                                    self.tree / "drivers", forms=["junit"])
        self.assert_run(run, 2)
        count = readers.read_by("xmllint", "--xpath", "count(//error)",
                                str(files["junit"]))
        self.assertEqual(int(count), 1)

    def test_paths_survive_xml(self):
        self.place_hard()
        files, _ = self.write_all(self.tree / "drivers",
                                  forms=["checkstyle", "junit"])
        for form, query in (("checkstyle", "//file/@name"),
                            ("junit", "//testsuite/@name")):
            names = readers.read_by(
                "xmllint", "--xpath", f"string(({query})[contains(., '%25')])",
                str(files[form]))
            self.assertEqual(names[:-1], HARD_NAME, form)


if __name__ == "__main__":
    main()
