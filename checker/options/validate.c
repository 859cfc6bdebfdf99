// SPDX-License-Identifier: GPL-2.0-only
/* Options that are right one by one, and wrong together. */
#include "validate.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/path_kind.h"
#include "options/options.h"
#include "options/reader.h"

/* A slip of the hand must not cost a file that a check goes by. */
static bool is_source(const char *file)
{
	g_autofree char *real = realpath(file, NULL);

	return real && (path_kind(real) == PATH_SOURCE ||
			path_kind(real) == PATH_BUILD);
}

/* A long run is not to end with a file that cannot be written. */
static bool can_be_written(struct reader *reader, const char *file)
{
	g_autofree char *folder = g_path_get_dirname(file);

	if (g_file_test(file, G_FILE_TEST_IS_DIR))
		return reader_fail(reader, "%s cannot be written: %s", file,
				   g_strerror(EISDIR));
	if (access(file, F_OK) == 0 ? access(file, W_OK) == 0 :
				      access(folder, W_OK | X_OK) == 0)
		return true;
	return reader_fail(reader, "%s cannot be written: %s", file,
			   g_strerror(errno));
}

static bool validate_output(struct reader *reader, const char *file)
{
	if (is_source(file))
		return reader_fail(reader,
				   "%s is a source, which no output replaces",
				   file);
	return can_be_written(reader, file);
}

bool validate_outputs(struct reader *reader)
{
	GArray *outputs = reader->options->output.outputs;
	const char *baseline = reader->options->triage.write_baseline;

	if (reader->options->output.quiet && reader->options->output.verbose)
		return reader_fail(
			reader,
			"only one of --quiet and --verbose can be given");
	if (baseline && !validate_output(reader, baseline))
		return false;
	for (guint i = 0; i < outputs->len; i++) {
		const char *file =
			g_array_index(outputs, struct output_request, i).file;

		if (file && !validate_output(reader, file))
			return false;
		for (guint j = 0; j < i; j++) {
			const char *other =
				g_array_index(outputs, struct output_request, j)
					.file;

			if (g_strcmp0(file, other) != 0)
				continue;
			return reader_fail(reader, "two outputs go to %s",
					   file ? file : "standard output");
		}
	}
	return true;
}

bool rule_is_ignored(const struct rules_options *options, const char *rule)
{
	return g_ptr_array_find_with_equal_func(options->ignore, rule,
						g_str_equal, NULL);
}

bool validate_rules(struct reader *reader)
{
	const struct rules_options *options = &reader->options->rules;
	const char *const *rules = reader->rule_names;

	if (!options->ignore->len)
		return true;
	for (guint i = 0; i < options->select->len; i++) {
		if (!rule_is_ignored(options,
				     g_ptr_array_index(options->select, i)))
			return true;
	}
	for (; !options->select->len && *rules; rules++) {
		if (!rule_is_ignored(options, *rules))
			return true;
	}
	return reader_fail(reader, "--ignore leaves no rule to check");
}

/* What says more about a change needs one. */
bool validate_change(struct reader *reader)
{
	const struct options *options = reader->options;

	if (options->run.sparse && options->change.kind != CHANGE_NONE)
		return reader_fail(
			reader,
			"--sparse reads what is on disk; it cannot see a change");
	if (options->change.base && options->change.kind != CHANGE_PATCH)
		return reader_fail(reader, "--base goes with --patch");
	if (options->change.exact_base && options->change.kind != CHANGE_SINCE)
		return reader_fail(reader, "--no-merge-base goes with --since");
	if (options->change.changed_lines &&
	    options->change.kind == CHANGE_NONE)
		return reader_fail(
			reader,
			"--changed-lines goes with --staged, --since or --patch");
	return true;
}

/* A shard has a part of the findings; what needs all of them waits. */
bool validate_shard(struct reader *reader)
{
	const struct options *options = reader->options;

	if (options->run.shard_count == 0)
		return true;
	if (options->command != COMMAND_CHECK ||
	    options->change.kind != CHANGE_NONE)
		return reader_fail(
			reader,
			"--shard is for whole runs of check, not for a change");
	if (options->run.watch)
		return reader_fail(reader, "--shard does not go with --watch");
	if (options->triage.write_baseline)
		return reader_fail(
			reader,
			"--write-baseline goes with merge: a shard has not all findings");
	return true;
}
