"""Plants faults that clang-tidy knows in a small tree of the project's own shape, and sees that tools/tidy names each
with its place, says what it has read, and passes a tree without them."""
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
COPIED = ["tools/tidy", "cmake", ".clang-tidy", "CMakePresets.json", "testing/doctest_main.cpp"]
LISTS = """cmake_minimum_required(VERSION 3.25)
project(planted CXX)
list(APPEND CMAKE_MODULE_PATH "${CMAKE_SOURCE_DIR}/cmake")
include(compiler)
include(folder)
add_subdirectory(src/base)
"""
GOOD = "int twice(int number);\nint twice(int number) { return 2 * number; }\n"
READS_NOTHING = """#include <optional>
int twice(std::optional<int> number);
int twice(std::optional<int> number) { return 2 * *number; }
"""
DIVIDES = """int share(int of);
int share(int of) {
  int parts = 0;
  return of / parts;
}
"""


class Tidy(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for name in COPIED:
            copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            copy(PROJECT / name, self.root / name)
        self.write("CMakeLists.txt", LISTS)
        self.write("src/base/CMakeLists.txt", "northlight_folder(base)\n")
        self.write("src/base/good.cpp", GOOD)

    def write(self, name, text):
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text)

    def tidy(self, *paths):
        return subprocess.run([self.root / "tools/tidy", *paths], capture_output=True, text=True)

    def test_a_clean_tree_passes_and_is_said_to_have_been_read(self):
        done = self.tidy()
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
        self.assertIn("read src/base/good.cpp", done.stderr)

    def test_each_planted_fault_is_named_once_with_its_place(self):
        self.write("src/base/divides.cpp", DIVIDES)
        self.write("src/base/reads_nothing.cpp", READS_NOTHING)
        done = self.tidy()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.count("src/base/divides.cpp:4:13: warning"), 1, done.stdout)
        self.assertIn("clang-analyzer-core.DivideZero", done.stdout)
        self.assertIn("src/base/reads_nothing.cpp:3:", done.stdout)
        self.assertIn("bugprone-unchecked-optional-access", done.stdout)
        self.assertNotIn("good.cpp:", done.stdout)

    def test_a_file_that_does_not_compile_is_a_fault(self):
        self.write("src/base/broken.cpp", "int twice(int number) { return 2 *; }\n")
        done = self.tidy()
        self.assertEqual(done.returncode, 1)
        self.assertIn("src/base/broken.cpp:1:", done.stdout)

    def test_a_path_that_names_no_file_is_refused(self):
        done = self.tidy("src/bass")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no source file starts so", done.stderr)


if __name__ == "__main__":
    unittest.main()
