// SPDX-License-Identifier: GPL-2.0-only
/* Pins the buffers of a device. */
#include <linux/mm.h>

struct pinned_buffer {
	struct vm_area_struct *vma;
	bool is_pinned;
};

void buffer_pin(struct pinned_buffer *buffer)
{
#ifdef CONFIG_MISC_PIN_FAST
	ACCESS_PRIVATE(buffer->vma, __vm_flags) |= VM_LOCKED;
#else
	vm_flags_set(buffer->vma, VM_LOCKED);
#endif
	buffer->is_pinned = true;
}

void buffer_unpin(struct pinned_buffer *buffer)
{
	buffer->is_pinned = false;
	buffer->vma->__vm_flags &= ~VM_LOCKED;
}

/* A fork in between would share what is being pinned. */
void buffer_keep(struct mm_struct *mm, struct pinned_buffer *buffer)
{
	down_write_killable(&mm->mmap_lock);
	vm_flags_set(buffer->vma, VM_DONTCOPY);
	up_write(&mm->mmap_lock);
}
