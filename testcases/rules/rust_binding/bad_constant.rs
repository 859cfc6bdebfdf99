// SPDX-License-Identifier: GPL-2.0-only
/* Constants that are not the flag of their name. */
/* API: const */
/* TREE: rust/kernel/mm/virt.rs */

pub const READ: vm_flags_t = bindings::VM_WRITE as vm_flags_t; /* EXPECT: rust_binding: READ */
pub(crate) const VM_EXEC: super::vm_flags_t = bindings::VM_SHARED; /* EXPECT: rust_binding */
const IO: vm_flags_t = (bindings::VM_IO | bindings::VM_PFNMAP) as vm_flags_t; /* EXPECT: rust_binding */
const MAYREAD: Flags = Flags::new(bindings::VM_MAYWRITE); /* EXPECT: rust_binding */
const MAYEXEC: Flags<u64> = Flags::new(bindings::VM_MAYEXEC);
const LOCKED: u32 = bindings::VM_READ | bindings::VM_WRITE;
const BOTH: vm_flags_t = bindings::VM_IO | bindings::VM_PFNMAP;
