// SPDX-License-Identifier: GPL-2.0-only
#include "base/pages.h"

#include <sys/mman.h>

/* Less is left to the allocator, which has such at hand. */
enum { OWN_MAPPING = 16 << 10 };

struct pages {
	void *start;
	gsize size;
};

static void free_pages(gpointer data)
{
	struct pages *pages = data;

	munmap(pages->start, pages->size);
	g_free(pages);
}

static GBytes *new_small(gsize size, void **ret_start)
{
	*ret_start = g_malloc(MAX(size, 1));
	return g_bytes_new_take(*ret_start, size);
}

GBytes *pages_new(gsize size, void **ret_start)
{
	struct pages *pages;
	void *start;

	if (size < OWN_MAPPING)
		return new_small(size, ret_start);
	start = mmap(NULL, size, PROT_READ | PROT_WRITE,
		     MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	if (start == MAP_FAILED)
		return NULL;
	pages = g_new(struct pages, 1);
	*pages = (struct pages){ start, size };
	*ret_start = start;
	return g_bytes_new_with_free_func(start, size, free_pages, pages);
}
