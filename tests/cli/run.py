"""Runs the real program over example inputs: run.py PROGRAM DATA [NAME...] [--update].

A test is a folder: `cmd` (a line of bash, in which `northlight` is the program), `in/` (copied into an
empty folder, where the line runs), and what is expected: `out` and `err` (nothing when absent) and
`status` (0 when absent). A test that ends with status 77 is skipped; what it said on `err` is the reason. "$DIR" in `out` and `err` stands for the folder that it ran in.
With --update the folders are given what came out: look at the difference before keeping it."""
import concurrent.futures
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
arguments = [a for a in sys.argv[1:] if a != "--update"]
update = "--update" in sys.argv
program, data, only = Path(arguments[0]).resolve(), Path(arguments[1]).resolve(), arguments[2:]


def run(test):
    folder = Path(tempfile.mkdtemp(prefix="northlight-cli-"))
    binaries = Path(tempfile.mkdtemp(prefix="northlight-bin-"))
    try:
        (binaries / "northlight").symlink_to(program)
        if (test / "in").exists():
            shutil.copytree(test / "in", folder, dirs_exist_ok=True)
        environment = {"PATH": f"{binaries}:/usr/bin:/bin", "NORTHLIGHT_DATA": str(data), "LC_ALL": "C.UTF-8",
                       "HOME": str(folder)}
        done = subprocess.run(["bash", "-c", (test / "cmd").read_text()], cwd=folder, env=environment,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
        said = {name: text.decode(errors="replace").replace(str(folder), "$DIR")
                for name, text in (("out", done.stdout), ("err", done.stderr))}
        said["status"] = f"{done.returncode}\n"
        return said
    finally:
        subprocess.run(["chmod", "-R", "u+rwx", folder], check=False)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(binaries, ignore_errors=True)


def check(test):
    """The lines that differ from what is expected, or why the test could not run here."""
    faults = []
    said = run(test)
    if said["status"] == "77\n":
        return [], said["err"].strip()
    for name, text in said.items():
        kept = test / name
        ordinary = "0\n" if name == "status" else ""
        if update:
            kept.unlink(missing_ok=True)
            if text != ordinary:
                kept.write_text(text)
        wanted = kept.read_text() if kept.exists() else ordinary
        if text != wanted:
            faults += difflib.unified_diff(wanted.splitlines(), text.splitlines(), f"{test.name}/{name} wanted",
                                           f"{test.name}/{name} came", lineterm="")
    return faults, None


tests = sorted(path.parent for path in here.glob("*/cmd"))
tests = [test for test in tests if not only or test.name in only]
if not tests:
    sys.exit("run.py: there is no such test")
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    results = list(zip(tests, pool.map(check, tests)))
for test, (faults, skipped) in results:
    print("\n".join(faults) if faults else f"skipped {test.name}: {skipped}" if skipped is not None else f"ok {test.name}")
failed = sum(bool(faults) for _, (faults, _) in results)
could_not_run = sum(skipped is not None for _, (_, skipped) in results)
print(f"{len(tests) - failed - could_not_run} of {len(tests)} as expected"
      + (f", {could_not_run} skipped." if could_not_run else "."))
sys.exit(1 if failed else 0)
