// SPDX-License-Identifier: GPL-2.0-only
/*
 * Errors of a unit and what they cost. libclang reports success for a unit full
 * of errors, so its diagnostics are read: one with a place counts, driver
 * complaints about options have none (libclang 19).
 */
#include "errors.h"

#include <string.h>

#include "clang_handles.h"
#include "flag_error.h"
#include "lost.h"
#include "lower.h"
#include "message.h"

static void note_missing(const struct lowering *lowering,
			 struct parse_outcome *outcome, const char *message)
{
	g_autofree char *name = message_missing_header(message);

	if (name && !outcome->missing)
		outcome->missing = facts_string(lowering->facts, name);
	lowering->facts->lacks_header |= name != NULL;
}

/*
 * True if the parser knows where the statement ends that an error is in: all
 * of it was read, and what it means is wrong; or it is the use of a macro,
 * behind which the text goes on. Of clang's categories (14 to 19).
 */
static bool is_about_meaning(CXDiagnostic diagnostic)
{
	AUTO_RELEASE(string)
	CXString category = clang_getDiagnosticCategoryText(diagnostic);
	CXSourceLocation at = clang_getDiagnosticLocation(diagnostic);
	CXFile used = NULL, spelled = NULL;
	guint used_offset, spelled_offset;

	if (g_strcmp0(clang_getCString(category), "Semantic Issue") == 0)
		return true;
	clang_getExpansionLocation(at, &used, NULL, NULL, &used_offset);
	clang_getSpellingLocation(at, &spelled, NULL, NULL, &spelled_offset);
	return g_strcmp0(clang_getCString(category), "Parse Issue") == 0 &&
	       (used_offset != spelled_offset ||
		!clang_File_isEqual(used, spelled));
}

static void describe(struct lowering *lowering, CXDiagnostic diagnostic,
		     CXFile file, guint column, struct parse_outcome *outcome,
		     struct source_error *error)
{
	AUTO_RELEASE(string)
	CXString message = clang_getDiagnosticSpelling(diagnostic);
	g_autofree char *text =
		g_strdup_printf("%s:%u:%u: %s", lower_path(lowering, file),
				error->line, column, clang_getCString(message));

	note_missing(lowering, outcome, clang_getCString(message));
	g_hash_table_add(outcome->accused,
			 message_accused_name(clang_getCString(message)));
	error->is_asm = message_is_about_asm(clang_getCString(message));
	error->is_clash = message_is_about_clash(clang_getCString(message));
	error->is_meaning = is_about_meaning(diagnostic);
	error->text = facts_string(lowering->facts, text);
}

CXFile error_place(CXDiagnostic diagnostic, struct source_error *error,
		   guint *ret_column)
{
	CXFile file = NULL;

	clang_getExpansionLocation(clang_getDiagnosticLocation(diagnostic),
				   &file, &error->line, ret_column,
				   &error->offset);
	return clang_getDiagnosticSeverity(diagnostic) < CXDiagnostic_Error ?
		       NULL :
		       file;
}

static bool is_settled(const GHashTable *settled, CXFile file)
{
	AUTO_RELEASE(string) CXString name = clang_getFileName(file);

	return settled && g_hash_table_contains((GHashTable *)settled,
						clang_getCString(name));
}

GArray *errors_collect(struct lowering *lowering, const GHashTable *settled,
		       struct parse_outcome *outcome)
{
	GArray *errors = g_array_new(FALSE, FALSE, sizeof(struct source_error));
	guint nr = clang_getNumDiagnostics(lowering->unit);

	for (guint i = 0; i < nr; i++) {
		AUTO_RELEASE(diagnostic)
		CXDiagnostic diagnostic =
			clang_getDiagnostic(lowering->unit, i);
		struct source_error error = { 0 };
		guint column = 0;
		CXFile file = error_place(diagnostic, &error, &column);

		if (!file || is_settled(settled, file))
			continue;
		if (clang_File_isEqual(file, lowering->file) &&
		    flag_error_add(lowering, diagnostic))
			continue;
		describe(lowering, diagnostic, file, column, outcome, &error);
		if (!error.is_asm && outcome->nr_errors++ == 0)
			outcome->first_error = error.text;
		outcome->has_clash |= error.is_clash;
		if (clang_File_isEqual(file, lowering->file))
			g_array_append_val(errors, error);
	}
	return errors;
}

