# SPDX-License-Identifier: GPL-2.0-only
"""Attacks by what is checked: each a row of a table, each made for real.

checker/SECURITY.md says what is promised, and names the tests here.
"""
import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import struct
import subprocess
import tempfile
from pathlib import Path

from scratch import NOBODY, ProgramTest, driver, main, wait_for

FORCED = ("compiler-version", "kconfig", "compiler_types")
PLANTED = {
    "two bytes": b"xy",
    "nothing": b"",
    "a precompiled header's start": b"CPCH" + bytes(range(256)) * 8,
}
# The finding goes if a header is found that nobody named.
PROBE = """\
#if __has_include(<linux/planted.h>)
#include <linux/planted.h>
#endif
#include <linux/mm.h>
void probe(struct vm_area_struct *vma) { vma->vm_flags |= VM_IO; }
"""
# A row of the tables is an attack; each is counted when it was made.
made = []
ATTACKS_AT_LEAST = 750


def snapshot(*folders):
    """Every path below the folders, with what it holds."""
    found = {}
    for top in folders:
        for here, below, names in os.walk(top):
            for name in below + names:
                path = Path(here) / name
                found[str(path)] = (os.readlink(path) if path.is_symlink()
                                    else path.read_bytes() if path.is_file()
                                    else None)
    return found


def header_map(key, folder, name):
    """A map of names to files, as clang reads one in place of a folder."""
    strings, at = b"\0", []
    for text in (key, folder, name):
        at.append(len(strings))
        strings += text.encode() + b"\0"
    buckets = 8
    number = sum(ord(char.lower()) * 13 for char in key) & (buckets - 1)
    table = b"".join(struct.pack("<III", *(at if i == number else (0, 0, 0)))
                     for i in range(buckets))
    return struct.pack("<IHHIIII", 0x686d6170, 1, 0, 24 + len(table), 1,
                       buckets, 255) + table + strings


class Attacks(ProgramTest):
    """One driver with one finding, which must be found all the same."""

    def setUp(self):
        super().setUp()
        self.source = self.place("drivers/a.c", driver())
        self.outside = self.folder / "outside"
        self.outside.mkdir()

    def attack(self, *name):
        made.append((self.id().rsplit(".", 1)[1], *name))
        return self.subTest(" ".join(map(str, name)))

    @contextlib.contextmanager
    def untouched(self):
        """Nothing appears, changes or goes outside of the cache."""
        before = self.all_files()
        yield
        self.assertEqual(self.all_files(), before)

    def all_files(self):
        found = snapshot(self.folder)
        return {path: text for path, text in found.items()
                if not path.startswith(f"{self.cache}")}

    def found(self, *words, **keywords):
        """Runs; what is to be found is found, and nothing fails."""
        run = self.check("--no-cache", *words, self.tree / "drivers",
                         **keywords)
        self.assertEqual(run.status, 1, str(run))
        self.assertRegex(run.out, r"\ba[.]c:5:[0-9]+: error:")
        self.assertIn("+ 0 with errors + 0 skipped + 0 failed", run.err)
        return run


def git(folder, *words, **variables):
    """Runs git in a repository, as somebody."""
    settings = ("-c", "user.name=a", "-c", "user.email=a@b.c",
                "-c", "init.defaultBranch=main", "-c", "gc.auto=0")
    done = subprocess.run(["git", *settings, *words], cwd=folder, check=True,
                          capture_output=True, text=True,
                          env={**os.environ, **variables})
    return done.stdout.strip()


def plant(path, form):
    """Puts something in a place that nobody was told to read."""
    if form in PLANTED:
        path.write_bytes(PLANTED[form])
    elif form == "a folder":
        path.mkdir()
        (path / "any").write_bytes(PLANTED["a precompiled header's start"])
    elif form == "a link":
        path.symlink_to(os.devnull)


