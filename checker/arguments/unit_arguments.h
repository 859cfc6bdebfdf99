/* SPDX-License-Identifier: GPL-2.0-only */
/* The argument list of one translation unit. */
#ifndef VMALINT_ARGUMENTS_UNIT_ARGUMENTS_H
#define VMALINT_ARGUMENTS_UNIT_ARGUMENTS_H

#include <glib.h>

struct arch;
struct compile_job;
struct module_arguments;
struct tree;

/*
 * Arguments for a file of the kernel or of a module: the include order of the
 * kernel's Makefile (USERINCLUDE and LINUXINCLUDE, 6.1 to 7.x) with the
 * generated headers in folder. module: what a module of the file adds, or NULL.
 * The array owns its strings.
 */
GPtrArray *arguments_for_kernel(const struct tree *tree,
				const struct arch *arch, const char *folder,
				const char *source,
				const struct module_arguments *module);

/* Arguments of a file that a build compiled with these (char *). */
GPtrArray *arguments_recorded(const struct arch *arch, const GPtrArray *given);

/* What a BPF program needs beyond the arguments of a kernel file. */
void arguments_add_bpf(GPtrArray *arguments, const struct tree *tree,
		       const char *folder);

/*
 * Arguments for a program that runs under the kernel (tools/, scripts/, ..):
 * the tree's tools headers before the system's.
 */
GPtrArray *arguments_for_program(const struct tree *tree,
				 const struct arch *arch, const char *folder,
				 const char *source);

#endif
