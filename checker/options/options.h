/* SPDX-License-Identifier: GPL-2.0-only */
/* The command line as data: parsed and validated once, then only read. */
#ifndef VMALINT_OPTIONS_OPTIONS_H
#define VMALINT_OPTIONS_OPTIONS_H

#include <glib.h>
#include <stdbool.h>

#include "findings/findings.h"

struct session;

/* The largest -j and --timeout. */
#define JOBS_LIMIT	      512
#define TIMEOUT_LIMIT_SECONDS 86400

/* --cache-size: what it is by default, and at most. */
#define CACHE_SIZE_DEFAULT_MIB G_GUINT64_CONSTANT(512)
#define CACHE_SIZE_LIMIT_MIB   1048576

/* The largest N of --shard K/N. */
#define SHARDS_LIMIT 4096

enum command {
#define COMMAND(id, name) COMMAND_##id,
#include "options/commands.def"
#undef COMMAND
	COMMAND_VERSION, /* no word, but --version */
};

/* --branches: what of a file is looked at. */
enum branches {
	BRANCHES_ALL,	 /* also what other configurations compile */
	BRANCHES_ACTIVE, /* what this configuration compiles */
};

/* --progress, --color; auto: where it goes to a terminal. */
enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

enum format {
#define FORMAT(id, name)     FORMAT_##id,
#define OWN_FORMAT(id, name) FORMAT_##id,
#include "options/formats.def"
#undef FORMAT
#undef OWN_FORMAT
};

/* One --format NAME[:FILE]; file is NULL for standard output ("-", or none). */
struct output_request {
	enum format format;
	const char *file;
};

/* --by: what a table counts by. */
enum table_by { BY_SUBSYSTEM, BY_MAINTAINER, BY_FILE };

/* Which change to look at; only what it adds is reported. */
enum change_kind {
	CHANGE_NONE, /* the whole tree, or the paths */
	CHANGE_STAGED,
	CHANGE_SINCE, /* options->revision */
	CHANGE_PATCH, /* options->patch */
};

/* What `vmalint hook` is to do. */
enum hook_action { HOOK_INSTALL, HOOK_UNINSTALL, HOOK_RUN };

/* What `vmalint cache` is to do. */
enum cache_action { CACHE_STATS, CACHE_CLEAR };

/* What the settings allow in some files. */
struct allowance {
	const char *pattern; /* of paths, see options_path_fits() */
	GPtrArray *rules;    /* char * */
	unsigned int line;   /* of the settings */
};

/* A boundary whose data --dump prints instead of checking. */
enum dump { DUMP_NONE, DUMP_FILES, DUMP_ARGS, DUMP_FACTS };

/* --fail-on: the lowest severity that makes the exit code 1. */
enum fail_on {
	FAIL_ON_NOTE = SEVERITY_NOTE,
	FAIL_ON_WARNING = SEVERITY_WARNING,
	FAIL_ON_ERROR = SEVERITY_ERROR,
	FAIL_ON_NEVER,
	FAIL_ON_AS_TOLD, /* to merge: as the shards were, until that is read */
};

/* --min-coverage, where it is no percentage. */
enum coverage_choice {
	COVERAGE_UNASKED = -1, /* errors may hide a small share */
	COVERAGE_AS_TOLD = -2, /* to merge: as the shards were, until then */
};