def remove(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


class Loaded(Attacks):
    """A: nothing is loaded but what is named."""

    def test_planted_beside_forced_headers(self):
        for name in FORCED:
            for suffix in (".h.pch", ".h.gch", ".pch", ".gch"):
                for form in (*PLANTED, "a folder", "a link"):
                    path = self.tree / "include/linux" / (name + suffix)
                    plant(path, form)
                    with self.attack(name, suffix, form):
                        self.found()
                    remove(path)

    def test_planted_beside_other_headers(self):
        """Those that nobody forces, and the source itself."""
        for name in ("include/linux/mm.h", "include/linux/mm_types.h",
                     "drivers/a.c"):
            for suffix in (".pch", ".gch", ".pcm", ".ast"):
                path = self.tree / (name + suffix)
                plant(path, "two bytes")
                with self.attack(name, suffix):
                    self.found()
                remove(path)

    def test_map_in_place_of_a_folder(self):
        """clang reads a file behind -I as a map of names to other files."""
        (self.outside / "x.h").write_text("#define vm_flags nothing\n")
        mapped = header_map("linux/planted.h", f"{self.outside}/", "x.h")
        self.place("drivers/a.c", PROBE)
        shutil.move(self.tree / "arch/x86/include/uapi/asm/mman.h",
                    self.tree / "include/linux/mman.h")
        for path in self.tree.rglob("*.h"):
            path.write_text(path.read_text().replace("<uapi/asm/mman.h>",
                                                     "<linux/mman.h>")
                            .replace("<asm/mman.h>", "<linux/mman.h>"))
        for folder in ("arch/x86/include/uapi", "arch/x86/include/generated"):
            path = self.tree / folder
            shutil.rmtree(path, ignore_errors=True)
            path.write_bytes(mapped)
            with self.attack(folder):
                self.found()
            path.unlink()

    def test_environment(self):
        folder = self.outside / "headers"
        (folder / "linux").mkdir(parents=True)
        (folder / "linux/planted.h").write_text("#define vm_flags nothing\n")
        self.place("drivers/a.c", PROBE)
        written = self.outside / "written"
        settings = {
            **{name: folder for name in (
                "CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH",
                "OBJC_INCLUDE_PATH", "COMPILER_PATH", "GCC_EXEC_PREFIX",
                "LIBRARY_PATH", "SDKROOT")},
            **{name: written for name in (
                "DEPENDENCIES_OUTPUT", "SUNPRO_DEPENDENCIES",
                "CC_PRINT_OPTIONS_FILE", "CC_LOG_DIAGNOSTICS_FILE",
                "CC_PRINT_HEADERS_FILE", "CC_PRINT_PROC_STAT_FILE",
                "CINDEXTEST_INVOCATION_EMISSION_PATH",
                "LIBCLANG_LOGGING_FILE")},
            "CCC_OVERRIDE_OPTIONS": "+-Dvm_flags=nothing",
            "SOURCE_DATE_EPOCH": "never",
            "LIBCLANG_DISABLE_PCH_VALIDATION": "1",
            "LIBCLANG_DISABLE_CRASH_RECOVERY": "1",
            "LIBCLANG_LOGGING": "2",
            "LIBCLANG_RESOURCE_USAGE": "1",
            "LIBCLANG_OBJTRACKING": "1",
            "CLANG_MODULE_CACHE_PATH": written,
            "CLANG_CONFIG_FILE_SYSTEM_DIR": folder,
            "CLANG_CRASH_DIAGNOSTICS_DIR": written,
            "MACOSX_DEPLOYMENT_TARGET": "x",
        }
        plain = self.check_flags()
        for name, value in settings.items():
            with self.attack(name):
                self.assertEqual(self.check_flags(**{name: str(value)}),
                                 plain)
                self.assertFalse(written.exists())

    def check_flags(self, **variables):
        """All that is printed, but for what hangs on the environment."""
        run = self.check("--no-cache", self.tree / "drivers", "--branches",
                         "active", env={**os.environ, "CC_PRINT_OPTIONS": "1",
                                        "CC_PRINT_HEADERS": "1",
                                        "CC_LOG_DIAGNOSTICS": "1",
                                        **variables})
        self.assertEqual(run.status, 1, str(run))
        return run.out

    def test_configuration_of_clang(self):
        """Files that clang looks for in a home, and where it is started."""
        home = self.folder / "home"
        text = "-Dvm_flags=nothing\n"
        for place in (home / ".config/clang", home, self.tree, self.tree /
                      "drivers"):
            for name in ("clang.cfg", "x86_64-linux-gnu-clang.cfg",
                         "x86_64-unknown-linux-gnu.cfg"):
                path = place / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
                with self.attack(path.relative_to(self.folder)):
                    self.found(cwd=place, env={
                        **os.environ, "HOME": str(home),
                        "XDG_CONFIG_HOME": str(home / ".config")})
                path.unlink()

    def test_pragmas_and_blocks_of_assembler(self):
        """What a source may say that makes a compiler read, or load."""
        secret = self.outside / "secret"
        secret.write_text("hunter2\n")
        self.place("drivers/module.modulemap",
                   f'module planted {{ header "{secret}" }}\n')
        for text in (
                "#pragma clang module import planted",
                "#pragma clang module load planted",
                '#pragma GCC pch_preprocess "planted.pch"',
                "@import planted;",
                f'void f(void) {{ __asm {{ .include "{secret}" }} }}',
                f'void f(void) {{ __asm {{ .incbin "{secret}" }} }}',
                f'asm(".incbin \\"{secret}\\"");',
                f'asm(".include \\"{secret}\\"");',
                '#pragma comment(lib, "planted.so")',
                "#pragma redefine_extname vm_flags nothing"):
            with self.attack(text.replace(str(self.folder), "")):
                self.place("drivers/b.c", text + "\n")
                run = self.check("--no-cache", self.tree)
                self.assertRegex(run.out, r"\ba[.]c:5:[0-9]+: error:")
                self.assertNotIn("hunter2", run.out + run.err)


class Recorded(Attacks):
    """A: words of a build say what a source means, and nothing else."""

    def setUp(self):
        super().setUp()
        self.build = self.folder / "build"
        generated = self.build / "include/generated"
        generated.mkdir(parents=True)
        config = ("X86", "64BIT", "X86_64", "MMU")
        (self.build / ".config").write_text(
            "".join(f"CONFIG_{name}=y\n" for name in config))
        (generated / "autoconf.h").write_text(
            "".join(f"#define CONFIG_{name} 1\n" for name in config))
        self.forced = self.place("drivers/forced.h", "#define FORCED 1\n")
        self.place("drivers/planted.h", "#define vm_flags nothing\n")

    def command(self, *words):
        forced = [word for name in FORCED for word in
                  ("-include", f"{self.tree}/include/linux/{name}.h")]
        return ["gcc", "-nostdinc", f"-I{self.tree}/arch/x86/include",
                f"-I{self.tree}/include", f"-I{self.build}/include",
                f"-I{self.tree}/arch/x86/include/uapi",
                f"-I{self.tree}/include/uapi", *map(str, words), *forced,
                "-D__KERNEL__", "-c", str(self.source)]

    def ways(self, *words):
        """Runs with the words in each place where a build may have them."""
        command = self.command(*words)
        database = self.build / "compile_commands.json"
        record = self.build / "drivers/.a.o.cmd"
        for path, text in (
                (database, json.dumps([{
                    "directory": str(self.build), "file": str(self.source),
                    "arguments": command}])),
                (record, "savedcmd_drivers/a.o := " + " ".join(command)
                 + f"\nsource_drivers/a.o := {self.source}\n")):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
            with self.attack(path.name, *words), self.untouched():
                self.found("--build", self.build)
            path.unlink()
        with self.attack("kbuild", *words), self.untouched():
            run = self.run_program(
                "kbuild", f"--cache-dir={self.cache}", "--", *command[1:],
                cwd=self.build, env={**os.environ, "srctree": str(self.tree),
                                     "objtree": str(self.build),
                                     "SRCARCH": "x86"})
            self.assertIn("a.c:5:2: error:", run.out + run.err)

    def test_planted_beside_what_is_forced(self):
        for suffix in (".pch", ".gch"):
            for form in ("two bytes", "a folder"):
                path = self.forced.with_name("forced.h" + suffix)
                plant(path, form)
                self.ways("-include", self.forced)
                self.ways(f"-include{self.forced}")
                remove(path)

    def test_words_that_load(self):
        planted = self.place("drivers/planted.pch", PLANTED["two bytes"])
        overlay = self.place("drivers/overlay.yaml", json.dumps({
            "version": 0, "roots": [{
                "name": str(self.tree / "include/linux"), "type": "directory",
                "contents": [{"name": "mm.h", "type": "file",
                              "external-contents":
                              str(self.tree / "drivers/planted.h")}]}]}))
        answers = self.place("drivers/answers", "-Dvm_flags=nothing\n")
        mapped = self.place("drivers/planted.hmap", header_map(
            "linux/mm.h", f"{self.tree}/drivers/", "planted.h"))
        for words in (
                ("-include-pch", planted),
                ("-Xclang", "-include-pch", "-Xclang", planted),
                ("-Xclang", "-include", "-Xclang", planted),
                ("-ivfsoverlay", overlay),
                (f"-vfsoverlay={overlay}",),
                (f"@{answers}",),
                (f"--config={answers}",),
                ("--config", answers),
                (f"-fplugin={planted}",),
                ("-Xclang", "-load", "-Xclang", planted),
                (f"-fpass-plugin={planted}",),
                (f"-specs={answers}",),
                ("-specs", answers),
                ("-wrapper", planted),
                ("-B", self.outside),
                ("-fmodules", f"-fmodule-map-file={answers}"),
                ("-fmodules", f"-fmodule-file={planted}"),
                (f"-fprebuilt-module-path={self.tree}/drivers",),
                (f"-fsanitize-ignorelist={answers}",),
                (f"-fprofile-use={planted}",),
                (f"-I{mapped}",),
                ("-I", mapped),
                (f"-isystem{mapped}",),
                ("-iquote", mapped),
                ("-mllvm", "-load=planted.so")):
            self.ways(*words)

    def test_words_that_write(self):
        out = self.outside / "written"
        for words in (
                ("-MD", "-MF", out),
                ("-o", out),
                (f"-ftime-trace={out}",),
                ("-save-temps",),
                ("--serialize-diagnostics", out),
                (f"-dependency-file={out}",),
                (f"-fmodules-cache-path={out}",),
                (f"-fcrash-diagnostics-dir={out}",),
                ("-fdump-tree-all",),
                ("-Wp,-MMD," + str(out),)):
            self.ways(*words)


class Names(Attacks):
    """B: no name leads out of the folder that it is joined to."""

    def setUp(self):
        super().setUp()
        self.victim = self.outside / "victim.h"
        self.victim.write_text("int hunter2;\n")

    def leaving(self):
        """Names of the victim, or of a new file beside it."""
        up = "../" * 24
        for path in (self.victim, self.outside / "new.h"):
            yield f"{up}{str(path)[1:]}"
            yield str(path)
            yield f"x/../{up}{str(path)[1:]}"
            yield f"./{up}{str(path)[1:]}"
        yield "../leaves.h"
        yield "a/../../leaves.h"
        yield "below/folder.h"

    def test_lists_of_kbuild(self):
        lists = {"generic-y": "arch/x86/include/asm/Kbuild",
                 "generated-y": "arch/x86/include/uapi/asm/Kbuild",
                 "syscall-y": "arch/x86/include/asm/Kbuild",
                 "mandatory-y": "include/asm-generic/Kbuild"}
        for variable, path in lists.items():
            for name in self.leaving():
                self.place(path, f"# a list\n{variable} += fine.h \\\n"
                           f"\t{name} # {name}\n")
                shown = name.replace(str(self.folder), "")
                with self.attack(variable, shown), self.untouched():
                    run = self.check("--no-cache", self.tree / "drivers")
                    self.assert_run(run, 2, err=f"{path}:3: '{name}' is no "
                                    "name of a header")
                    self.assertIn("a.c:5:2: error:", run.out)
                (self.tree / path).unlink()

    def test_links_in_the_cache(self):
        """What is put in the way of the writer is not followed."""
        self.found()
        [made] = self.cache.glob("trees/*/x86")
        for path in (made / "include/generated/autoconf.h",
                     made / "include/generated", made / "include",
                     made / "arch", made / "bpf/vmlinux.h",
                     made / "manifest", made / "configuration",
                     made, made.parent, self.cache / "trees"):
            for form in ("empty", "as it was", "nowhere"):
                shutil.rmtree(self.cache)
                self.found()
                (made / "arch").mkdir(exist_ok=True)
                target = self.outside / "target"
                if form == "as it was" and path.exists():
                    path.rename(target)
                elif path.is_dir():
                    remove(path)
                    if form == "empty":
                        target.mkdir()
                else:
                    path.unlink(missing_ok=True)
                    if form == "empty":
                        target.write_text("")
                path.symlink_to(target)
                if made.exists():
                    for name in ("manifest", "configuration"):
                        (made / name).unlink(missing_ok=True)
                # Other headers than the last run made.
                self.place("Makefile", "VERSION = 6\nPATCHLEVEL = 17\n"
                           "SUBLEVEL = 0\n")
                kconfig = self.tree / "Kconfig"
                kept = kconfig.read_text()
                kconfig.write_text(kept + "\nconfig MORE\n\tdef_bool y\n")
                with self.attack(path.relative_to(self.cache), form), \
                        self.untouched():
                    run = self.check("--no-cache", self.tree / "drivers")
                    self.assertIn(run.status, (1, 2))
                kconfig.write_text(kept)
                if target.exists():
                    remove(target)

    def test_patches(self):
        hunk = "@@ -1 +1,3 @@\n-int hunter2;\n+int a;\n+int b;\n+int c;\n"
        up = "../" * 24 + str(self.outside)[1:]
        for old, new in (
                (f"a/{up}/victim.h", f"b/{up}/victim.h"),
                (f"{self.victim}", f"{self.victim}"),
                ("/dev/null", f"b/{up}/new.c"),
                (f"a/{up}/victim.h", "/dev/null"),
                ("a/drivers/../../outside/victim.h",
                 "b/drivers/../../outside/victim.h"),
                (f"a//{self.victim}", f"b//{self.victim}")):
            patch = self.folder / "a.patch"
            patch.write_text(f"--- {old}\n+++ {new}\n{hunk}")
            with self.attack(old.replace(str(self.folder), ""),
                             new.replace(str(self.folder), "")), \
                    self.untouched():
                run = self.check("--tree", self.tree, "--patch", patch)
                self.assertEqual(run.status, 2, str(run))

    def test_parts_of_a_report(self):
        parts = self.folder / "1.json"
        self.check("--shard", "1/1", "--format", f"json:{parts}",
                   self.tree / "drivers")
        text = parts.read_text()
        up = "../" * 24 + str(self.outside)[1:]
        for path in (f"{up}/victim.h", "../outside/victim.h",
                     "drivers/../../outside/victim.h", "..", ""):
            evil = self.folder / "evil.json"
            evil.write_text(text.replace("drivers/a.c", path))
            with self.attack(path.replace(str(self.folder), "")):
                run = self.run_program("merge", "--format", "text", evil)
                self.assertEqual(run.status, 2, str(run))
                self.assertNotIn("hunter2", run.out)

    def test_index_of_git(self):
        """git itself takes such a name from an index that was made so."""
        git(self.tree, "init", "-q")
        git(self.tree, "add", "-A")
        self.place("aa/bb/cc/victim.c", driver())
        (self.folder / "victim.c").write_text(driver("hunter2"))
        git(self.tree, "add", "aa")
        index = self.tree / ".git/index"
        good = index.read_bytes()
        remove(self.tree / "aa")
        for name in (b"aa/../../victim.c", b"../aa/../victim.c",
                     b"././../../victim."):
            evil = good[:-20].replace(b"aa/bb/cc/victim.c", name)
            index.write_bytes(evil + hashlib.sha1(evil).digest())
            for words in (("--staged",), ("--since", "HEAD")):
                with self.attack(name.decode(), *words):
                    run = self.check(*words, "--tree", self.tree)
                    self.assertNotIn("hunter2", run.out + run.err)
                    self.assertNotIn("Assertion", run.err)


class Programs(Attacks):
    """C: nothing runs that a repository's configuration names."""

    def setUp(self):
        super().setUp()
        self.ran = self.outside / "ran"
        self.program = self.outside / "program"
        self.program.write_text(f"#!/bin/sh\necho $0 $@ >>{self.ran}\ncat\n")
        self.program.chmod(0o755)
        git(self.tree, "init", "-q")
        self.place("drivers/b.c", driver("b").replace("|= VM_IO", "= 0"))
        git(self.tree, "add", "-A")
        git(self.tree, "commit", "-q", "-m", "a")
        self.place("drivers/a.c", driver() + driver("a2").split("\n\n")[1])
        git(self.tree, "add", "-A")
        self.place("drivers/b.c", driver("b"))
        self.patch = self.folder / "a.patch"
        self.patch.write_text(git(self.tree, "diff", "--cached") + "\n")
        self.config = self.tree / ".git/config"
        self.plain = self.config.read_text()

    def test_files_elsewhere(self):
        """What a repository has of other files is no answer."""
        self.make_dirty()
        git(self.tree, "config", "core.worktree", "/")
        for words in (("--staged",), ("--since", "HEAD")):
            with self.attack("core.worktree", *words):
                run = self.check(*words, cwd=self.tree)
                self.assertEqual(run.status, 2, str(run))
                self.assertIn("no file of the tree", run.err)

    def make_dirty(self):
        """Files whose contents git compares: racy, renamed or of old times."""
        self.config.rename(self.folder / "config")
        self.config.write_text(self.plain)
        git(self.tree, "-c", "core.hooksPath=/dev/null", "update-index",
            "-q", "--refresh")
        (self.folder / "config").rename(self.config)
        os.utime(self.tree / "Makefile", (1, 1))
        os.utime(self.tree / ".git/index", (2, 2))

    def run_all(self, *names, **variables):
        """Each way of asking git runs nothing, and still finds."""
        for words in (("check", "--staged"), ("check", "--since", "HEAD"),
                      ("check", "--patch", self.patch, "--base", "HEAD"),
                      ("hook", "run")):
            self.make_dirty()
            with self.subTest(words[1]):
                made.extend((*words[:2], name) for name in names)
                run = self.run_program(
                    *words, "--cache-dir", self.cache, cwd=self.tree,
                    env={**os.environ, **variables})
                if self.ran.exists():
                    text = self.ran.read_text()
                    self.ran.unlink()
                    self.fail(f"ran: {text}")
                self.assertEqual(run.status, 1, str(run))

    def named(self, name):
        """A program that leaves its name behind."""
        path = self.outside / name.replace("/", "_")
        shutil.copy(self.program, path)
        return str(path)

    def set(self, *pairs):
        """Sets keys as they may stand in a file of configuration."""
        self.config.write_text(self.plain)
        for key, value in pairs:
            git(self.tree, "config", "--file", self.config, "--add", key,
                value.replace("PROGRAM", str(self.program)))

    def test_filters(self):
        """One for each kind of file, by each key; needed ones and others."""
        for key in ("clean", "process", "smudge"):
            names = ("x", "X.y", "a=b", "-c", "lfs")
            kinds = ("a.c", "b.c", "Makefile", "*.h", "Kconfig")
            self.set(*((f"filter.{name}.{key}", self.named(name))
                       for name in names),
                     ("filter.x.required", "true"),
                     ("filter.a=b.required", "true"))
            (self.tree / ".git/info/attributes").write_text(
                "".join(f"{kind} filter={name}\n"
                        for kind, name in zip(kinds, names)))
            self.run_all(*(f"filter.{name}.{key}" for name in names))

    def test_filters_of_other_files(self):
        """Attributes in the tree; the filter in an included file, .."""
        self.place(".gitattributes", "* filter=x\n")
        other = self.outside / "config"
        other.write_text(f'[filter "x"]\n\tclean = {self.program}\n')
        self.set(("include.path", str(other)))
        self.run_all("include.path")
        self.set((f"includeIf.gitdir:{self.tree}/.path", str(other)))
        self.run_all("includeIf")
        self.set(("extensions.worktreeConfig", "true"))
        shutil.copy(other, self.tree / ".git/config.worktree")
        self.run_all("config.worktree")
        self.set()
        self.run_all("GIT_CONFIG_GLOBAL", GIT_CONFIG_GLOBAL=str(other))
        # An index that we leave to git.
        self.set(("include.path", str(other)))
        git(self.tree, "-c", "filter.x.clean=", "update-index",
            "--split-index")
        self.run_all("split index")

    def test_filter_of_what_moved(self):
        """To find renames git reads files that are not in the index."""
        git(self.tree, "mv", "drivers/b.c", "drivers/c.c")
        (self.tree / "drivers/c.c").write_text(driver("c"))
        self.set(("filter.x.clean", "PROGRAM"))
        (self.tree / ".git/info/attributes").write_text("* filter=x\n")
        self.patch.write_text(git(self.tree, "diff", "--cached", "--",
                                  "drivers/a.c") + "\n")
        self.run_all("renames")

    def test_keys_that_name_a_program(self):
        keys = ("core.fsmonitor", "core.pager", "pager.diff-files",
                "pager.diff-index", "pager.cat-file", "core.editor",
                "core.sshCommand", "core.askPass", "core.gitProxy",
                "credential.helper", "core.alternateRefsCommand",
                "gpg.program", "gpg.ssh.program", "diff.external",
                "diff.x.command", "diff.x.textconv", "merge.x.driver",
                "difftool.x.cmd", "mergetool.x.cmd",
                "interactive.diffFilter", "uploadpack.packObjectsHook",
                "sequence.editor", "alias.diff-files", "alias.cat-file",
                "alias.rev-parse", "trailer.x.command")
        self.place(".gitattributes", "* diff=x merge=x\n")
        self.set(*((key, self.named(key)) for key in keys))
        self.run_all(*keys)

    def test_hooks(self):
        names = ("post-index-change", "fsmonitor-watchman",
                 "reference-transaction", "post-checkout", "pre-commit",
                 "query-watchman", "pre-auto-gc")
        folder = self.tree / ".git/hooks"
        folder.mkdir(exist_ok=True)
        for name in names:
            shutil.copy(self.program, folder / name)
        self.set(("core.fsmonitor", f"{folder}/fsmonitor-watchman"))
        self.run_all(*names)
        self.set(("core.hooksPath", str(folder)), ("core.fsmonitor", "true"))
        self.run_all("core.hooksPath", "core.fsmonitor=true")

    def test_remotes_of_a_partial_clone(self):
        """An object that is not there would be fetched, by a program."""
        gone = git(self.tree, "rev-parse", "HEAD:drivers/b.c")
        (self.tree / ".git/objects" / gone[:2] / gone[2:]).unlink()
        remote = "remote.origin."
        for pairs in (
                ((remote + "url", "ssh://host/x"),
                 ("core.sshCommand", "PROGRAM")),
                ((remote + "url", "host:x"), ("core.sshCommand", "PROGRAM")),
                ((remote + "url", "ext::PROGRAM x"),
                 ("protocol.ext.allow", "always")),
                ((remote + "url", "git://host/x"),
                 ("core.gitProxy", "PROGRAM")),
                ((remote + "url", str(self.outside)),
                 (remote + "uploadpack", "PROGRAM")),
                ((remote + "url", "x"), (remote + "vcs", "../../program")),
                ((remote + "url", "https://127.0.0.1:1/x"),
                 ("credential.helper", "PROGRAM"),
                 ("core.askPass", "PROGRAM"))):
            self.set(("core.repositoryFormatVersion", "1"),
                     ("extensions.partialClone", "origin"),
                     (remote + "promisor", "true"),
                     ("protocol.allow", "always"), *pairs)
            with self.attack(*pairs[0]):
                self.make_dirty()
                self.check("--since", "HEAD", cwd=self.tree)
                self.assertFalse(self.ran.exists())

    def test_submodules(self):
        """For one git starts a git of its own, with its configuration."""
        below = self.tree / "drivers/below"
        below.mkdir()
        git(below, "init", "-q")
        (below / "c.c").write_text(driver("c"))
        git(below, "add", "-A")
        git(below, "commit", "-q", "-m", "a")
        git(self.tree, "-c", "advice.addEmbeddedRepo=false", "add",
            "drivers/below")
        (below / ".git/info/attributes").write_text("* filter=x\n")
        keys = ("core.fsmonitor", "filter.x.clean", "filter.x.process")
        for key in keys:
            git(below, "config", key, self.named(key))
        os.utime(below / ".git/index", (1, 1))
        self.run_all(*(f"submodule {key}" for key in keys))

    def test_environment_of_git(self):
        written = self.outside / "written"
        for name in ("GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT",
                     "GIT_TRACE2_PERF", "GIT_TRACE_SETUP",
                     "GIT_TRACE_PERFORMANCE", "GIT_TRACE_PACK_ACCESS",
                     "GIT_TRACE_REFS", "GIT_TRACE_SHALLOW",
                     "GIT_TRACE_PACKET", "GIT_TRACE_FSMONITOR",
                     "GIT_TRACE_CURL"):
            with self.attack(name):
                self.make_dirty()
                self.check("--staged", cwd=self.tree,
                           env={**os.environ, name: str(written)})
                self.assertFalse(written.exists())
        names = ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND",
                 "GIT_SSH", "GIT_ASKPASS", "SSH_ASKPASS", "GIT_EDITOR",
                 "GIT_PROXY_COMMAND", "GIT_SEQUENCE_EDITOR", "PAGER", "EDITOR")
        self.run_all(*names, **{name: self.named(name) for name in names})

    def test_replaced_objects(self):
        """What stands for another object, or for a commit's parents."""
        head = git(self.tree, "rev-parse", "HEAD")
        old = git(self.tree, "rev-parse", "HEAD:drivers/a.c")
        new = git(self.tree, "rev-parse", ":drivers/a.c")
        git(self.tree, "replace", "-f", old, new)
        self.run_all("replace")
        git(self.tree, "replace", "-d", old)
        (self.tree / ".git/info/grafts").write_text(f"{head} {head}\n")
        self.run_all("grafts")


