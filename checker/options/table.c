// SPDX-License-Identifier: GPL-2.0-only
/* What each option of the command line means and which words it takes. */
#include "options/table.h"

#include <string.h>

#include "base/text_file.h"
#include "options/cflags.h"
#include "options/options.h"
#include "options/reader.h"

static const struct choice branch_choices[] = {
	{ "all", BRANCHES_ALL },
	{ "active", BRANCHES_ACTIVE },
	{ NULL, 0 },
};

static const struct choice formats[] = {
#define FORMAT(id, name) { #name, FORMAT_##id },
#define OWN_FORMAT(id, name)
#include "options/formats.def"
#undef FORMAT
#undef OWN_FORMAT
	{ NULL, 0 },
};

static const struct choice fail_levels[] = {
	{ "error", FAIL_ON_ERROR },
	{ "warning", FAIL_ON_WARNING },
	{ "note", FAIL_ON_NOTE },
	{ "never", FAIL_ON_NEVER },
	{ NULL, 0 },
};

static const struct choice when_choices[] = {
	{ "auto", WHEN_AUTO },
	{ "always", WHEN_ALWAYS },
	{ "never", WHEN_NEVER },
	{ NULL, 0 },
};

static const struct choice dumps[] = {
	{ "files", DUMP_FILES },
	{ "args", DUMP_ARGS },
	{ "facts", DUMP_FACTS },
	{ NULL, 0 },
};

static const struct choice severities[] = {
	{ "error", SEVERITY_ERROR },
	{ "warning", SEVERITY_WARNING },
	{ "note", SEVERITY_NOTE },
	{ NULL, 0 },
};

static const struct choice by_choices[] = {
	{ "subsystem", BY_SUBSYSTEM },
	{ "maintainer", BY_MAINTAINER },
	{ "file", BY_FILE },
	{ NULL, 0 },
};

static bool add_rule(struct reader *reader, GPtrArray *list, const char *name)
{
	if (!strcmp(name, "all")) {
		for (size_t i = 0; reader->rule_names[i]; i++)
			reader_add_once(reader, list, reader->rule_names[i]);
		return true;
	}
	if (!reader_knows_rule(reader, name))
		return false;
	reader_add_once(reader, list, name);
	return true;
}

/* "all" stays in the list until options_parse() has seen all words. */
static bool add_arch(struct reader *reader, GPtrArray *list, const char *name)
{
	if (strchr(name, '/') || *name == '.')
		return reader_refuse(reader, "--arch",
				     "names of folders in arch/", name);
	reader_add_once(reader, list, name);
	return true;
}

static bool apply_cache_size(struct reader *reader, const char *value)
{
	unsigned int mebibytes = 0;

	if (!reader_number(reader, "--cache-size", value, CACHE_SIZE_LIMIT_MIB,
			   &mebibytes))
		return false;
	reader->options->keep.size = (guint64)mebibytes << 20;
	return true;
}

static bool apply_arch(struct reader *reader, const char *value)
{
	return reader_list(reader, "--arch", value,
			   reader->options->arguments.arches, add_arch);
}

static bool apply_select(struct reader *reader, const char *value)
{
	return reader_list(reader, "--select", value,
			   reader->options->rules.select, add_rule);
}

static bool apply_ignore(struct reader *reader, const char *value)
{
	return reader_list(reader, "--ignore", value,
			   reader->options->rules.ignore, add_rule);
}

static bool apply_path(struct reader *reader, const char *value)
{
	if (!*value)
		return reader_refuse(reader, "--path", "a path of the tree",
				     value);
	reader_add_once(reader, reader->options->report.shown_paths, value);
	return true;
}

/* A name of the list; git has others among those that a commit touches. */
static void add_listed(struct reader *reader, const char *name)
{
	GPtrArray *paths = reader->options->select.paths;

	if (g_str_has_suffix(name, ".c") || g_str_has_suffix(name, ".h") ||
	    g_file_test(name, G_FILE_TEST_IS_DIR))
		g_ptr_array_add(paths, (gpointer)reader_keep(reader, name));
}

