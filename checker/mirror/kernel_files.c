// SPDX-License-Identifier: GPL-2.0-only
/*
 * Looks through the folders that the kernel's own definitions are in. A line
 * that may define a name is told by its beginning, at the speed of memory.
 */
#include "kernel_files.h"

#include <string.h>

#include "base/path_kind.h"
#include "base/view.h"
#include "definition.h"
#include "definitions.h"
#include "mirror.h"
#include "text/name_set.h"

/* Deeper than any copy is (2 in 7.1). */
enum { FOLDER_DEPTH = 6 };

static const char *const folders[] = { "include/linux", "mm", "fs", "kernel" };

bool path_is_of_kernel(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);

	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		if (strcmp(folder, folders[i]) == 0)
			return true;
	}
	return false;
}

static char *read_text(const struct mirror_request *request, const char *path,
		       gsize *ret_length)
{
	g_autofree char *whole = g_build_filename(request->root, path, NULL);
	g_autofree char *reason = NULL;

	return view_read(request->view, whole, ret_length, &reason);
}

static bool is_c(const char *path)
{
	return g_str_has_suffix(path, ".h") || g_str_has_suffix(path, ".c");
}

/* The C files of a folder and of those below it; relative to the tree. */
static void list_below(const struct mirror_request *request, const char *folder,
		       guint depth, GPtrArray *ret_paths)
{
	g_autofree char *whole = g_build_filename(request->root, folder, NULL);
	g_autoptr(GPtrArray) names = view_list(request->view, whole);

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		char *path = g_build_filename(folder, name, NULL);

		if (is_c(name)) {
			g_ptr_array_add(ret_paths, path);
			continue;
		}
		if (depth > 0 && !strchr(name, '.'))
			list_below(request, path, depth - 1, ret_paths);
		g_free(path);
	}
}

static GPtrArray *copy_paths(const struct mirror_request *request)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);

	list_below(request, MIRROR_FOLDER, FOLDER_DEPTH, paths);
	return paths;
}

bool definitions_read_if(const struct mirror_request *request, const char *path,
			 const char *needed, struct definitions *side)
{
	gsize length = 0;
	char *text = read_text(request, path, &length);

	if (text && !strstr(text, needed))
		g_clear_pointer(&text, g_free);
	if (text)
		definitions_add(side,
				file_read(path, text, length, side->settings));
	return text != NULL;
}

bool definitions_read(const struct mirror_request *request, const char *path,
		      struct definitions *side)
{
	return definitions_read_if(request, path, "", side);
}

void copies_read(const struct mirror_request *request, struct definitions *side)
{
	g_autoptr(GPtrArray) paths = copy_paths(request);

	for (guint i = 0; i < paths->len; i++)
		definitions_read(request, g_ptr_array_index(paths, i), side);
}

/* "#define CONFIG_X" at the start of lines. */
static void add_settings(const char *text, GHashTable *settings)
{
	static const char start[] = "#define CONFIG_";

	for (const char *p = strstr(text, start); p; p = strstr(p, start)) {
		const char *name = p + strlen("#define ");
		const gsize length = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
						  "abcdefghijklmnopqrstuvwxyz"
						  "0123456789_");
		const char *value = name + length;
		const gsize own = strspn(value, " \t");

		g_hash_table_insert(
			settings, g_strndup(name, length),
			g_ascii_isdigit(value[own]) ?
				g_strndup(value + own,
					  strcspn(value + own, " \t\r\n")) :
				g_strdup("1"));
		p = value;
	}
}

GHashTable *copies_settings(const struct mirror_request *request)
{
	GHashTable *settings =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GPtrArray) paths = copy_paths(request);

	for (guint i = 0; i < paths->len; i++) {
		gsize length = 0;
		g_autofree char *text = read_text(
			request, g_ptr_array_index(paths, i), &length);

		if (text)
			add_settings(text, settings);
		/* Made by tools/testing/shared/shared.mk for the host. */
		if (text && strstr(text, "\"generated/bit-length.h\""))
			g_hash_table_insert(settings, g_strdup("CONFIG_64BIT"),
					    g_strdup("1"));
	}
	return settings;
}

static bool is_name_byte(char byte)
{
	return g_ascii_isalnum(byte) || byte == '_';
}

/* True if a line begins a record or ends a typedef, where any name counts. */
static bool is_of_type(const char *line, const char *end)
{
	return *line == '}' || g_str_has_prefix(line, "typedef") ||
	       ((g_str_has_prefix(line, "struct ") ||
		 g_str_has_prefix(line, "union ")) &&
		memchr(line, '{', (gsize)(end - line)));
}

