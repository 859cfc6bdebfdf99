// SPDX-License-Identifier: GPL-2.0-only
/* Parses one job with libclang and turns its main file into facts. */
#include <string.h>
#include <unistd.h>

#include "arguments/arguments.h"
#include "arguments/module/module.h"
#include "arguments/parts.h"
#include "base/asked.h"
#include "base/view.h"
#include "bodiless.h"
#include "bodiless_unsaved.h"
#include "clang_handles.h"
#include "facts/facts.h"
#include "improve.h"
#include "inclusions.h"
#include "lower_job.h"
#include "outside.h"
#include "parse.h"
#include "pch.h"
#include "recover.h"
#include "select/select.h"
#include "shared.h"
#include "start.h"
#include "warm_units.h"
#include "wrapper.h"

#define SYMBOLS_NAME   MADE_UP "symbols.h"
#define RECOVERED_NAME MADE_UP "recovered.h"
/* Each round may reveal includes of headers found in the one before. */
enum { NR_ROUNDS = 4 };

/* One parse and what it needs to stay alive. */
struct parse {
	struct compile_jobs *jobs;
	const struct compile_job *job;
	const struct parse_attempt *attempt;
	GPtrArray *arguments; /* char *, owned */
	guint nr_given;	      /* the rest of them was learned from errors */
	GArray *unsaved;      /* struct CXUnsavedFile */
	GArray *made;	      /* struct made_text: some of them */
	char *wrapper;	      /* text of the made-up unit of a header */
	char *text;	      /* of the source, if no overlay has it */
	char *recovered;      /* text of what defines lost macros, or NULL */
	bool is_trace;	      /* it is a header of trace events */
	CXIndex index;
	CXTranslationUnit unit;
	const char *pch; /* precompiled header in use, or NULL */
	struct pch_set *pch_set;
	struct shared_unit *shared; /* of the headers, or NULL */
	struct warm_units *kept;    /* of files that are edited, or NULL */
	struct bodiless_headers *bodiless; /* of headers, or NULL */
	const struct asked *closed;	   /* of the pch, or NULL */
	bool is_borrowed;		   /* the unit is one of those */
};

static void parse_add_unsaved(struct parse *parse, const char *path,
			      const char *text, gsize length)
{
	struct CXUnsavedFile file = { path, text, length };

	g_array_append_val(parse->unsaved, file);
}

static void parse_add_argument(struct parse *parse, const char *argument)
{
	g_ptr_array_add(parse->arguments, g_strdup(argument));
}

/* The file with some conditions decided, and their symbols for headers. */
static void parse_add_variant(struct parse *parse)
{
	const struct branch_variant *variant = parse->attempt->variant;

	parse_add_unsaved(parse, parse->job->source, variant->text,
			  variant->length);
	if (!parse->attempt->use_symbols)
		return;
	parse_add_unsaved(parse, SYMBOLS_NAME, variant->symbols,
			  strlen(variant->symbols));
	parse_add_argument(parse, "-include");
	parse_add_argument(parse, SYMBOLS_NAME);
}

/* Macros that no header defines, as far as heads of functions need them. */
static void parse_add_recovered(struct parse *parse)
{
	parse->recovered = recover_text(parse->attempt->recovered);
	if (!parse->recovered)
		return;
	parse_add_unsaved(parse, RECOVERED_NAME, parse->recovered,
			  strlen(parse->recovered));
	parse_add_argument(parse, "-include");
	parse_add_argument(parse, RECOVERED_NAME);
}

/*
 * Each file is read once: what is said of it is said of the text that was
 * parsed, though it be saved meanwhile.
 */
static void parse_add_source(struct parse *parse)
{
	const char *source = parse->job->source;
	gsize length = 0;

	for (guint i = 0; i < parse->unsaved->len; i++) {
		const struct CXUnsavedFile *file =
			&g_array_index(parse->unsaved, struct CXUnsavedFile, i);

		if (strcmp(file->Filename, source) == 0)
			return;
	}
	parse->text = view_read(parse->jobs->tree->view, source, &length, NULL);
	if (parse->text)
		parse_add_unsaved(parse, source, parse->text, length);
}

/* The file that includes the one that is looked at; or NULL. */
static const char *parse_user(const struct parse *parse)
{
	return parse->attempt->user ? parse->attempt->user : parse->job->user;
}

