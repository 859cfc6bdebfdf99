# SPDX-License-Identifier: GPL-2.0-only
"""Each source starts with the licence, in the form of its language."""
from check import files, lines, main, plant_file

TAG = "SPDX-License-Identifier: GPL-2.0-only"
SOURCES = (r"\.([ch]|def|py|yml|cocci)$"
           r"|(^|/)(CMakeLists\.txt|LAYERS|\.clang.*)$")


def expected_line(name):
    if name.endswith((".c", ".cocci")):
        return f"// {TAG}"
    if name.endswith((".h", ".def")):
        return f"/* {TAG} */"
    return f"# {TAG}"


def is_script(root, name):
    with open(root / name, "rb") as source:
        return source.read(2) == b"#!"


def check(root):
    sources = files(root, SOURCES)
    scripts = [name for name in files(root) if is_script(root, name)]
    errors = []
    for name in sorted({*sources, *scripts}):
        wanted = expected_line(name)
        number = 2 if name in scripts else 1
        if lines(root, name)[number - 1:number] != [wanted]:
            errors.append(f"{name}:{number}: is not '{wanted}'")
    return errors


PLANTED = {
    f"rules/planted.c:1: is not '// {TAG}'":
        plant_file("rules/planted.c", "/* no licence */\n"),
    f"rules/planted.h:1: is not '/* {TAG} */'":
        plant_file("rules/planted.h", f"// {TAG}\n"),
    f"testcases/planted:2: is not '# {TAG}'":
        plant_file("testcases/planted", "#!/bin/sh\n"),
    f"checker/empty.c:1: is not '// {TAG}'":
        plant_file("checker/empty.c", ""),
}

if __name__ == "__main__":
    main(check, PLANTED)
