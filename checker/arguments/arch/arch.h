/* SPDX-License-Identifier: GPL-2.0-only */
/* What is special about each architecture: a file each, nothing elsewhere. */
#ifndef VMALINT_ARGUMENTS_ARCH_ARCH_H
#define VMALINT_ARGUMENTS_ARCH_ARCH_H

#include <stdbool.h>
#include <stddef.h>

struct kconfig_pin;

/*
 * A header of system call numbers that the build makes from a table. A table
 * that the tree lacks makes no header: releases keep them in different places.
 */
struct syscall_header {
	const char *table;  /* relative to the tree */
	const char *abis;   /* comma separated; "" takes all */
	const char *output; /* relative to the generated include folder */
	const char *prefix; /* of the macro, before the call's name; or NULL */
	const char *offset; /* added to the number, as text; "" is none */
	const char *count;  /* macro for the number after the last; or NULL */
};

/* A header that a script or program of the tree makes from a list. */
struct made_header {
	const char *list;   /* relative to the tree */
	const char *output; /* relative to the generated tree */
	char *(*make)(const char *list_text); /* the header's text, owned */
};

/* Lists end with NULL, or with an element whose first member is NULL. */
struct arch {
	const char *name;	    /* of the row; tells 32 from 64 bits */
	const char *folder;	    /* of arch/; what people call it */
	const char *const *aliases; /* of the folder: uname's, compilers' */
	unsigned int width;	    /* bits of a long */
	bool is_variant;	    /* another row of the folder is primary */
	bool takes_neutral;	    /* first choice for files outside arch/ */
	const char *kconfig_arch;   /* the ARCH= word of make */
	const struct kconfig_pin *pins; /* what makes this row's config */
	const char *target; /* of clang; a stand-in where LLVM has none */
	const char *const *hidden;    /* a stand-in's own macros: undefined */
	const char *const *arguments; /* beyond the target */
	const char *host;	      /* um: folder whose asm/ it borrows */
	const char *const *includes;  /* relative to the tree */
	bool includes_compiler;	  /* uses headers that come with compilers */
	const char *const *files; /* glob patterns of what only it builds */
	const struct syscall_header *syscalls;
	const struct made_header *headers;
};

/*
 * The rows one after the other, sorted by name; NULL behind the last. A primary
 * row is named as its folder.
 */
const struct arch *arch_at(size_t index);

/* The primary row of this folder of arch/, or of an alias of it, or NULL. */
const struct arch *arch_find(const char *name);

/*
 * The row that parses a file, by its path in the tree: that of the longest
 * pattern that takes it, else the primary one of the folder. NULL outside
 * arch/ or if there is none.
 */
const struct arch *arch_of_path(const char *path);

#endif