static bool apply_files_from(struct reader *reader, const char *value)
{
	bool is_input = strcmp(value, "-") == 0;
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = is_input ?
					text_file_read_input(&length, &reason) :
					text_file_read(value, &length, &reason);
	char end;

	if (!text)
		return reader_fail(reader, "--files-from: '%s': %s", value,
				   reason);
	end = memchr(text, '\0', length) ? '\0' : '\n';
	for (char *name = text, *last; name < text + length; name = last + 1) {
		last = memchr(name, end, (gsize)(text + length - name));
		if (!last)
			last = text + length;
		*last = '\0';
		if (end == '\n' && last > name && last[-1] == '\r')
			last[-1] = '\0';
		add_listed(reader, name);
	}
	reader->options->select.lists_paths = true;
	return true;
}

static bool apply_sparse(struct reader *reader, const char *value)
{
	if (value && !*value)
		return reader_refuse(reader, "--sparse", "a program", value);
	reader->options->run.sparse = value ? reader_keep(reader, value) :
					      "sparse";
	return true;
}

static bool apply_format(struct reader *reader, const char *value)
{
	const char *colon = strchr(value, ':');
	g_autofree char *name =
		colon ? g_strndup(value, (gsize)(colon - value)) :
			g_strdup(value);
	struct output_request request = { .file = NULL };
	int format;

	if (!reader_choice(reader, "format", name, formats, &format))
		return false;
	if (colon && !colon[1])
		return reader_refuse(reader, "--format", "NAME or NAME:FILE",
				     value);
	if (colon && strcmp(colon + 1, "-") != 0)
		request.file = reader_keep(reader, colon + 1);
	request.format = (enum format)format;
	g_array_append_val(reader->options->output.outputs, request);
	return true;
}

static bool apply_min_coverage(struct reader *reader, const char *value)
{
	char *end;
	double percent = g_ascii_strtod(value, &end);

	/* strtod() also knows blanks, signs, hexadecimal, "nan" and "inf". */
	if (strspn(value, "0123456789.") != strlen(value) || end == value ||
	    *end || percent > 100)
		return reader_refuse(reader, "--min-coverage",
				     "a percentage from 0 to 100", value);
	reader->options->output.min_coverage_percent = percent;
	return true;
}

static bool apply_shard(struct reader *reader, const char *value)
{
	struct options *options = reader->options;

	return reader_share(reader, "--shard", value, SHARDS_LIMIT,
			    &options->run.shard_index,
			    &options->run.shard_count);
}

static bool set_change(struct reader *reader, enum change_kind change)
{
	if (reader->options->change.kind != CHANGE_NONE &&
	    reader->options->change.kind != change)
		return reader_fail(
			reader,
			"only one of --staged, --since and --patch can be given");
	reader->options->change.kind = change;
	return true;
}

static bool apply_staged(struct reader *reader, const char *value)
{
	(void)value;
	return set_change(reader, CHANGE_STAGED);
}

static bool apply_since(struct reader *reader, const char *value)
{
	static const struct option_row revision = {
		.name = "since",
		.type = OPTION_REVISION,
		.offset = offsetof(struct options, change.revision),
	};

	return option_apply(reader, &revision, value) &&
	       set_change(reader, CHANGE_SINCE);
}

static bool apply_patch(struct reader *reader, const char *value)
{
	if (!*value)
		return reader_refuse(reader, "--patch", "a file, or -", value);
	reader->options->change.patch = reader_keep(reader, value);
	return set_change(reader, CHANGE_PATCH);
}

static bool apply_cflags(struct reader *reader, const char *value)
{
	return cflags_apply(reader, value, NULL);
}

static bool apply_help(struct reader *reader, const char *value)
{
	(void)value;
	reader->is_short_help = reader->word[1] != '-';
	reader->options->command = COMMAND_HELP;
	return true;
}

