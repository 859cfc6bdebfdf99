/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * From a selected file to the arguments that parse it: as the kernel's own
 * build would pass them, made without any build. What a build would generate
 * is written to a cache folder; nothing of the tree is executed or changed.
 */
#ifndef VMALINT_ARGUMENTS_ARGUMENTS_H
#define VMALINT_ARGUMENTS_ARGUMENTS_H

#include <glib.h>
#include <stdbool.h>

#define ABSENT_OPTION "-ivfsoverlay" /* hides files; a path follows */

struct absent;
struct arch;
struct kconfig;
struct kernel_symbols;
struct arguments_options;
struct change_options;
struct keep_options;
struct select_options;
struct selected_file;
struct selection;
struct session;
struct tree;

/*
 * A file's content as the parser shall see it. The const of the flag word of
 * struct vm_area_struct is blanked, in place, so that a write to it stays an
 * ordinary assignment instead of an error that hides its operands.
 */
struct overlay {
	const char *path; /* absolute */
	char *text;	  /* owned */
	gsize length;
};

/*
 * True if the parse of a source may read the overlay: it is no C file, or one
 * of the same folder or below. libclang copies what it is given, each
 * time (libclang 19). source may be NULL: only headers.
 */
bool overlay_concerns(const struct overlay *overlay, const char *source);

/* An architecture in one configuration. Strings belong to the session. */
struct compile_target {
	const struct arch *arch;
	const char *arch_name; /* folder of arch/ */
	const char *folder;    /* where its generated headers are */
	const char *pch_base;  /* where its precompiled header goes */
	bool takes_config;     /* the one of --config is for it */
	bool is_wanted;	       /* some job begins with it */
	bool is_ready;	       /* its headers are written */
	bool is_placed;	       /* .. where they are for a view, is known */
	char *own_folder, *own_pch_base; /* of a view alone; owned, or NULL */
	char *digest;	   /* of its headers; owned; NULL if not known */
	GPtrArray *inputs; /* char *: what they are made of; owned, or NULL */
	GVariant
		*notices; /* what is still to be said of them; owned, or NULL */
	GVariant *manifest; /* private to targets.c: it has these texts */
};

/* One translation unit to parse. Strings belong to the session. */
struct compile_job {
	const struct selected_file *file; /* borrowed from the selection */
	const char *source;		  /* its absolute path */
	/* Of a program: the C file that includes it, absolute; or NULL. */
	const char *user;
	const char *arch;  /* folder of arch/ of its first target, or "" */
	guint target;	   /* the first one to try; index into targets */
	bool is_program;   /* runs under the kernel, in user space */
	bool is_bpf;	   /* a BPF program: kernel types, own headers */
	bool is_known;	   /* its result is: it needs no parse */
	bool is_elsewhere; /* another shard has it: it is none of ours */
	const char *skip_reason;     /* why it is not parsed at all, or NULL */
	const GPtrArray *built_with; /* char *: by its build; or NULL */
	/* char *: of a module's own build, for another kernel; or NULL */
	const GPtrArray *recorded;
};

struct compile_jobs {
	const struct arguments_options *options; /* all three borrowed */
	const struct keep_options *keep;
	const struct select_options *named;
	bool is_staged;		 /* it is the index that is looked at */
	const struct tree *tree; /* borrowed */
	GArray *jobs;		 /* struct compile_job, order of selection */
	GArray *targets;	 /* struct compile_target, order of the table */
	GArray *overlays;	 /* struct overlay */
	struct absent *absent;	 /* of the view, on disk; or NULL */
	struct kconfig *config;	 /* of --config or a build, owned; or NULL */
	const char *build;	 /* a configured folder, absolute; or NULL */
	const char *records;	 /* a module's folder with commands; or NULL */
	const char *config_path; /* where config is from, or NULL */
	bool keeps_pch;	  /* a precompiled header serves later runs as well */
	bool comes_again; /* a run like this one is to follow, as of a hook */
	GPtrArray *recorded; /* GPtrArray *: the arguments of jobs */
	GHashTable
		*databases;  /* private to build_arguments.c; made on demand */
	GPtrArray *arches;   /* char *: architectures in use, sorted */
	GPtrArray *headers;  /* char *: headers of the tree; made on demand */
	GHashTable *looked;  /* private to targets.c; made on demand */
	GHashTable *modules; /* private to module/; made on demand */
	struct kernel_symbols *symbols; /* private to open_condition.c */
	GHashTable *unknown;	   /* path to struct unknown_header, owned */
	GHashTable *unknown_read;  /* folders that unknown has those of */
	const GPtrArray *readable; /* char *: to be checked; or NULL */
};

