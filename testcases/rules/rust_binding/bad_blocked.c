// SPDX-License-Identifier: GPL-2.0-only
/* Helpers, and what the file beside it keeps from bindgen. */
/* API: const typed */
/* TREE: rust/bindings/bindings_helper.h */

const vm_flags_t RUST_CONST_HELPER_VM_READ = VM_READ;
const vm_flags_t RUST_CONST_HELPER_VM_WRITE = VM_WRITE; /* EXPECT: rust_binding: not blocked */
