// SPDX-License-Identifier: GPL-2.0-only
/* A constant for Rust that is given another flag. */
/* API: const typed */
/* TREE: rust/bindings/bindings_helper.h */

const vm_flags_t RUST_CONST_HELPER_VM_READ = VM_READ;
const vm_flags_t RUST_CONST_HELPER_VM_MAYSHARE = VM_MAYEXEC; /* EXPECT: rust_binding: VM_MAYEXEC */
const vm_flags_t RUST_CONST_HELPER_VM_IO = (VM_IO | VM_PFNMAP); /* EXPECT: rust_binding */
const vm_flags_t RUST_CONST_HELPER_VM_GONE = VM_GONE; /* EXPECT: rust_binding: no header */