/*
 * Of two definitions the body of the second is read as well; other errors of
 * its head make a function another than the source has.
 */
static bool is_local_error(const struct lowering *lowering,
			   const struct function *function,
			   const struct source_error *error)
{
	const struct node *body =
		function->body ? facts_node(lowering->facts, function->body) :
				 NULL;

	return body && error->is_meaning &&
	       (error->is_clash || error->offset >= body->at.offset);
}

static void mark_errors(struct lowering *lowering, GArray *errors)
{
	GArray *functions = lowering->facts->functions;

	for (guint i = 1; i < functions->len; i++) {
		struct function *function =
			&g_array_index(functions, struct function, i);

		for (guint k = 0; k < errors->len; k++) {
			struct source_error *error =
				&g_array_index(errors, struct source_error, k);

			if (error->is_asm ||
			    error->offset < function->at.offset ||
			    error->offset >= function->at.end_offset)
				continue;
			error->is_local =
				is_local_error(lowering, function, error);
			if (error->is_local)
				error->statement =
					lost_statement(lowering->facts,
						       function, error->offset);
			else
				function->has_errors = true;
		}
	}
}

/* Which functions have lost what decides where they go, or under which lock. */
static void mark_paths(struct lowering *lowering, const GArray *errors)
{
	GArray *functions = lowering->facts->functions;

	for (guint i = 1; i < functions->len; i++) {
		struct function *function =
			&g_array_index(functions, struct function, i);

		for (guint k = 0; k < errors->len; k++) {
			const struct source_error *error =
				&g_array_index(errors, struct source_error, k);

			if (error->is_local &&
			    error->offset >= function->at.offset &&
			    error->offset < function->at.end_offset)
				function->has_lost_paths |=
					lost_decides(lowering->facts, function,
						     error->offset);
		}
	}
}

void errors_mark_functions(struct lowering *lowering, GArray *errors)
{
	mark_errors(lowering, errors);
	mark_paths(lowering, errors);
	lost_mark_functions(lowering->facts);
}

const char *error_around(const struct lowering *lowering, const GArray *errors,
			 guint32 line)
{
	const GArray *functions = lowering->facts->functions;
	struct line_range around = { line, line };

	for (guint i = 1; i < functions->len; i++) {
		const struct code_place *at =
			&g_array_index(functions, struct function, i).at;

		if (at->line <= line && line <= at->end_line) {
			around.first = at->line;
			around.last = at->end_line;
		}
	}
	for (guint i = 0; i < errors->len; i++) {
		const struct source_error *error =
			&g_array_index(errors, struct source_error, i);
		const struct line_range cost =
			error->is_local ? error->statement :
			error->is_asm	? (struct line_range){ error->line,
							       error->line } :
					  around;

		if (cost.first <= line && line <= cost.last &&
		    (error->is_local ||
		     (error->line >= cost.first && error->line <= cost.last)))
			return error->text;
	}
	return NULL;
}

bool errors_leave_line(const struct lowering *lowering, const GArray *errors,
		       guint32 line)
{
	const struct unit_facts *facts = lowering->facts;
	const struct function *around = NULL;
	bool has_some = false;

	for (guint i = 1; i < facts->functions->len; i++) {
		const struct function *function = facts_function(facts, i);

		if (function->at.line <= line && line <= function->at.end_line)
			around = function;
	}
	for (guint i = 0; around && i < errors->len; i++) {
		const struct source_error *error =
			&g_array_index(errors, struct source_error, i);

		has_some |= error->is_local &&
			    error->offset >= around->at.offset &&
			    error->offset < around->at.end_offset;
	}
	for (guint32 i = around ? around->body : 0; has_some && i < around->end;
	     i++) {
		const struct node *node = facts_node(facts, i);

		has_some = node->kind == NODE_BLOCK || node->at.line != line;
	}
	return !has_some;
}
