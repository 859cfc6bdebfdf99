# SPDX-License-Identifier: GPL-2.0-only
"""The HTML page: sound without a browser, and used in a real one.

The second half needs Chromium, which testcases/setup --slow installs, and is
skipped without it.
"""
import base64
import hashlib
import re
import unittest
from html.parser import HTMLParser

from golden import HARD, HARD_NAME, HEADER, SOURCE
from harness import browser, readers
from scratch import ProgramTest, driver, main

# Elements without an end tag, and those of which the end may be left out.
VOID = {"meta", "br", "input", "rect", "link", "img", "hr"}
# Roles of parts that one can act upon, or that need words to be understood.
NAMED = {"link", "button", "searchbox", "checkbox", "combobox", "table",
         "image", "img", "heading", "DisclosureTriangle", "search", "form"}
WIDE, PHONE = 1200, 390


class Outline(HTMLParser):
    """What a page is made of, and tags that do not match."""

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.ids, self.links = [], [], [], []
        self.tags, self.levels, self.attributes = [], [], []
        self.feed(text)
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_startendtag(self, tag, attrs):
        self.note(tag, dict(attrs))

    def handle_starttag(self, tag, attrs):
        self.note(tag, dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def note(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes.items()
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")


class Page(ProgramTest):
    def write(self, *words):
        self.place("drivers/frame/frame.h", HEADER)
        self.place("drivers/frame/frame.c", SOURCE)
        self.place("mm/mapped.c", driver("mapped"))
        self.place(HARD_NAME, HARD)
        return self.write_only(*words, self.tree / "drivers", self.tree / "mm")

    def write_only(self, *words):
        file = self.folder / "report.html"
        self.check("--format", f"html:{file}", *words)
        return file


class Text(Page):
    def assert_whole(self, file):
        text = file.read_text(encoding="utf-8")
        outline = Outline(text)
        self.assertEqual(outline.faults, [])
        self.assertEqual(len(set(outline.ids)), len(outline.ids))
        for link in outline.links:
            self.assertIn(link.removeprefix("#"), outline.ids)
            self.assertTrue(link.startswith("#"), link)
        for before, after in zip(outline.levels, outline.levels[1:]):
            self.assertLessEqual(after, before + 1)
        readers.read_by("xmllint", "--html", "--nonet", "--noout",
                        "--recover", str(file))
        return text, outline

    def test_whole(self):
        text, outline = self.assert_whole(self.write())
        self.assertEqual(outline.tags.count("script"), 1)
        self.assertEqual([name for name, _ in outline.attributes
                          if name.startswith("on") or name == "style"], [])
        self.assertNotIn("<b>", text.split("</ul>", 1)[1])
        self.assertEqual(text.count("<article "), 12)

    def test_nothing(self):
        text, _ = self.assert_whole(self.write_only(self.tree))
        self.assertIn("Nothing was found.", text)

    def test_only_ours_runs(self):
        text = self.write().read_text(encoding="utf-8")
        for tag in ("style", "script"):
            part = re.search(f"(?s)<{tag}>(.*?)</{tag}>", text).group(1)
            digest = hashlib.sha256(part.encode()).digest()
            words = base64.b64encode(digest).decode()
            self.assertIn(f"{tag}-src 'sha256-{words}'", text)
        self.assertIn("default-src 'none'", text)
        self.assertNotRegex(text, r"(?i)(src|href|action)=\"?https?:")

    def test_incomplete(self):
        text, _ = self.assert_whole(self.write("--min-coverage", "100"))
        self.assertIn("This run is incomplete.", text)
        self.assertIn("--min-coverage", text)

    def test_rules_explain(self):
        text = self.write().read_text(encoding="utf-8")
        for rule in set(re.findall(r'data-rule="(\w+)"', text)):
            part = text.split(f'<details id="rule-{rule}">')[1]
            part = part.split("</details>")[0]
            for heading in ("Why it matters", "Bad", "Good"):
                self.assertIn(f"<h4>{heading}</h4>", part, rule)
            self.assertNotIn("```", part)
            self.assertNotIn("](", part)


@unittest.skipUnless(browser.is_there(), "no Chromium; testcases/setup --slow")
class Chromium(Page):
    def setUp(self):
        super().setUp()
        self.file = self.write()
        self.browser = browser.Browser(self.folder / "profile").__enter__()
        self.addCleanup(self.browser.__exit__, None, None, None)

    def shown(self, page):
        return page.value("document.querySelectorAll("
                          "'article:not([hidden])').length")

    def said(self, page):
        return page.value("document.getElementById('count').textContent")

    def test_quiet(self):
        for width, dark in ((WIDE, False), (WIDE, True), (PHONE, False)):
            page = self.browser.open(self.file, width, dark=dark)
            self.assertEqual(page.complaints(), [])
            self.assertEqual(page.value("document.documentElement"
                                        ".scrollWidth"), width)
            self.assertEqual(self.said(page), "12 of 12 findings shown")

    def test_quiet_with_nothing(self):
        page = self.browser.open(self.write_only(self.tree / "include"))
        self.assertEqual(page.complaints(), [])
        self.assertEqual(self.said(page), "0 of 0 findings shown")

    def test_filters(self):
        page = self.browser.open(self.file)
        page.value("document.querySelector('[name=rule]').value ="
                   "'struct_copy';"
                   "document.getElementById('filters')"
                   ".dispatchEvent(new Event('input'))")
        self.assertEqual(self.shown(page), 1)
        self.assertEqual(self.said(page), "1 of 12 findings shown")
        self.assertEqual(page.value("document.querySelectorAll("
                                    "'.group:not([hidden])').length"), 1)
        page.value("document.querySelector('[value=warning]').click()")
        self.assertEqual(self.shown(page), 0)
        page.value("document.querySelector('[type=reset]').click();"
                   "new Promise(done => setTimeout(done, 50))")
        self.assertEqual(self.shown(page), 12)

    def test_keys(self):
        page = self.browser.open(self.file)
        page.press("/")
        self.assertEqual(page.value("document.activeElement.id"), "search")
        page.type("Mapped mm/")
        self.assertEqual(self.shown(page), 1)
        page.press("Escape")
        self.assertEqual(self.shown(page), 12)
        page.value("document.activeElement.blur()")
        for key, number in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
            page.press(key)
            self.assertEqual(page.value(
                "[...document.querySelectorAll('article')].indexOf("
                "document.activeElement)"), number)

    def test_tab_reaches_all(self):
        """The first stop jumps over the tables; each filter is a stop."""
        page = self.browser.open(self.file)
        page.press("Tab")
        self.assertEqual(page.value("document.activeElement.className"),
                         "skip")
        page.press("Enter")
        names = []
        for _ in range(8):
            page.press("Tab")
            names.append(page.value("document.activeElement.name || "
                                    "document.activeElement.type || "
                                    "document.activeElement.tagName"))
        self.assertEqual(names[:7], ["search", "severity", "severity",
                                     "severity", "rule", "subsystem",
                                     "reset"])

    def test_link_opens_rule(self):
        page = self.browser.open(self.file)
        page.value("document.querySelector('h4 a').click();"
                   "new Promise(done => setTimeout(done, 100))")
        self.assertTrue(page.value(
            "document.querySelector('details:target').open"))

    def test_names(self):
        """What a screen reader is told of each part."""
        page = self.browser.open(self.file)
        parts = page.named_parts()
        roles = {role for role, _ in parts}
        self.assertLessEqual({"link", "searchbox", "checkbox", "table",
                              "heading", "main", "banner"}, roles)
        self.assertEqual([role for role, name in parts
                          if role in NAMED and not name.strip()], [])
        self.assertIn(("searchbox", "Search"), parts)
        self.assertIn(("heading", "Findings"), parts)

    def test_same_words_same_place(self):
        page = self.browser.open(self.file)
        self.assertEqual(page.value("""(() => {
            const places = {}, faults = [];
            for (const link of document.links) {
                const name = link.ariaLabel || link.textContent;
                if (places[name] && places[name] !== link.href)
                    faults.push(name);
                places[name] = link.href;
            }
            return faults;
        })()"""), [])

    def test_keys_can_be_off(self):
        """Who speaks to a computer says letters without meaning keys."""
        page = self.browser.open(self.file)
        page.value("document.getElementById('keys').click()")
        page.press("/")
        self.assertNotEqual(page.value("document.activeElement.id"), "search")

    def test_print(self):
        """All is unfolded on paper, and folded again after."""
        page = self.browser.open(self.file)
        page.value("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(page.value("document.querySelectorAll("
                                    "'details:not([open])').length"), 0)
        page.value("dispatchEvent(new Event('afterprint'))")
        self.assertGreater(page.value("document.querySelectorAll("
                                      "'details:not([open])').length"), 0)

    def contrast_faults(self, page):
        return page.value(CONTRAST)

    def test_contrast(self):
        """4.5 to 1 for all words, as WCAG has it, in light and dark."""
        for dark in (False, True):
            page = self.browser.open(self.file, dark=dark)
            self.assertEqual(self.contrast_faults(page), [])


# Words whose colour is too near to that of what they stand on.
CONTRAST = """(() => {
	const numbers = (text) => text.match(/[\\d.]+/g).map(Number);
	const light = ([r, g, b]) => {
		const part = (value) => {
			value /= 255;
			return value <= .04045 ? value / 12.92 :
				((value + .055) / 1.055) ** 2.4;
		};
		return .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
	};
	const ground = (element) => {
		for (; element; element = element.parentElement) {
			const text = getComputedStyle(element).backgroundColor;
			const colour = numbers(text);
			if (text.startsWith("rgb") &&
			    (colour.length < 4 || colour[3] === 1))
				return colour;
		}
		return [255, 255, 255];
	};
	const faults = new Set();
	for (const element of document.querySelectorAll("body *")) {
		if (![...element.childNodes].some((node) =>
			node.nodeType === 3 && node.data.trim()) ||
		    element.closest("script, option, [hidden]"))
			continue;
		const a = light(numbers(getComputedStyle(element).color));
		const b = light(ground(element));
		const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		if (ratio < 4.5)
			faults.add(element.tagName + "." + element.className +
				   " " + ratio.toFixed(2));
	}
	return [...faults];
})()"""


if __name__ == "__main__":
    main()
