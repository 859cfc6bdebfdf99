// SPDX-License-Identifier: GPL-2.0-only
/* Filters, search and keys of the report; it is whole without any of them. */
"use strict";
(() => {
	const form = document.getElementById("filters");
	const count = document.getElementById("count");
	const search = document.getElementById("search");
	const keys = document.getElementById("keys");
	const entries = [...document.querySelectorAll("article")].map(
		(element) => ({
			element,
			words: element.textContent.toLowerCase(),
			data: element.dataset,
		}));
	const groups = [...document.querySelectorAll(".rule, .group")];

	function wanted() {
		const data = new FormData(form);
		return {
			words: data.get("search").toLowerCase().split(/\s+/),
			severities: data.getAll("severity"),
			rule: data.get("rule"),
			subsystem: data.get("subsystem"),
		};
	}

	function fits(entry, want) {
		return want.severities.includes(entry.data.severity) &&
			(!want.rule || want.rule === entry.data.rule) &&
			(!want.subsystem ||
			 want.subsystem === entry.data.subsystem) &&
			want.words.every((word) => entry.words.includes(word));
	}

	function apply() {
		const want = wanted();
		let shown = 0;

		for (const entry of entries) {
			const fit = fits(entry, want);
			entry.element.hidden = !fit;
			shown += fit;
		}
		for (const group of groups)
			group.hidden = !group.querySelector(
				"article:not([hidden])");
		count.textContent =
			`${shown} of ${entries.length} findings shown`;
	}

	function step(direction) {
		const visible = entries.map((entry) => entry.element).filter(
			(element) => !element.hidden);
		const at = visible.indexOf(
			document.activeElement.closest("article"));
		const next = at < 0 && direction < 0 ? -1 : at + direction;

		if (visible[next]) {
			visible[next].focus();
			visible[next].scrollIntoView({ block: "start" });
		}
	}

	function clear() {
		form.reset();
		apply();
	}

	function press(event) {
		const field = form.contains(event.target);
		const typing = event.target === search ||
			event.target.tagName === "SELECT";

		if (event.ctrlKey || event.metaKey || event.altKey)
			return;
		if (event.key === "Escape" && field) {
			clear();
			search.focus();
		} else if (typing || !keys.checked) {
			return;
		} else if (event.key === "/") {
			event.preventDefault();
			search.focus();
		} else if (event.key === "j") {
			step(1);
		} else if (event.key === "k") {
			step(-1);
		}
	}

	function reveal() {
		const target = document.getElementById(
			decodeURIComponent(location.hash.slice(1)));

		if (!target)
			return;
		if (target.tagName === "DETAILS")
			target.open = true;
		if (target.closest("[hidden]"))
			clear();
		target.scrollIntoView();
	}

	function printed(open) {
		for (const details of document.querySelectorAll("details")) {
			if (open && !details.open)
				details.dataset.closed = "";
			details.open = open || !("closed" in details.dataset);
			if (!open)
				delete details.dataset.closed;
		}
	}

	form.hidden = false;
	document.querySelector(".keys").hidden = false;
	form.addEventListener("input", apply);
	form.addEventListener("reset", () => setTimeout(apply));
	form.addEventListener("submit", (event) => event.preventDefault());
	document.addEventListener("keydown", press);
	window.addEventListener("hashchange", reveal);
	window.addEventListener("beforeprint", () => printed(true));
	window.addEventListener("afterprint", () => printed(false));
	apply();
	reveal();
})();
