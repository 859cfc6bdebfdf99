// SPDX-License-Identifier: GPL-2.0-only
/// Stores to the flag word of a VMA: an independent witness for direct_write.
/// The record is told by its type, as far as one file shows it.
// Confidence: High
// Comments: blind to macros, to types that only a header tells, and to files
// that Coccinelle's parser gives up on

@store@
struct vm_area_struct *pointer;
struct vm_area_struct object;
assignment operator op;
expression value;
position p;
@@
(
 pointer->vm_flags@p op value
|
 object.vm_flags@p op value
|
 pointer->vm_flags@p++
|
 pointer->vm_flags@p--
|
 ++pointer->vm_flags@p
|
 --pointer->vm_flags@p
|
 WRITE_ONCE(pointer->vm_flags@p, value)
|
 WRITE_ONCE(object.vm_flags@p, value)
)

@script:python@
p << store.p;
@@
print("%s:%s" % (p[0].file, p[0].line))
