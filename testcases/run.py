#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Runs the cases: the real program over stand-in kernel trees, strictly.

For each API a tree is laid out of testcases/include/ and the cases of
testcases/rules/; `vmalint check` runs over it once, and every finding must be
expected and every expectation met. See testcases/README.md.

Exit code: 0 all as expected, 1 something differs, 2 the runner was misused.
"""
import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.dont_write_bytecode = True
sys.path.insert(0, str(TOP / "testcases"))

from harness import case_file, doc_block, program  # noqa: E402
from harness import stand_in, verdict  # noqa: E402

HEADERS = TOP / "testcases/include"
# Files of the sample tree in which nothing is wrong.
SAMPLE_CLEAN = {"drivers/video/frame.c", "fs/region.c", "mm/debug.c"}


def page_paths(rules_dir):
    """The pages of rules; the others are in capitals."""
    return sorted(path for path in rules_dir.glob("*.md")
                  if path.stem.islower())


def case_path(case):
    return f"{case.folder or 'drivers/' + case.rule}/{case.path.name}"


def rule_names():
    return {path.stem for path in page_paths(TOP / "rules")}


def lay_out_cases(cases, api, tree):
    stand_in.lay_out(HEADERS, api, tree)
    for case in cases:
        stand_in.place(tree, case_path(case), case.path.read_text())


def tree_faults(report, api):
    """Is the tree taken for what it is?"""
    name, level = case_file.SHAPES[api]
    tree = report["tree"]
    if (tree["api"], tree["level"]) == (name, level):
        return []
    return [f"tree taken for {tree['api']} {tree['level']}, is {name} {level}"]


def problem_faults(report, announced):
    """Problems, but those that an announced error explains."""
    return [f"{problem['path']}:{problem['line']}: problem in "
            f"{problem['stage']}: {problem['text']}"
            for problem in report["problems"]
            if problem["path"] not in announced]


def error_faults(report, announced):
    count = report["summary"]["files"]["analysed_with_errors"]
    if count == len(announced):
        return []
    return [f"{count} files with compile errors, {len(announced)} announced"]


def check_report(status, report, api, announced):
    """All that is wrong before a single finding is looked at."""
    return (program.self_contradictions(status, report) +
            tree_faults(report, api) + problem_faults(report, announced) +
            error_faults(report, announced))


def note_paths(vmalint, rule_of):
    """Of the paths with a rule each, those of rules of severity note."""
    notes = program.note_rules(vmalint)
    return {path for path, rule in rule_of.items() if rule in notes}


def without_notes(findings, paths):
    """Notes count in files of their own only: they are opinions."""
    return [finding for finding in findings
            if finding["severity"] != "note" or finding["path"] in paths]


def judge_cases(cases, api, findings):
    expected = [((case_path(case), mark.line), mark)
                for case in cases for mark in case.marks_for(api)]
    reported = [((finding["path"], finding["line"]), finding)
                for finding in findings]
    return verdict.judge(expected, reported)


def show_report(report, tree):
    for finding in report["findings"]:
        print("  {path}:{line}:{column}: {severity}: {message} [{rule}]"
              .format(**finding))
    for line in report["unseen"]:
        print("  unseen {path}:{line}: {reason}".format(**line))
    print(f"  tree: {tree}")


def lay_out_own(files, api, tree):
    """One case in a tree of its own; the first line of each of its files."""
    stand_in.lay_out(HEADERS, api, tree)
    starts = {}
    for case in files:
        path = case.place or case_path(case)
        target = tree / path
        before = target.read_text() if target.exists() else ""
        starts[case.path] = (path, before.count("\n"))
        stand_in.place(tree, path, before + case.path.read_text())
    return starts


def run_own_tree(arguments, name, files, api):
    """The differences of a case that sets files of a tree against each
    other, by the rules that do so: the rules of such cases."""
    tree = arguments.work / f"{api}-{name}"
    starts = lay_out_own(files, api, tree)
    rules = sorted({mark.rule for case in files for mark in case.marks} |
                   {case.rule for case in files})
    _, report = program.run(arguments.vmalint, tree,
                            arguments.work / f"{api}-{name}.cache", rules)
    if arguments.verbose:
        show_report(report, tree)
    expected = [((starts[case.path][0], mark.line + starts[case.path][1]),
                 mark) for case in files for mark in case.marks_for(api)]
    reported = [((finding["path"], finding["line"]), finding)
                for finding in report["findings"]]
    return [f"{name}: {text}" for text in verdict.judge(expected, reported)]


def run_own_trees(arguments, groups, api):
    found = []
    for name, files in groups.items():
        if api in files[0].apis:
            found += run_own_tree(arguments, name, files, api)
    return found


def without_own(cases, groups):
    """Cases that share a tree."""
    own = {case.path for files in groups.values() for case in files}
    return [case for case in cases if case.path not in own]


def run_api(arguments, cases, api):
    """The differences of one API."""
    groups = case_file.own_trees(cases)
    apart = run_own_trees(arguments, groups, api)
    cases = [case for case in without_own(cases, groups) if api in case.apis]
    tree = arguments.work / api
    lay_out_cases(cases, api, tree)
    status, report = program.run(arguments.vmalint, tree,
                                 arguments.work / f"{api}.cache")
    if arguments.verbose:
        show_report(report, tree)
    announced = {case_path(case) for case in cases if api in case.error_apis}
    of_notes = note_paths(arguments.vmalint,
                          {case_path(case): case.rule for case in cases})
    found = check_report(status, report, api, announced)
    found += judge_cases(cases, api,
                         without_notes(report["findings"], of_notes))
    found += apart
    expected = sum(mark.kind == "EXPECT" for case in cases
                   for mark in case.marks_for(api))
    print(f"{api}: {len(cases)} files, {expected} expected findings, "
          f"{len(groups)} trees of their own, {len(found)} differences")
    return [f"{api}: {text}" for text in found]


def judge_block(block, findings):
    """The differences of one example of a rule's page."""
    rules = sorted({finding["rule"] for finding in findings
                    if finding["path"] == block.path})
    wanted = [block.rule] if block.kind == "bad" else []
    if rules == wanted:
        return []
    return [f"rules/{block.rule}.md: the {block.kind} example yields "
            f"{', '.join(rules) or 'nothing'}"]


