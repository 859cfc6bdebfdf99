// SPDX-License-Identifier: GPL-2.0-only
/* Stores to the flags of a VMA, and addresses for some. */
/* API: const typed */
/* TREE: rust/kernel/mm/virt.rs */

unsafe fn stores(vma: *mut bindings::vm_area_struct, new: vm_flags_t) {
    (*vma).__bindgen_anon_1.vm_flags = new; /* EXPECT: rust_binding: directly */
    (*vma).__bindgen_anon_1.vm_flags |= new; /* EXPECT: rust_binding: directly */
    let p = &raw mut (*vma).__bindgen_anon_1.vm_flags; /* EXPECT: rust_binding: address */
    let q = addr_of_mut!((*vma).__bindgen_anon_1.vm_flags); /* EXPECT: rust_binding: address */
    let r = &mut (*vma).__bindgen_anon_1.vm_flags; /* EXPECT: rust_binding: address */
}
