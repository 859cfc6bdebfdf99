/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The rules of a Kbuild file, read as data: which file is made from which, and
 * in which folders make goes on. Nothing is run.
 */
#ifndef VMALINT_ARGUMENTS_HEADERS_KBUILD_RULES_H
#define VMALINT_ARGUMENTS_HEADERS_KBUILD_RULES_H

#include <glib.h>
#include <stdbool.h>

struct view;

/* Where a Kbuild file stands. Paths are relative to the root. */
struct kbuild_place {
	const struct view *view; /* how files are read; NULL: from disk */
	const char *root;	 /* of the tree, absolute */
	const char *folder; /* what $(obj) and $(src) say; "." at the top */
	const char *arch;   /* what $(SRCARCH) says */
	const char *host;   /* what $(SUBARCH) says */
};

/* A rule for one file. Paths are relative to the root. */
struct kbuild_rule {
	char *target;	/* what it makes */
	char *source;	/* the first file that it makes it from; "" if none */
	char *recipe;	/* its first command as written, or the line of a list
			   that only says that it is made; "" if it has none */
	char *path;	/* of the Kbuild file */
	guint line;	/* of the rule */
	bool is_listed; /* there is no rule: a list says that it is made */
};

/* What Kbuild files say. */
struct kbuild_rules {
	GPtrArray *rules;   /* struct kbuild_rule *, owned */
	GPtrArray *folders; /* char *: of `$(build)=FOLDER`; owned */
};

/* Makes it empty; pair with kbuild_rules_release(). */
void kbuild_rules_init(struct kbuild_rules *rules);
void kbuild_rules_release(struct kbuild_rules *rules);

/*
 * Adds the rules of a file (a path relative to the root). All branches of its
 * conditions count, for a rule says how a file is made if it is. A rule for a
 * pattern (`%`) becomes one for each header that other rules and lists of the
 * file ask for and nothing else makes. Names that only a shell could tell are
 * left out. A file that cannot be read has none.
 */
void kbuild_rules_read(const struct kbuild_place *place, const char *path,
		       struct kbuild_rules *rules);

#endif
