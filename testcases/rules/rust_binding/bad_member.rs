// SPDX-License-Identifier: GPL-2.0-only
/* A member that the struct has not, and one elsewhere. */
/* API: typed */
/* TREE: rust/kernel/mm/virt.rs */

unsafe fn reads(vma: *const bindings::vm_area_struct) -> vm_flags_t {
    let a = (*vma).__bindgen_anon_1.__vm_flags; /* EXPECT: rust_binding: no member */
    let b = (*vma).__bindgen_anon_2.vm_flags; /* EXPECT: rust_binding: __bindgen_anon_1 */
    let c = (*vma).__bindgen_anon_3.flags.__vma_flags; /* EXPECT: rust_binding: __bindgen_anon_1 */
    (*vma).__bindgen_anon_1.vm_flags
}
