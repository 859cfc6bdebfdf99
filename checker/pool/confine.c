// SPDX-License-Identifier: GPL-2.0-only
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sanitized.h"

/*
 * Debian 12 has the headers of 6.1, which knows ABI 2; what came later is
 * about more than files, but for truncate (ABI 3).
 */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ull << 14)
#endif

#define READ_ACCESS (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define RUN_ACCESS  LANDLOCK_ACCESS_FS_EXECUTE
#define WRITE_ACCESS                                                     \
	(LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | \
	 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |  \
	 LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SYM |     \
	 LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |   \
	 LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_BLOCK)
/* Of these a folder of ours gets no more than it takes to replace a file. */
#define OWN_ACCESS                                                      \
	(READ_ACCESS | LANDLOCK_ACCESS_FS_WRITE_FILE |                  \
	 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR | \
	 LANDLOCK_ACCESS_FS_MAKE_REG)

/* Sanitizers start programs, and look at other processes. */
#ifdef IS_SANITIZED
static const bool is_sanitized = true;
#else
static const bool is_sanitized;
#endif

/* The first ABI with LANDLOCK_ACCESS_FS_TRUNCATE. */
enum { ABI_OF_TRUNCATE = 3 };

/* Calls that no parser needs: to run, to reach others, to get more rights. */
static const guint32 denied[] = {
	SYS_execve,
	SYS_execveat,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_socket,
	SYS_connect,
	SYS_bind,
	SYS_listen,
	SYS_mount,
	SYS_umount2,
	SYS_pivot_root,
	SYS_chroot,
	SYS_unshare,
	SYS_setns,
	SYS_bpf,
	SYS_perf_event_open,
	SYS_keyctl,
	SYS_add_key,
	SYS_request_key,
	SYS_userfaultfd,
	SYS_io_uring_setup,
	SYS_open_by_handle_at,
	SYS_init_module,
	SYS_finit_module,
	SYS_kexec_load,
	SYS_personality,
	SYS_quotactl,
};

#if defined(__x86_64__)
#define OWN_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCH AUDIT_ARCH_AARCH64
#endif

static int landlock_abi(void)
{
	return (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
			    LANDLOCK_CREATE_RULESET_VERSION);
}

static guint64 handled_access(int abi)
{
	guint64 access = READ_ACCESS | RUN_ACCESS | WRITE_ACCESS;

	return abi >= ABI_OF_TRUNCATE ? access | LANDLOCK_ACCESS_FS_TRUNCATE :
					access;
}

static void allow(int rules, const GPtrArray *folders, guint64 access)
{
	for (guint i = 0; folders && i < folders->len; i++) {
		struct landlock_path_beneath_attr below = {
			.allowed_access = access,
			.parent_fd = open(g_ptr_array_index(folders, i),
					  O_PATH | O_DIRECTORY | O_CLOEXEC),
		};

		if (below.parent_fd < 0)
			continue;
		syscall(SYS_landlock_add_rule, rules,
			LANDLOCK_RULE_PATH_BENEATH, &below, 0);
		close(below.parent_fd);
	}
}

/* For output that nobody wants. */
static void allow_null(int rules)
{
	struct landlock_path_beneath_attr null = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE |
				  LANDLOCK_ACCESS_FS_WRITE_FILE,
		.parent_fd = open("/dev/null", O_PATH | O_CLOEXEC),
	};

	if (null.parent_fd < 0)
		return;
	syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &null,
		0);
	close(null.parent_fd);
}

static void confine_files(const struct confinement *confinement)
{
	const int abi = landlock_abi();
	const guint64 handled = handled_access(abi);
	struct landlock_ruleset_attr attr = { .handled_access_fs = handled };
	int rules;

	if (abi < 1)
		return;
	/* Of what is known by now only the files count: the size says so. */
	rules = (int)syscall(SYS_landlock_create_ruleset, &attr,
			     sizeof(attr.handled_access_fs), 0);
	if (rules < 0)
		return;
	allow(rules, confinement->readable, READ_ACCESS);
	allow_null(rules);
	allow(rules, confinement->writable,
	      OWN_ACCESS | (handled & LANDLOCK_ACCESS_FS_TRUNCATE));
	syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

#ifdef OWN_ARCH
static void add(GArray *code, guint16 what, guint32 k, guint8 yes, guint8 no)
{
	const struct sock_filter one = { what, yes, no, k };

	g_array_append_val(code, one);
}

static void deny(GArray *code, const guint32 *calls, gsize nr)
{
	for (gsize i = 0; i < nr; i++) {
		add(code, BPF_JMP | BPF_JEQ | BPF_K, calls[i], 0, 1);
		add(code, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
	}
}

/* Calls of another architecture have other numbers: none of them is let in. */
static void confine_calls(void)
{
	g_autoptr(GArray) code =
		g_array_new(FALSE, FALSE, sizeof(struct sock_filter));
	struct sock_fprog program;

	add(code, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch),
	    0, 0);
	add(code, BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCH, 1, 0);
	add(code, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
	add(code, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr),
	    0, 0);
#ifdef __x86_64__
	/* The calls of x32. */
	add(code, BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
	add(code, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
#endif
	deny(code, denied, G_N_ELEMENTS(denied));
	add(code, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
	program.len = (unsigned short)code->len;
	program.filter = (struct sock_filter *)(void *)code->data;
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

static bool has_seccomp(void)
{
	/* With no filter the kernel that has them finds a bad address. */
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL) < 0 &&
	       errno == EFAULT;
}
#else
static void confine_calls(void)
{
}

static bool has_seccomp(void)
{
	return false;
}
#endif

void confine(const struct confinement *confinement)
{
	if (is_sanitized || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return;
	confine_files(confinement);
	confine_calls();
}

bool confine_hides_files(void)
{
	return !is_sanitized && landlock_abi() >= 1;
}

char *confine_describe(void)
{
	const int abi = landlock_abi();
	const bool has_calls = has_seccomp();

	if (is_sanitized)
		return g_strdup("nothing, as a sanitizer is at work");
	if (abi < 1)
		return g_strdup(has_calls ? "seccomp" : "nothing");
	return g_strdup_printf("Landlock (ABI %d)%s", abi,
			       has_calls ? " and seccomp" : "");
}
