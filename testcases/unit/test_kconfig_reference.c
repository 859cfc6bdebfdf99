// SPDX-License-Identifier: GPL-2.0-only
/*
 * Compares, on demand, with what a kernel's own conf program made of a real
 * tree: set VMALINT_KCONFIG_TREE, _SRCARCH, _ARCH, _GOAL (alldef, def, allyes
 * or allmod) and _AUTOCONF, the autoconf.h that make LLVM=1 wrote; for def
 * also _PINS, the defconfig file that it started from.
 */
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "arguments/kconfig/kconfig.h"
#include "base/session.h"

static GHashTable *read_lines(const char *text)
{
	GHashTable *lines =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(GStrv) parts = g_strsplit(text, "\n", -1);

	for (char **line = parts; *line; line++) {
		if (g_str_has_prefix(*line, "#define"))
			g_hash_table_add(lines, g_strdup(*line));
	}
	return lines;
}

static guint count_missing(GHashTable *lines, GHashTable *others)
{
	GHashTableIter iter;
	gpointer line;
	guint nr_missing = 0;

	g_hash_table_iter_init(&iter, lines);
	while (g_hash_table_iter_next(&iter, &line, NULL)) {
		if (g_hash_table_contains(others, line))
			continue;
		g_test_message("only one has %s", (char *)line);
		nr_missing++;
	}
	return nr_missing;
}

static enum kconfig_goal wanted_goal(void)
{
	const char *goal = g_getenv("VMALINT_KCONFIG_GOAL");

	if (g_strcmp0(goal, "allyes") == 0)
		return KCONFIG_ALL_YES;
	return g_strcmp0(goal, "allmod") == 0 ? KCONFIG_ALL_MODULES :
						KCONFIG_DEFAULTS;
}

/* "CONFIG_X=y", or "# CONFIG_X is not set"; other lines set nothing. */
static bool read_pin(const char *line, struct kconfig_pin *ret_pin)
{
	static const char unset[] = " is not set";
	g_auto(GStrv) parts = NULL;

	if (g_str_has_prefix(line, "# CONFIG_") &&
	    g_str_has_suffix(line, unset)) {
		parts = g_strsplit(line + strlen("# CONFIG_"), " ", 2);
		ret_pin->value = "n";
	} else if (g_str_has_prefix(line, "CONFIG_") && strchr(line, '=')) {
		parts = g_strsplit(line + strlen("CONFIG_"), "=", 2);
		g_strdelimit(parts[1], "\"", ' ');
		ret_pin->value = g_intern_string(g_strstrip(parts[1]));
	} else {
		return false;
	}
	ret_pin->name = g_intern_string(parts[0]);
	return true;
}

/* What a defconfig file decides; NULL is no file. */
static GArray *read_pins(const char *path)
{
	GArray *pins = g_array_new(FALSE, FALSE, sizeof(struct kconfig_pin));
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	if (!path)
		return pins;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		struct kconfig_pin pin;

		if (read_pin(g_strchomp(*line), &pin))
			g_array_append_val(pins, pin);
	}
	return pins;
}

/* Toolchain probes and tools at hand may differ in a few dozen symbols. */
static void test_reference(void)
{
	g_autoptr(GArray) pins = read_pins(g_getenv("VMALINT_KCONFIG_PINS"));
	struct kconfig_request request = {
		.root = g_getenv("VMALINT_KCONFIG_TREE"),
		.srcarch = g_getenv("VMALINT_KCONFIG_SRCARCH"),
		.arch = g_getenv("VMALINT_KCONFIG_ARCH"),
		.goal = wanted_goal(),
		.pins = (const struct kconfig_pin *)(void *)pins->data,
		.nr_pins = pins->len,
	};
	const char *path = g_getenv("VMALINT_KCONFIG_AUTOCONF");
	g_autoptr(GHashTable) theirs = NULL;
	g_autoptr(GHashTable) ours = NULL;
	g_autofree char *reference = NULL;
	g_autofree char *header = NULL;
	struct session session;
	struct kconfig config;

	if (!request.root || !request.srcarch || !request.arch || !path) {
		g_test_skip("VMALINT_KCONFIG_* are not set");
		return;
	}
	g_assert_true(g_file_get_contents(path, &reference, NULL, NULL));
	session_init(&session);
	g_assert_true(kconfig_evaluate(&session, &request, &config));
	header = kconfig_autoconf(&config);
	ours = read_lines(header);
	theirs = read_lines(reference);
	g_assert_cmpuint(count_missing(theirs, ours), <=, 12);
	g_assert_cmpuint(count_missing(ours, theirs), <=, 30);
	kconfig_release(&config);
	session_release(&session);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/kconfig/reference", test_reference);
	return g_test_run();
}