class Planted(Attacks):
    """D: what another user could have put there is not believed."""

    def set_up_cache(self, mode, owner=None):
        remove(self.cache) if self.cache.exists() else None
        self.cache.mkdir()
        self.cache.chmod(mode)
        if owner is not None:
            os.chown(self.cache, owner, owner)

    def test_cache_that_others_may_write(self):
        owners = (None, NOBODY) if os.getuid() == 0 else (None,)
        for owner in owners:
            for mode in (0o777, 0o775, 0o757, 0o722, 0o1777, 0o755):
                if owner is None and mode == 0o755:
                    continue
                self.set_up_cache(mode, owner)
                with self.attack(oct(mode), owner):
                    run = self.check(self.tree / "drivers")
                    self.assert_run(run, 1, err="nothing is kept: others " + (
                        "own it" if owner else "may write to it"))
                    self.assertEqual(list(self.cache.iterdir()), [])
        remove(self.cache)

    def test_new_folders_are_private(self):
        for mask in (0, 0o002, 0o020, 0o022, 0o077):
            out = self.folder / "out.json"
            old = os.umask(mask)
            try:
                self.check("--format", f"json:{out}", self.tree / "drivers")
            finally:
                os.umask(old)
            with self.attack(oct(mask)):
                self.assertEqual(self.cache.stat().st_mode & 0o777, 0o700)
                for path in (out, *self.cache.rglob("*")):
                    self.assertFalse(path.stat().st_mode & 0o022, path)
            out.unlink()
            remove(self.cache)

    def test_settings_above_the_root(self):
        # The folder of the tests may be in a repository, with its settings.
        apart = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, apart)
        module = apart / "module"
        module.mkdir()
        (module / "m.c").write_text(driver("m"))
        text = "[check]\nselect = struct_copy\n"
        planted = [folder / ".vmalint" for folder in (self.folder, apart)]
        for form in ("file", "link"):
            for path in planted:
                if form == "file":
                    path.write_text(text)
                else:
                    path.unlink()
                    (self.outside / "x").write_text(text)
                    path.symlink_to(self.outside / "x")
            for words in ((self.tree,), (self.tree / "drivers",),
                          (self.tree / "drivers/a.c",),
                          ("--tree", self.tree, module),
                          ("--tree", self.tree, module / "m.c")):
                with self.attack(form, *(str(word).replace(
                        str(self.folder), "") for word in words)):
                    run = self.check(*words)
                    self.assertEqual(run.status, 1, str(run))
            with self.attack(form, "here"):
                self.assertEqual(self.check(cwd=self.tree).status, 1)
        for path in planted:
            path.unlink()
        (self.tree / ".vmalint").symlink_to(self.outside / "x")
        with self.attack("a link out of the tree"):
            self.assertEqual(self.check(self.tree).status, 1)

    def test_databases(self):
        name = self.cache / "results-1.sqlite"
        self.check(self.tree / "drivers")
        good = name.read_bytes()

        def change(*statements):
            name.write_bytes(good)
            name.chmod(0o600)
            with contextlib.closing(sqlite3.connect(name)) as database:
                for statement in statements:
                    database.execute(statement)
                database.commit()

        endless = ("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1"
                   " FROM c) SELECT max(x) FROM c")
        for statements in (
                (f"CREATE TRIGGER t AFTER INSERT ON result BEGIN {endless};"
                 " END",),
                (f"CREATE TRIGGER t BEFORE DELETE ON input BEGIN {endless};"
                 " END", "DELETE FROM result"),
                ("ALTER TABLE result RENAME TO r2",
                 f"CREATE VIEW result AS SELECT 1 AS id, ({endless}) AS key"),
                ("DROP TABLE result",
                 "CREATE TABLE result(id, key, name, inputs, report, sum,"
                 " cost, used)"),
                ("CREATE INDEX more ON result(abs(cost))",),
                ("DROP INDEX result_key",)):
            change(*statements)
            with self.attack(*(text[:40] for text in statements)):
                run = self.check(self.tree / "drivers", timeout=30)
                self.assertEqual(run.status, 1, str(run))
                self.run_program("cache", "stats", "--cache-dir", self.cache,
                                 timeout=30)
        elsewhere = self.outside / "database"
        for form in ("link", "writable", "folder", "fifo"):
            for path in self.cache.glob("results-*"):
                path.unlink()
            name.write_bytes(good)
            if form == "link":
                name.rename(elsewhere)
                name.symlink_to(elsewhere)
            elif form == "writable":
                name.chmod(0o666)
            else:
                name.unlink()
                name.mkdir() if form == "folder" else os.mkfifo(name)
            with self.attack(form), self.untouched():
                run = self.check(self.tree / "drivers", timeout=30)
                self.assertEqual(run.status, 1, str(run))
            if form == "folder" and name.is_dir():
                name.rmdir()


