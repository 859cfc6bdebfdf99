/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the expressions of a unit are among bits, masks and constants of other
 * families, and where it matters; a part of facts.h.
 */
#ifndef VMALINT_FACTS_KINDS_KINDS_H
#define VMALINT_FACTS_KINDS_KINDS_H

#include <glib.h>
#include <stdbool.h>

struct flag_use;
struct unit_facts;

/* What an expression is that has to do with flags. */
enum flag_kind {
	KIND_UNKNOWN,	   /* not known, or the evidence disagrees */
	KIND_CONSTANT,	   /* an integer without a flag behind it */
	KIND_BIT,	   /* the number of a flag */
	KIND_MASK,	   /* flags in a word */
	KIND_BITMAP,	   /* a vma_flags_t */
	KIND_WORD_POINTER, /* a pointer to a word of masks */
	KIND_FOREIGN,	   /* a constant or word of another family */
	KIND_PENDING,	   /* only while kinds are inferred */
};

/* Families of constants that are no VMA flags, though some look like it. */
enum flag_family {
	FAMILY_NONE,
	FAMILY_VMALLOC,
	FAMILY_FAULT_RESULT,
	FAMILY_FAULT_FLAG,
	FAMILY_PROTECTION,
	FAMILY_MAPPING,
	FAMILY_MM,
	FAMILY_ALLOCATION,
	FAMILY_FOLLOW,
	FAMILY_SYSCTL,
	FAMILY_AREA_INFO,
	NR_FAMILIES,
};

/* The kind of one node, and what is known of its value. */
struct kind {
	guint8 kind, family;
	guint8 stored;	/* family of what a variable declared otherwise gets */
	bool is_typed;	/* a bit by its type, not by its name alone */
	bool is_forced; /* a bit turned into an integer by a cast */
	bool is_whole;	/* all flags of some VMA, nothing masked out */
	bool is_part;	/* a number inside of a mask's definition */
	bool has_value;
	guint64 value;	  /* sign-extended */
	guint64 possible; /* the bits that may be set */
};

enum flag_use_kind {
	USE_ARGUMENT,	/* passed to a parameter */
	USE_STORE,	/* assigned to a variable or member, or its start */
	USE_ELEMENT,	/* in the initialiser of an array */
	USE_RETURN,	/* returned */
	USE_CAST,	/* written as another type */
	USE_OPERAND,	/* of & | ^ == !=, beside a peer */
	USE_LABEL,	/* of a case, in a switch on the peer */
	USE_SHIFT,	/* how far the peer is shifted */
	USE_BIT_NUMBER, /* given to test_bit() or a relative; peer: address */
	USE_ARITHMETIC, /* calculated with, as numbers are */
	USE_TRUTH,	/* tested for being zero, or turned into a bool */
	USE_NARROW,	/* turned into a type that is too small for it */
	USE_WIDEN,	/* a complement, filled up with zeros */
	USE_LOGARITHM,	/* given to ilog2() or a relative */
	USE_FORMAT,	/* printed by a conversion that is too narrow */
	USE_SINGLE,	/* given to a helper for masks of at most one flag */
	USE_ALL,	/* all of its flags are tested for */
};

/* One place where a value of some kind is used, and what is wanted there. */
struct flag_use {
	enum flag_use_kind use;
	enum flag_kind wanted;
	enum flag_family family; /* wanted, of KIND_FOREIGN */
	bool is_typed;		 /* the wanted bit is one by its type */
	guint32 node;		 /* the value */
	guint32 user;		 /* operator, call, .. that uses it */
	guint32 peer;		 /* see enum flag_use_kind; or 0 */
	guint32 function;	 /* index of the enclosing function; or 0 */
	guint32 bits;		 /* width that it has to fit in; or 0 */
	bool only_low_reads;	 /* what does not fit is not read later */
	guint32 local;		 /* the variable that is too small; or 0 */
	const char *name;	 /* of the callee, variable, ..; or "" */
};

/* The kind of a node. */
const struct kind *facts_kind(const struct unit_facts *facts, guint32 index);

/* How a message names a value: `VM_IO', `vma->vm_flags'; owned, maybe "". */
char *facts_value_name(const struct unit_facts *facts, guint32 index);

