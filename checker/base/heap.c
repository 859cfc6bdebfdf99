// SPDX-License-Identifier: GPL-2.0-only
#include "heap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
	HUGE_PAGE = 2 << 20,
	/* Below this, what is given back is used again rather than unmapped. */
	OWN_MAPPING = 32 << 20,
	ROOM = 24 << 20,
	RESERVE = 72 << 20,
	/* Workers that have grown beyond it end, and give all back. */
	KEPT = 512 << 20,
	/* What a short run takes; less than this lies about unused. */
	START = 1 << 20,
	START_MAPPING = 1 << 20,
	START_KEPT = 4 << 20,
};

/* Has the kernel give pages for a block before they are touched. */
static void populate(void *block, size_t size)
{
#ifdef MADV_POPULATE_WRITE
	const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	const uintptr_t start = ((uintptr_t)block + page - 1) & ~(page - 1);
	const uintptr_t end = ((uintptr_t)block + size) & ~(page - 1);

	/* Linux 5.14; before it they come one by one. */
	madvise((void *)start, end - start, MADV_POPULATE_WRITE);
#else
	(void)block;
	(void)size;
#endif
}

/*
 * libclang parses in a thread of its own (19.1), which would get a heap apart
 * from ours, and one that shrinks to nothing behind each file.
 */
void heap_prepare(void)
{
#ifdef __GLIBC__
	void *volatile start; /* else the compiler saves us the call */

	mallopt(M_ARENA_MAX, 1);
	mallopt(M_MMAP_THRESHOLD, START_MAPPING);
	mallopt(M_TRIM_THRESHOLD, START_KEPT);
	start = malloc(START - 4096);
	if (start)
		populate(start, START - 4096);
	free(start);
#endif
}

void heap_reserve(void)
{
#ifdef __GLIBC__
	const uintptr_t old_end = (uintptr_t)sbrk(0);
	void *volatile room;
	uintptr_t start, end;

	mallopt(M_MMAP_THRESHOLD, OWN_MAPPING);
	mallopt(M_TRIM_THRESHOLD, KEPT);
	mallopt(M_TOP_PAD, RESERVE);
	/* More than lies about, so that the heap grows: by this and the pad. */
	room = malloc(ROOM);
	free(room);
	start = (old_end + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1);
	end = (uintptr_t)sbrk(0);
	if (end > start)
		madvise((void *)start, end - start, MADV_HUGEPAGE);
#endif
}
