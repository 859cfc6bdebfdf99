// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads what sparse 0.6.4 prints: "path:line:column: warning: text", followed
 * by lines of the same form whose text begins with blanks and goes on with it.
 */
#include <string.h>

#include "sparse.h"

/* Types that make a warning one about VMA flags. */
static const char *const types[] = {
	"vma_flag_t",
	"vma_flags_t",
	"vm_flags_t",
};

/* What is __private must not be read; sparse does not say whose it is. */
static const char private_mark[] = "dereference of noderef expression";

/* One line of the output. text points into it. */
struct message {
	unsigned int line, column;
	const char *text;
};

static bool read_number(const char **at, unsigned int *ret_number)
{
	char *end;
	guint64 number = g_ascii_strtoull(*at, &end, 10);

	if (end == *at || *end != ':' || number == 0 || number > G_MAXINT)
		return false;
	*ret_number = (unsigned int)number;
	*at = end + 1;
	return true;
}

static bool read_message(const char *line, const char *source,
			 struct message *ret_message)
{
	gsize length = strlen(source);
	const char *at = line + length + 1;

	if (strncmp(line, source, length) != 0 || line[length] != ':' ||
	    !read_number(&at, &ret_message->line) ||
	    !read_number(&at, &ret_message->column) || *at != ' ')
		return false;
	ret_message->text = at + 1;
	return true;
}

/* The type itself, and no longer name that begins with it. */
static bool has_word(const char *text, const char *word)
{
	for (const char *at = strstr(text, word); at;
	     at = strstr(at + 1, word)) {
		char next = at[strlen(word)];

		if (!g_ascii_isalnum(next) && next != '_')
			return true;
	}
	return false;
}

static bool names_type(const char *text)
{
	for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
		if (has_word(text, types[i]))
			return true;
	}
	return false;
}

static void clear_warning(gpointer data)
{
	struct sparse_warning *warning = data;

	g_free(warning->text);
}

/* "expected x" and "got y" go on with the warning before them. */
static void go_on(GArray *warnings, const char *text)
{
	struct sparse_warning *last;
	char *longer;

	if (warnings->len == 0)
		return;
	last = &g_array_index(warnings, struct sparse_warning,
			      warnings->len - 1);
	longer = g_strdup_printf("%s; %s", last->text, text);
	g_free(last->text);
	last->text = longer;
}

static void read_line(const char *line, const char *source, GArray *warnings,
		      char **error)
{
	static const char warning_mark[] = "warning: ",
			  error_mark[] = "error: ";
	struct sparse_warning warning;
	struct message message;

	if (!*error && strstr(line, error_mark))
		*error = g_strdup(line);
	if (!read_message(line, source, &message))
		return;
	if (g_str_has_prefix(message.text, warning_mark)) {
		warning.line = message.line;
		warning.column = message.column;
		warning.text = g_strdup(message.text + strlen(warning_mark));
		g_array_append_val(warnings, warning);
	} else if (message.text[0] == ' ') {
		go_on(warnings, message.text + strspn(message.text, " "));
	}
}

GArray *sparse_read_warnings(const char *output, const char *source,
			     char **ret_error)
{
	g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
	GArray *warnings =
		g_array_new(FALSE, FALSE, sizeof(struct sparse_warning));

	g_array_set_clear_func(warnings, clear_warning);
	*ret_error = NULL;
	for (guint i = 0; lines[i]; i++)
		read_line(lines[i], source, warnings, ret_error);
	for (guint i = warnings->len; i > 0; i--) {
		struct sparse_warning *warning =
			&g_array_index(warnings, struct sparse_warning, i - 1);

		warning->is_certain = names_type(warning->text);
		if (!warning->is_certain &&
		    !strstr(warning->text, private_mark))
			g_array_remove_index(warnings, i - 1);
	}
	return warnings;
}
