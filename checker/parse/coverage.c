// SPDX-License-Identifier: GPL-2.0-only
/* Which lines were seen, and why others were not. */
#include "coverage.h"

#include <stdbool.h>
#include <string.h>

#include "base/unseen_reason.h"
#include "clang_handles.h"
#include "errors.h"
#include "head.h"
#include "lower.h"
#include "parse.h"
#include "recover.h"
#include "text/directive.h"

bool coverage_has_outer_errors(const struct lowering *lowering)
{
	guint nr = clang_getNumDiagnostics(lowering->unit);
	bool has_some = false;

	for (guint i = 0; i < nr && !has_some; i++) {
		AUTO_RELEASE(diagnostic)
		CXDiagnostic diagnostic =
			clang_getDiagnostic(lowering->unit, i);
		struct source_error error = { 0 };
		guint column = 0;
		CXFile file = error_place(diagnostic, &error, &column);

		has_some = file && !clang_File_isEqual(file, lowering->file);
	}
	return has_some;
}

/* Bytes and lines of the lowered file, ends included. */
struct extent {
	guint from, to, from_line, to_line;
};

/* What is known of the lines of the lowered file; index is the line. */
struct line_map {
	GArray *seen;	      /* guint8: inside a declaration or directive */
	GArray *declarations; /* struct extent */
	GArray *expansions;   /* struct extent: of macros, outermost or not */
	GHashTable *starts;   /* offsets at which a macro may stand alone */
	struct lowering *lowering;
	const struct parse_outcome *outcome;
};

static void map_mark(struct line_map *map, guint32 from, guint32 to)
{
	if (to >= map->seen->len)
		g_array_set_size(map->seen, to + 1);
	for (guint32 line = from; line <= to; line++)
		g_array_index(map->seen, guint8, line) = 1;
}

static enum CXChildVisitResult mark_cursor(CXCursor cursor, CXCursor parent,
					   CXClientData data)
{
	struct line_map *map = data;
	CXSourceRange range = clang_getCursorExtent(cursor);
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct extent extent = { 0 };
	CXFile file = NULL;

	(void)parent;
	clang_getExpansionLocation(clang_getRangeStart(range), &file,
				   &extent.from_line, NULL, &extent.from);
	if (!file || !clang_File_isEqual(file, map->lowering->file))
		return CXChildVisit_Continue;
	clang_getExpansionLocation(clang_getRangeEnd(range), NULL,
				   &extent.to_line, NULL, &extent.to);
	if (kind == CXCursor_MacroExpansion) {
		g_array_append_val(map->expansions, extent);
		return CXChildVisit_Continue;
	}
	if (clang_isDeclaration(kind))
		g_array_append_val(map->declarations, extent);
	if (extent.from_line > 0 && extent.to_line >= extent.from_line)
		map_mark(map, extent.from_line, extent.to_line);
	return CXChildVisit_Continue;
}

static bool is_in_declaration(const struct line_map *map, guint offset)
{
	for (guint i = 0; i < map->declarations->len; i++) {
		const struct extent *extent =
			&g_array_index(map->declarations, struct extent, i);

		if (extent->from <= offset && offset <= extent->to)
			return true;
	}
	return false;
}

static void add_start(void *context, gsize offset)
{
	struct line_map *map = context;

	g_hash_table_add(map->starts, GSIZE_TO_POINTER(offset));
}

static bool is_left_out(void *context, guint32 line)
{
	const struct line_map *map = context;

	return !parse_outcome_saw(map->outcome, line);
}

/*
 * That a macro was expanded is no proof that somebody looked at its lines: the
 * body of a function that errors made the parser drop is preprocessed all the
 * same. It counts where a declaration survived that it is a part of, or where
 * it may be all that there is: at file scope, between two ends.
 */
static void mark_expansions(struct line_map *map)
{
	const bool has_errors = map->outcome->nr_errors > 0 ||
				map->lowering->facts->errors->len > 0;
	const struct head_reader reader = {
		.text = map->lowering->facts->text,
		.length = map->lowering->facts->text_length,
		.context = map,
		.start = add_start,
		.skips = is_left_out,
	};

	if (has_errors)
		heads_read(&reader);
	for (guint i = 0; i < map->expansions->len; i++) {
		const struct extent *extent =
			&g_array_index(map->expansions, struct extent, i);

		if (!has_errors || is_in_declaration(map, extent->from) ||
		    g_hash_table_contains(map->starts,
					  GSIZE_TO_POINTER(extent->from)))
			map_mark(map, extent->from_line, extent->to_line);
	}
}

static void add_blind(struct parse_outcome *outcome, guint32 first,
		      guint32 last)
{
	struct line_range range = { first, last };

	if (first <= last)
		g_array_append_val(outcome->blind, range);
}

/* A skipped range runs from one directive's line to the next one's. */
static void add_skipped(struct lowering *lowering,
			struct parse_outcome *outcome)
{
	CXSourceRangeList *skipped =
		clang_getSkippedRanges(lowering->unit, lowering->file);

	for (unsigned int i = 0; i < skipped->count; i++) {
		unsigned int from, to;

		clang_getExpansionLocation(
			clang_getRangeStart(skipped->ranges[i]), NULL, &from,
			NULL, NULL);
		clang_getExpansionLocation(
			clang_getRangeEnd(skipped->ranges[i]), NULL, &to, NULL,
			NULL);
		if (to > 0)
			add_blind(outcome, from + 1, to - 1);
	}
	clang_disposeSourceRangeList(skipped);
}