/* What the main file of the unit is called. */
static const char *parse_main_file(const struct parse *parse)
{
	const char *user = parse_user(parse);

	return user			   ? user :
	       parse->job->file->is_header ? WRAPPER_NAME :
					     parse->job->source;
}

/*
 * A unit that is kept parses its headers once, and compares all that it is
 * given each time.
 */
static void parse_add_bodiless(struct parse *parse)
{
	const char *user = parse_user(parse);
	const struct bodiless_request request = {
		.source = user ? user : parse->job->source,
		.text = user ? NULL : parse->wrapper,
		.arguments = parse->arguments,
		.closed = parse->closed ? parse->closed->reads : NULL,
		.tree = parse->jobs->tree->root,
		.module = module_has_job(parse->job) ?
				  module_root(parse->jobs, parse->job) :
				  NULL,
	};

	if (!parse->kept)
		bodiless_add_unsaved(parse->bodiless, &request, NULL,
				     parse->unsaved);
}

/* Trace events are what a header of them is about. */
static void parse_add_wrapper(struct parse *parse)
{
	parse->wrapper = wrapper_text(parse->job->source, parse->is_trace);
	parse_add_unsaved(parse, WRAPPER_NAME, parse->wrapper,
			  strlen(parse->wrapper));
	if (parse->is_trace)
		parse_add_argument(parse, "-UNOTRACE");
}

/* Headers that nobody has made, but the tree says how. */
static void parse_add_made(struct parse *parse)
{
	parse->made = compile_made_headers(parse->jobs, parse->job,
					   parse->attempt->target);
	for (guint i = 0; i < parse->made->len; i++) {
		const struct made_text *made =
			&g_array_index(parse->made, struct made_text, i);

		parse_add_unsaved(parse, made->path, made->text,
				  strlen(made->text));
	}
}

/* Those of the file that the unit begins with. */
static void parse_add_arguments(struct parse *parse,
				const struct parse_outcome *outcome)
{
	struct compile_job job = *parse->job;

	job.user = parse_user(parse);
	parse->arguments =
		compile_arguments(parse->jobs, &job, parse->attempt->target);
	missing_includes_predict(parse->jobs, &job, parse->attempt->target,
				 parse->arguments, outcome->files);
}

static void parse_prepare(struct parse *parse,
			  const struct parse_outcome *outcome)
{
	const struct compile_job *job = parse->job;
	const GPtrArray *folders = parse->attempt->folders;

	parse_add_arguments(parse, outcome);
	parse->unsaved =
		g_array_new(FALSE, FALSE, sizeof(struct CXUnsavedFile));
	if (parse->attempt->variant)
		parse_add_variant(parse);
	if (parse->attempt->recovered)
		parse_add_recovered(parse);
	for (guint i = 0; i < parse->jobs->overlays->len; i++) {
		const struct overlay *overlay = &g_array_index(
			parse->jobs->overlays, struct overlay, i);

		if (overlay_concerns(overlay, job->source) &&
		    (!parse->attempt->variant ||
		     strcmp(overlay->path, job->source) != 0))
			parse_add_unsaved(parse, overlay->path, overlay->text,
					  overlay->length);
	}
	parse_add_source(parse);
	parse_add_made(parse);
	if (job->file->is_header)
		parse_add_wrapper(parse);
	if (parse->pch) {
		parse_add_argument(parse, PREFIX_OPTION);
		parse_add_argument(parse, parse->pch);
	}
	compile_hide_absent(parse->jobs, parse->arguments);
	parse->nr_given = parse->arguments->len;
	for (guint i = 0; folders && i < folders->len; i++)
		parse_add_argument(parse, g_ptr_array_index(folders, i));
	/* What came precompiled is no code of the file: not to be visited. */
	parse->index = clang_createIndex(parse->pch != NULL, 0);
}

static void parse_release(struct parse *parse)
{
	if (!parse->is_borrowed)
		unit_release_var(&parse->unit);
	index_release_var(&parse->index);
	g_ptr_array_free(parse->arguments, TRUE);
	g_array_free(parse->unsaved, TRUE);
	g_array_unref(parse->made);
	g_free(parse->wrapper);
	g_free(parse->recovered);
	g_free(parse->text);
}

/* A precompiled header has no trace events, and decides all symbols. */
static bool may_have_pch(const struct parse *parse)
{
	return !parse->attempt->use_symbols && !parse->is_trace;
}

