/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a tree says of its flags a second time: in Rust, in tables that give
 * them names, in documents. Read as text, under all configurations at once;
 * nothing is parsed by a compiler. A fact says what the text says, never
 * whether it is wrong.
 */
#ifndef VMALINT_FACTS_SHADOWS_SHADOWS_H
#define VMALINT_FACTS_SHADOWS_SHADOWS_H

#include <glib.h>
#include <stdbool.h>

#include "facts/shadows/flags.h"
#include "text/document.h"

/* A range of one line of a file; path is relative to the tree. */
struct shadow_place {
	const char *path;
	guint32 line, column, end_column; /* from 1; end is exclusive */
};

/* A row of a table. */
struct table_entry {
	char *flag;  /* the mask or bit that it is for, VM_x or VMA_x_BIT */
	char *name;  /* what it is printed as; may be empty */
	char *guard; /* a condition under which the row is there */
	struct shadow_place at;
};

enum table_kind {
	TABLE_NAMES, /* { VM_x, "x" }, ..: the first that fits is printed */
	TABLE_BITS,  /* [ilog2(VM_x)] = "x", ..: the last for a bit counts */
};

struct flag_table {
	enum table_kind kind;
	char *name;	 /* of the macro, array or call */
	char *fill;	 /* what bits without a row are printed as; or NULL */
	char *guard;	 /* under which its file is built */
	GArray *entries; /* struct table_entry, in their order */
	struct shadow_place at;
};

/* `const N: vm_flags_t = ..' of Rust, and of a type that is made of one. */
struct rust_constant {
	char *name;
	bool is_flag_word; /* its type is vm_flags_t itself */
	char *value;	   /* its tokens with blanks between */
	struct shadow_place at, value_at;
};

/* `bindings::VM_x' and the like. */
struct rust_use {
	char *name;	   /* of the binding */
	bool is_flag_word; /* used as a vm_flags_t: by a type or a cast */
	bool is_shift;	   /* it says how far something is shifted */
	struct shadow_place at;
};

enum rust_access { RUST_READS, RUST_STORES, RUST_TAKES_ADDRESS };

/* `(*p).__bindgen_anon_2.vm_flags' and the like. */
struct rust_member {
	enum rust_access access;
	char *name;
	guint anonymous; /* the number in __bindgen_anon_N before it; 0: none */
	struct shadow_place at;
};

/* A vm_flags_t out of a plain number. */
struct rust_number {
	char *text;
	struct shadow_place at;
};

/* RUST_CONST_HELPER_VM_x = ..; of a C header for bindgen. */
struct rust_helper {
	char *flag;  /* behind the prefix */
	char *value; /* its tokens with blanks between */
	struct shadow_place at, value_at;
};

/* A word of a parameter file of bindgen, --blocklist-item VM_x. */
struct rust_blocked {
	char *name;
	struct shadow_place at;
};

/* A member of struct vm_area_struct. */
struct vma_member {
	char *name;
	guint anonymous; /* the how-many-th anonymous member has it; 0: none */
	guint nr_optional; /* of those before it: not always there */
	char *guard;
	struct shadow_place at;
};

/* A row or sample of a document, and where it stands. */
struct documented {
	struct vma_code code; /* with owned texts */
	struct shadow_place at;
};

/* A text that is no C. */
struct shadow_text {
	const char *path;
	char *text; /* owned */
	gsize length;
};

struct shadows {
	GStringChunk *strings;
	GHashTable *names;    /* flag names of the tree; borrowed */
	struct flags *flags;  /* what the headers define */
	GPtrArray *tables;    /* struct flag_table * */
	GArray *constants;    /* struct rust_constant */
	GArray *rust_uses;    /* struct rust_use */
	GArray *members;      /* struct rust_member */
	GArray *numbers;      /* struct rust_number */
	GArray *helpers;      /* struct rust_helper */
	GArray *blocked;      /* struct rust_blocked */
	GArray *vma_members;  /* struct vma_member */
	GArray *documented;   /* struct documented */
	GArray *texts;	      /* struct shadow_text */
	guint *nr_questions;  /* that may still be asked of conditions */
	GHashTable *builders; /* path of a C file -> condition; owned */
};

/* names: those of the tree, of select/; borrowed. Free with shadows_free(). */
struct shadows *shadows_new(GHashTable *names);
void shadows_free(struct shadows *shadows);

/* A header that defines flags or struct vm_area_struct: before all others. */
void shadows_add_header(struct shadows *shadows, const char *path,
			const char *text, gsize length);

/* Any other file: what it is for is told by its name and what is in it. */
void shadows_add(struct shadows *shadows, const char *path, const char *text,
		 gsize length);

/* The Makefile beside a file says under which condition that is built. */
void shadows_add_makefile(struct shadows *shadows, const char *source,
			  const char *text, gsize length);

/* Call once, behind all texts. */
void shadows_derive(struct shadows *shadows);

/*
 * The flags of the tree: masks of one bit, under some configuration, by name;
 * const char *, in the order of their definitions; owned.
 */
GPtrArray *shadows_flags(const struct shadows *shadows);

/* True for VM_HIGH_ARCH_n, VM_STACK and others that stand for what varies. */
bool shadows_is_placeholder(const char *flag);

/* condition_can_hold(), so often that no text of a person asks more. */
bool shadows_can_hold(const struct shadows *shadows, const char *condition);

/* "VM_IO" of VM_IO and of VMA_IO_BIT; owned. */
char *shadows_mask_of(const char *name);

/* True if a name is declared to be another one, under some configuration. */
bool shadows_leads_to(const struct shadows *shadows, const char *name,
		      const char *other);

/* True if one name is declared to be another one, or both the same third. */
bool shadows_is_alias(const struct shadows *shadows, const char *a,
		      const char *b);

#endif
