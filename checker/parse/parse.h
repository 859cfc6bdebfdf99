/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The only stage that knows libclang (19 or later): from a compile job to the
 * facts of its main file. A header is parsed through a made-up unit that
 * includes what its users have included before it.
 */
#ifndef VMALINT_PARSE_PARSE_H
#define VMALINT_PARSE_PARSE_H

#include <glib.h>
#include <stdbool.h>

struct asked;
struct branch_variant;
struct compile_job;
struct compile_jobs;
struct pch_set;
struct unit_facts;

/* How a job is to be parsed this time. */
struct parse_attempt {
	guint target;			      /* index into jobs->targets */
	const struct branch_variant *variant; /* or NULL: the file as it is */
	const char *user; /* of a header: a file that includes it, or NULL */
	bool use_symbols; /* decide its symbols for all headers, too */
	bool mend;	  /* give unknown constants a value, as a build would */
	const GArray *recovered; /* struct recovered_name: to define, or NULL */
	const GPtrArray *folders; /* char *: -I that earlier parses needed */
	bool is_sure;		  /* the precompiled header fits the file */
	bool is_proven;		  /* it was tried; else the file needs none */
};

/* What became of one relevant line; reason is NULL if it was analysed. */
struct line_outcome {
	guint32 line;
	const char *reason; /* belongs to the facts */
	bool is_skipped;    /* by a condition; else an error is the reason */
};

/* Lines from first to last of the parsed file. */
struct line_range {
	guint32 first, last;
};

/* How a parse went. Strings belong to the facts. */
struct parse_outcome {
	bool is_parsed;		 /* false: libclang gave no unit at all */
	const char *failure;	 /* why, when not parsed */
	guint nr_errors;	 /* errors with a place, headers included */
	const char *first_error; /* "path:line:column: text"; "" if none */
	const char *missing;	 /* a header that was not found, or NULL */
	bool has_clash;		 /* an error says that a name exists already */
	GHashTable *accused;  /* char *, owned: names that errors are about; ""
				 of  those that are about none; owned */
	GArray *lines;	      /* struct line_outcome; owned */
	GArray *blind;	      /* struct line_range: skipped or broken; owned */
	GArray *recovered;    /* struct recovered_name, see recover.h; owned */
	GPtrArray *arguments; /* char *: what the last parse was given; owned */
	GPtrArray *folders;   /* char *: -I that it needed besides, and those of
				 the attempt; owned */
	GHashTable *files;    /* char *, owned: all that was read; owned */
	guint nr_parses, nr_over_pch; /* of these over a precompiled header */
	bool has_built;	 /* headers were precompiled for it alone */
	bool is_second;	 /* the parse over a precompiled header was in vain */
	gint64 parse_us; /* spent in libclang's parser */
	gint64 build_us; /* .. to precompile */
	/* What was asked when that was made which came precompiled; or NULL. */
	const struct asked *precompiled;
};

/*
 * Takes from the environment what libclang would heed: what is parsed is said
 * by arguments alone. Says that it is to start no thread and to catch no crash.
 * To be called before any other thread runs.
 */
void parse_forget_environment(void);

/*
 * The folder that the library was installed to, with the compiler's headers
 * below: "/usr/lib/llvm-19". Owned; NULL if there is none.
 */
char *parse_library_folder(void);

/* The version of the library that is loaded: "19.1.7". Owned. */
char *parse_library_version(void);

/*
 * Checks that the library finds its own headers. NULL if it does, else what
 * is wrong, owned.
 */
char *parse_self_check(void);

/* The whole version text of the library, which tells builds apart. Owned. */
char *parse_library_identity(void);

/*
 * What parses of one process share. Nothing is read yet: free with
 * pch_set_free(), which takes NULL. layout tells which headers the tree
 * has: a precompiled header is for one layout.
 */
struct pch_set *pch_set_new(const struct compile_jobs *jobs,
			    const char *layout);
void pch_set_free(struct pch_set *pch_set);

/*
 * True if enough jobs of a target are to be parsed for a precompiled header,
 * or such calls come again. Then it notes that one was here.
 */
bool pch_is_worth_it(const struct compile_jobs *jobs, guint target);

/*
 * Precompiles the headers that most jobs of a target begin with, if that is not
 * there already. Every process finds it from then on; this one has its unit in
 * memory as long as headers of that target follow. May crash: call it in a
 * process that may be lost.
 */
enum pch_end {
	PCH_NOT_MADE, /* it could not be done */
	PCH_REUSED,
	PCH_BUILT,
};
enum pch_end pch_build(struct pch_set *pch_set, const struct compile_jobs *jobs,
		       guint target);

/*
 * Has units kept from now on, so that the next parse of the same file with the
 * same arguments is quick. Headers must not change meanwhile. Lines before the
 * first code of a file may be judged by an older state.
 */
void pch_set_keep_units(struct pch_set *pch_set);

/*
 * Parses a job and fills *facts, which facts_init() has prepared; pch_set may
 * be NULL. May crash or hang with libclang: call it in a process that may be
 * lost.
 */
void unit_parse(struct compile_jobs *jobs, struct pch_set *pch_set,
		const struct compile_job *job,
		const struct parse_attempt *attempt, struct unit_facts *facts,
		struct parse_outcome *ret_outcome);

/*
 * Prepares an attempt by the outcomes of those before it at the same file
 * (struct parse_outcome), which must outlive it.
 */
void parse_attempt_learn(struct parse_attempt *attempt, const GArray *outcomes);

/* True if the parse saw this line of the file, without an error around it. */
bool parse_outcome_saw(const struct parse_outcome *outcome, guint32 line);

/* Makes it that of a parse that has not begun. */
void parse_outcome_init(struct parse_outcome *outcome);
void parse_outcome_release(struct parse_outcome *outcome);

#endif