/* What jobs are made by; all of it outlives them. */
struct arguments_request {
	const struct arguments_options *options;
	const struct keep_options *keep;     /* where headers are made */
	const struct select_options *named;  /* what is to be checked */
	const struct change_options *change; /* .. and whether all of it is */
};

/*
 * Resolves a job for every selected file. False with a problem recorded if
 * an architecture is unknown; compile_jobs_release() either way.
 */
bool compile_jobs_resolve(struct session *session,
			  const struct arguments_request *request,
			  const struct selection *selection,
			  struct compile_jobs *ret_jobs);

void compile_jobs_release(struct compile_jobs *jobs);

/* Writes the headers of a target, once. False with a problem recorded. */
bool compile_target_prepare(struct session *session, struct compile_jobs *jobs,
			    guint target);
/* True if the headers of a target are there, as they would be made now. */
bool compile_target_is_made(struct compile_jobs *jobs, guint target);

/*
 * The headers of a target that is prepared: owned paths, sorted, in an owned
 * array.
 */
GPtrArray *compile_target_headers(const struct compile_jobs *jobs,
				  guint target);

/*
 * The files that a ranking of a target by compile_rank_targets() came from:
 * owned paths, in an owned array; NULL if it cannot be told.
 */
GPtrArray *compile_target_sources(const struct compile_jobs *jobs,
				  guint target);

/*
 * The arguments that parse a job for a target, without compiler name and
 * source; owned array of owned strings.
 */
GPtrArray *compile_arguments(const struct compile_jobs *jobs,
			     const struct compile_job *job, guint target);

/* Adds what hides files on disk that the tree has not. */
void compile_hide_absent(const struct compile_jobs *jobs, GPtrArray *arguments);
/* Tells what is hidden from what else might be; NULL: nothing is. */
const char *compile_absent_key(const struct compile_jobs *jobs);

/*
 * A digest of the paths of all headers of the tree, owned: which of them an
 * #include finds depends on no other file's content.
 */
char *compile_layout(struct compile_jobs *jobs);

/* Path of each file -> architecture of its job; owned, borrows both. */
GHashTable *compile_job_arches(const struct compile_jobs *jobs);

/* The command line that repeats a job with clang, for a shell; owned. */
char *compile_job_command(const struct compile_jobs *jobs,
			  const struct compile_job *job);

/* A way to reach lines that a parse skipped. Owned by who made it. */
struct branch_variant {
	char *text; /* the file with some conditions decided; same size */
	gsize length;
	char *symbols;	   /* #define and #undef lines that decide the same */
	char *description; /* "!CONFIG_MMU, CONFIG_SWAP": for a message */
	GArray *lines;	   /* guint32: skipped lines it is meant to reach */
};

/*
 * The variants of a file that reach its skipped lines (guint32, ascending):
 * as few as the conditions allow. A line whose conditions must not be decided
 * (#if 0, a kernel version, ..) gets a text in ret_reasons, an owned table of
 * guint32 line to owned char *. The array frees its elements.
 */
GPtrArray *branch_variants(const char *text, gsize length, const GArray *lines,
			   GHashTable **ret_reasons);

/*
 * Sorts targets (guint, indices) by how much of what the variants need their
 * configurations have; the best comes first.
 */
void compile_rank_targets(const struct compile_jobs *jobs,
			  const GPtrArray *variants, GArray *targets);

#endif
