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
};

/*
 * libclang parses in a thread of its own (19.1), which would get a heap apart
 * from ours, and one that shrinks to nothing behind each file.
 */
void heap_prepare(void)
{
#ifdef __GLIBC__
	mallopt(M_ARENA_MAX, 1);
#endif
}

void heap_reserve(void)
{
#ifdef __GLIBC__
	const uintptr_t old_end = (uintptr_t)sbrk(0);
	void *volatile room; /* else the compiler saves us the call */
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