/* Headers of one target that need nothing of their own share a unit. */
static bool can_share(const struct parse *parse)
{
	const struct parse_attempt *attempt = parse->attempt;
	const struct compile_job *job = parse->job;

	return parse->shared && !parse->pch && job->file->is_header &&
	       shared_unit_may_hold(job) && !job->is_program && !job->is_bpf &&
	       !job->built_with && !attempt->variant && !attempt->user &&
	       !attempt->mend && !attempt->recovered && !parse->is_trace;
}

static bool parse_kept(struct parse *parse, const char *main_file)
{
	const struct warm_request request = {
		.main_file = main_file,
		.arguments = parse->arguments,
		.unsaved = parse->unsaved,
		.variant = parse->attempt->variant ?
				   parse->attempt->variant->description :
				   "",
	};

	if (!parse->is_borrowed)
		unit_release_var(&parse->unit);
	parse->unit = parse->kept ? warm_unit_for(parse->kept, &request) : NULL;
	parse->is_borrowed = parse->unit != NULL;
	return parse->is_borrowed;
}

static enum CXErrorCode parse_once(struct parse *parse,
				   struct parse_outcome *outcome)
{
	const gint64 begin_us = g_get_monotonic_time();
	const struct start_request request = {
		.main_file = parse_main_file(parse),
		.arguments = parse->arguments,
		.unsaved = parse->unsaved,
	};
	enum CXErrorCode code = CXError_Success;

	if (!parse_kept(parse, request.main_file))
		code = start_unit(parse->index, &request, &parse->unit);
	outcome->parse_us += g_get_monotonic_time() - begin_us;
	outcome->nr_parses++;
	outcome->nr_over_pch += parse->pch != NULL;
	if (code == CXError_Success && !parse->is_borrowed)
		inclusions_add(parse->unit, outcome->files);
	return code;
}

/* Adds what makes the next parse better. True if anything is new. */
static bool parse_improve(const struct parse *parse,
			  const struct parse_outcome *outcome)
{
	const struct improvement improvement = {
		.jobs = parse->jobs,
		.job = parse->job,
		.target = parse->attempt->target,
		.reads = outcome->files,
		.invents_constants = parse->attempt->mend,
	};

	return improve_arguments(parse->unit, &improvement, parse->arguments);
}

/* Takes the unit of the headers, if it is all that the header needs. */
static bool parse_shared(struct parse *parse, struct parse_outcome *outcome)
{
	const gint64 begin_us = g_get_monotonic_time();

	/* Headers come first; with the last of them its memory is wanted. */
	if (parse->shared && !parse->job->file->is_header)
		shared_unit_drop(parse->shared);
	if (!can_share(parse))
		return false;
	parse->unit = shared_unit_for(parse->shared, parse->jobs,
				      parse->bodiless, parse->job,
				      parse->attempt->target);
	outcome->parse_us += g_get_monotonic_time() - begin_us;
	parse->is_borrowed = parse->unit && !parse_improve(parse, outcome);
	if (!parse->is_borrowed)
		parse->unit = NULL;
	return parse->is_borrowed;
}

static enum CXErrorCode parse_alone(struct parse *parse,
				    struct parse_outcome *outcome)
{
	enum CXErrorCode code;

	parse_add_bodiless(parse);
	code = parse_once(parse, outcome);
	for (guint round = 0; code == CXError_Success && round < NR_ROUNDS &&
			      parse_improve(parse, outcome);
	     round++)
		code = parse_once(parse, outcome);
	return code;
}

static void parse_lower(const struct parse *parse, struct unit_facts *facts,
			struct parse_outcome *outcome)
{
	const struct lower_request request = {
		.jobs = parse->jobs,
		.job = parse->job,
		.attempt = parse->attempt,
		.unit = parse->unit,
		.unsaved = parse->unsaved,
		.pch_set = may_have_pch(parse) ? parse->pch_set : NULL,
	};

	lower_job(&request, facts, outcome);
}

static void parse_job(struct parse *parse, struct unit_facts *facts,
		      struct parse_outcome *outcome)
{
	enum CXErrorCode code;

