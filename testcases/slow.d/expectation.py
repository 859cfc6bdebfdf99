# SPDX-License-Identifier: GPL-2.0-only
"""What is expected of each tree: sorted lines of `path:line:rule`."""
from pathlib import Path

FOLDER = Path(__file__).parent


def _file(name):
    return FOLDER / f"{name}.expected"


def names():
    """The trees that something is expected of, sorted."""
    return sorted(path.name.removesuffix(".expected") for path in FOLDER.glob("*.expected"))


def _lines_of(report):
    return sorted({f"{finding['path']}:{finding['line']}:{finding['rule']}"
                   for finding in report["findings"]})


def update(name, report):
    """Makes the report the expectation."""
    header = f"# {name}, version {report['tree']['version']}"
    _file(name).write_text("\n".join([header, *_lines_of(report)]) + "\n")


def differences(name, report):
    """What is new (+) and what is gone (-), in lines to print."""
    if not _file(name).exists():
        return [f"no {_file(name).name}; testcases/slow --update makes it"]
    header, *expected = _file(name).read_text().splitlines()
    found = _lines_of(report)
    lines = [f"- {line}" for line in expected if line not in found]
    lines += [f"+ {line}" for line in found if line not in expected]
    version = report["tree"]["version"]
    if lines and not header.endswith(f" {version}"):
        lines.insert(0, f"lines may have moved: this is version {version}, "
                     f"expected is '{header[2:]}'")
    return lines
