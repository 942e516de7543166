"""Plants one fault of each kind and sees that the tool that should find it does, and nothing else."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
GOOD = {
    "base/text.hpp": "#pragma once\n",
    "stats/rank.cpp": '#include "base/text.hpp"\n#include "stats/rank.hpp"\n// co_await, #include <CLI/CLI.hpp>\n',
    "stats/order.cpp": "#include <algorithm>\nvoid f() { std::ranges::stable_sort(all); }  // std::ranges::views\n",
    "web/server.cpp": "#include <boost/beast/http.hpp>\nint f() { co_return 1; }\n",
    "store/session.cpp": "#include <soci/soci.h>\nauto name = person.name.reveal();\n",
    "store/session_test.cpp": '#include <doctest/doctest.h>\n#include "testing/a_child.hpp"\n',
}


class Planted(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        shutil.copy(PROJECT / "ARCHITECTURE.md", self.root)
        for name, text in GOOD.items():
            self.write("src/" + name, text)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run_tool(self, name, argument):
        done = subprocess.run([PROJECT / "tools" / name, argument], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


class Layers(Planted):
    def test_a_tree_that_keeps_to_its_lines_passes(self):
        self.assertEqual(self.run_tool("check_layers", self.root)[0], 0)

    def test_each_planted_fault_is_found_and_placed(self):
        plants = {
            "stats/up.cpp": ('#include "rating/rate.hpp"', "stats may not include rating"),
            "stats/sideways.cpp": ('#include "domain/inspection.hpp"', "stats may not include domain"),
            "base/up.hpp": ('#include "html/html.hpp"', "base may not include html"),
            "rating/unknown.cpp": ('#include "nowhere/x.hpp"', "rating may not include nowhere"),
            "gadgets/x.cpp": ("int x;", "has no line in ARCHITECTURE.md"),
            "web/router.cpp": ("#include <boost/asio/io_context.hpp>", "Beast and Asio stay"),
            "web/list.cpp": ("#include <soci/soci.h>", "databases are spoken to in store alone"),
            "cli/rate.cpp": ("#include <CLI/CLI.hpp>", "CLI11 stays"),
            "framework/parse.cpp": ("#include <toml++/toml.h>", "toml++ stays"),
            "report/print.cpp": ("#include <nlohmann/json.hpp>", "JSON is read and written by base/json"),
            "report/helped.cpp": ('#include "testing/a_child.hpp"', "test helpers stay in tests"),
            "store/kept.cpp": ('#include "store/library_contract.hpp"', "test helpers stay in tests"),
            "html/tested.hpp": ("#include <doctest/doctest.h>", "test libraries stay in tests"),
            "casework/note.cpp": ("log(child.name.reveal());", "personal information is shown by"),
            "jobs/run.cpp": ("co_await next();", "only the server has coroutines"),
            "stats/sorted.cpp": ("void f() { std::ranges::sort(all); }", "<algorithm> is not included"),
            "html/near.cpp": ('#include "../base/text.hpp"', "include by the path from src/"),
        }
        for name, (text, found) in plants.items():
            with self.subTest(name):
                self.write("src/" + name, "\n" + text + "\n")
                status, said = self.run_tool("check_layers", self.root)
                (self.root / "src" / name).unlink()
                self.assertEqual(status, 1)
                self.assertIn(found, said)
                self.assertIn("src/" + name, said)
                self.assertEqual(len(said.strip().splitlines()), 1, said)


class Shape(Planted):
    def test_four_hundred_lines_pass_and_one_more_does_not(self):
        self.write("src/stats/long.cpp", "int x;\n" * 400)
        self.assertEqual(self.run_tool("shape", self.root)[0], 0)
        self.write("src/stats/long.cpp", "int x;\n" * 401)
        status, said = self.run_tool("shape", self.root)
        self.assertEqual(status, 1)
        self.assertIn("src/stats/long.cpp has 401 lines", said)


class Purity(Planted):
    def compile(self, text):
        folder = self.root / "build/src/stats"
        folder.mkdir(parents=True, exist_ok=True)
        (self.root / "planted.cpp").write_text(text)
        subprocess.run([os.environ.get("CXX", "g++"), "-std=c++20", "-c", "planted.cpp", "-o", folder / "planted.cpp.o"],
                       cwd=self.root, check=True)
        library = folder / "libnorthlight_stats.a"
        library.unlink(missing_ok=True)
        subprocess.run(["ar", "rc", library, folder / "planted.cpp.o"], check=True)
        return self.run_tool("check_purity", self.root / "build")

    def test_values_in_and_values_out_pass(self):
        status, said = self.compile("#include <string>\nstd::string f(int n) { return std::to_string(n) + 'x'; }")
        self.assertEqual((status, said.strip()), (0, "1 objects of pure folders turn values into values."))

    def test_each_planted_touch_is_found_by_file(self):
        plants = {
            "a file": "#include <cstdio>\nauto f() { return std::fopen(\"x\", \"r\"); }",
            "a file ": "#include <fstream>\n#include <string>\nauto f() { std::ifstream in(\"x\"); return in.get(); }",
            "a file  ": "#include <filesystem>\nauto f() { return std::filesystem::exists(\"x\"); }",
            "a clock": "#include <chrono>\nauto f() { return std::chrono::system_clock::now(); }",
            "a clock ": "#include <ctime>\nauto f() { return std::time(nullptr); }",
            "the network": "#include <sys/socket.h>\nint f() { return socket(AF_INET, SOCK_STREAM, 0); }",
            "randomness": "#include <random>\nauto f() { return std::random_device{}(); }",
            "the environment": "#include <cstdlib>\nauto f() { return std::getenv(\"HOME\"); }",
            "the terminal": "#include <iostream>\nvoid f() { std::cout << 1; }",
            "another process": "#include <cstdlib>\nint f() { return std::system(\"ls\"); }",
        }
        for what, text in plants.items():
            with self.subTest(what):
                status, said = self.compile(text)
                self.assertEqual(status, 1, said)
                self.assertIn(f"src/stats/planted.cpp touches {what.strip()} (", said)

    def test_nothing_built_is_not_taken_for_pure(self):
        self.assertEqual(self.run_tool("check_purity", self.root / "build")[0], 1)


if __name__ == "__main__":
    unittest.main()
