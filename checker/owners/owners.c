// SPDX-License-Identifier: GPL-2.0-only
#include "owners/owners.h"

#include <stdbool.h>
#include <string.h>

#include "base/text_file.h"

struct owners {
	GPtrArray *sections; /* struct owner *, in the order of the file */
};

static void free_owner(gpointer data)
{
	struct owner *owner = data;

	g_free(owner->title);
	g_ptr_array_unref(owner->mails);
	g_ptr_array_unref(owner->lists);
	g_ptr_array_unref(owner->patterns);
	g_ptr_array_unref(owner->excluded);
	g_ptr_array_unref(owner->names);
	g_free(owner);
}

static struct owner *add_owner(struct owners *owners, const char *title,
			       guint line)
{
	struct owner *owner = g_new0(struct owner, 1);

	owner->title = g_strdup(title);
	owner->line = line;
	owner->mails = g_ptr_array_new_with_free_func(g_free);
	owner->lists = g_ptr_array_new_with_free_func(g_free);
	owner->patterns = g_ptr_array_new_with_free_func(g_free);
	owner->excluded = g_ptr_array_new_with_free_func(g_free);
	owner->names =
		g_ptr_array_new_with_free_func((GDestroyNotify)g_regex_unref);
	g_ptr_array_add(owners->sections, owner);
	return owner;
}

/* "F:\tmm/": a letter, a colon and a blank. */
static bool is_entry(const char *line)
{
	return g_ascii_isupper(line[0]) && line[1] == ':' &&
	       g_ascii_isspace(line[2]);
}

static bool add_name(struct owner *owner, const char *value, char **ret_reason)
{
	g_autoptr(GError) error = NULL;
	GRegex *regex = g_regex_new(value, G_REGEX_RAW, 0, &error);

	if (!regex) {
		*ret_reason = g_strdup_printf("N: %s", error->message);
		return false;
	}
	g_ptr_array_add(owner->names, regex);
	return true;
}

/* False with a reason if the value of an entry makes no sense. */
static bool add_entry(struct owner *owner, char letter, const char *value,
		      char **ret_reason)
{
	switch (letter) {
	case 'M':
		g_ptr_array_add(owner->mails, g_strdup(value));
		break;
	case 'L':
		g_ptr_array_add(owner->lists, g_strdup(value));
		break;
	case 'F':
		g_ptr_array_add(owner->patterns, g_strdup(value));
		break;
	case 'X':
		g_ptr_array_add(owner->excluded, g_strdup(value));
		break;
	case 'N':
		return add_name(owner, value, ret_reason);
	default: /* S:, K:, .. */
		break;
	}
	return true;
}

/*
 * A title is the last line before entries that is none of them, so that the
 * preface makes no section.
 */
static bool read_lines(struct owners *owners, const char *path, char **lines,
		       char **ret_reason)
{
	struct owner *owner = NULL;
	const char *title = NULL;

	for (guint i = 0; lines[i]; i++) {
		char *line = g_strchomp(lines[i]);
		g_autofree char *reason = NULL;

		if (!is_entry(line)) {
			title = *line ? line : title;
			owner = *line ? NULL : owner;
			continue;
		}
		if (!owner && title)
			owner = add_owner(owners, title, i);
		if (owner &&
		    !add_entry(owner, line[0], g_strchug(line + 2), &reason)) {
			*ret_reason = g_strdup_printf("%s:%u: %s", path, i + 1,
						      reason);
			return false;
		}
	}
	return true;
}

struct owners *owners_parse(const char *path, const char *text, gsize length,
			    char **ret_reason)
{
	struct owners *owners = g_new0(struct owners, 1);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	bool done;

	owners->sections = g_ptr_array_new_with_free_func(free_owner);
	done = read_lines(owners, path, lines, ret_reason);
	if (done && strlen(text) < length)
		*ret_reason = g_strdup_printf("%s: holds a NUL", path);
	else if (done && owners->sections->len == 0)
		*ret_reason = g_strdup_printf("%s: has no sections", path);
	else if (done)
		return owners;
	owners_free(owners);
	return NULL;
}

struct owners *owners_read(const char *root, char **ret_reason)
{
	g_autofree char *path = g_build_filename(root, "MAINTAINERS", NULL);
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, &reason);

	if (text)
		return owners_parse(path, text, length, ret_reason);
	*ret_reason = g_strdup_printf("%s: %s", path, reason);
	return NULL;
}

void owners_free(struct owners *owners)
{
	if (!owners)
		return;
	g_ptr_array_unref(owners->sections);
	g_free(owners);
}

static bool fits_any(const GPtrArray *patterns, const char *path)
{
	for (guint i = 0; i < patterns->len; i++) {
		if (owner_pattern_fits(g_ptr_array_index(patterns, i), path))
			return true;
	}
	return false;
}

/* How long the longest pattern of a section is that fits; 0: none does. */
static gsize longest_fit(const struct owner *owner, const char *path)
{
	gsize longest = 0;

	for (guint i = 0; i < owner->patterns->len; i++) {
		const char *pattern = g_ptr_array_index(owner->patterns, i);

		if (strlen(pattern) > longest &&
		    owner_pattern_fits(pattern, path))
			longest = strlen(pattern);
	}
	return longest;
}

static bool has_name(const struct owner *owner, const char *path)
{
	for (guint i = 0; i < owner->names->len; i++) {
		if (g_regex_match(g_ptr_array_index(owner->names, i), path, 0,
				  NULL))
			return true;
	}
	return false;
}

const struct owner *owners_find(const struct owners *owners, const char *path)
{
	const struct owner *found = NULL, *named = NULL;
	gsize longest = 0;

	if (g_path_is_absolute(path))
		return NULL;
	for (guint i = 0; i < owners->sections->len; i++) {
		const struct owner *owner =
			g_ptr_array_index(owners->sections, i);
		const gsize length = longest_fit(owner, path);

		if (length > longest && !fits_any(owner->excluded, path)) {
			found = owner;
			longest = length;
		} else if (!named && has_name(owner, path) &&
			   !fits_any(owner->excluded, path)) {
			named = owner;
		}
	}
	/* "*" and "*" with a slash are of who has the rest. */
	return named && longest <= strlen("*/") ? named : found;
}
