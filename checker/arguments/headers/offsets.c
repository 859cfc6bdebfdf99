// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finds what is defined by expanding the macros of the source itself: no
 * header of the kernel is needed for the names.
 */
#include "offsets.h"

#include <stdbool.h>
#include <string.h>

/* Macros within macros, and files within files. */
enum { DEPTH_LIMIT = 8, FILE_LIMIT = 32 };

static const char identifier_bytes[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				       "abcdefghijklmnopqrstuvwxyz"
				       "0123456789_";

/* A macro with parameters. */
struct macro {
	GPtrArray *parameters; /* char *, owned */
	char *body;
};

struct offsets {
	GHashTable *macros; /* char * to struct macro *, owned */
	GHashTable *names;  /* char *, owned: what is defined so far */
	GString *header;
	const struct offsets_help *help;
	guint depth, nr_files;
};

static void scan(struct offsets *offsets, const char *text);
static void read_source(struct offsets *offsets, const char *source);

static void macro_free(gpointer data)
{
	struct macro *macro = data;

	g_ptr_array_unref(macro->parameters);
	g_free(macro->body);
	g_free(macro);
}

/* Behind a string or character constant that begins at text. */
static const char *skip_literal(const char *text)
{
	const char quote = *text++;

	while (*text && *text != quote && *text != '\n')
		text += *text == '\\' && text[1] ? 2 : 1;
	return *text == quote ? text + 1 : text;
}

/* Without comments, and with each directive on one line; owned. */
static char *plain_text(const char *text)
{
	GString *plain = g_string_new(NULL);

	while (*text) {
		const char *end = text + 1;

		if (*text == '"' || *text == '\'') {
			end = skip_literal(text);
		} else if (g_str_has_prefix(text, "/*")) {
			end = strstr(text + 2, "*/");
			text = end ? end + 2 : text + strlen(text);
			g_string_append_c(plain, ' ');
			continue;
		} else if (g_str_has_prefix(text, "//")) {
			text += strcspn(text, "\n");
			continue;
		} else if (*text == '\\') {
			const gsize blank = strspn(text + 1, "\r");

			if (text[1 + blank] == '\n') {
				text += 2 + blank;
				g_string_append_c(plain, ' ');
				continue;
			}
		}
		g_string_append_len(plain, text, end - text);
		text = end;
	}
	return g_string_free(plain, FALSE);
}

/*
 * The arguments of a call whose bracket text is at (char *, owned), and where
 * it ends; NULL if it does not.
 */
static GPtrArray *read_arguments(const char *text, const char **ret_end)
{
	GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
	const char *start = text + 1;
	guint depth = 0;

	for (const char *p = text; *p;) {
		if (*p == '"' || *p == '\'') {
			p = skip_literal(p);
			continue;
		}
		depth += *p == '(';
		depth -= *p == ')';
		if (depth == 0 || (depth == 1 && *p == ',')) {
			g_ptr_array_add(arguments,
					g_strstrip(g_strndup(
						start, (gsize)(p - start))));
			start = p + 1;
		}
		if (depth == 0) {
			*ret_end = start;
			return arguments;
		}
		p++;
	}
	g_ptr_array_unref(arguments);
	return NULL;
}

static gsize identifier_length(const char *text)
{
	return g_ascii_isdigit(*text) ? 0 : strspn(text, identifier_bytes);
}

static bool is_identifier(const char *text)
{
	const gsize length = identifier_length(text);

	return length > 0 && text[length] == '\0';
}

/*
 * The value as far as it can be told without types: a sum of numbers and of
 * what the configuration says. Owned.
 */
static char *value_of(const char *expression)
{
	const char *p = expression;

	for (; *p; p++) {
		const gsize length = identifier_length(p);

		if (length > 0 && !g_str_has_prefix(p, "CONFIG_"))
			break;
		if (length > 0)
			p += length - 1;
		else if (g_ascii_isdigit(*p))
			p += strspn(p, identifier_bytes) - 1;
		else if (!strchr(" \t()+-*<>&|~", *p))
			break;
	}
	if (*expression && !*p)
		return g_strdup_printf("(%s)", expression);
	return g_strdup(g_str_has_prefix(expression, "sizeof") ?
				"__SIZEOF_LONG__" :
				"0");
}

/* What is called as it was is left to whoever called it so. */
static void define(struct offsets *offsets, const char *name,
		   const char *expression)
{
	const char *known =
		offsets->help->values ?
			g_hash_table_lookup(offsets->help->values, name) :
			NULL;
	g_autofree char *value = known ? g_strdup(known) : value_of(expression);

	if (!is_identifier(name) || strcmp(name, expression) == 0 ||
	    !g_hash_table_add(offsets->names, g_strdup(name)))
		return;
	g_string_append_printf(offsets->header,
			       "#ifndef %s\n#define %s %s\n#endif\n", name,
			       name, value);
}

/* The index of a parameter, or the number of them. */
static guint parameter_index(const struct macro *macro, const char *name,
			     gsize length)
{
	guint i = 0;

	for (; i < macro->parameters->len; i++) {
		const char *parameter = g_ptr_array_index(macro->parameters, i);

		if (strlen(parameter) == length &&
		    strncmp(parameter, name, length) == 0)
			break;
	}
	return i;
}

/* The body with arguments for parameters, and pasted names as one; owned. */
static char *substitute(const struct macro *macro, const GPtrArray *arguments)
{
	g_autoptr(GRegex) paste = g_regex_new("\\s*##\\s*", 0, 0, NULL);
	g_autoptr(GString) text = g_string_new(NULL);

	for (const char *p = macro->body; *p;) {
		const gsize length = identifier_length(p);
		const guint index = length > 0 ?
					    parameter_index(macro, p, length) :
					    macro->parameters->len;
		const gsize step = length > 0 ? length :
				   g_ascii_isdigit(*p) ?
						strspn(p, identifier_bytes) :
						1;

		if (index < macro->parameters->len && index < arguments->len)
			g_string_append(text,
					g_ptr_array_index(arguments, index));
		else
			g_string_append_len(text, p, (gssize)step);
		p += step;
	}
	return g_regex_replace_literal(paste, text->str, -1, 0, "", 0, NULL);
}

/*
 * A macro that writes the line of assembly itself, which is `->NAME value`:
 * the index of the parameter that is its name. False if it is none.
 */
static bool writes_line(const struct macro *macro, guint *ret_index)
{
	const char *mark = strstr(macro->body, "->\"");
	const char *hash = mark ? strchr(mark, '#') : NULL;

	if (!hash)
		return false;
	hash += 1 + strspn(hash + 1, " \t");
	*ret_index = parameter_index(macro, hash, identifier_length(hash));
	return *ret_index < macro->parameters->len;
}

static void expand_call(struct offsets *offsets, const char *name,
			const GPtrArray *arguments)
{
	const struct macro *macro = g_hash_table_lookup(offsets->macros, name);
	const char *first = g_ptr_array_index(arguments, 0);
	guint index = 0;

	if (strcmp(name, "DEFINE") == 0 && arguments->len >= 2) {
		define(offsets, first, g_ptr_array_index(arguments, 1));
	} else if (strcmp(name, "OFFSET") == 0 && arguments->len >= 3) {
		define(offsets, first, "");
	} else if (macro && writes_line(macro, &index)) {
		if (index < arguments->len)
			define(offsets, g_ptr_array_index(arguments, index),
			       index + 1 < arguments->len ?
				       g_ptr_array_index(arguments, index + 1) :
				       "");
	} else if (macro && offsets->depth < DEPTH_LIMIT) {
		g_autofree char *text = substitute(macro, arguments);

		offsets->depth++;
		scan(offsets, text);
		offsets->depth--;
	}
}

/* Looks for calls in a text without directives. */
static void scan(struct offsets *offsets, const char *text)
{
	while (*text) {
		const gsize length = identifier_length(text);
		const char *open = text + length;
		g_autoptr(GPtrArray) arguments = NULL;
		g_autofree char *name = NULL;
		const char *end;

		if (length == 0) {
			text = *text == '"' || *text == '\'' ?
				       skip_literal(text) :
				       text + MAX(1, strspn(text,
							    identifier_bytes));
			continue;
		}
		open += strspn(open, " \t\n\r");
		text += length;
		if (*open != '(')
			continue;
		name = g_strndup(text - length, length);
		if (strcmp(name, "DEFINE") != 0 &&
		    strcmp(name, "OFFSET") != 0 &&
		    !g_hash_table_contains(offsets->macros, name))
			continue;
		arguments = read_arguments(open, &end);
		if (!arguments)
			continue;
		expand_call(offsets, name, arguments);
		text = end;
	}
}

/* `NAME(parameters) body`: the first body that is not empty counts. */
static void take_macro(struct offsets *offsets, const char *rest)
{
	const gsize length = identifier_length(rest);
	g_autofree char *name = g_strndup(rest, length);
	const char *body;
	GPtrArray *parameters;
	struct macro *macro;

	if (rest[length] != '(' || g_hash_table_contains(offsets->macros, name))
		return;
	parameters = read_arguments(rest + length, &body);
	if (!parameters)
		return;
	macro = g_new0(struct macro, 1);
	macro->parameters = parameters;
	macro->body = g_strstrip(g_strdup(body));
	if (*macro->body)
		g_hash_table_insert(offsets->macros, g_steal_pointer(&name),
				    macro);
	else
		macro_free(macro);
}

/* A file of constants is C, is called so, or says what it includes. */
static bool may_define(const char *name, const char *text)
{
	return g_str_has_suffix(name, ".c") || strstr(name, "offsets") ||
	       strstr(text, "<linux/kbuild.h>");
}

/* `"NAME"` or `<NAME>`. */
static void take_include(struct offsets *offsets, const char *rest)
{
	const char close = *rest == '<' ? '>' : *rest;
	const char *end = *rest ? strchr(rest + 1, close) : NULL;
	g_autofree char *name = NULL;
	g_autofree char *text = NULL;

	if (!offsets->help->read || !strchr("<\"", *rest) || !end ||
	    offsets->nr_files >= FILE_LIMIT)
		return;
	name = g_strndup(rest + 1, (gsize)(end - rest - 1));
	text = offsets->help->read(offsets->help->context, name);
	if (!text || !may_define(name, text))
		return;
	offsets->nr_files++;
	read_source(offsets, text);
}

static void take_directive(struct offsets *offsets, const char *line)
{
	line += strspn(line, "# \t");
	if (g_str_has_prefix(line, "define"))
		take_macro(offsets,
			   line + strlen("define") +
				   strspn(line + strlen("define"), " \t"));
	else if (g_str_has_prefix(line, "include"))
		take_include(offsets,
			     line + strlen("include") +
				     strspn(line + strlen("include"), " \t"));
}

/* Code goes from one directive to the next: a call may take several lines. */
static void read_source(struct offsets *offsets, const char *source)
{
	g_autofree char *plain = plain_text(source);
	g_auto(GStrv) lines = g_strsplit(plain, "\n", -1);
	g_autoptr(GString) code = g_string_new(NULL);

	for (guint i = 0; lines[i]; i++) {
		const char *line = lines[i] + strspn(lines[i], " \t");

		if (*line != '#') {
			g_string_append_printf(code, "%s\n", line);
			continue;
		}
		scan(offsets, code->str);
		g_string_truncate(code, 0);
		take_directive(offsets, line);
	}
	scan(offsets, code->str);
}

char *offsets_header(const char *source, const struct offsets_help *help)
{
	struct offsets offsets = {
		.macros = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
						macro_free),
		.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       NULL),
		.header = g_string_new(NULL),
		.help = help,
	};
	bool is_empty;

	read_source(&offsets, source);
	is_empty = g_hash_table_size(offsets.names) == 0;
	g_hash_table_destroy(offsets.macros);
	g_hash_table_destroy(offsets.names);
	return g_string_free(offsets.header, is_empty);
}
