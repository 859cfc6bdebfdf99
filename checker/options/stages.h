/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What each stage is told, parsed once and then only read: a stage gets its
 * own struct, and sees no other. All strings and arrays belong to struct
 * options.
 */
#ifndef VMALINT_OPTIONS_STAGES_H
#define VMALINT_OPTIONS_STAGES_H

#include <glib.h>
#include <stdbool.h>

#include "findings/findings.h"
#include "options/format.h"

/* The largest -j and --timeout. */
#define JOBS_LIMIT	      512
#define TIMEOUT_LIMIT_SECONDS 86400

/* --cache-size: what it is by default, and at most. */
#define CACHE_SIZE_DEFAULT_MIB G_GUINT64_CONSTANT(512)
#define CACHE_SIZE_LIMIT_MIB   1048576

/* The largest N of --shard K/N. */
#define SHARDS_LIMIT 4096

/* What to look at: for select/. */
struct select_options {
	const char *tree;    /* --tree, or NULL */
	GPtrArray *paths;    /* char *: what to check; may be empty */
	bool is_module_here; /* paths is the module around us: none was given */
	bool lists_paths; /* --files-from: no path is nothing, not the tree */
};

/* Which change to look at; only what it adds is reported. */
enum change_kind {
	CHANGE_NONE, /* the whole tree, or the paths */
	CHANGE_STAGED,
	CHANGE_SINCE, /* the revision */
	CHANGE_PATCH, /* the patch */
};

/* For change/. */
struct change_options {
	enum change_kind kind;
	const char *revision; /* --since, or NULL */
	const char *patch;    /* --patch: a file or "-"; or NULL */
	const char *base;     /* --base: what the patch is for, or NULL */
	bool is_mail;	      /* the patch names the blobs that it is for */
	bool exact_base;      /* --no-merge-base */
	bool changed_lines;   /* --changed-lines */
};

/* How files are compiled: for arguments/. */
struct arguments_options {
	GPtrArray *arches; /* char *: --arch; empty means all ("all" is gone) */
	const char *config;  /* --config: a .config file, or NULL */
	const char *build;   /* --build: a configured folder, or NULL */
	GPtrArray *cflags;   /* char *: --cflags, paths absolute */
	GPtrArray *by_make;  /* char *: what make calls a compiler with */
	GPtrArray *left_out; /* char *: patterns of paths */
	unsigned int left_out_line; /* of the settings; 0: nothing is */
};

/* Where what is kept between runs lies: for whoever keeps something. */
struct keep_options {
	const char *dir; /* --cache-dir, or NULL for XDG's */
	bool is_off;	 /* --no-cache: no results of earlier runs */
	guint64 size;	 /* --cache-size, in bytes */
};

/* --branches: what of a file is looked at. */
enum branches {
	BRANCHES_ALL,	 /* also what other configurations compile */
	BRANCHES_ACTIVE, /* what this configuration compiles */
};

/* A boundary whose data --dump prints instead of checking. */
enum dump { DUMP_NONE, DUMP_FILES, DUMP_ARGS, DUMP_FACTS };

/* How files are gone through: for run/. */
struct run_options {
	enum branches branches;
	enum dump dump;
	const char *sparse;	      /* --sparse: the program, or NULL */
	unsigned int jobs;	      /* -j; at least 1 */
	unsigned int timeout_seconds; /* per file; at least 1 */
	unsigned int shard_index;     /* --shard K/N: K, from 1 */
	unsigned int shard_count;     /* .. and N; 0 for a whole run */
	bool watch;		      /* go on when files are saved */
};

/* Which rules are checked, and how much they matter. */
struct rules_options {
	GPtrArray *select;	/* char *: names; empty means defaults */
	GPtrArray *ignore;	/* char *: names */
	GHashTable *severities; /* name -> enum severity, where not its own */
};

/* The severity of a rule: its own, or what the settings say. */
enum severity options_severity(const struct rules_options *options,
			       const char *rule, enum severity own);

/* True if the rule is to be checked: neither ignored, nor not selected. */
bool options_enable(const struct rules_options *options, const char *rule,
		    enum severity own);

/* What the settings allow in some files. */
struct allowance {
	const char *pattern; /* of paths, see options_path_fits() */
	GPtrArray *rules;    /* char * */
	unsigned int line;   /* of the settings */
};

/* Which findings are allowed, or known. */
struct triage_options {
	const char *settings; /* the .vmalint file that was read, or NULL */
	bool no_settings;     /* --no-settings */
	bool no_suppressions; /* --no-suppressions */
	const char *baseline, *write_baseline; /* files, or NULL */
	GArray *allowances;		       /* struct allowance */
	bool is_part; /* to merge: the shards were told paths */
};

/*
 * True if a path of the tree fits a pattern of the settings: a folder or a
 * file, or a pattern with * and ? in it.
 */
bool options_path_fits(const char *pattern, const char *path);

/* True if the settings leave a path of the tree out. */
bool options_leave_out(const struct arguments_options *options,
		       const char *path);

/* What of a stored report is shown. */
struct report_options {
	const char *stored;	/* the report */
	GPtrArray *shown_paths; /* char *: --path: patterns of it; or empty */
	enum severity lowest;	/* --severity: of it, this and above */
};

/* --by: what a table counts by. */
enum table_by { BY_SUBSYSTEM, BY_MAINTAINER, BY_FILE };

/* --progress, --color; auto: where it goes to a terminal. */
enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

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

/* What is said of a run, and how it ends: for output/. */
struct output_options {
	GArray *outputs; /* struct output_request; at least one */
	enum fail_on fail_on;
	double min_coverage_percent; /* or one of enum coverage_choice */
	enum table_by by;
	enum when progress, color;
	bool stats, quiet, verbose;
	bool is_brief; /* findings and one line, no tally: for a hook */
};

/* True if more is written than text, such as reports that tell of the tree. */
bool options_write_reports(const struct output_options *options);

/* False of a hook: where it has nothing to say, nobody asks for the tree. */
bool options_tell_tree(const struct output_options *options);

#endif