def run_own_block(arguments, block):
    """The differences of an example that is a part of a tree's own file."""
    tree = arguments.work / f"docs-{block.rule}-{block.kind}"
    stand_in.lay_out(HEADERS, block.api, tree)
    target = tree / block.place
    before = target.read_text() if target.exists() else ""
    stand_in.place(tree, block.place, before + block.text)
    _, report = program.run(arguments.vmalint, tree,
                            arguments.work / "docs.cache", [block.rule])
    if arguments.verbose:
        show_report(report, tree)
    return judge_block(block, report["findings"])


def run_docs(arguments):
    """The differences of the examples in the pages of the rules."""
    blocks, found = [], []
    for path in page_paths(arguments.pages):
        page_blocks, faults = doc_block.read_page(path)
        blocks += page_blocks
        found += faults
    for block in blocks:
        if block.place:
            found += run_own_block(arguments, block)
    for api in sorted({block.api for block in blocks}):
        mine = [block for block in blocks
                if block.api == api and not block.place]
        tree = arguments.work / f"docs-{api}"
        stand_in.lay_out(HEADERS, api, tree)
        for block in mine:
            stand_in.place(tree, block.path, block.text)
        status, report = program.run(arguments.vmalint, tree,
                                     arguments.work / "docs.cache")
        if arguments.verbose:
            show_report(report, tree)
        found += check_report(status, report, api, set())
        findings = without_notes(
            report["findings"],
            note_paths(arguments.vmalint,
                       {block.path: block.rule for block in mine}))
        for block in mine:
            found += judge_block(block, findings)
    print(f"docs: {len(blocks)} examples, {len(found)} differences")
    return found


