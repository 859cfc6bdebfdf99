/* SPDX-License-Identifier: GPL-2.0-only */
/* All that some files define, by name. Private to mirror/. */
#ifndef VMALINT_MIRROR_DEFINITIONS_H
#define VMALINT_MIRROR_DEFINITIONS_H

#include <glib.h>
#include <stdbool.h>

struct defined;
struct file;
struct term;
struct terms;

/* The kernel's own files, or those of the copies. */
struct definitions {
	GPtrArray *files;  /* struct file *, owned, in order of their paths */
	GHashTable *names; /* name -> GPtrArray of struct defined * */
	GHashTable *settings; /* borrowed: see words_read() */
	GHashTable *flags;    /* borrowed: names of the flag API */
};

struct definitions *definitions_new(GHashTable *settings, GHashTable *flags);
void definitions_free(struct definitions *side);

/* Takes the file. */
void definitions_add(struct definitions *side, struct file *file);

/* All definitions of a name, struct defined *; an empty list if none. */
const GPtrArray *definitions_find(const struct definitions *side,
				  const char *name);

/*
 * What a name stands for: a macro, enumerator or function with a body, of
 * several the one that the settings choose; NULL if there is none.
 */
const struct defined *definitions_meaning(const struct definitions *side,
					  const char *name);

/* True if the conditions that a definition is under hold. */
bool definition_is_active(const struct defined *definition);

/* True if a definition names the flag API. */
bool definition_names_flags(const struct defined *definition,
			    GHashTable *flags);

/* The value of a term, of bitmaps that of their first word. */
bool definitions_value(const struct definitions *side, struct terms *terms,
		       const struct term *term, gint64 *ret_value);
/* .. and of an enumerator. */
bool definitions_enumerator_value(const struct definitions *side,
				  struct terms *terms,
				  const struct defined *enumerator,
				  gint64 *ret_value);

/* True if a call makes a bitmap of the bits that are its arguments. */
bool definitions_makes_bitmap(const struct definitions *side,
			      const char *callee);

/*
 * The macro's body, with terms for its parameters; NULL if it is no
 * expression.
 */
struct term *macro_call_term(struct terms *terms, const struct defined *macro,
			     const struct term *call);

#endif
