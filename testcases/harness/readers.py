# SPDX-License-Identifier: GPL-2.0-only
"""Readers of the program's outputs that share no word with it.

counts_of() asks each format how many findings it holds; the JSON family is
read by jq, the XML family and the page by xmllint.
"""
import re
import subprocess
from collections import Counter

COMMAND = re.compile(r"::(error|warning|notice) (.*?)::(.*)")
SEVERITIES = ("error", "warning", "note")


def read_by(program, *words, text=None):
    """What a program has to say; it must be content."""
    done = subprocess.run([program, *words], input=text, check=False,
                          capture_output=True, text=True)
    if done.returncode:
        raise ValueError(f"{program}: {done.stderr[:2000]}")
    return done.stdout


def jq_counts(query, names):
    def count(path):
        found = read_by("jq", "-r", query, str(path)).split()
        return Counter(names.get(word, word) for word in found)
    return count


def xml_counts(element, attribute, names):
    def count(path):
        return Counter({
            name: int(float(read_by(
                "xmllint", "--nonet", "--huge", "--xpath",
                f'count(//{element}[@{attribute}="{word}"])', str(path))))
            for word, name in names.items()})
    return count


def text_counts(path):
    """Only the line of a finding ends with its rule."""
    return Counter(re.findall(
        r"(?m)^\S.*?:\d+:\d+: (error|warning|note): .* \[[a-z_]+\]$",
        path.read_text(encoding="utf-8")))


def html_counts(path):
    return Counter({
        name: int(float(read_by(
            "xmllint", "--html", "--nonet", "--recover", "--huge", "--xpath",
            f'count(//article[@data-severity="{name}"])', str(path))))
        for name in SEVERITIES})


def github_counts(path):
    """The last line counts what the runner would lose."""
    last = path.read_text(encoding="utf-8").splitlines()[-1]
    numbers = re.match(r"vmalint: (\d+) errors?, (\d+) warnings?, (\d+) notes?",
                       last)
    return Counter(dict(zip(SEVERITIES, map(int, numbers.groups()))))


def table_counts(path):
    """The last row but those of maintainers sums up."""
    row = re.findall(r"(?m)^all +all +(\d+) +(\d+) +(\d+)$",
                     path.read_text(encoding="utf-8"))[-1]
    return Counter(dict(zip(SEVERITIES, map(int, row))))


ITSELF = {name: name for name in SEVERITIES}
COUNTS = {
    "text": text_counts,
    "json": jq_counts(".findings[].severity", {}),
    "sarif": jq_counts(".runs[].results[].level", {}),
    "github": github_counts,
    "gitlab": jq_counts(".[].severity", {
        "major": "error", "minor": "warning", "info": "note"}),
    "checkstyle": xml_counts("error", "severity", {
        "error": "error", "warning": "warning", "info": "note"}),
    "junit": xml_counts("failure", "type", ITSELF),
    "rdjsonl": jq_counts(".severity", {
        "ERROR": "error", "WARNING": "warning", "INFO": "note"}),
    "html": html_counts,
    "table": table_counts,
}


def counts_of(form, path):
    """Severity -> findings, as one format has them."""
    return +COUNTS[form](path)


def unescape(text, signs):
    """What GitHub's runner makes of a value; "%" comes last."""
    for sign in signs + "\r\n":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text.replace("%25", "%")


def github_commands(text):
    """(kind, properties, message) of each line that the runner acts upon."""
    commands = []
    for line in text.splitlines():
        found = COMMAND.fullmatch(line)
        if not found:
            continue
        kind, words, message = found.groups()
        properties = dict(word.split("=", 1) for word in words.split(","))
        commands.append((kind, {name: unescape(value, ":,")
                                for name, value in properties.items()},
                         unescape(message, "")))
    return commands


def line_hashes(data):
    """GitHub's primaryLocationLineHash of each line, summed up directly."""
    units, starts, at_start = [], [], True
    text = re.sub(r"\r\n?", "\n", data.decode("utf-8", "replace"))
    for sign in text.replace(" ", "").replace("\t", "") + "\uffff":
        if at_start:
            starts.append(len(units))
        at_start = sign == "\n"
        wide = sign.encode("utf-16-le")
        units += [int.from_bytes(wide[i:i + 2], "little")
                  for i in range(0, len(wide), 2)]
    units += [0] * 100
    seen, hashes = Counter(), []
    for start in starts:
        value = 0
        for unit in units[start:start + 100]:
            value = (value * 37 + unit) % 2**64
        seen[value] += 1
        hashes.append(f"{value:x}:{seen[value]}")
    return hashes
