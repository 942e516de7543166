#include "casework/uploads.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "forms/small_form.hpp"
#include "tests/access/a_service.hpp"

using namespace northlight;
using namespace northlight::casework;
using northlight::testing::AService;

namespace {

const forms::Forms& small_forms() {
  static const forms::Forms forms{{forms::small_form()}};
  return forms;
}

constexpr std::string_view letter = "%PDF-1.7\nA letter.\n%%EOF\n";

/// A worker with two children, and a record of the first.
struct Desk {
  explicit Desk(store::Engine engine)
      : service(engine),
        worker(service.person("practitioner", "North")),
        file(service.child("Fulmar", "North", worker)),
        other(service.child("Gannet", "North", worker)),
        record(*begin_record(*service.gate, archive, service.asker(worker), file,
                             forms::FormCode{"small"})) {}

  Result<forms::Upload> send(std::string_view content, std::string_view name = "letter.pdf") {
    return add_upload(*service.gate, folder, service.asker(worker), file, record, name, content);
  }
  Result<SentDocument> open(FileId from, std::string_view hash) {
    return open_upload(*service.gate, folder, service.asker(worker), from, hash);
  }

  AService service;
  platform::Keys keys = platform::Keys::for_this_run();
  store::Archive archive{small_forms(), keys};
  northlight::testing::TemporaryFolder place{};
  store::UploadFolder folder{place.path() / "uploads"};
  domain::PersonId worker;
  FileId file, other;
  RecordId record;
};

template <typename F>
void everywhere(F test) {
  for (const auto engine : northlight::testing::engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    Desk desk(engine);
    test(desk);
  }
}

}  // namespace

TEST_CASE("a document is kept under its hash, and given back to who may read the file") {
  everywhere([](Desk& desk) {
    const auto sent = desk.send(letter, "C:\\My letters\\letter.pdf");
    REQUIRE(sent);
    CHECK(sent->name == "letter.pdf");
    CHECK(std::filesystem::exists(desk.folder.place_of(sent->hash)));
    const auto opened = desk.open(desk.file, sent->hash);
    REQUIRE(opened);
    CHECK(opened->kind == domain::UploadKind::Pdf);
    CHECK(opened->content.reveal() == letter);
    // Twice is once.
    CHECK(desk.send(letter)->hash == sent->hash);
    // It can be the answer of an upload field.
    const auto kept =
        autosave(*desk.service.gate, desk.archive, desk.service.asker(desk.worker), desk.file,
                 desk.record, 0, {{"1", {"paper", {}, forms::answer_json(forms::Answer{*sent})}}});
    CHECK(kept);
  });
}

TEST_CASE("another child's file does not give it, though the worker may read that file") {
  everywhere([](Desk& desk) {
    const auto sent = desk.send(letter);
    CHECK(desk.open(desk.other, sent->hash).error().code == ErrorCode::NotFound);
    CHECK(desk.open(desk.file, "../../etc/passwd").error().code == ErrorCode::NotFound);
    const auto stranger = desk.service.person("practitioner", "", "elsewhere");
    CHECK(open_upload(*desk.service.gate, desk.folder, desk.service.asker(stranger), desk.file,
                      sent->hash)
              .error()
              .code == ErrorCode::NotFound);
  });
}

TEST_CASE("what is no document is refused and leaves nothing behind") {
  everywhere([](Desk& desk) {
    const auto refused = desk.send(std::string_view("MZ\x90\0", 4));
    CHECK(refused.error().where == "file");
    CHECK_FALSE(std::filesystem::exists(desk.folder.path()));
  });
}

TEST_CASE("a document that was damaged on the disk is not shown") {
  everywhere([](Desk& desk) {
    const auto sent = desk.send(letter);
    std::ofstream(desk.folder.place_of(sent->hash), std::ios::trunc) << "%PDF-1.7 other %%EOF";
    CHECK(desk.open(desk.file, sent->hash).error().code == ErrorCode::Unavailable);
    CHECK(desk.send(letter));  // Sending it again mends it.
    CHECK(desk.open(desk.file, sent->hash));
  });
}
