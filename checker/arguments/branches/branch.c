// SPDX-License-Identifier: GPL-2.0-only
/*
 * Variants of a file that reach what one parse skipped. The conditions around
 * the wanted lines are decided, consistently over the whole file, and their
 * directives rewritten in place; everything else keeps its place.
 */
#include <string.h>

#include "arguments/arguments.h"
#include "condition.h"
#include "text/conditional.h"
#include "text/lexer.h"

/* More than this many parses of one file are not worth their time. */
enum { VARIANT_LIMIT = 8 };

struct planner {
	const char *text;
	gsize length;
	GArray *conditionals;
	GHashTable *reasons;
};

static const struct conditional *conditional_at(const struct planner *planner,
						guint index)
{
	return &g_array_index(planner->conditionals, struct conditional, index);
}

static void wish(GArray *wishes, const char *condition,
		 enum condition_value wanted)
{
	struct condition_wish wish = { condition, wanted };

	g_array_append_val(wishes, wish);
}

/* What one branch asks for: those before it off, its own condition on. */
static void wish_branch(const struct planner *planner, guint branch,
			GArray *wishes)
{
	const struct conditional *conditional = conditional_at(planner, branch);

	if (conditional->is_guard)
		return;
	if (conditional->kind != CONDITIONAL_ELSE)
		wish(wishes, conditional->condition, CONDITION_TRUE);
	/* With more than can be decided it does not matter which they are. */
	while (conditional->kind != CONDITIONAL_IF &&
	       wishes->len <= WISHES_LIMIT) {
		conditional = conditional_at(planner, conditional->before);
		wish(wishes, conditional->condition, CONDITION_FALSE);
	}
}

/* The branches around one line after the other. */
struct position {
	guint next;    /* conditional to come */
	GArray *stack; /* guint: branches that the line is in, outermost first
			*/
};

/* Goes on to a line, which is none of those before. */
static void position_move(struct position *position,
			  const struct planner *planner, guint32 line)
{
	GArray *stack = position->stack;

	for (; position->next < planner->conditionals->len; position->next++) {
		const struct conditional *conditional =
			conditional_at(planner, position->next);

		if (conditional->last_line >= line)
			break;
		if (conditional->kind != CONDITIONAL_IF && stack->len > 0)
			g_array_set_size(stack, stack->len - 1);
		if (conditional->kind != CONDITIONAL_ENDIF)
			g_array_append_val(stack, position->next);
	}
}

static bool decide_line(const struct planner *planner, const GArray *stack,
			struct decisions *decisions, const char **ret_reason)
{
	g_autoptr(GArray) wishes =
		g_array_new(FALSE, FALSE, sizeof(struct condition_wish));

	for (guint i = 0; i < stack->len && wishes->len <= WISHES_LIMIT; i++)
		wish_branch(planner, g_array_index(stack, guint, i), wishes);
	return conditions_decide(wishes, decisions, ret_reason);
}

static bool is_line_end(char byte)
{
	return byte == '\n' || byte == '\r';
}

/*
 * Writes `#if 1` over a conditional, blanks behind it; line ends are kept, and
 * spliced where a comment had them before all was written.
 */
static void rewrite(char *text, const struct conditional *conditional,
		    const char *with)
{
	const char *end = text + conditional->end;
	char *p = text + conditional->start;

	while (p < end) {
		gsize splices = (gsize)(lex_skip_splices(p, end) - p);

		p += splices;
		if (splices > 0 || is_line_end(*p))
			p += splices == 0;
		else if (with[0] && with[1] && is_line_end(p[1]))
			*p++ = '\\';
		else
			*p++ = *with ? *with++ : ' ';
	}
}

static const char *replacement(enum conditional_kind kind,
			       enum condition_value value)
{
	bool is_on = value == CONDITION_TRUE;

	if (kind == CONDITIONAL_IF)
		return is_on ? "#if 1" : "#if 0";
	return is_on ? "#elif 1" : "#elif 0";
}

static char *variant_text(const struct planner *planner,
			  const struct decisions *decisions)
{
	char *text = g_memdup2(planner->text, planner->length + 1);

	for (guint i = 0; i < planner->conditionals->len; i++) {
		const struct conditional *conditional =
			conditional_at(planner, i);
		enum condition_value value;

		if (conditional->kind != CONDITIONAL_IF &&
		    conditional->kind != CONDITIONAL_ELIF)
			continue;
		value = condition_value(conditional->condition, decisions);
		if (value != CONDITION_UNKNOWN)
			rewrite(text, conditional,
				replacement(conditional->kind, value));
	}
	return text;
}