/* Of a line that begins with a word: the name in front of its "(". */
static bool line_may_define(const char *line, const char *end,
			    const struct wanted_names *names)
{
	const bool is_any = is_of_type(line, end);
	GHashTable *wanted = is_any ? names->types : names->callables;

	while (line < end && *line != '=' && *line != '/') {
		const char *start = line;

		while (line < end && is_name_byte(*line))
			line++;
		if (line == start) {
			line++;
			continue;
		}
		if ((is_any || (line < end && *line == '(')) &&
		    name_set_has(wanted, start, (gsize)(line - start)))
			return true;
	}
	return false;
}

/* `NAME,' or `NAME = ..' in an enumeration. */
static bool line_may_enumerate(const char *line, const char *end,
			       GHashTable *names)
{
	const char *start;

	while (line < end && (*line == ' ' || *line == '\t'))
		line++;
	start = line;
	while (line < end && is_name_byte(*line))
		line++;
	if (line == start || !name_set_has(names, start, (gsize)(line - start)))
		return false;
	while (line < end && (*line == ' ' || *line == '\t'))
		line++;
	return line == end || *line == ',' || *line == '=' || *line == '/';
}

/* True if what is behind the "#" of a line defines one of the names. */
static bool defines(const char *p, const char *end, GHashTable *names)
{
	const char *start;

	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	if ((gsize)(end - p) < strlen("define") ||
	    memcmp(p, "define", strlen("define")) != 0)
		return false;
	p += strlen("define");
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	start = p;
	while (p < end && is_name_byte(*p))
		p++;
	return p > start && name_set_has(names, start, (gsize)(p - start));
}

bool text_may_define(const char *text, gsize length,
		     const struct wanted_names *names)
{
	const char *stop = text + length;

	for (const char *line = text; line < stop;) {
		const char *end = memchr(line, '\n', (gsize)(stop - line));

		end = end ? end : stop;
		if (*line == '#') {
			if (defines(line + 1, end, names->callables))
				return true;
		} else if (is_name_byte(*line) || *line == '}') {
			if (line_may_define(line, end, names))
				return true;
		} else if (*line == '\t' || *line == ' ') {
			if (line_may_enumerate(line, end, names->enumerators))
				return true;
		}
		line = end + 1;
	}
	return false;
}

/* Where the tests find headers that are no copies. */
static const char *const tool_folders[] = { "tools/include",
					    "tools/testing/shared" };

static gboolean is_declared(gpointer name, gpointer value, gpointer data)
{
	const GString *text = data;
	g_autoptr(GHashTable) one = g_hash_table_new(g_str_hash, g_str_equal);
	const struct wanted_names wanted = { one, one, one };

	(void)value;
	g_hash_table_add(one, name);
	return text_may_define(text->str, text->len, &wanted);
}

void tools_drop_declared(const struct mirror_request *request,
			 GHashTable *names)
{
	const struct wanted_names wanted = { names, names, names };

	for (gsize i = 0; i < G_N_ELEMENTS(tool_folders); i++) {
		g_autoptr(GPtrArray) paths =
			g_ptr_array_new_with_free_func(g_free);

		list_below(request, tool_folders[i], FOLDER_DEPTH, paths);
		for (guint k = 0; k < paths->len; k++) {
			gsize length = 0;
			g_autofree char *read = read_text(
				request, g_ptr_array_index(paths, k), &length);
			GString text = { .str = read, .len = length };

			if (read && text_may_define(read, length, &wanted))
				g_hash_table_foreach_remove(names, is_declared,
							    &text);
		}
	}
}

static bool has_file(const struct definitions *side, const char *path)
{
	for (guint i = 0; i < side->files->len; i++) {
		const struct file *file = g_ptr_array_index(side->files, i);

		if (strcmp(file->path, path) == 0)
			return true;
	}
	return false;
}

void kernel_read(const struct mirror_request *request,
		 const struct wanted_names *names, struct definitions *side)
{
	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		g_autoptr(GPtrArray) paths =
			g_ptr_array_new_with_free_func(g_free);

		list_below(request, folders[i], 0, paths);
		for (guint k = 0; k < paths->len; k++) {
			const char *path = g_ptr_array_index(paths, k);
			gsize length = 0;
			char *text = has_file(side, path) ?
					     NULL :
					     read_text(request, path, &length);

			if (text && text_may_define(text, length, names))
				definitions_add(side,
						file_read(path, text, length,
							  side->settings));
			else
				g_free(text);
		}
	}
}