static void add_broken(const struct lowering *lowering, const GArray *errors,
		       struct parse_outcome *outcome)
{
	const GArray *functions = lowering->facts->functions;

	for (guint i = 1; i < functions->len; i++) {
		const struct function *function =
			&g_array_index(functions, struct function, i);

		if (function->has_errors)
			add_blind(outcome, function->at.line,
				  function->at.end_line);
	}
	for (guint i = 0; i < errors->len; i++) {
		const struct source_error *error =
			&g_array_index(errors, struct source_error, i);

		if (error->is_local)
			add_blind(outcome, error->statement.first,
				  error->statement.last);
		else
			add_blind(outcome, error->line, error->line);
	}
}

/* Lines that were analysed in part at most may be found at fault later. */
static void add_lost(struct parse_outcome *outcome)
{
	for (guint i = 0; i < outcome->lines->len; i++) {
		const struct line_outcome *line =
			&g_array_index(outcome->lines, struct line_outcome, i);

		if (line->reason && !line->is_skipped)
			add_blind(outcome, line->line, line->line);
	}
}

/* Directives are seen, and so is a macro on all of its lines. */
static void mark_directives(struct line_map *map)
{
	const struct unit_facts *facts = map->lowering->facts;
	struct directive_reader reader;
	struct directive directive;

	directive_reader_init(&reader, facts->text ? facts->text : "",
			      facts->text ? facts->text_length : 0);
	while (directive_next(&reader, &directive))
		map_mark(map, directive.line, directive.last_line);
}

static const char *reason_for(struct line_map *map, const GArray *errors,
			      guint32 line)
{
	const char *error = error_around(map->lowering, errors, line);
	g_autofree char *text = NULL;

	if (error) {
		text = g_strconcat(UNSEEN_ERROR, error, NULL);
		return facts_string(map->lowering->facts, text);
	}
	if (line < map->seen->len && g_array_index(map->seen, guint8, line) &&
	    errors_leave_line(map->lowering, errors, line))
		return NULL;
	return UNSEEN_LOST;
}

/* The names that errors complain of as types. */
static GHashTable *unknown_types(const struct lowering *lowering)
{
	static const char before[] = "unknown type name '";
	GHashTable *names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint nr = clang_getNumDiagnostics(lowering->unit);

	for (guint i = 0; i < nr; i++) {
		AUTO_RELEASE(diagnostic)
		CXDiagnostic diagnostic =
			clang_getDiagnostic(lowering->unit, i);
		AUTO_RELEASE(string)
		CXString text = clang_getDiagnosticSpelling(diagnostic);
		const char *message = clang_getCString(text);
		const char *end;

		if (!g_str_has_prefix(message, before))
			continue;
		message += strlen(before);
		end = strchr(message, '\'');
		if (end)
			g_hash_table_add(
				names,
				g_strndup(message, (gsize)(end - message)));
	}
	return names;
}

/* What another attempt can take for granted, if this one had errors. */
static void add_recovery(const struct lowering *lowering,
			 struct parse_outcome *outcome)
{
	g_autoptr(GHashTable) unknown = NULL;
	struct recover_request request = {
		.text = lowering->facts->text,
		.length = lowering->facts->text_length,
		.macros = lowering->facts->macros,
		.outcome = outcome,
	};

	if (outcome->nr_errors == 0)
		return;
	unknown = unknown_types(lowering);
	request.unknown = unknown;
	outcome->recovered = recover_names(&request);
}

void coverage_fill(struct lowering *lowering, const GArray *relevant,
		   const GHashTable *settled, struct parse_outcome *outcome)
{
	g_autoptr(GArray) errors = errors_collect(lowering, settled, outcome);
	struct line_map map = {
		.seen = g_array_new(FALSE, TRUE, sizeof(guint8)),
		.declarations =
			g_array_new(FALSE, FALSE, sizeof(struct extent)),
		.expansions = g_array_new(FALSE, FALSE, sizeof(struct extent)),
		.starts = g_hash_table_new(NULL, NULL),
		.lowering = lowering,
		.outcome = outcome,
	};

	errors_mark_functions(lowering, errors);
	clang_visitChildren(clang_getTranslationUnitCursor(lowering->unit),
			    mark_cursor, &map);
	mark_directives(&map);
	add_skipped(lowering, outcome);
	mark_expansions(&map);
	for (guint i = 0; i < relevant->len; i++) {
		struct line_outcome entry = {
			.line = g_array_index(relevant, guint32, i),
		};

		entry.is_skipped = !parse_outcome_saw(outcome, entry.line);
		entry.reason = entry.is_skipped ?
				       "in a branch that this configuration "
				       "leaves out" :
				       reason_for(&map, errors, entry.line);
		g_array_append_val(outcome->lines, entry);
	}
	add_recovery(lowering, outcome);
	add_broken(lowering, errors, outcome);
	add_lost(outcome);
	g_array_free(map.seen, TRUE);
	g_array_free(map.declarations, TRUE);
	g_array_free(map.expansions, TRUE);
	g_hash_table_destroy(map.starts);
}
