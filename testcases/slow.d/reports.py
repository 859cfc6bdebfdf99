# SPDX-License-Identifier: GPL-2.0-only
"""All formats over the findings of a whole tree, each read by another program.

The official schema of SARIF comes out of an npm package, when npm can be had;
nothing of it is kept.
"""
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from urllib.parse import unquote

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "testcases"))

import jsonschema  # noqa: E402

from harness import browser, readers  # noqa: E402

FORMATS = tuple(readers.COUNTS)
SUBSET = TOP / "testcases/program/sarif-2.1.0.schema.json"
SCHEMA_PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
SCHEMA_MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"


def outputs(folder, name):
    """The words of the command line that write all of them."""
    return [word for form in FORMATS
            for word in ("--format", f"{form}:{path_of(folder, name, form)}")]


def path_of(folder, name, form):
    return folder / f"{name}.{form}"


def official_schema(folder):
    """The schema, or None where npm or the network is missing."""
    try:
        subprocess.run(["npm", "pack", "--silent", "--ignore-scripts",
                        SCHEMA_PACKAGE], cwd=folder, check=True, timeout=120,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return None
    package = next(folder.glob("microsoft-jest-sarif-*.tgz"))
    with tarfile.open(package) as archive:
        return json.load(archive.extractfile(SCHEMA_MEMBER))


def schema_faults(log, schema):
    kind = jsonschema.validators.validator_for(schema)
    return [f"sarif: {error.message[:200]}"
            for error in kind(schema).iter_errors(log)]


def hash_faults(log, tree):
    """Lines that GitHub would know by another hash."""
    faults, hashes = [], {}
    for result in log["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        path = unquote(place["artifactLocation"]["uri"])
        if path not in hashes:
            hashes[path] = readers.line_hashes((tree / path).read_bytes())
        line = place["region"]["startLine"]
        ours = result["partialFingerprints"]["primaryLocationLineHash"]
        if hashes[path][line - 1] != ours:
            faults.append(f"sarif: another hash at {path}:{line}")
    return faults


def page_faults(path, folder):
    faults = []
    with browser.Browser(folder / "profile") as chromium:
        for name, width, dark in (("light", 1200, False),
                                  ("dark", 1200, True), ("phone", 390, False)):
            page = chromium.open(path, width, dark=dark)
            faults += [f"html: {text}" for text in page.complaints()]
            if page.value("document.documentElement.scrollWidth") > width:
                faults.append(f"html: wider than {width}")
            page.picture(path.with_suffix(f".{name}.png"))
    return faults


def faults_of(folder, name, tree):
    """What is wrong with the reports; and what was done, in a few words."""
    counts = {form: readers.counts_of(form, path_of(folder, name, form))
              for form in FORMATS}
    faults = [f"{form}: {dict(counts[form])}, json: {dict(counts['json'])}"
              for form in FORMATS if counts[form] != counts["json"]]
    log = json.loads(path_of(folder, name, "sarif").read_text())
    faults += schema_faults(log, json.loads(SUBSET.read_text()))
    official = official_schema(folder)
    if official:
        faults += schema_faults(log, official)
    faults += hash_faults(log, tree)
    faults += page_faults(path_of(folder, name, "html"), folder)
    done = f"{len(FORMATS)} formats, {sum(counts['json'].values())} findings" \
        f", official schema of SARIF {'met' if official else 'not at hand'}"
    return faults, done