/* All strings and arrays belong to the options. */
struct options {
	enum command command;
	const char *help; /* for COMMAND_HELP, and when no command was given */
	char **given;	  /* the words behind the command, as they came */
	GPtrArray *paths; /* char *: what to check; may be empty */
	bool lists_paths; /* --files-from: no path is nothing, not the tree */
	GPtrArray *reports;	/* char *: files to merge */
	const char *stored;	/* a report to show */
	GPtrArray *shown_paths; /* char *: --path: patterns of it; or empty */
	enum severity lowest;	/* --severity: of it, this and above */
	enum table_by by;
	const char *rule_name; /* `vmalint rules NAME`; NULL lists all */
	const char *tree;      /* --tree, or NULL */
	GPtrArray *arches; /* char *: --arch; empty means all ("all" is gone) */
	const char *config; /* --config: a .config file, or NULL */
	const char *build;  /* --build: a configured folder, or NULL */
	GPtrArray *cflags;  /* char *: --cflags, paths absolute */
	enum branches branches;
	GPtrArray *words;   /* char *: for COMMAND_KBUILD, a compiler's words */
	GPtrArray *select;  /* char *: rule names; empty means defaults */
	GPtrArray *ignore;  /* char *: rule names */
	const char *sparse; /* --sparse: the program to ask, or NULL */
	GArray *outputs;    /* struct output_request; at least one */
	enum fail_on fail_on;
	enum when progress, color;
	enum dump dump;
	bool stats, quiet, verbose;
	bool watch;		      /* --watch: go on when files are saved */
	unsigned int jobs;	      /* -j; at least 1 */
	unsigned int timeout_seconds; /* per file; at least 1 */
	double min_coverage_percent;  /* or one of enum coverage_choice */
	unsigned int shard_index;     /* --shard K/N: K, from 1 */
	unsigned int shard_count;     /* .. and N; 0 for a whole run */
	bool is_part;		      /* to merge: the shards were told paths */
	enum hook_action hook;	      /* for COMMAND_HOOK */
	enum cache_action cache;      /* for COMMAND_CACHE */
	bool is_brief; /* findings and one line, no tally: for a hook */
	enum change_kind change;
	const char *revision; /* --since, or NULL */
	const char *patch;    /* --patch: a file or "-"; or NULL */
	const char *base;     /* --base: what the patch is for, or NULL */
	bool exact_base;      /* --no-merge-base */
	bool changed_lines;   /* --changed-lines */
	const char *settings; /* the .vmalint file that was read, or NULL */
	bool no_settings;     /* --no-settings */
	bool no_suppressions; /* --no-suppressions */
	const char *baseline, *write_baseline; /* files, or NULL */
	GHashTable *origins;	/* name of an option or a rule -> where it is
				 * set, but for defaults */
	GHashTable *severities; /* rule -> enum severity, where not its own */
	GPtrArray *left_out;	/* char *: patterns of paths */
	unsigned int left_out_line; /* of the settings; 0: nothing is */
	GArray *allowances;	    /* struct allowance */
	const char *cache_dir;	    /* --cache-dir, or NULL for XDG's */
	bool no_cache;		    /* --no-cache: no results of earlier runs */
	guint64 cache_size;	    /* --cache-size, in bytes */
	GStringChunk *strings;
};

/*
 * Fills *ret_options from the command line. rule_names (NULL-terminated) are
 * the names that --select, --ignore and `rules NAME` accept. False with a
 * problem recorded when the words are wrong; the text names the word, and the
 * nearest right one where there is a near one; then help, if not NULL, is what
 * output_failure() should show along with it. options_release() is right to
 * call in both cases.
 */
bool options_parse(struct session *session, int argc, char **argv,
		   const char *const *rule_names, struct options *ret_options);

void options_release(struct options *options);

/* The severity of a rule: its own, or what the settings say. */
enum severity options_severity(const struct options *options, const char *rule,
			       enum severity own);

/*
 * Where an option or the severity of a rule is set: "command line", a place in
 * the settings, or "default"; borrowed.
 */
const char *options_origin(const struct options *options, const char *name);

/* True if the rule is to be checked: neither ignored, nor not selected. */
bool options_enable(const struct options *options, const char *rule,
		    enum severity own);

/* True if more is written than text, such as reports that tell of the tree. */
bool options_write_reports(const struct options *options);

/* True if the run looks at all that could be found. */
bool options_are_whole(const struct options *options);

/*
 * True if a path of the tree fits a pattern of the settings: a folder or a
 * file, or a pattern with * and ? in it.
 */
bool options_path_fits(const char *pattern, const char *path);

#endif
