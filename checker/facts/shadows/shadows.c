// SPDX-License-Identifier: GPL-2.0-only
#include "shadows.h"

#include <string.h>

#include "base/path_kind.h"
#include "condition.h"
#include "rust_facts.h"
#include "tables.h"
#include "vma_members.h"

/* Larger sources are made by machines, and hold no table of a person's. */
enum { SOURCE_LIMIT = 4 << 20, CODES_LIMIT = 1000 };

/* 7.1 asks some thousand; each takes less than a millisecond. */
enum { QUESTIONS_LIMIT = 50000 };

static void clear_documented(gpointer data)
{
	struct documented *documented = data;

	g_free((gpointer)documented->code.code);
	g_free((gpointer)documented->code.description);
}

static void clear_text(gpointer data)
{
	struct shadow_text *text = data;

	g_free(text->text);
}

struct shadows *shadows_new(GHashTable *names)
{
	struct shadows *shadows = g_new0(struct shadows, 1);

	shadows->strings = g_string_chunk_new(4096);
	shadows->names = names;
	shadows->nr_questions = g_new(guint, 1);
	*shadows->nr_questions = QUESTIONS_LIMIT;
	shadows->flags = flags_new();
	shadows->tables = tables_new();
	shadows->constants =
		g_array_new(FALSE, FALSE, sizeof(struct rust_constant));
	shadows->rust_uses = g_array_new(FALSE, FALSE, sizeof(struct rust_use));
	shadows->members =
		g_array_new(FALSE, FALSE, sizeof(struct rust_member));
	shadows->numbers =
		g_array_new(FALSE, FALSE, sizeof(struct rust_number));
	shadows->helpers =
		g_array_new(FALSE, FALSE, sizeof(struct rust_helper));
	shadows->blocked =
		g_array_new(FALSE, FALSE, sizeof(struct rust_blocked));
	shadows->vma_members =
		g_array_new(FALSE, FALSE, sizeof(struct vma_member));
	shadows->documented =
		g_array_new(FALSE, FALSE, sizeof(struct documented));
	g_array_set_clear_func(shadows->documented, clear_documented);
	shadows->texts = g_array_new(FALSE, FALSE, sizeof(struct shadow_text));
	g_array_set_clear_func(shadows->texts, clear_text);
	shadows->builders =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return shadows;
}

void shadows_free(struct shadows *shadows)
{
	flags_free(shadows->flags);
	g_free(shadows->nr_questions);
	g_ptr_array_unref(shadows->tables);
	g_array_unref(shadows->constants);
	g_array_unref(shadows->rust_uses);
	g_array_unref(shadows->members);
	g_array_unref(shadows->numbers);
	g_array_unref(shadows->helpers);
	g_array_unref(shadows->blocked);
	g_array_unref(shadows->vma_members);
	g_array_unref(shadows->documented);
	g_array_unref(shadows->texts);
	g_hash_table_destroy(shadows->builders);
	g_string_chunk_free(shadows->strings);
	g_free(shadows);
}

void shadows_add_header(struct shadows *shadows, const char *path,
			const char *text, gsize length)
{
	const char *own = g_string_chunk_insert_const(shadows->strings, path);

	flags_read(shadows->flags, own, text, length);
	vma_members_read(shadows, own, text, length);
}

static void add_document(struct shadows *shadows, const char *path,
			 const char *text, gsize length)
{
	g_autoptr(GArray) codes = document_codes(text, length);

	for (guint i = 0; i < MIN(codes->len, CODES_LIMIT); i++) {
		struct documented one = {
			.code = g_array_index(codes, struct vma_code, i),
		};

		one.code.code = g_strndup(one.code.code, one.code.length);
		one.code.description = g_strndup(one.code.description,
						 one.code.description_length);
		one.at = (struct shadow_place){
			.path = path,
			.line = one.code.line,
			.column = one.code.column,
			.end_column =
				one.code.column + (guint32)one.code.length,
		};
		g_array_append_val(shadows->documented, one);
	}
}

static void keep_text(struct shadows *shadows, const char *path,
		      const char *text, gsize length)
{
	const struct shadow_text kept = {
		.path = path,
		.text = g_strndup(text ? text : "", length),
		.length = length,
	};

	g_array_append_val(shadows->texts, kept);
}

void shadows_add(struct shadows *shadows, const char *path, const char *text,
		 gsize length)
{
	const char *own = g_string_chunk_insert_const(shadows->strings, path);

	if (!path_is_source(path))
		keep_text(shadows, own, text, length);
	switch (path_language(path)) {
	case LANGUAGE_C:
		if (length > SOURCE_LIMIT)
			return;
		tables_read(own, text, length, shadows->names, shadows->tables);
		rust_read_helpers(shadows, own, text, length);
		break;
	case LANGUAGE_RUST:
		rust_read(shadows, own, text, length);
		break;
	case LANGUAGE_BINDGEN:
		rust_read_parameters(shadows, own, text, length);
		break;
	case LANGUAGE_DOCUMENT:
		add_document(shadows, own, text, length);
		break;
	case LANGUAGE_NONE:
		break;
	}
}

/* "CONFIG_MMU" of `proc-$(CONFIG_MMU) := ..'; owned; "" of a fixed list. */
static char *list_symbol(const char *line)
{
	const char *open = strstr(line, "$(CONFIG_");
	const char *assignment = strchr(line, '=');
	const char *start;

	if (!open || !assignment || open > assignment)
		return g_strdup("");
	start = open + strlen("$(");
	return g_strndup(start, strcspn(start, ")"));
}