/*
 * The mask of a flag, without VM_, that has had the same bit since 2.6; 0 of
 * others.
 */
guint64 facts_known_bit(const char *flag);

/* "VM_READ | VM_WRITE": the flags of a mask by name, or its number; owned. */
char *facts_mask_name(const struct unit_facts *facts, guint64 mask);

/* The name of a mask or bit without VM_, VMA_ and _BIT; owned, or NULL. */
char *facts_flag_stem(const struct unit_facts *facts, guint32 index);

/* True if a condition names a symbol that decides whether the tree has it. */
bool facts_guards_flag(const struct unit_facts *facts, const char *condition,
		       guint32 index);

/* Whether some configurations of the tree lack a flag, by its own headers. */
enum flag_lacking {
	LACKING_NEVER,
	LACKING_MASK,  /* its mask is empty there */
	LACKING_ALIAS, /* and the number of its bit is that of another flag */
};

/* The flag is given without VM_, VMA_ and _BIT. */
enum flag_lacking facts_lacking(const struct unit_facts *facts,
				const char *stem);

/* A flag that some configurations lack, and what decides about it. */
struct optional_flag {
	const char *stem; /* how the name begins; "" if the tree says it */
	const char *symbols[3]; /* of Kconfig: any, unless needs_all */
	bool is_alias;		/* its bit means another flag elsewhere */
	bool needs_all;
};

/* What is known of a flag without VM_, VMA_ and _BIT; NULL if it is always. */
const struct optional_flag *facts_optional_flag(const struct unit_facts *facts,
						const char *stem);

/* How to use such a flag, by names that the tree has; owned. */
char *facts_advise_optional(const struct unit_facts *facts, const char *stem);

/* The text of a function as it is in the main file, owned; or "". */
char *facts_function_text(const struct unit_facts *facts, guint32 function);

/* True for a name in the body of a header's macro, which has its guards. */
bool facts_is_from_header(const struct unit_facts *facts, guint32 index);

/* How a value differs from the flag word of a VMA that it was read from. */
enum word_change {
	WORD_UNKNOWN, /* it is no such copy, or other flags came in */
	WORD_SAME,    /* nothing was taken out */
	WORD_LESS,    /* some flags were taken out by name, `word & ~VM_X' */
	WORD_ONLY,    /* only named flags were left in, `word & VM_X' */
};

/*
 * What is left of the word of the VMA that owner is an expression of (`vma',
 * `&area->vma') in the value of a use, directly or by a local variable. A
 * store that not every path to the use takes makes it WORD_UNKNOWN, unless
 * both ways give the same.
 */
enum word_change facts_word_change(const struct unit_facts *facts,
				   const struct flag_use *use, guint32 owner);

/* `~VM_X', or a constant that is one: all flags but the named ones. */
bool facts_is_complement(const struct unit_facts *facts, guint32 index);

/* A constant mask of named flags that is no complement, and not 0. */
bool facts_is_few_flags(const struct unit_facts *facts, guint32 index);

/*
 * The call or macro of this tree that takes several bits where a use gives one
 * to its user: vma_test_any for vma_test; owned, or NULL.
 */
char *facts_takes_several(const struct unit_facts *facts,
			  const struct flag_use *use);

/* "VMA_READ_BIT, VMA_IO_BIT": the bits of a mask, if all have names; owned. */
char *facts_bits_of_mask(const struct unit_facts *facts, guint64 mask);

/* The outermost operator of a chain like A | B | C that an operator is in. */
guint32 facts_chain(const struct unit_facts *facts, guint32 index);

/* Appends the bit numbers (guint32: nodes) of a chain of op, in order. */
void facts_collect_bits(const struct unit_facts *facts, guint32 index,
			guint8 op, GArray *numbers);

/* "the page protections (PROT_*)" and so on. */
const char *family_name(enum flag_family family);

/*
 * The conditions of the #if lines around a line of the main file, owned; ""
 * if there are none.
 */
char *facts_guards(const struct unit_facts *facts, guint line);

/* True if the body of a function of the main file has IS_ENABLED(symbol). */
bool facts_function_asks(const struct unit_facts *facts, guint32 function,
			 const char *symbol);

#endif
