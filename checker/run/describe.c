// SPDX-License-Identifier: GPL-2.0-only
#include "describe.h"

#include <stdbool.h>
#include <string.h>

#include "arguments/arguments.h"
#include "base/view.h"
#include "facts/facts.h"
#include "findings/findings.h"
#include "parse/parse.h"
#include "select/select.h"
#include "unit_facts.h"

static bool is_about_flags(const struct unit_facts *facts, guint32 index)
{
	switch ((enum flag_kind)facts_kind(facts, index)->kind) {
	case KIND_BIT:
	case KIND_MASK:
	case KIND_BITMAP:
	case KIND_WORD_POINTER:
	case KIND_FOREIGN:
		return true;
	default:
		return false;
	}
}

static bool holds(const struct code_place *at, guint line, guint column)
{
	return (at->line < line ||
		(at->line == line && at->column <= column)) &&
	       (at->end_line > line ||
		(at->end_line == line && at->end_column > column));
}

/* The smallest expression of flags around a place, or 0. */
static guint32 find_node(const struct unit_facts *facts, guint line,
			 guint column)
{
	guint32 found = 0;
	guint32 smallest = G_MAXUINT32;

	for (guint32 i = 1; i < facts->nodes->len; i++) {
		const struct code_place *at = &facts_node(facts, i)->at;
		const guint32 size = at->end_offset - at->offset;

		if (size >= smallest || strcmp(at->path, facts->path) != 0 ||
		    !holds(at, line, column) || !is_about_flags(facts, i))
			continue;
		found = i;
		smallest = size;
	}
	return found;
}

/* "include/linux/mm.h:330": where a text defines a name; owned, or NULL. */
static char *find_definition(const struct tree *tree, const char *path,
			     const char *name)
{
	g_autofree char *absolute = g_canonicalize_filename(path, tree->root);
	g_autofree char *pattern = g_strdup_printf(
		"^[ \t]*(#[ \t]*define[ \t]+%s\\b|%s[ \t]*[=,])", name, name);
	gsize length = 0;
	g_autofree char *text = view_read(tree->view, absolute, &length, NULL);
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);

	for (guint i = 0; lines[i]; i++) {
		if (strstr(lines[i], name) &&
		    g_regex_match_simple(pattern, lines[i], G_REGEX_RAW, 0))
			return g_strdup_printf("%s:%u", path, i + 1);
	}
	return NULL;
}

/* Who declares what a node names: the file, and the name there; or "". */
static const char *declaring_path(const struct unit_facts *facts,
				  const struct node *node,
				  const char **ret_name)
{
	const struct symbol *symbol = facts_symbol(facts, node->symbol);

	if (node->kind == NODE_NAME && symbol->kind == SYMBOL_ENUMERATOR) {
		*ret_name = symbol->name;
		return symbol->path;
	}
	*ret_name = *node->macro ? node->macro : node->origin;
	if (*node->macro)
		return facts_macro_path(facts, node->macro);
	return node->origin_path;
}

static void append_value(GString *out, const struct unit_facts *facts,
			 const struct kind *kind)
{
	g_autofree char *flags = NULL;

	if (!kind->has_value)
		return;
	if (kind->kind == KIND_BIT) {
		g_string_append_printf(
			out,
			"\n\nbit %" G_GUINT64_FORMAT
			", mask 0x%" G_GINT64_MODIFIER "x",
			kind->value,
			kind->value < 64 ? (guint64)1 << kind->value : 0);
		return;
	}
	flags = facts_mask_name(facts, kind->value);
	g_string_append_printf(out, "\n\n0x%" G_GINT64_MODIFIER "x",
			       kind->value);
	if (kind->value && !(kind->value & (kind->value - 1)))
		g_string_append_printf(out, ", bit %d",
				       __builtin_ctzll(kind->value));
	if (kind->kind == KIND_MASK && !g_str_has_prefix(flags, "0"))
		g_string_append_printf(out, ": %s", flags);
}

/* Where a flag is not what it is here. */
static void append_optional(GString *out, const struct unit_facts *facts,
			    guint32 index)
{
	g_autofree char *stem = facts_flag_stem(facts, index);
	const struct optional_flag *flag = facts_optional_flag(facts, stem);

	if (!flag || facts_kind(facts, index)->kind == KIND_FOREIGN)
		return;
	g_string_append(out, "\n\nsome configurations lack it");
	for (guint i = 0; i < G_N_ELEMENTS(flag->symbols) && flag->symbols[i];
	     i++)
		g_string_append_printf(out, "%s`%s`",
				       i == 0	       ? ": it needs " :
				       flag->needs_all ? " and " :
							 " or ",
				       flag->symbols[i]);
	if (flag->is_alias)
		g_string_append(out, "; there its bit is another flag's");
}

static const char *kind_words(const struct kind *kind)
{
	switch ((enum flag_kind)kind->kind) {
	case KIND_BIT:
		return "the number of a bit of VMA flags";
	case KIND_MASK:
		return kind->is_whole ? "all flags of a VMA, as a mask" :
					"a mask of VMA flags";
	case KIND_BITMAP:
		return "a bitmap of VMA flags";
	case KIND_WORD_POINTER:
		return "a pointer to the first word of VMA flags";
	case KIND_FOREIGN:
		return "no VMA flag: ";
	default:
		return "";
	}
}

static char *describe(const struct unit_facts *facts, const struct tree *tree,
		      guint32 index)
{
	const struct node *node = facts_node(facts, index);
	const struct kind *kind = facts_kind(facts, index);
	const struct type *type = facts_type(facts, node->type);
	g_autofree char *value = facts_value_name(facts, index);
	g_autofree char *place = NULL;
	GString *out = g_string_new(NULL);
	const char *name = "";
	const char *path = declaring_path(facts, node, &name);

	g_string_append_printf(out, "`%s`: %s", value, kind_words(kind));
	if (kind->kind == KIND_FOREIGN)
		g_string_append(out,
				family_name((enum flag_family)kind->family));
	if (*type->alias || *type->spelling)
		g_string_append_printf(out, ", of type `%s`",
				       *type->alias ? type->alias :
						      type->spelling);
	append_value(out, facts, kind);
	append_optional(out, facts, index);
	if (*path && *name)
		place = find_definition(tree, path, name);
	if (place)
		g_string_append_printf(out, "\n\ndeclared in %s", place);
	g_string_append_printf(out, "\n\nseen on %s", facts->arch);
	return g_string_free(out, FALSE);
}

void describe_place(const struct analysis *analysis,
		    const struct compile_job *job, guint line, guint column,
		    struct report *report)
{
	const struct parse_attempt attempt = { .target = job->target };
	const struct compile_target *target = &g_array_index(
		analysis->jobs->targets, struct compile_target, job->target);
	struct unit_facts facts;
	struct parse_outcome outcome;
	guint32 node = 0;

	analysis_begin(analysis, job, target, &facts);
	unit_parse(analysis->jobs, analysis->pch_set, job, &attempt, &facts,
		   &outcome);
	if (outcome.is_parsed) {
		facts_derive(&facts);
		node = find_node(&facts, line, column);
	}
	if (node) {
		g_autofree char *text =
			describe(&facts, analysis->jobs->tree, node);
		const struct report_problem said = {
			.stage = "describe",
			.path = facts.path,
			.line = line,
			.text = text,
			.weight = PROBLEM_NOTED,
		};

		report_problem(report, &said);
	}
	parse_outcome_release(&outcome);
	facts_release(&facts);
}
