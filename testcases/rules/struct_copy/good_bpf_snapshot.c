// SPDX-License-Identifier: GPL-2.0-only
/* The snapshot that the BPF iterator hands to programs (kernel/bpf). */
#include <linux/mm.h>

struct bpf_iter_task_vma {
	struct vm_area_struct *snapshot;
	struct vm_area_struct *next;
};

struct vm_area_struct *bpf_iter_task_vma_next(struct bpf_iter_task_vma *it)
{
	struct vm_area_struct *snap = it->snapshot;

	memcpy(snap, it->next, sizeof(*snap));
	return snap;
}
