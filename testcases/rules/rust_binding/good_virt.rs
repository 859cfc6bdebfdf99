// SPDX-License-Identifier: GPL-2.0-only
/* What is right, and what only looks like something else. */
/* TREE: rust/kernel/mm/virt.rs */

/* nested /* (*vma).__bindgen_anon_1.vm_flags = 1; */ still a comment */
/// (*vma).__bindgen_anon_1.vm_flags = 1;
pub const READ: vm_flags_t = bindings::VM_READ as vm_flags_t;
pub const MERGEABLE: vm_flags_t = bindings::VM_MERGEABLE as vm_flags_t;
pub const NONE: vm_flags_t = 0;
const SHIFTED: vm_flags_t = 1 << 3;
const TEXT: &str = "bindings::VM_GONE";
const RAW: &str = r#"bindings::VM_GONE "quoted" "#;
const QUOTE: char = '"';
const COUNT: usize = 4;
fn reads<'a>(vma: &'a Vma, other: &mut Other) -> vm_flags_t {
    let byte = b'\'';
    if (*vma.as_ptr()).__bindgen_anon_1.vm_flags == 4 {
        other.flags = 4;
        match x { _ if (*p).__bindgen_anon_1.vm_flags => 1 }
    }
    let q = addr_of!((*vma).__bindgen_anon_1.vm_flags);
    bindings::MAP_SHARED as usize
}
