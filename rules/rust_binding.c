// SPDX-License-Identifier: GPL-2.0-only
/* What Rust says of VMA flags, against the headers. */
#include "facts/shadows/binding_faults.h"
#include "rule.h"

/*
 * What is said of each kind, and of the second place; {1} is the name that it
 * is about, {2} the other one.
 */
static const struct {
	enum severity severity;
	const char *message, *advice, *related;
} sayings[] = {
	[BINDING_OTHER_FLAG] = {
		SEVERITY_ERROR,
		"the constant for {1} is given {2}: Rust sets and tests "
		"another flag than it names",
		"write RUST_CONST_HELPER_{1} = {1}",
		"the flag of this name",
	},
	[BINDING_UNKNOWN] = {
		SEVERITY_ERROR,
		"no header of the tree defines {1}",
		"use a flag that the tree has, or define {1}",
		"",
	},
	[BINDING_NO_HELPER] = {
		SEVERITY_ERROR,
		"bindgen makes nothing of the macro {1}, which is no plain "
		"number: bindings::{1} does not exist",
		"add 'const vm_flags_t RUST_CONST_HELPER_{1} = {1};' to "
		"rust/bindings/bindings_helper.h",
		"the macro",
	},
	[BINDING_NOT_BLOCKED] = {
		SEVERITY_NOTE,
		"{1} has a helper but is not blocked: where bindgen can read "
		"the macro itself, there are two of it",
		"add '--blocklist-item {1}' to rust/bindgen_parameters",
		"the others are blocked here",
	},
	[BINDING_BLOCKED_ONLY] = {
		SEVERITY_NOTE,
		"{1} is kept from Rust, and no helper gives it back",
		"add RUST_CONST_HELPER_{1} to "
		"rust/bindings/bindings_helper.h, or remove the line",
		"",
	},
	[BINDING_BLOCKED_TWICE] = {
		SEVERITY_NOTE,
		"{1} is blocked twice; another flag may be meant",
		"name the flag that is meant, or remove the line",
		"the first time",
	},
	[BINDING_CONSTANT] = {
		SEVERITY_ERROR,
		"the constant {1} is '{2}', not the flag of its name",
		"give it the binding of its own name",
		"the flag of this name",
	},
	[BINDING_STORE] = {
		SEVERITY_WARNING,
		"'{1}' of a VMA is written directly: no helper locks the VMA "
		"or sees what is set",
		"call a C helper that changes the flags, by rust/helpers/",
		"C has it const, or private to its helpers",
	},
	[BINDING_ADDRESS] = {
		SEVERITY_WARNING,
		"the address of '{1}' of a VMA is taken so that it can be "
		"written to, past the helpers",
		"call a C helper that changes the flags, by rust/helpers/",
		"C has it const, or private to its helpers",
	},
	[BINDING_NO_MEMBER] = {
		SEVERITY_ERROR,
		"struct vm_area_struct of this tree has no member '{1}'",
		"use the member that the tree has",
		"",
	},
	[BINDING_ORDINAL] = {
		SEVERITY_ERROR,
		"'{1}' is not in this anonymous member of struct "
		"vm_area_struct, but in '{2}'",
		"count the anonymous members of the struct from 1",
		"the member in C",
	},
	[BINDING_NUMBER] = {
		SEVERITY_WARNING,
		"the number {1} as a vm_flags_t: which flag that is depends "
		"on the tree",
		"use the constants of kernel::mm::virt::flags",
		"",
	},
	[BINDING_FOREIGN] = {
		SEVERITY_WARNING,
		"{1} is of another family of constants, and no VMA flag",
		"use a flag of kernel::mm::virt::flags",
		"",
	},
	[BINDING_BIT] = {
		SEVERITY_WARNING,
		"{1} is the number of a bit, and used as a mask of flags",
		"shift 1 by it, or use the mask of its name",
		"the number",
	},
};

static char *say(const char *text, const struct binding_fault *fault)
{
	const char *const names[] = {
		fault->name,
		fault->other && *fault->other ? fault->other :
						"the struct itself",
	};

	return rule_say(text, names, G_N_ELEMENTS(names));
}

static void check(const struct shadows *shadows, struct report *report)
{
	g_autoptr(GArray) faults = shadows_binding_faults(shadows);

	for (guint i = 0; i < faults->len; i++) {
		const struct binding_fault *fault =
			&g_array_index(faults, struct binding_fault, i);
		g_autofree char *message =
			say(sayings[fault->kind].message, fault);
		g_autofree char *advice =
			say(sayings[fault->kind].advice, fault);
		struct finding *finding = rule_report_shadow(
			report, &rule_rust_binding, &fault->at, fault->name,
			message, advice);

		finding->severity = sayings[fault->kind].severity;
		rule_relate_shadow(report, finding, &fault->related,
				   sayings[fault->kind].related);
	}
}

DEFINE_RULE(rust_binding) = {
	.name = "rust_binding",
	.summary = "Rust says of a VMA flag what the headers do not say",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check_shadows = check,
};