	parse_outcome_init(outcome);
	parse_prepare(parse, outcome);
	code = parse_shared(parse, outcome) ? CXError_Success :
					      parse_alone(parse, outcome);
	if (code == CXError_Success) {
		outcome->is_parsed =
			!outside_was_read(parse->jobs, facts, outcome);
		if (outcome->is_parsed)
			parse_lower(parse, facts, outcome);
	} else {
		outcome->failure = code == CXError_Crashed ?
					   "libclang crashed" :
					   "libclang could not parse it";
	}
	outcome->arguments = arguments_plain(parse->arguments);
	outcome->folders = arguments_folders(parse->arguments, parse->nr_given);
	parse_release(parse);
}

static void take_pch(struct parse *parse)
{
	guint target = parse->attempt->target;

	if (!may_have_pch(parse))
		return;
	parse->pch = pch_for(parse->pch_set, parse->jobs, parse->job, target);
	if (parse->pch)
		parse->closed = pch_asked(parse->pch_set, parse->jobs, target);
}

/*
 * What a file lacks it may find in the headers that come precompiled if there
 * are enough others: it is to have the same errors if it comes alone.
 */
static bool make_pch(const struct parse *parse, struct parse_outcome *outcome)
{
	const gint64 begin_us = g_get_monotonic_time();
	bool is_there;

	/* Of what is borrowed it would be a part, and so never begins with it.
	 */
	if (!may_have_pch(parse) || parse->is_borrowed)
		return false;
	is_there = pch_make_for(parse->pch_set, parse->jobs, parse->job,
				parse->attempt->target, &outcome->has_built);
	outcome->build_us = g_get_monotonic_time() - begin_us;
	return is_there;
}

/* What is found instead replaces all but the time that was spent. */
static void parse_again(struct parse *parse, struct unit_facts *facts,
			struct parse_outcome *outcome)
{
	const struct parse_outcome first = *outcome;

	parse_outcome_release(outcome);
	facts_clear(facts);
	parse_job(parse, facts, outcome);
	outcome->nr_parses += first.nr_parses;
	outcome->nr_over_pch += first.nr_over_pch;
	outcome->parse_us += first.parse_us;
	outcome->build_us = first.build_us;
	outcome->has_built = first.has_built;
}

/* True if the file lacks something that may come precompiled. */
static bool has_errors(const struct parse_outcome *outcome,
		       const struct unit_facts *facts)
{
	return !outcome->is_parsed || outcome->nr_errors > 0 ||
	       facts->errors->len > 0;
}

/* True if the precompiled header fits, whatever errors there are. */
static bool is_trusted(const struct parse_attempt *attempt,
		       const struct parse_outcome *outcome)
{
	return attempt->is_sure && outcome->is_parsed &&
	       (attempt->is_proven || !outcome->has_clash);
}

void unit_parse(struct compile_jobs *jobs, struct pch_set *pch_set,
		const struct compile_job *job,
		const struct parse_attempt *attempt, struct unit_facts *facts,
		struct parse_outcome *ret_outcome)
{
	const struct parse without = {
		.jobs = jobs,
		.job = job,
		.attempt = attempt,
		.is_trace = job->file->is_header &&
			    wrapper_is_trace(jobs->tree->view, job->source),
		.kept = pch_warm_units(pch_set),
		.bodiless = pch_bodiless(pch_set),
		.pch_set = pch_set,
	};
	struct parse parse = without;

	parse.shared = pch_shared(pch_set);
	take_pch(&parse);
	parse_job(&parse, facts, ret_outcome);
	if (!parse.pch && has_errors(ret_outcome, facts) &&
	    make_pch(&parse, ret_outcome)) {
		parse = without;
		take_pch(&parse);
		parse_again(&parse, facts, ret_outcome);
	}
	if (parse.is_borrowed && !parse.kept)
		ret_outcome->precompiled = shared_unit_asked(parse.shared);
	else if (parse.closed)
		ret_outcome->precompiled = parse.closed;
	if (!parse.pch || is_trusted(attempt, ret_outcome) ||
	    !pch_is_unsure(ret_outcome, facts))
		return;
	/* It is older than a header in it: the next call makes a new one. */
	if (!ret_outcome->is_parsed && jobs->keeps_pch)
		unlink(parse.pch);
	parse = without;
	if (parse.kept)
		warm_units_note_unshareable(parse.kept, job->source);
	parse_again(&parse, facts, ret_outcome);
	ret_outcome->is_second = true;
	/* That it had to be parsed so depends on them, too. */
	ret_outcome->precompiled = pch_asked(pch_set, jobs, attempt->target);
}
