// SPDX-License-Identifier: GPL-2.0-only
/*
 * A declaration with an initialiser has become one without and an assignment
 * by then, see simplify.c.
 */
#include "locals.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "term.h"

static bool is_local(const struct term *term, const char *name)
{
	return term_is_name(term, name) && !term->known;
}

/* What happens to a variable. */
struct uses {
	guint nr_reads, nr_sets;
	bool is_changed; /* otherwise than by "=", or its address is taken */
};

static void count_uses(const struct term *term, const char *name,
		       struct uses *uses)
{
	for (guint i = 0; i < term->children->len; i++) {
		const struct term *child = term_child(term, i);
		const bool is_it = is_local(child, name);

		if (is_it && term->kind == TERM_ASSIGN && i == 0)
			uses->nr_sets++;
		else if (is_it && (term->kind == TERM_AFTER ||
				   (term->kind == TERM_UNARY &&
				    strchr("&+-", *term->text) &&
				    strcmp(term->text, "-") != 0)))
			uses->is_changed = true;
		else if (is_it)
			uses->nr_reads++;
		else
			count_uses(child, name, uses);
		/* `x.f = ..' and `x.f[0] = ..' are no new value of x alone. */
		if (term->kind == TERM_ASSIGN && i == 0 && !is_it) {
			const struct term *target = child;

			while (target->children->len > 0 &&
			       (target->kind == TERM_MEMBER ||
				target->kind == TERM_INDEX))
				target = term_child(target, 0);
			if (is_local(target, name))
				uses->is_changed = true;
		}
	}
}

static bool has_call(const struct term *term)
{
	if (term->kind == TERM_CALL || term->kind == TERM_STATEMENTS)
		return true;
	for (guint i = 0; i < term->children->len; i++) {
		if (has_call(term_child(term, i)))
			return true;
	}
	return false;
}

/* True if a statement may change what others read. */
static bool has_effect(const struct term *term)
{
	if (term->kind == TERM_CALL || term->kind == TERM_ASSIGN ||
	    term->kind == TERM_AFTER || term->kind == TERM_WORDS)
		return true;
	for (guint i = 0; i < term->children->len; i++) {
		if (has_effect(term_child(term, i)))
			return true;
	}
	return false;
}

static bool mentions(const struct term *term, const char *name)
{
	if (is_local(term, name))
		return true;
	for (guint i = 0; i < term->children->len; i++) {
		if (mentions(term_child(term, i), name))
			return true;
	}
	return false;
}

/* True if between the assignment at i and the last use nothing has an effect
 * but the statement of that last use. */
static bool is_steady(const struct term *block, guint i, const char *name)
{
	guint last = i;

	for (guint k = i + 1; k < block->children->len; k++) {
		if (mentions(term_child(block, k), name))
			last = k;
	}
	for (guint k = i + 1; k < last; k++) {
		const struct term *between = term_child(block, k);

		/* Of another local, which is judged by itself. */
		if (between->kind == TERM_ASSIGN &&
		    term_child(between, 0)->kind == TERM_NAME &&
		    !has_call(term_child(between, 1)))
			continue;
		if (has_effect(between))
			return false;
	}
	return true;
}

static const char *type_of(const struct term *block, const char *name)
{
	for (guint i = 0; i < block->children->len; i++) {
		const struct term *child = term_child(block, i);
		const char *type;

		if (child->kind == TERM_VARIABLE &&
		    strcmp(child->text, name) == 0)
			return child->type;
		type = type_of(child, name);
		if (type)
			return type;
	}
	return NULL;
}

/* A value that is kept in less than a word may lose bits. */
static bool is_narrow(const char *type)
{
	static const char *const list[] = {
		"int", "unsigned int", "short", "char", "unsigned short",
		"u32", "u16",	       "u8",	"s32",	"unsigned char"
	};

	if (g_str_has_prefix(type, "const "))
		type += strlen("const ");
	for (gsize i = 0; i < G_N_ELEMENTS(list); i++) {
		if (strcmp(type, list[i]) == 0)
			return true;
	}
	return false;
}

static void replace(struct terms *terms, struct term *term, const char *name,
		    const struct term *value)
{
	for (guint i = 0; i < term->children->len; i++) {
		struct term *child = term_child(term, i);

		if (is_local(child, name))
			g_ptr_array_index(term->children, i) =
				term_copy(terms, value);
		else
			replace(terms, child, name, value);
	}
}

/* Where in a block a local is set; the length if it is not, or not alone. */
static bool can_inline(const struct term *root, const struct term *block,
		       guint i, const char **ret_type)
{
	const struct term *assign = term_child(block, i);
	const struct term *target, *value;
	struct uses uses = { 0 };

	if (assign->kind != TERM_ASSIGN || strcmp(assign->text, "=") != 0)
		return false;
	target = term_child(assign, 0);
	value = term_child(assign, 1);
	if (target->kind != TERM_NAME || target->known)
		return false;
	*ret_type = type_of(root, target->text);
	if (!*ret_type || strchr(*ret_type, '[') || value->kind == TERM_LIST ||
	    value->kind == TERM_ASSIGN || mentions(value, target->text))
		return false;
	count_uses(root, target->text, &uses);
	if (uses.nr_sets != 1 || uses.is_changed || uses.nr_reads == 0)
		return false;
	if (has_call(value) && uses.nr_reads > 1)
		return false;
	/* An address stays the same, whatever happens to what is there. */
	return (g_str_has_suffix(*ret_type, "*") && !has_call(value)) ||
	       is_steady(block, i, target->text);
}

static bool inline_in(struct terms *terms, struct term *root,
		      struct term *block)
{
	for (guint i = 0; i < block->children->len; i++) {
		struct term *child = term_child(block, i);
		const char *type = NULL;
		const char *name;
		struct term *value;

		if (inline_in(terms, root, child))
			return true;
		if (block->kind != TERM_BLOCK ||
		    !can_inline(root, block, i, &type))
			continue;
		name = term_child(child, 0)->text;
		value = term_child(child, 1);
		if (is_narrow(type)) {
			struct term *cast =
				term_new(terms, TERM_CAST, type, value);

			term_add(cast, value);
			value = cast;
		}
		g_ptr_array_remove_index(block->children, i);
		replace(terms, root, name, value);
		return true;
	}
	return false;
}

void locals_inline(struct terms *terms, struct term *block)
{
	while (inline_in(terms, block, block))
		;
}

static void name_in(struct terms *terms, const struct term *root,
		    struct term *term, GHashTable *known)
{
	const char *type = term->kind == TERM_NAME && !term->known ?
				   type_of(root, term->text) :
				   NULL;

	if (type) {
		const char *name = g_hash_table_lookup(known, term->text);

		if (!name) {
			g_autofree char *text = g_strdup_printf(
				"$v%u:%s", g_hash_table_size(known) + 1, type);

			name = terms_text(terms, text);
			g_hash_table_insert(known, (gpointer)term->text,
					    (gpointer)name);
		}
		term->known = name;
	}
	for (guint i = 0; i < term->children->len; i++)
		name_in(terms, root, term_child(term, i), known);
}

static void remove_declarations(struct term *term)
{
	for (guint i = term->children->len; i > 0; i--) {
		struct term *child = term_child(term, i - 1);

		if (child->kind == TERM_VARIABLE)
			g_ptr_array_remove_index(term->children, i - 1);
		else
			remove_declarations(child);
	}
}

void locals_name(struct terms *terms, struct term *block)
{
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);

	name_in(terms, block, block, known);
	remove_declarations(block);
}
