// SPDX-License-Identifier: GPL-2.0-only
/* Patches as data: what is read, what is refused, and what becomes of texts. */
#include <glib.h>
#include <string.h>

#include "change/patch/mail.h"
#include "change/patch/patch.h"

#define HUNK                        \
	"@@ -1,2 +1,3 @@ f\n one\n" \
	"+new\n two\n"

static char *read_file(const char *text, gsize length, const char *before)
{
	struct patch patch;
	g_autofree char *reason = NULL;
	GString *said = g_string_new(NULL);
	guint line = 0;

	if (!patch_parse(text, length, &patch, &line, &reason))
		g_string_append_printf(said, "%u: %s", line, reason);
	for (guint i = 0; i < patch.files->len; i++) {
		const struct patch_file *file =
			g_ptr_array_index(patch.files, i);
		g_autoptr(GBytes) old =
			g_bytes_new_static(before, strlen(before));
		const struct patch_hunk *hunk = NULL;
		g_autoptr(GBytes) after = patch_file_apply(file, old, &hunk);
		gsize size = 0;
		const char *new = after ? g_bytes_get_data(after, &size) : "";

		g_string_append_printf(said, "%s > %s: %.*s", file->old_path,
				       file->new_path, (int)size, new);
	}
	if (patch.has_diff && patch.files->len == 0)
		g_string_append(said, "no text");
	patch_release(&patch);
	return g_string_free(said, FALSE);
}

static void check(const char *text, const char *before, const char *expected)
{
	g_autofree char *said = read_file(text, strlen(text), before);

	g_assert_cmpstr(said, ==, expected);
}

static void test_forms(void)
{
	check("--- a/x\n+++ b/x\n" HUNK, "one\ntwo\n",
	      "a/x > b/x: one\nnew\ntwo\n");
	check("--- a/x\t2024\n+++ b/x\t2024\n@@ -0,0 +1 @@\n+a\n", "",
	      "a/x > b/x: a\n");
	check("--- \"a/\\303\\266 \\\"\"\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
	      "a\n", "a/\303\266 \" > (null): ");
	check("diff --git a/x b/x\nold mode 100644\nnew mode 100755\n", "",
	      "no text");
	check("Hello\n", "", "");
}

static void test_refused(void)
{
	static const char number[] = "the hunk has another number of lines "
				     "than its head says";
	static const char nul[] = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n\0a\n";
	g_autofree char *wrong = g_strdup_printf("4: %sa/x > b/x: ", number);
	g_autofree char *said = read_file(nul, sizeof(nul) - 1, "a\n");

	g_assert_true(g_str_has_prefix(said, "4: "));
	g_assert_nonnull(strstr(said, number));
	check("--- /dev/null\n+++ /dev/null\n@@ -0,0 +1 @@\n+a\n", "",
	      "2: names no file on either side");
	check("--- a/x\n+++ b/x\n@@ -1 +1 @@\nxa\n", "", wrong);
	/* The quote is part of the name: nothing ends it. */
	check("--- \"a/x\\\"\n+++ b/x\n@@ -0,0 +1 @@\n+a\n", "",
	      "\"a/x\\\" > b/x: a\n");
}

static void unpack(const char *text, const char *expected)
{
	struct mail_replies replies;
	g_autoptr(GBytes) bytes = mail_unpack(text, strlen(text), &replies);
	gsize length = 0;
	const char *data = g_bytes_get_data(bytes, &length);

	g_assert_cmpmem(data, length, expected, strlen(expected));
}

static void test_mails(void)
{
	unpack("--- a\n+++ b\n", "--- a\n+++ b\n");
	unpack("a\r\nb\r\n", "a\nb\n");
	unpack("a\r\nb\n", "a\r\nb\n");
	unpack("Subject: x\nContent-Transfer-Encoding: Quoted-Printable\n\n"
	       "a=3D=\nb=\n",
	       "Subject: x\nContent-Transfer-Encoding: Quoted-Printable\n\n"
	       "a=b");
	unpack("Content-Transfer-Encoding: base64\n\nYQpi\n",
	       "Content-Transfer-Encoding: base64\n\na\nb\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/patch/forms", test_forms);
	g_test_add_func("/patch/refused", test_refused);
	g_test_add_func("/patch/mails", test_mails);
	return g_test_run();
}
