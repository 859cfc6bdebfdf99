// SPDX-License-Identifier: GPL-2.0-only
/* What a variable holds is not followed. */
/* API: typed */
/* TREE: rust/kernel/mm/virt.rs */

unsafe fn stores(vma: *mut bindings::vm_area_struct) {
    let inner = &mut (*vma).__bindgen_anon_1;
    inner.vm_flags = 4; /* KNOWN-MISS: rust_binding */
}
