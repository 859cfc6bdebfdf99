// SPDX-License-Identifier: GPL-2.0-only
/*
 * A head is all that stands at file scope before a `{`. Of its words the
 * keywords, macros that were expanded and what looks like a type are known;
 * the rest is judged by its place.
 */
#include "recover.h"

#include <string.h>

#include "head.h"
#include "parse.h"

struct recovery {
	const struct recover_request *request;
	GArray *names;	       /* struct recovered_name */
	GHashTable *mentioned; /* in directives of the file: char *, owned */
};

static void name_clear(gpointer data)
{
	g_free(((struct recovered_name *)data)->name);
}

static bool is_among(const char *const *words, const char *name)
{
	return g_strv_contains(words, name);
}

/* Words of C and of GNU C that say nothing of the type. */
static bool is_storage(const char *name)
{
	static const char *const words[] = {
		"static",   "inline",	"extern",	 "const",
		"volatile", "register", "__inline",	 "__inline__",
		"auto",	    "restrict", "__attribute__", "__extension__",
		NULL,
	};

	return is_among(words, name);
}

static bool is_type_word(const char *name)
{
	static const char *const words[] = {
		"int",	 "char",  "long",   "short",	  "unsigned", "signed",
		"void",	 "float", "double", "_Bool",	  "bool",     "struct",
		"union", "enum",  "typeof", "u8",	  "u16",      "u32",
		"u64",	 "s8",	  "s16",    "s32",	  "s64",      "__u32",
		"__u64", "__s32", "__s64",  "__typeof__", NULL,
	};

	return is_among(words, name) || g_str_has_suffix(name, "_t");
}

/* FOO_API, _In_: as macros are spelled, and types seldom. */
static bool looks_like_macro(const char *name)
{
	bool has_letter = false;

	if (*name == '_')
		return true;
	for (; *name; name++) {
		if (g_ascii_islower(*name))
			return false;
		has_letter |= g_ascii_isupper(*name);
	}
	return has_letter;
}

static bool is_unknown_type(const struct recovery *recovery, const char *name)
{
	return g_hash_table_contains(recovery->request->unknown, name);
}

static bool is_macro(const struct recovery *recovery, const char *name)
{
	return g_hash_table_contains(recovery->request->macros, name);
}

/* A word that the parser knows, or may know, without our help. */
static bool is_known(const struct recovery *recovery,
		     const struct head_item *item)
{
	return item->kind != HEAD_WORD || is_storage(item->text) ||
	       is_macro(recovery, item->text) ||
	       (is_type_word(item->text) &&
		!is_unknown_type(recovery, item->text));
}

static void add_name(struct recovery *recovery, const struct head_item *item,
		     enum recovery_kind kind)
{
	struct recovered_name name = { .kind = kind, .line = item->line };

	if (g_hash_table_contains(recovery->mentioned, item->text))
		return;
	for (guint i = 0; i < recovery->names->len; i++) {
		if (strcmp(g_array_index(recovery->names, struct recovered_name,
					 i)
				   .name,
			   item->text) == 0)
			return;
	}
	name.name = g_strdup(item->text);
	g_array_append_val(recovery->names, name);
}

static const struct head_item *item_at(const GArray *items, guint index)
{
	static const struct head_item none = { .kind = HEAD_OTHER };

	return index < items->len ?
		       &g_array_index(items, struct head_item, index) :
		       &none;
}

static bool has_group(const GArray *items, guint index)
{
	return item_at(items, index + 1)->kind == HEAD_GROUP;
}

/*
 * True if the words before an index say what the type is. A word that looks
 * like no macro and that nobody complained of is one.
 */
static bool has_type(const struct recovery *recovery, const GArray *items,
		     guint end)
{
	for (guint i = 0; i < end; i++) {
		const struct head_item *item = item_at(items, i);

		if (item->kind != HEAD_WORD || has_group(items, i) ||
		    is_storage(item->text) || is_macro(recovery, item->text) ||
		    is_unknown_type(recovery, item->text))
			continue;
		if (is_type_word(item->text) || !looks_like_macro(item->text))
			return true;
	}
	return false;
}

/* The word that the parameters follow; the number of items if there is none. */
static guint find_function(const struct recovery *recovery, const GArray *items)
{
	guint last = items->len;

	for (guint i = 0; i < items->len; i++) {
		const struct head_item *item = item_at(items, i);

		if (item->kind != HEAD_WORD || !has_group(items, i) ||
		    is_storage(item->text) || is_macro(recovery, item->text))
			continue;
		last = i;
		if (has_type(recovery, items, i))
			return i;
	}
	return last;
}

/* A word that the parser knew nothing of, with or without brackets behind. */
static bool is_candidate(const struct recovery *recovery, const GArray *items,
			 guint index, bool with_group)
{
	return !is_known(recovery, item_at(items, index)) &&
	       has_group(items, index) == with_group;
}

/*
 * The word before a function's name that has to be its type, if no other is:
 * the nearest with brackets, else the first without. end if there is none.
 */
static guint find_type(const struct recovery *recovery, const GArray *items,
		       guint end)
{
	for (guint i = end; i > 0; i--) {
		if (is_candidate(recovery, items, i - 1, true))
			return i - 1;
	}
	for (guint i = 0; i < end; i++) {
		if (is_candidate(recovery, items, i, false))
			return i;
	}
	return end;
}

