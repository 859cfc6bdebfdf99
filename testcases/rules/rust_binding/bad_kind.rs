// SPDX-License-Identifier: GPL-2.0-only
/* Numbers, bits and other families as flags. */
/* API: typed */
/* TREE: rust/kernel/mm/virt.rs */

const MAGIC: vm_flags_t = 0x10; /* EXPECT: rust_binding: number */
fn wrong() {
    let a = 8 as vm_flags_t; /* EXPECT: rust_binding: number */
    let b = bindings::VM_FAULT_OOM as vm_flags_t; /* EXPECT: rust_binding: family */
    let c: vm_flags_t = bindings::MAP_SHARED as _; /* EXPECT: rust_binding: family */
    let shifted = (1 << bindings::VMA_IO_BIT) as vm_flags_t;
    let d = bindings::VMA_IO_BIT as vm_flags_t; /* EXPECT: rust_binding: bit */
}
