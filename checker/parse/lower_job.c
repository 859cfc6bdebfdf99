// SPDX-License-Identifier: GPL-2.0-only
/* The parsed unit of a job to facts, and to what the parse has seen of it. */
#include "lower_job.h"

#include <string.h>

#include "arguments/arguments.h"
#include "base/view.h"
#include "coverage.h"
#include "lower.h"
#include "parse.h"
#include "pch.h"
#include "select/select.h"
#include "shared.h"

/* A variant has other conditions than the file, at the same places. */
static void copy_text(const struct lower_request *request,
		      struct lowering *lowering)
{
	struct unit_facts *facts = lowering->facts;
	const char *text =
		lower_file_text(lowering, lowering->file, &facts->text_length);
	g_autofree char *original = NULL;
	gsize length = 0;

	if (request->attempt->variant)
		original = view_read(request->jobs->tree->view,
				     request->job->source, &length, NULL);
	if (original && length == facts->text_length)
		text = original;
	facts->text_buffer = g_malloc(facts->text_length + 1);
	if (text)
		memcpy(facts->text_buffer, text, facts->text_length);
	facts->text_buffer[facts->text_length] = '\0';
	facts->text = facts->text_buffer;
}

/* True if the variant is of a branch that 64 bits switch off. */
static bool is_short_variant(const struct branch_variant *variant)
{
	static const char condition[] = "!CONFIG_64BIT";
	const char *found = variant ? strstr(variant->description, condition) :
				      NULL;
	return found && !g_ascii_isalnum(found[strlen(condition)]) &&
	       found[strlen(condition)] != '_';
}

/* On Linux a long is as wide as a pointer. */
static void find_widths(const struct lower_request *request,
			struct unit_facts *facts)
{
	CXTargetInfo target = clang_getTranslationUnitTargetInfo(request->unit);
	int bits = clang_TargetInfo_getPointerWidth(target);

	clang_TargetInfo_dispose(target);
	facts->parsed_bits = bits > 0 ? (guint)bits : 64;
	facts->word_bits = facts->parsed_bits;
	if (is_short_variant(request->attempt->variant))
		facts->word_bits = 32;
}

/*
 * What is wrong in the headers that the file may find precompiled is told of
 * them, also where it did not find them so.
 */
static const GHashTable *settled_files(const struct lower_request *request,
				       const struct lowering *lowering,
				       struct parse_outcome *outcome)
{
	const GHashTable *files;

	if (!request->pch_set || !coverage_has_outer_errors(lowering))
		return NULL;
	files = pch_files(request->pch_set, request->jobs, request->job,
			  request->attempt->target);
	if (files)
		outcome->precompiled =
			shared_unit_asked(pch_shared(request->pch_set));
	return files;
}

void lower_job(const struct lower_request *request, struct unit_facts *facts,
	       struct parse_outcome *outcome)
{
	struct lowering lowering = {
		.facts = facts,
		.unit = request->unit,
		.file = clang_getFile(request->unit, request->job->source),
		.root = request->jobs->tree->root,
		.view = request->jobs->tree->view,
		.unsaved = request->unsaved,
		.line_starts = g_array_new(FALSE, FALSE, sizeof(guint32)),
		.types = g_hash_table_new(NULL, NULL),
		.symbols = g_hash_table_new(NULL, NULL),
		.paths = g_hash_table_new(NULL, NULL),
		.contents = g_hash_table_new_full(
			NULL, NULL, NULL, (GDestroyNotify)g_bytes_unref),
	};

	find_widths(request, facts);
	facts->is_variant = request->attempt->variant != NULL;
	if (lowering.file) {
		copy_text(request, &lowering);
		lower_main_file(&lowering);
		coverage_fill(&lowering, request->job->file->lines,
			      settled_files(request, &lowering, outcome),
			      outcome);
	} else {
		outcome->is_parsed = false;
		outcome->failure = "its parse never reached the file";
	}
	g_hash_table_destroy(lowering.types);
	g_hash_table_destroy(lowering.symbols);
	g_hash_table_destroy(lowering.paths);
	g_hash_table_destroy(lowering.contents);
	g_array_free(lowering.line_starts, TRUE);
}
