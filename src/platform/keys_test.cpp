#include "platform/keys.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>  // mkdtemp

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace northlight;
using namespace northlight::platform;

namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "northlight-keys-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path path;
};

const auto noon = *parse_instant("2026-06-10T12:00:00.000Z");

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

void put(const fs::path& file, const std::string& text) {
  std::ofstream(file) << text;
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace

TEST_CASE("what was sealed opens again, in its own place alone") {
  const auto keys = Keys::for_this_run();
  const auto sealed = keys.seal("one_time_code:seed:amy", "a secret");
  CHECK(sealed.find("secret") == std::string::npos);
  CHECK(keys.open("one_time_code:seed:amy", sealed).value() == "a secret");
  CHECK_FALSE(keys.open("one_time_code:seed:bob", sealed).has_value());
  CHECK(keys.seal("one_time_code:seed:amy", "a secret") != sealed);
  CHECK(keys.open("x", keys.seal("x", "")).value() == "");
}

TEST_CASE("what was changed in any place does not open") {
  const auto keys = Keys::for_this_run();
  const auto sealed = keys.seal("x", "a secret");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    if (changed != sealed) CHECK_FALSE(keys.open("x", changed).has_value());
  }
  CHECK_FALSE(keys.open("x", "").has_value());
  CHECK_FALSE(keys.open("x", sealed.substr(0, sealed.size() - 4)).has_value());
  CHECK_FALSE(Keys::for_this_run().open("x", sealed).has_value());
}

TEST_CASE("a keyed hash is of its context, its text and its keys") {
  const auto keys = Keys::for_this_run();
  CHECK(keys.keyed_hash("session", "abc") == keys.keyed_hash("session", "abc"));
  CHECK(keys.keyed_hash("session", "abc") != keys.keyed_hash("sessio", "nabc"));
  CHECK(keys.keyed_hash("session", "abc") != keys.keyed_hash("link", "abc"));
  CHECK(keys.keyed_hash("session", "abc") != Keys::for_this_run().keyed_hash("session", "abc"));
}

TEST_CASE("a key file is made for its owner alone, once, and read again") {
  const Folder folder;
  const auto file = folder.path / "keys";
  CHECK(Keys::read(file).error().code == ErrorCode::NotFound);
  const auto made = Keys::make(file, noon);
  REQUIRE(made);
  CHECK((fs::status(file).permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
  const auto read = Keys::read(file);
  REQUIRE(read);
  CHECK(read->open("x", made->seal("x", "secret")).value() == "secret");
  CHECK(read->keyed_hash("x", "y") == made->keyed_hash("x", "y"));
  const auto before = content(file);
  CHECK(Keys::make(file, noon).error().code == ErrorCode::Conflict);
  CHECK(content(file) == before);
}

TEST_CASE("a key file that others may read is refused, saying how to close it") {
  const Folder folder;
  const auto file = folder.path / "keys";
  REQUIRE(Keys::make(file, noon));
  fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
  const auto read = Keys::read(file);
  REQUIRE_FALSE(read);
  CHECK(read.error().message.find("chmod 600") != std::string::npos);
  fs::permissions(file, fs::perms::group_read, fs::perm_options::remove);
  CHECK(Keys::read(file));
}

TEST_CASE("a new key seals from then on, and the old ones still open") {
  const Folder folder;
  const auto file = folder.path / "keys";
  const auto before = Keys::make(file, noon);
  REQUIRE(before);
  const auto old = before->seal("x", "secret");
  const auto hash = before->keyed_hash("x", "y");
  const auto after = Keys::rotate(file, noon);
  REQUIRE(after);
  CHECK(after->count() == 2);
  CHECK(after->open("x", old).value() == "secret");
  CHECK_FALSE(after->is_sealed_by_newest(old));
  CHECK(after->is_sealed_by_newest(after->seal("x", "secret")));
  CHECK_FALSE(before->open("x", after->seal("x", "secret")).has_value());
  CHECK(after->keyed_hash("x", "y") == hash);
}

TEST_CASE("a key file that was cut short, mixed up or is none is refused and named by line") {
  const Folder folder;
  const auto file = folder.path / "keys";
  REQUIRE(Keys::make(file, noon));
  const auto whole = content(file);
  const auto refused = [&](const std::string& text) {
    put(file, text);
    const auto read = Keys::read(file);
    return !read && read.error().code == ErrorCode::Invalid &&
           read.error().where.find("keys:") != std::string::npos;
  };
  CHECK(refused(""));
  CHECK(refused("something else\n"));
  CHECK(refused(whole.substr(0, whole.size() - 3)));
  CHECK(refused(whole.substr(0, whole.find("seal"))));
  CHECK(refused(whole + whole.substr(whole.find("seal"))));
  CHECK(refused(whole + "hash AAAA\n"));
  put(file, whole);
  CHECK(Keys::read(file));
}

TEST_CASE("half a rotation that was left behind is not taken for a key file") {
  const Folder folder;
  const auto file = folder.path / "keys";
  REQUIRE(Keys::make(file, noon));
  put(folder.path / "keys.new", "half");
  const auto rotated = Keys::rotate(file, noon);
  REQUIRE_FALSE(rotated);
  CHECK(rotated.error().where.find("keys.new") != std::string::npos);
  CHECK(Keys::read(file)->count() == 1);
}
