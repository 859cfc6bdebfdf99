// SPDX-License-Identifier: GPL-2.0-only
/* Helpers for what bindgen cannot read. */
/* API: const typed */
/* TREE: rust/bindings/bindings_helper.h */

const vm_flags_t RUST_CONST_HELPER_VM_READ = VM_READ;
const vm_flags_t RUST_CONST_HELPER_VM_MERGEABLE = (VM_MERGEABLE);