static bool apply_version(struct reader *reader, const char *value)
{
	(void)value;
	reader->options->command = COMMAND_VERSION;
	return true;
}

/* What the rows end with: by their types, see enum option_type. */
#define SETS(kind, member) \
	.type = OPTION_##kind, .offset = offsetof(struct options, member)
#define CHOOSES(member, words, what) \
	SETS(CHOICE, member), .choices = (words), .kind = (what)
#define COUNTS(member, most) SETS(NUMBER, member), .limit = (most)
#define SPECIAL(function)    .apply = (function)

const struct option_row option_rows[] = {
	{ "tree", 0, SCOPE_OUTPUT, GROUP_WHAT, "DIR",
	  "root of the kernel tree\n"
	  "(default: found upwards from PATH)",
	  SETS(FOLDER, select.tree) },
	{ "arch", 0, SCOPE_CHECK, GROUP_WHAT, "LIST",
	  "architectures, as folders of arch/ or uname call\n"
	  "them: x86,aarch64; repeatable (default: all)",
	  SPECIAL(apply_arch),
	  .brief = "only these architectures, as in x86,arm64" },
	{ "config", 0, SCOPE_CHECK, GROUP_WHAT, "FILE",
	  "a real .config, plain or packed by gzip or xz, for\n"
	  "the architecture it is of (default: one made from\n"
	  "Kconfig for each architecture)",
	  SETS(FILE, arguments.config) },
	{ "build", 0, SCOPE_CHECK, GROUP_WHAT, "DIR",
	  "a configured tree or O= folder: its .config, its\n"
	  "generated headers and its recorded commands; or the\n"
	  "folder of a module that was built: the commands of\n"
	  "its .cmd files or its compile_commands.json\n"
	  "(default: the tree, where it is configured)",
	  SETS(FOLDER, arguments.build) },
	{ "cflags", 0, SCOPE_CHECK, GROUP_WHAT, "WORDS",
	  "-I, -D, -U and -include of a module outside of the\n"
	  "tree that no Makefile of it says; repeatable\n"
	  "(default: what its Makefiles say)",
	  SPECIAL(apply_cflags) },
	{ "branches", 0, SCOPE_CHECK, GROUP_WHAT, "WHICH",
	  "all: also what other configurations compile;\n"
	  "active: only what this one does (default: all,\n"
	  "and active for make)",
	  CHOOSES(run.branches, branch_choices, "choice of --branches") },
	{ "files-from", 0, SCOPE_CHECK, GROUP_WHAT, "FILE",
	  "more PATHs, one a line, or each with a NUL behind it;\n"
	  "what is no C file or header is passed over; - is\n"
	  "standard input (default: none)",
	  SPECIAL(apply_files_from) },
	{ "staged", 0, SCOPE_CHECK, GROUP_CHANGE, NULL,
	  "only what the next commit adds: the index of git\n"
	  "against HEAD (default: the whole tree)",
	  SPECIAL(apply_staged), .brief = "only what the next commit adds" },
	{ "since", 0, SCOPE_CHECK, GROUP_CHANGE, "REV",
	  "only what was added since the work tree left REV,\n"
	  "a revision of git; A..B compares two of them",
	  SPECIAL(apply_since),
	  .brief = "only what was added since a revision of git" },
	{ "no-merge-base", 0, SCOPE_CHECK, GROUP_CHANGE, NULL,
	  "--since compares with REV itself (default: with\n"
	  "where the two lines of work parted)",
	  SETS(FLAG, change.exact_base) },
	{ "patch", 0, SCOPE_CHECK, GROUP_CHANGE, "FILE",
	  "only what a patch adds: a diff, a mail or a series\n"
	  "in a mailbox; - is standard input",
	  SPECIAL(apply_patch),
	  .brief = "only what a patch or mailbox adds; - is standard input" },
	{ "base", 0, SCOPE_CHECK, GROUP_CHANGE, "REV",
	  "the revision of git that the patch is for\n"
	  "(default: the files as they are)",
	  SETS(REVISION, change.base) },
	{ "changed-lines", 0, SCOPE_CHECK, GROUP_CHANGE, NULL,
	  "of a change, only findings on lines that it\n"
	  "touches (default: all that it causes)",
	  SETS(FLAG, change.changed_lines) },
	{ "select", 0, SCOPE_CHOICE, GROUP_RULES, "LIST",
	  "only these rules, or 'all'; repeatable\n"
	  "(default: all but those of severity note)",
	  SPECIAL(apply_select) },
	{ "ignore", 0, SCOPE_CHOICE, GROUP_RULES, "LIST",
	  "not these rules; repeatable (default: none)",
	  SPECIAL(apply_ignore) },
	{ "path", 0, SCOPE_REPORT, GROUP_RULES, "PATTERN",
	  "only a folder or a file of the tree, or what a\n"
	  "pattern with * fits; repeatable (default: all)",
	  SPECIAL(apply_path) },
	{ "severity", 0, SCOPE_REPORT, GROUP_RULES, "LEVEL",
	  "only findings of this severity and above: error,\n"
	  "warning or note (default: note)",
	  CHOOSES(report.lowest, severities, "severity") },
	{ "baseline", 0, SCOPE_OUTPUT, GROUP_RULES, "FILE",
	  "findings listed there are counted, not reported\n"
	  "(default: none)",
	  SETS(FILE, triage.baseline) },
	{ "write-baseline", 0, SCOPE_OUTPUT, GROUP_RULES, "FILE",
	  "list all findings there, for --baseline\n"
	  "(default: no)",
	  SETS(FILE, triage.write_baseline) },
	{ "no-suppressions", 0, SCOPE_CHECK, GROUP_RULES, NULL,
	  "report also what comments and settings allow\n"
	  "(default: off)",
	  SETS(FLAG, triage.no_suppressions) },
	{ "settings", 0, SCOPE_CHECK, GROUP_RULES, "FILE",
	  "rules, severities, paths and allowances of a project\n"
	  "(default: .vmalint, found upwards)",
	  SETS(FILE, triage.settings) },
	{ "no-settings", 0, SCOPE_CHECK, GROUP_RULES, NULL,
	  "look for no .vmalint (default: off)",
	  SETS(FLAG, triage.no_settings) },
	{ "sparse", 0, SCOPE_CHECK, GROUP_RULES, "[=PROGRAM]",
	  "ask sparse, too: what both see is confirmed, what\n"
	  "only sparse sees of flags is 'sparse_only', unless\n"
	  "rules were left out (default: off)",
	  SPECIAL(apply_sparse) },
	{ "format", 0, SCOPE_OUTPUT, GROUP_OUTPUT, "NAME[:FILE]",
	  "how, to FILE or to standard output; repeatable\n"
	  "(default: text):",
	  SPECIAL(apply_format), .choices = formats,
	  .brief = "text, json, sarif, github, html ..; repeatable" },
	{ "by", 0, SCOPE_OUTPUT, GROUP_OUTPUT, "WHAT",
	  "what the rows of a table are: subsystem (a folder),\n"
	  "maintainer (as MAINTAINERS says) or file (default:\n"
	  "subsystem)",
	  CHOOSES(output.by, by_choices, "choice of --by") },
	{ "fail-on", 0, SCOPE_OUTPUT, GROUP_OUTPUT, "LEVEL",
	  "lowest severity that makes the exit code 1:\n"
	  "error, warning, note or never (default: warning)",
	  CHOOSES(output.fail_on, fail_levels, "level of --fail-on"),
	  .brief = "what makes the exit code 1: error, warning, note, never" },
	{ "min-coverage", 0, SCOPE_OUTPUT, GROUP_OUTPUT, "PCT",
	  "exit code 2 if less than this share of the\n"
	  "relevant lines was seen, 0 to 100; 0 allows for\n"
	  "any number of errors (default: what errors hide\n"
	  "must be few)",
	  SPECIAL(apply_min_coverage) },
	{ "quiet", 'q', SCOPE_OUTPUT, GROUP_OUTPUT, NULL,
	  "findings, and what made the run incomplete; no\n"
	  "tally and no progress (default: off)",
	  SETS(FLAG, output.quiet), .brief = "findings alone" },
	{ "verbose", 'v', SCOPE_OUTPUT, GROUP_OUTPUT, NULL,
	  "in the tally, all files and causes where the rest is\n"
	  "just counted (default: off)",
	  SETS(FLAG, output.verbose) },
	{ "stats", 0, SCOPE_OUTPUT, GROUP_OUTPUT, NULL,
	  "counts per rule, reason and architecture, and where\n"
	  "the time went (default: off)",
	  SETS(FLAG, output.stats) },
	{ "color", 0, SCOPE_OUTPUT, GROUP_OUTPUT, "WHEN",
	  "auto, always or never (default: auto, which is on a\n"
	  "terminal; NO_COLOR and CLICOLOR_FORCE are heard)",
	  CHOOSES(output.color, when_choices, "choice of --color") },
	{ "progress", 0, SCOPE_CHECK, GROUP_OUTPUT, "WHEN",
	  "auto, always or never\n"
	  "(default: auto, which is on a terminal only)",
	  CHOOSES(output.progress, when_choices, "mode of --progress") },
	{ "jobs", 'j', SCOPE_CHECK, GROUP_RUN, "N",
	  "worker processes, 1 to 512\n"
	  "(default: one per processor)",
	  COUNTS(run.jobs, JOBS_LIMIT) },
	{ "timeout", 0, SCOPE_CHECK, GROUP_RUN, "SECONDS",
	  "limit for each file in processor time, 1 to 86400\n"
	  "(default: 120); ten times that by the clock",
	  COUNTS(run.timeout_seconds, TIMEOUT_LIMIT_SECONDS) },
	{ "cache-dir", 0, SCOPE_CACHE, GROUP_RUN, "DIR",
	  "where results are kept between runs\n"
	  "(default: vmalint in $XDG_CACHE_HOME)",
	  SETS(FOLDER, keep.dir) },
	{ "cache-size", 0, SCOPE_CACHE, GROUP_RUN, "MIB",
	  "results kept at most, in MiB, and as much of headers;\n"
	  "the longest unused go first (default: 512)",
	  SPECIAL(apply_cache_size) },
	{ "no-cache", 0, SCOPE_CHECK, GROUP_RUN, NULL,
	  "neither take results of earlier runs nor keep any\n"
	  "(default: off)",
	  SETS(FLAG, keep.is_off) },
	{ "shard", 0, SCOPE_CHECK, GROUP_RUN, "K/N",
	  "only the K-th of N parts that take about as long;\n"
	  "'vmalint merge' joins their JSON (default: 1/1)",
	  SPECIAL(apply_shard) },
	{ "watch", 0, SCOPE_CHECK, GROUP_RUN, NULL,
	  "then go on: tell what is new and what is gone with\n"
	  "each file that is saved, until Ctrl-C (default: off)",
	  SETS(FLAG, run.watch) },
	{ "dump", 0, SCOPE_CHECK, GROUP_OTHER, "WHAT",
	  "print files, args or facts instead of checking\n"
	  "(default: off)",
	  CHOOSES(run.dump, dumps, "kind of --dump") },
	{ "help", 'h', SCOPE_ANY, GROUP_OTHER, NULL, "this text",
	  SPECIAL(apply_help) },
	{ "version", 0, SCOPE_PROGRAM, GROUP_OTHER, NULL,
	  "the versions of vmalint and libclang", SPECIAL(apply_version) },
};

const size_t nr_option_rows = G_N_ELEMENTS(option_rows);