static bool is_symbol(const char *atom)
{
	return g_str_has_prefix(atom, "CONFIG_") &&
	       strspn(atom, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
		       strlen(atom);
}

static void append_symbol(GString *symbols, const char *atom, bool is_on)
{
	g_string_append_printf(symbols, "#undef %s\n", atom);
	if (is_on)
		g_string_append_printf(symbols, "#define %s 1\n", atom);
	else
		g_string_append_printf(symbols, "#undef %s_MODULE\n", atom);
}

static void describe(struct branch_variant *variant,
		     const struct decisions *decisions)
{
	g_autoptr(GList) atoms = g_list_sort(
		g_hash_table_get_keys(decisions->values), (GCompareFunc)strcmp);
	GString *text = g_string_new(NULL);
	GString *symbols = g_string_new(NULL);

	for (GList *item = atoms; item; item = item->next) {
		const char *atom = item->data;
		bool is_on = GPOINTER_TO_INT(g_hash_table_lookup(
				     decisions->values, atom)) ==
			     CONDITION_TRUE;

		g_string_append_printf(text, "%s%s%s", text->len ? ", " : "",
				       is_on ? "" : "!", atom);
		if (is_symbol(atom))
			append_symbol(symbols, atom, is_on);
	}
	variant->description = g_string_free(text, FALSE);
	variant->symbols = g_string_free(symbols, FALSE);
}

static void variant_free(gpointer data)
{
	struct branch_variant *variant = data;

	g_free(variant->text);
	g_free(variant->symbols);
	g_free(variant->description);
	g_array_free(variant->lines, TRUE);
	g_free(variant);
}

static void refuse(struct planner *planner, guint32 line, const char *reason)
{
	g_hash_table_insert(planner->reasons, GUINT_TO_POINTER(line),
			    g_strdup(reason));
}

/*
 * Decides as many of the remaining lines as go together. Those that cannot be
 * reached at all get their reason, the others remain.
 */
static void decide_lines(struct planner *planner, struct decisions *decisions,
			 GArray *lines, GArray *remaining)
{
	struct position position = {
		.stack = g_array_new(FALSE, FALSE, sizeof(guint)),
	};
	guint nr_later = 0;

	for (guint i = 0; i < remaining->len; i++) {
		guint32 line = g_array_index(remaining, guint32, i);
		const char *reason = "";

		position_move(&position, planner, line);
		if (decide_line(planner, position.stack, decisions, &reason))
			g_array_append_val(lines, line);
		/* Without other decisions to fit, it will never go. */
		else if (decisions->atoms->len == 0)
			refuse(planner, line, reason);
		else
			g_array_index(remaining, guint32, nr_later++) = line;
	}
	g_array_set_size(remaining, nr_later);
	g_array_free(position.stack, TRUE);
}

/* NULL when nothing is left to reach. */
static struct branch_variant *plan_one(struct planner *planner,
				       GArray *remaining)
{
	struct decisions *decisions = decisions_new();
	struct branch_variant *variant = g_new0(struct branch_variant, 1);

	variant->lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	decide_lines(planner, decisions, variant->lines, remaining);
	if (variant->lines->len > 0) {
		variant->text = variant_text(planner, decisions);
		variant->length = planner->length;
		describe(variant, decisions);
	} else {
		g_clear_pointer(&variant, variant_free);
	}
	decisions_free(decisions);
	return variant;
}

GPtrArray *branch_variants(const char *text, gsize length, const GArray *lines,
			   GHashTable **ret_reasons)
{
	GPtrArray *variants = g_ptr_array_new_with_free_func(variant_free);
	struct planner planner = {
		.text = text,
		.length = length,
		.conditionals = conditionals_read(text, length),
		.reasons = g_hash_table_new_full(NULL, NULL, NULL, g_free),
	};
	g_autoptr(GArray) remaining =
		g_array_new(FALSE, FALSE, sizeof(guint32));

	g_array_append_vals(remaining, lines->data, lines->len);
	while (remaining->len > 0 && variants->len < VARIANT_LIMIT) {
		struct branch_variant *variant = plan_one(&planner, remaining);

		if (!variant)
			break;
		g_ptr_array_add(variants, variant);
	}
	for (guint i = 0; i < remaining->len; i++)
		refuse(&planner, g_array_index(remaining, guint32, i),
		       "in a branch beyond the limit of variants of one file");
	g_array_free(planner.conditionals, TRUE);
	*ret_reasons = planner.reasons;
	return variants;
}
