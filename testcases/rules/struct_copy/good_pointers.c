// SPDX-License-Identifier: GPL-2.0-only
/* Pointers to VMAs, and arrays of them, are copied freely. */
#include <linux/mm.h>

struct area_list {
	struct vm_area_struct *first;
	struct vm_area_struct *all[8];
};

void list_copy(struct area_list *list, struct area_list *other,
	       struct vm_area_struct **areas)
{
	*list = *other;
	memcpy(list->all, areas, sizeof(list->all));
	memcpy(&list->first, &areas[0], sizeof(*areas));
	memset(areas, 0, 8 * sizeof(*areas));
	list->first = other->first;
}
