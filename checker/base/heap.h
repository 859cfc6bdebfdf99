/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * How the allocator gets memory from the system. A syntax tree takes 100 MiB,
 * and is made anew for each file: what that costs in faults is up to a third of
 * the time of a parse.
 */
#ifndef VMALINT_BASE_HEAP_H
#define VMALINT_BASE_HEAP_H

/* To be called before the first thread begins. */
void heap_prepare(void);

/* Makes room at once for what a syntax tree takes; it costs when it is used. */
void heap_reserve(void);

#endif