static void judge_type(struct recovery *recovery, const GArray *items,
		       guint index)
{
	const struct head_item *item = item_at(items, index);

	if (has_group(items, index))
		add_name(recovery, item, RECOVERED_ARGUMENT);
	else if (is_unknown_type(recovery, item->text))
		add_name(recovery, item, RECOVERED_TYPE);
}

/* What stands before the function's name. */
static void judge_front(struct recovery *recovery, const GArray *items,
			guint function)
{
	guint type = function;

	if (!has_type(recovery, items, function)) {
		type = find_type(recovery, items, function);
		if (type < function)
			judge_type(recovery, items, type);
	}
	for (guint i = 0; i < function; i++) {
		const struct head_item *item = item_at(items, i);

		if (i == type)
			continue;
		if (is_candidate(recovery, items, i, true))
			add_name(recovery, item, RECOVERED_CALL_AWAY);
		else if (is_candidate(recovery, items, i, false) &&
			 (looks_like_macro(item->text) ||
			  is_unknown_type(recovery, item->text)))
			add_name(recovery, item, RECOVERED_AWAY);
	}
}

/* Attributes behind the parameters. */
static void judge_back(struct recovery *recovery, const GArray *items,
		       guint from)
{
	for (guint i = from; i < items->len; i++) {
		const struct head_item *item = item_at(items, i);

		if (!is_known(recovery, item))
			add_name(recovery, item,
				 has_group(items, i) ? RECOVERED_CALL_AWAY :
						       RECOVERED_AWAY);
	}
}

/* One parameter: what looks like a macro beside a type, or an unknown type. */
static void judge_parameter(struct recovery *recovery, const GArray *items)
{
	const bool is_typed =
		has_type(recovery, items, items->len ? items->len - 1 : 0);

	for (guint i = 0; i < items->len; i++) {
		const struct head_item *item = item_at(items, i);

		if (is_known(recovery, item))
			continue;
		if (is_typed && looks_like_macro(item->text))
			add_name(recovery, item,
				 has_group(items, i) ? RECOVERED_CALL_AWAY :
						       RECOVERED_AWAY);
		else if (is_unknown_type(recovery, item->text))
			add_name(recovery, item, RECOVERED_TYPE);
	}
}

static void judge_parameters(struct recovery *recovery,
			     const struct head_item *group)
{
	g_autoptr(GPtrArray) parameters = head_parameters(group);

	for (guint i = 0; i < parameters->len; i++)
		judge_parameter(recovery, g_ptr_array_index(parameters, i));
}

static void judge_head(void *context, const GArray *items)
{
	struct recovery *recovery = context;
	const guint function = find_function(recovery, items);
	guint parameters = function + 1;

	if (function == items->len)
		return;
	/* int X(name)(..) */
	if (has_group(items, parameters)) {
		add_name(recovery, item_at(items, function),
			 RECOVERED_ARGUMENT);
		parameters++;
	}
	judge_front(recovery, items, function);
	judge_parameters(recovery, item_at(items, parameters));
	judge_back(recovery, items, parameters + 1);
}

static bool is_skipped(void *context, guint32 line)
{
	const struct recovery *recovery = context;

	return recovery->request->outcome &&
	       !parse_outcome_saw(recovery->request->outcome, line);
}

GArray *recover_names(const struct recover_request *request)
{
	struct recovery recovery = {
		.request = request,
		.names = g_array_new(FALSE, FALSE,
				     sizeof(struct recovered_name)),
		.mentioned = g_hash_table_new_full(g_str_hash, g_str_equal,
						   g_free, NULL),
	};
	const struct head_reader reader = {
		.text = request->text,
		.length = request->length,
		.context = &recovery,
		.head = judge_head,
		.skips = is_skipped,
	};

	g_array_set_clear_func(recovery.names, name_clear);
	heads_mentioned(&reader, recovery.mentioned);
	heads_read(&reader);
	g_hash_table_destroy(recovery.mentioned);
	return recovery.names;
}

char *recover_text(const GArray *names)
{
	static const char *const forms[] = {
		[RECOVERED_AWAY] = "#define %s\n",
		[RECOVERED_CALL_AWAY] = "#define %s(...)\n",
		[RECOVERED_ARGUMENT] = "#define %s(...) __VA_ARGS__\n",
		[RECOVERED_TYPE] = "#define %s unsigned long\n",
	};
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++) {
		const struct recovered_name *name =
			&g_array_index(names, struct recovered_name, i);
		g_auto(GStrv) parts = g_strsplit(forms[name->kind], "%s", 2);

		g_string_append_printf(text, "%s%s%s", parts[0], name->name,
				       parts[1]);
	}
	return g_string_free(text, names->len == 0);
}

char *recover_sentence(const struct recovered_name *name)
{
	static const char *const meanings[] = {
		[RECOVERED_AWAY] = "nothing",
		[RECOVERED_CALL_AWAY] = "nothing",
		[RECOVERED_ARGUMENT] = "its argument",
		[RECOVERED_TYPE] = "an integer type",
	};

	return g_strdup_printf(
		"line %u: '%s' is defined nowhere, and was taken for %s",
		name->line, name->name, meanings[name->kind]);
}
