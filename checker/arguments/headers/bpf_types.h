/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a BPF program includes that a build makes of a kernel that it has
 * built: vmlinux.h with the types of that, and prototypes of the calls that
 * programs may make.
 */
#ifndef VMALINT_ARGUMENTS_HEADERS_BPF_TYPES_H
#define VMALINT_ARGUMENTS_HEADERS_BPF_TYPES_H

#include <glib.h>
#include <stdbool.h>

struct compile_job;
struct compile_jobs;
struct session;

/* Writes what is the same for all programs; bpf is include/uapi/linux/bpf.h. */
bool bpf_types_write(struct session *session, const char *bpf,
		     const char *folder);

/*
 * Adds the folder of a vmlinux.h for one program: the types are those of the
 * kernel's headers, and the contexts of iterators, which only sources of the
 * kernel have. Macros are no types: those that the program may have other uses
 * for are undone. What was asked for is added to reads (owned char *).
 */
void bpf_types_add(const struct compile_jobs *jobs,
		   const struct compile_job *job, guint target,
		   GPtrArray *arguments, GHashTable *reads);

#endif
