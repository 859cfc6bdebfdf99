// SPDX-License-Identifier: GPL-2.0-only
/* A store that a comment explains. */
/* API: const typed */
/* TREE: rust/kernel/mm/virt.rs */

unsafe fn stores(vma: *mut bindings::vm_area_struct, new: vm_flags_t) {
    // vmalint: allow(rust_binding): nobody else sees it yet
    (*vma).__bindgen_anon_1.vm_flags = new;
    (*vma).__bindgen_anon_1.vm_flags = new; // vmalint: allow(rust_binding): as above
}
impl Area {
    // vmalint: allow-function(rust_binding): of a new VMA
    unsafe fn more<'a>(&'a self) {
        if true {
            (*self.0).__bindgen_anon_1.vm_flags = 0;
        }
        (*self.0).__bindgen_anon_1.vm_flags = 0;
    }
}
