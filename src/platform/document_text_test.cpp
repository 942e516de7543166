#include "platform/document_text.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "platform/child_process.hpp"

using namespace northlight;
using namespace northlight::platform;

namespace {

/// A PDF of one page that says one thing.
std::string small_pdf(const std::string& extra = {}) {
  const std::string content = "BT /F1 12 Tf 20 100 Td (A short report) Tj ET";
  const std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R" + extra + ">>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      std::string("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R") +
          "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length " + std::to_string(content.size()) + ">>\nstream\n" + content + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
  std::string pdf = "%PDF-1.4\n";
  for (std::size_t at = 0; at < objects.size(); ++at)
    pdf += std::to_string(at + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
  return pdf + "trailer<</Size 6/Root 1 0 R>>\n%%EOF\n";
}

std::filesystem::path hostile(const char* name) {
  return std::filesystem::path(NORTHLIGHT_SOURCE_DIR) / "tests/examples/reading/hostile" / name;
}

std::string message_of(const Result<DocumentText>& text) {
  return text ? "read" : text.error().message;
}

}  // namespace

TEST_CASE("a PDF is known by its content and read as text") {
  const auto text = read_document_bytes("junk before\n" + small_pdf());
  REQUIRE(text);
  CHECK(text->text.find("A short report") != std::string::npos);
}

TEST_CASE("text in UTF-8 comes as it is, without its mark") {
  const auto text = read_document_bytes("\xEF\xBB\xBFYnys M\xC3\xB4n\n");
  REQUIRE(text);
  CHECK(text->text == "Ynys M\xC3\xB4n\n");
  CHECK(text->note.empty());
}

TEST_CASE("Windows-1252 and UTF-16 are converted, and that is noted") {
  const auto windows = read_document_bytes("Ynys M\xF4n \x91Good\x92\n");
  REQUIRE(windows);
  CHECK(windows->text == "Ynys M\xC3\xB4n \xE2\x80\x98Good\xE2\x80\x99\n");
  CHECK(windows->note.find("Windows-1252") != std::string::npos);
  const auto wide = read_document_bytes(std::string_view{"\xFF\xFEG\0o\0o\0d\0", 10});
  REQUIRE(wide);
  CHECK(wide->text == "Good");
  CHECK(wide->note.find("UTF-16") != std::string::npos);
}

TEST_CASE("what is no document is refused with what to give instead") {
  CHECK(message_of(read_document_bytes("")).find("empty") != std::string::npos);
  CHECK(message_of(read_document_bytes(" \n\t ")).find("empty") != std::string::npos);
  CHECK(message_of(read_document_bytes(std::string_view{"MZ\0\0\1\2", 6})).find("neither") !=
        std::string::npos);
  CHECK(message_of(read_document("/no/such/file.pdf")).find("no such file") != std::string::npos);
  CHECK(message_of(read_document("/usr")).find("folder") != std::string::npos);
}

TEST_CASE("a document that is too large is refused by its size, unread") {
  const auto file = std::filesystem::temp_directory_path() /
                    ("northlight-large-" + std::to_string(::getpid()) + ".txt");
  { std::ofstream(file) << "a"; }
  std::filesystem::resize_file(file, 200ULL << 20U);
  const auto text = read_document(file);
  std::filesystem::remove(file);
  REQUIRE_FALSE(text);
  CHECK(text.error().message.find("larger than 5 MB") != std::string::npos);
  CHECK(text.error().where == file.string());
  CHECK(message_of(read_document_bytes(small_pdf(), {100, 100})).find("larger") !=
        std::string::npos);
}

TEST_CASE("a locked PDF asks for one that opens") {
  CHECK(message_of(read_document(hostile("locked.pdf"))).find("password") != std::string::npos);
}

TEST_CASE("a truncated PDF is called damaged, or gives what is left of it") {
  const auto whole = small_pdf();
  for (const auto part : {12U, 60U, 200U, 300U}) {
    const auto text = read_document_bytes(whole.substr(0, part));
    if (!text) {
      CHECK(text.error().code == ErrorCode::Invalid);
      CHECK(text.error().message.find("PDF") != std::string::npos);
    }
  }
}

TEST_CASE("a PDF that nests without end is bounded") {
  const auto text = read_document_bytes(small_pdf("/Deep " + std::string(300'000, '[')));
  if (!text) {
    CHECK(text.error().code == ErrorCode::Invalid);
  }
}

TEST_CASE("a PDF of millions of pages is bounded") {
  const auto text = read_document(hostile("millions-of-pages.pdf"));
  if (!text) {
    CHECK(text.error().code == ErrorCode::Invalid);
  }
}

TEST_CASE("a PDF that unpacks to gigabytes is given up at its limits") {
  std::ifstream stream(hostile("twice-compressed.pdf"), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  REQUIRE(bytes.size() > 1000);
  SandboxedCommand command;
  command.arguments = {"/usr/bin/pdftotext", "-layout", "-", "-"};
  command.input = bytes;
  command.limits = {std::chrono::milliseconds{1500}, 300ULL << 20U, 1ULL << 20U};
  const auto output = run_sandboxed(command);
  CHECK((!output || output->exit_status != 0 || output->output.size() <= (1ULL << 20U)));
}
