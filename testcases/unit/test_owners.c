// SPDX-License-Identifier: GPL-2.0-only
/* Whose a path is, by a MAINTAINERS of our own. */
#include <glib.h>
#include <string.h>

#include "owners/owners.h"

static const char preface[] = "List of maintainers\n"
			      "===================\n"
			      "\n"
			      "\tF: *Files* and directories with wildcards.\n"
			      "\n"
			      "Maintainers List\n"
			      "----------------\n"
			      "\n";

static const char sections[] = "BLUE DRIVER\n"
			       "M:\tB. Blue <b@blue.example>\n"
			       "R:\tR. Reader <r@blue.example>\n"
			       "L:\tblue@lists.example\n"
			       "S:\tMaintained\n"
			       "F:\tdrivers/blue/\n"
			       "X:\tdrivers/blue/red/\n"
			       "N:\tblue[0-9]\n"
			       "\n"
			       "MEMORY\n"
			       "M:\tM. One <one@mm.example>\n"
			       "M:\tM. Two <two@mm.example>\n"
			       "F:\tmm/\n"
			       "F:\tinclude/linux/mm*.h\n"
			       "F:\tdrivers/*\n"
			       "\n"
			       "MAPPING\n"
			       "F:\tmm/mmap.c\n"
			       "F:\ttools/testing/vma\n"
			       "\n"
			       "THE REST\n"
			       "M:\tL. Last <last@example>\n"
			       "F:\t*\n"
			       "F:\t*/\n";

static struct owners *parse(const char *text)
{
	g_autofree char *reason = NULL;
	struct owners *owners =
		owners_parse("MAINTAINERS", text, strlen(text), &reason);

	g_assert_cmpstr(reason, ==, NULL);
	return owners;
}

static void test_longest(void)
{
	static const char *const expected[][2] = {
		{ "drivers/blue/a.c", "BLUE DRIVER" },
		{ "drivers/blue/below/a.c", "BLUE DRIVER" },
		{ "drivers/blue/red/a.c", "THE REST" },
		{ "drivers/a.c", "MEMORY" },
		{ "drivers/green/a.c", "THE REST" },
		{ "sound/blue7.c", "BLUE DRIVER" },
		{ "mm/memory.c", "MEMORY" },
		{ "mm/mmap.c", "MAPPING" },
		{ "mm/mmap.c.orig", "MEMORY" },
		{ "mmap.c", "THE REST" },
		{ "include/linux/mm_types.h", "MEMORY" },
		{ "include/linux/mm/x.h", "THE REST" },
		{ "tools/testing/vma/vma.c", "MAPPING" },
		{ "tools/testing/vmas/vma.c", "THE REST" },
		{ "Makefile", "THE REST" },
		{ "/elsewhere/mm/mmap.c", NULL },
	};
	g_autofree char *text = g_strconcat(preface, sections, NULL);
	struct owners *owners = parse(text);

	for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
		const struct owner *owner = owners_find(owners, expected[i][0]);

		g_assert_cmpstr(owner ? owner->title : NULL, ==,
				expected[i][1]);
	}
	owners_free(owners);
}

static void test_people(void)
{
	struct owners *owners = parse(sections);
	const struct owner *blue = owners_find(owners, "drivers/blue/a.c");
	const struct owner *memory = owners_find(owners, "mm/memory.c");

	g_assert_cmpuint(blue->line, ==, 1);
	g_assert_cmpuint(blue->mails->len, ==, 1);
	g_assert_cmpstr(blue->mails->pdata[0], ==, "B. Blue <b@blue.example>");
	g_assert_cmpuint(blue->lists->len, ==, 1);
	g_assert_cmpstr(blue->lists->pdata[0], ==, "blue@lists.example");
	g_assert_cmpuint(memory->mails->len, ==, 2);
	g_assert_cmpuint(memory->line, ==, 10);
	owners_free(owners);
}

static void refused(const char *text, gsize length, const char *reason)
{
	g_autofree char *told = NULL;

	g_assert_null(owners_parse("M", text, length, &told));
	g_assert_cmpstr(told, ==, reason);
}

static void test_refused(void)
{
	g_autofree char *reason = NULL;

	refused("", 0, "M: has no sections");
	refused(preface, strlen(preface), "M: has no sections");
	refused("A\nF:\tmm/\n\0B", 12, "M: holds a NUL");
	g_assert_null(owners_parse("M", "A\nN:\t[\n", 7, &reason));
	g_assert_true(g_str_has_prefix(reason, "M:2: N: "));
	g_clear_pointer(&reason, g_free);
	g_assert_null(owners_read("/nowhere", &reason));
	g_assert_true(g_str_has_prefix(reason, "/nowhere/MAINTAINERS: "));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/owners/longest", test_longest);
	g_test_add_func("/owners/people", test_people);
	g_test_add_func("/owners/refused", test_refused);
	return g_test_run();
}