class Leaks(Attacks):
    """E: no text of files that are none of the tree's is shown."""

    def setUp(self):
        super().setUp()
        self.secret = self.outside / "secret.h"
        self.secret.write_text("hunter2\n")

    def assert_hidden(self, *words, told=True):
        for form in ("text", "json"):
            run = self.check("--no-cache", "--format", form, *words)
            self.assertNotIn("hunter2", run.out + run.err)
            if told:
                self.assertIn("secret", run.out + run.err)

    def test_includes(self):
        up = os.path.relpath(self.secret, self.tree / "drivers")
        link = self.tree / "drivers/secret-link.h"
        link.symlink_to(self.secret)
        (self.tree / "include/outside").symlink_to(self.outside)
        self.place("include/linux/secret-user.h",
                   f'#include "{self.secret}"\n')
        for name, text in {
                "absolute": f'#include "{self.secret}"',
                "angled": f"#include <{self.secret}>",
                "upwards": f'#include "{up}"',
                "link": '#include "secret-link.h"',
                "folder": "#include <outside/secret.h>",
                "macro": f'#define X "{self.secret}"\n#include X',
                "header": "#include <linux/secret-user.h>",
                "import": f'#import "{self.secret}"',
                "next": f'#include_next "{self.secret}"',
                "macros": f'#__include_macros "{self.secret}"',
                "embed": f'#embed "{self.secret}"'}.items():
            for place in ("vma->vm_flags |=\n{}\n;", "{}\n", "int x = {{\n"
                          "{}\n}};", "_Static_assert(0,\n{}\n);"):
                body = place.format(text)
                self.place("drivers/b.c", "#include <linux/mm.h>\nvoid b("
                           "struct vm_area_struct *vma)\n{\n" + body +
                           "\nvma->vm_flags |= VM_IO;\n}\n")
                with self.attack(name, place.split("\n")[0]):
                    self.assert_hidden(self.tree / "drivers", told=False)

    def test_that_it_is_told(self):
        self.place("drivers/b.c", f'#include "{self.secret}"\n' + driver())
        with self.attack("told"):
            self.assert_hidden(self.tree / "drivers")

    def test_other_files_of_a_tree(self):
        """What the main process reads, by a link or by a name."""
        for path, text in (
                ("drivers/Kconfig", None), (".vmalint", None),
                ("arch/x86/include/asm/Kbuild", None),
                ("arch/x86/entry/syscalls/syscall_64.tbl", None),
                ("drivers/b.c", None),
                ("drivers/Kconfig", f'source "{self.secret}"\n'),
                ("drivers/Kconfig", 'source "../outside/secret.h"\n'),
                ("drivers/Kconfig", 'osource "../outside/*"\n')):
            kconfig = self.tree / "Kconfig"
            kept = kconfig.read_text()
            kconfig.write_text(kept + '\nsource "drivers/Kconfig"\n')
            target = self.tree / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                target.symlink_to(self.secret)
            else:
                target.write_text(text)
            with self.attack(path, text):
                self.assert_hidden(self.tree, told=False)
            target.unlink()
            kconfig.write_text(kept)

    def test_root_of_a_report(self):
        parts = self.folder / "1.json"
        self.check("--shard", "1/1", "--format", f"json:{parts}",
                   self.tree / "drivers")
        (self.outside / "drivers").mkdir()
        (self.outside / "drivers/a.c").write_text("hunter2\n" * 9)
        other = self.folder / "tree2"
        shutil.copytree(self.tree, other)
        (other / "drivers/a.c").unlink()
        (other / "drivers/a.c").symlink_to(self.outside / "drivers/a.c")
        for root in (self.outside, other, "/", "", "."):
            evil = self.folder / "evil.json"
            evil.write_text(parts.read_text().replace(
                json.dumps(str(self.tree)), json.dumps(str(root))))
            for form in ("text", "html", "github"):
                with self.attack(str(root).replace(str(self.folder), ""),
                                 form):
                    run = self.run_program("merge", "--format", form, evil)
                    self.assertNotIn("hunter2", run.out + run.err)


