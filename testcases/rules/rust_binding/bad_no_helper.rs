// SPDX-License-Identifier: GPL-2.0-only
/* A macro that bindgen cannot read, and a flag that is none. */
/* API: typed */
/* TREE: rust/kernel/mm/virt.rs */

pub const READ: vm_flags_t = bindings::VM_READ as vm_flags_t; /* EXPECT: rust_binding: bindgen */
pub const NONE: vm_flags_t = bindings::VM_NONE as vm_flags_t;
fn gone() -> bool {
    flags() & bindings::VM_GONE != 0 /* EXPECT: rust_binding: no header */
}