def sample_rules(arguments):
    """The rules with something to say of a const tree: see their examples."""
    notes = program.note_rules(arguments.vmalint)
    blocks = [block for path in page_paths(arguments.pages)
              for block in doc_block.read_page(path)[0]]
    return {block.rule for block in blocks
            if block.kind == "bad" and block.api == "const"} - set(notes)


def run_sample(arguments):
    """The sample tree shows every rule, and nothing in it goes wrong."""
    tree = TOP / "testcases/sample"
    status, report = program.run(arguments.vmalint, tree,
                                 arguments.work / "sample.cache")
    if arguments.verbose:
        show_report(report, tree)
    found = check_report(status, report, "const", set())
    shown = {finding["rule"] for finding in report["findings"]}
    found += [f"sample: no finding of {rule}"
              for rule in sorted(sample_rules(arguments) - shown)]
    found += [f"sample: {finding['rule']} in {finding['path']}"
              for finding in report["findings"]
              if finding["path"] in SAMPLE_CLEAN]
    print(f"sample: {len(report['findings'])} findings, "
          f"{len(found)} differences")
    return found


def has_errors(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode != 0, done.stderr


def run_syntax(arguments, cases, api):
    """Do exactly the announced files fail to compile?"""
    cases = [case for case in without_own(cases, case_file.own_trees(cases))
             if api in case.apis]
    tree = arguments.work / f"syntax-{api}"
    lay_out_cases(cases, api, tree)
    sources = [case for case in cases if case.path.suffix == ".c"]
    commands = [stand_in.syntax_command(arguments.syntax, tree,
                                        case_path(case)) for case in sources]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(has_errors, commands))
    found = []
    for case, (fails, text) in zip(sources, results):
        announced = api in case.error_apis + case.rejected_apis
        if fails and not announced:
            found.append(f"{api}: {case.name}: does not compile\n{text}")
        elif announced and not fails:
            found.append(f"{api}: {case.name}: compiles, errors announced")
    print(f"{api}: {len(sources)} files compiled, {len(found)} differences")
    return found


def run_all(arguments):
    if arguments.docs:
        return run_docs(arguments)
    if arguments.sample:
        return run_sample(arguments)
    cases = [case for case in case_file.read_cases(arguments.cases,
                                                   rule_names())
             if arguments.rule in (None, case.rule)]
    if not cases:
        raise case_file.CaseError("no case was chosen")
    step = run_syntax if arguments.syntax else run_api
    found = []
    for api in arguments.api or case_file.APIS:
        found += step(arguments, cases, api)
    return found


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vmalint", type=Path, metavar="PATH",
                        default=TOP / "build/checker/vmalint",
                        help="the program; default: build/checker/vmalint")
    parser.add_argument("--api", action="append", choices=case_file.APIS,
                        help="only this API; repeatable")
    parser.add_argument("--rule", help="only the cases of this rule")
    parser.add_argument("--docs", action="store_true",
                        help="check the examples of rules/*.md instead")
    parser.add_argument("--sample", action="store_true",
                        help="check testcases/sample instead")
    parser.add_argument("--syntax", metavar="CLANG",
                        help="compile the cases with this clang instead")
    parser.add_argument("--work", type=Path, default=TOP / "build/cases",
                        help="where the trees are laid out")
    parser.add_argument("--cases", type=Path, default=TOP / "testcases/rules",
                        help="another folder of cases")
    parser.add_argument("--pages", type=Path, default=TOP / "rules",
                        help="another folder of rule pages, for --docs")
    parser.add_argument("--verbose", action="store_true",
                        help="show all findings, and where the trees are")
    arguments = parser.parse_args()
    arguments.work = arguments.work.resolve()
    arguments.vmalint = arguments.vmalint.resolve()
    return arguments


def main():
    arguments = parse_arguments()
    try:
        found = run_all(arguments)
    except (case_file.CaseError, program.ProgramError) as error:
        found = [str(error)]
    for text in found:
        print(f"FAIL {text}")
    print(f"{len(found)} differences" if found else "all as expected")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