class Confined(Attacks):
    """F: workers reach what they need, and no child outlives its time."""

    def children(self, process):
        path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        return [int(word) for word in path.read_text().split()]

    def test_workers(self):
        """A worker that waits for a FIFO is looked at meanwhile."""
        os.mkfifo(self.tree / "include/linux/fifo.h")
        self.place("drivers/b.c", "#include <linux/fifo.h>\n" + driver("b"))
        run = self.check("--stats", self.tree / "drivers/a.c")
        [told] = [line for line in run.err.splitlines()
                  if line.startswith("workers are confined by")]
        with subprocess.Popen(self.vmalint_words(
                "check", "--cache-dir", self.cache, "--timeout", "3",
                self.tree / "drivers/b.c"), stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL) as process:
            with self.attack("seccomp"):
                if "seccomp" in told:
                    self.assertTrue(wait_for(
                        lambda: self.confined_children(process)))
            process.kill()

    def confined_children(self, process):
        """Those of now: one that makes headers is gone before long."""
        confined = []
        for child in self.children(process):
            try:
                text = Path(f"/proc/{child}/status").read_text()
            except OSError:
                continue
            if "Seccomp:\t2" in text and "NoNewPrivs:\t1" in text:
                confined.append(child)
        return confined

    def test_makers_of_headers(self):
        """A list that leads out of the tree is not read."""
        run = self.check("--stats", self.tree / "drivers/a.c")
        if "Landlock" not in run.err:
            self.skipTest("no Landlock")
        (self.outside / "list").write_text("generic-y += own.h\n")
        path = self.tree / "arch/x86/include/asm/Kbuild"
        path.unlink(missing_ok=True)
        path.symlink_to(self.outside / "list")
        run = self.check("--cache-dir", self.folder / "new",
                         self.tree / "drivers/a.c")
        with self.attack("a linked list"):
            self.assertEqual(
                list((self.folder / "new").rglob("asm/own.h")), [])
            self.assertIn("Kbuild: cannot be read", run.err)

    def test_worker_that_stays(self):
        run = self.check("--stats", self.tree / "drivers/a.c")
        with subprocess.Popen(self.vmalint_words(
                "check", "--watch", "--cache-dir", self.cache,
                self.tree / "drivers/a.c"), stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL) as process:
            with self.attack("seccomp"):
                if "seccomp" in run.err:
                    self.assertTrue(wait_for(
                        lambda: self.confined_children(process)))
            process.kill()

    def test_traps_in_a_repository(self):
        git(self.tree, "init", "-q")
        git(self.tree, "add", "-A")
        git(self.tree, "commit", "-q", "-m", "a")
        git(self.tree, "pack-refs", "--all")
        for name in (".git/HEAD", ".git/config", ".git/index",
                     ".git/packed-refs", ".git/objects/info/alternates",
                     ".git/info/attributes", ".git/shallow",
                     ".git/commondir", ".git/info/grafts",
                     ".git/refs/heads/main", ".gitattributes"):
            path = self.tree / name
            kept = path.read_bytes() if path.exists() else None
            for form in ("fifo", "/dev/zero"):
                path.unlink(missing_ok=True)
                path.parent.mkdir(parents=True, exist_ok=True)
                if form == "fifo":
                    os.mkfifo(path)
                else:
                    path.symlink_to(form)
                for words in (("--staged",), ("--since", "HEAD")):
                    with self.attack(name, form, *words):
                        self.check(*words, cwd=self.tree, timeout=20)
            path.unlink()
            if kept is not None:
                path.write_bytes(kept)

    def make_slow_git(self):
        program = self.outside / "git"
        program.write_text(f"#!/bin/sh\necho $$ >>{self.outside}/pids\n"
                           "exec sleep 100\n")
        program.chmod(0o755)

    def test_children_end_with_us(self):
        self.make_slow_git()
        git(self.tree, "init", "-q")
        pids = self.outside / "pids"
        with subprocess.Popen(self.vmalint_words(
                "check", "--cache-dir", self.cache, "--since", "HEAD"),
                cwd=self.tree, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PATH": f"{self.outside}:/usr/bin:/bin"}
        ) as process:
            wait_for(lambda: pids.exists() and pids.read_text().split())
            process.kill()
        with self.attack("killed"):
            for pid in pids.read_text().split():
                self.assertTrue(wait_for(
                    lambda pid=pid: not Path(f"/proc/{pid}").exists()))

    def test_programs_beside_us(self):
        """A folder of PATH that depends on where we are is not looked at."""
        self.make_slow_git()
        git(self.tree, "init", "-q")
        for program in ("git", "gzip", "xz"):
            shutil.copy(self.outside / "git", self.tree / program)
        for path in (".:/usr/bin:/bin", ":/usr/bin:/bin",
                     "./:/usr/bin:/bin", "../tree:/usr/bin:/bin"):
            with self.attack(path):
                self.check("--staged", cwd=self.tree, timeout=30,
                           env={**os.environ, "PATH": path})
                self.assertFalse((self.outside / "pids").exists())


def tearDownModule():
    """The tables are not to shrink unseen, where all of them were made."""
    print(f"attacks: {len(made)}")
    if len({name for name, *_ in made if name.startswith("test_")}) > 22:
        assert len(made) >= ATTACKS_AT_LEAST, len(made)


if __name__ == "__main__":
    main()