static bool has_word(const char *line, const char *word)
{
	const gsize length = strlen(word);
	const char *at = line;

	while ((at = strstr(at, word)) != NULL) {
		if ((at == line || strchr(" \t=", at[-1])) &&
		    (at[length] == '\0' || strchr(" \t\r", at[length])))
			return true;
		at += length;
	}
	return false;
}

void shadows_add_makefile(struct shadows *shadows, const char *source,
			  const char *text, gsize length)
{
	g_autofree char *name = g_path_get_basename(source);
	g_autofree char *copy = g_strndup(text ? text : "", length);
	g_auto(GStrv) lines = g_strsplit(copy, "\n", -1);
	char *any = NULL;

	if (!g_str_has_suffix(name, ".c"))
		return;
	name[strlen(name) - 1] = 'o';
	for (guint i = 0; lines[i]; i++) {
		g_autofree char *symbol = NULL;
		g_autofree char *known = any;

		any = g_steal_pointer(&known);
		if (!has_word(lines[i], name))
			continue;
		symbol = list_symbol(lines[i]);
		known = any;
		any = known ? condition_or(known, symbol) : g_strdup(symbol);
	}
	if (any)
		g_hash_table_insert(shadows->builders, g_strdup(source), any);
}

/* Names of flags in conditions are what the headers say of them. */
static void settle_table(struct shadows *shadows, struct flag_table *table)
{
	const char *builder =
		g_hash_table_lookup(shadows->builders, table->at.path);
	g_autofree char *around = NULL;

	for (guint i = 0; i < table->entries->len; i++) {
		struct table_entry *entry =
			&g_array_index(table->entries, struct table_entry, i);
		g_autofree char *guard = entry->guard;
		g_autofree char *both =
			condition_and(builder ? builder : "", guard);

		entry->guard = flags_settle(shadows->flags, both);
	}
	around = table->guard;
	table->guard = condition_and(builder ? builder : "", around);
}

void shadows_derive(struct shadows *shadows)
{
	for (guint i = 0; i < shadows->tables->len; i++)
		settle_table(shadows, g_ptr_array_index(shadows->tables, i));
}

bool shadows_can_hold(const struct shadows *shadows, const char *condition)
{
	if (*shadows->nr_questions == 0)
		return false;
	--*shadows->nr_questions;
	return condition_can_hold(condition);
}

char *shadows_mask_of(const char *name)
{
	char *mask;

	if (!g_str_has_prefix(name, "VMA_") || !g_str_has_suffix(name, "_BIT"))
		return g_strdup(name);
	mask = g_strconcat("VM_", name + strlen("VMA_"), NULL);
	mask[strlen(mask) - strlen("_BIT")] = '\0';
	return mask;
}

bool shadows_is_placeholder(const char *flag)
{
	static const char *const names[] = { "VM_STACK", "VM_STACK_EARLY",
					     "VM_ARCH_CLEAR" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		if (strcmp(flag, names[i]) == 0)
			return true;
	}
	return g_str_has_prefix(flag, "VM_HIGH_ARCH_");
}

/* VM_X_BIT, VM_HIGH_ARCH_BIT_0 and VM_PKEY_SHIFT are numbers. */
static bool is_number(const char *name)
{
	return g_str_has_suffix(name, "_BIT") || strstr(name, "_BIT_") ||
	       g_str_has_suffix(name, "_SHIFT");
}

static bool is_single(const struct shadows *shadows, const char *name)
{
	const GPtrArray *values = flags_values(shadows->flags, name);
	bool is_any = false;

	for (guint i = 0; i < values->len; i++) {
		const struct flag_value *value = g_ptr_array_index(values, i);

		if (value->is_known && value->value == 0)
			continue;
		if (!value->is_known || flag_single_bit(value->value) < 0)
			return false;
		is_any = true;
	}
	return is_any;
}

GPtrArray *shadows_flags(const struct shadows *shadows)
{
	const GPtrArray *all = shadows->flags->definitions;
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *found = g_ptr_array_new();

	for (guint i = 0; i < all->len; i++) {
		const struct flag_definition *one = g_ptr_array_index(all, i);

		if (g_str_has_prefix(one->name, "VM_") &&
		    !is_number(one->name) &&
		    g_hash_table_contains(shadows->names, one->name) &&
		    g_hash_table_add(seen, one->name) &&
		    is_single(shadows, one->name))
			g_ptr_array_add(found, one->name);
	}
	return found;
}

/* True if one of the ways to read a name leads over another. */
bool shadows_leads_to(const struct shadows *shadows, const char *name,
		      const char *other)
{
	const GPtrArray *values = flags_values(shadows->flags, name);

	for (guint i = 0; i < values->len; i++) {
		const struct flag_value *value = g_ptr_array_index(values, i);

		if (g_ptr_array_find_with_equal_func(value->via, other,
						     g_str_equal, NULL))
			return true;
	}
	return false;
}

bool shadows_is_alias(const struct shadows *shadows, const char *a,
		      const char *b)
{
	const GPtrArray *values = flags_values(shadows->flags, a);

	if (strcmp(a, b) == 0 || shadows_leads_to(shadows, a, b) ||
	    shadows_leads_to(shadows, b, a))
		return true;
	for (guint i = 0; i < values->len; i++) {
		const struct flag_value *value = g_ptr_array_index(values, i);

		for (guint k = 0; k < value->via->len; k++) {
			if (shadows_leads_to(shadows, b,
					     g_ptr_array_index(value->via, k)))
				return true;
		}
	}
	return false;
}
