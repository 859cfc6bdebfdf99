// SPDX-License-Identifier: GPL-2.0-only
#include "absent.h"

#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/view.h"

/* A path in the quotes of YAML. */
static void append_quoted(GString *text, const char *path)
{
	g_string_append_c(text, '"');
	for (const char *p = path; *p; p++) {
		if (*p == '"' || *p == '\\')
			g_string_append_printf(text, "\\%c", *p);
		else if ((guchar)*p < ' ' || *p == 127)
			g_string_append_printf(text, "\\x%02x", (guchar)*p);
		else
			g_string_append_c(text, *p);
	}
	g_string_append_c(text, '"');
}

static char *overlay_text(const GPtrArray *paths)
{
	GString *text = g_string_new("{\"version\": 0, "
				     "\"case-sensitive\": \"true\", "
				     "\"roots\": [");

	for (guint i = 0; i < paths->len; i++) {
		g_string_append(text, i > 0 ? ",\n" : "\n");
		g_string_append(text, "{\"type\": \"directory\", \"name\": ");
		append_quoted(text, g_ptr_array_index(paths, i));
		g_string_append(text, ", \"contents\": []}");
	}
	g_string_append(text, "]}\n");
	return g_string_free(text, FALSE);
}

static bool write_all(int file, const char *text)
{
	gsize length = strlen(text);

	while (length > 0) {
		ssize_t done = write(file, text, length);

		if (done <= 0)
			return false;
		text += done;
		length -= (gsize)done;
	}
	return true;
}

/* Makes the file, whose name is none of any file system. */
static bool open_file(struct absent *absent)
{
	absent->file = memfd_create("vmalint-absent", MFD_CLOEXEC);
	if (absent->file < 0)
		return false;
	absent->path = g_strdup_printf("/proc/self/fd/%d", absent->file);
	return write_all(absent->file, absent->text) &&
	       access(absent->path, R_OK) == 0;
}

/* Of what is on disk: other files need not be hidden. */
static void sort_out(const struct view *view, GPtrArray *hidden,
		     GPtrArray *open)
{
	g_autoptr(GPtrArray) paths = view_paths(view);

	for (guint i = 0; i < paths->len; i++) {
		gpointer path = g_ptr_array_index(paths, i);

		if (view_text(view, path) ||
		    !g_file_test(path, G_FILE_TEST_EXISTS))
			continue;
		g_ptr_array_add(g_utf8_validate(path, -1, NULL) ? hidden : open,
				path);
	}
}

struct absent *absent_hide(const struct view *view, GPtrArray *ret_open)
{
	g_autoptr(GPtrArray) hidden = g_ptr_array_new();
	struct absent *absent;

	sort_out(view, hidden, ret_open);
	if (hidden->len == 0)
		return NULL;
	absent = g_new0(struct absent, 1);
	absent->text = overlay_text(hidden);
	if (open_file(absent))
		return absent;
	absent_free(absent);
	g_ptr_array_extend(ret_open, hidden, NULL, NULL);
	return NULL;
}

void absent_free(struct absent *absent)
{
	if (!absent)
		return;
	if (absent->file >= 0)
		close(absent->file);
	g_free(absent->path);
	g_free(absent->text);
	g_free(absent);
}
