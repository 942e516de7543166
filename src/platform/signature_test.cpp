#include "platform/signature.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace northlight;
using platform::check_signature;
using platform::SigningKey;

namespace {

struct Folder {
  Folder() {
    auto name = (std::filesystem::temp_directory_path() / "northlight-sign.XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path{};
};

}  // namespace

TEST_CASE("what was signed is known by the public key, and nothing else is") {
  const auto key = SigningKey::for_this_run();
  const auto signature = key.sign("as it was");
  CHECK(key.public_key().size() == 64);
  CHECK(signature.size() == 86);
  CHECK(check_signature(key.public_key(), "as it was", signature));
  CHECK_FALSE(check_signature(key.public_key(), "as it is", signature));
  CHECK_FALSE(check_signature(SigningKey::for_this_run().public_key(), "as it was", signature));
  CHECK_FALSE(check_signature("short", "as it was", signature));
  CHECK_FALSE(check_signature(key.public_key(), "as it was", signature.substr(1)));
  CHECK_FALSE(check_signature(key.public_key(), "as it was", ""));
}

TEST_CASE(
    "a signing key is its owner's alone, signs the same after reading, and is never replaced") {
  const Folder folder;
  const auto file = folder.path / "signing-key";
  const auto made = SigningKey::make(file);
  REQUIRE(made);
  const auto read = SigningKey::read(file);
  REQUIRE(read);
  CHECK(read->public_key() == made->public_key());
  CHECK(check_signature(made->public_key(), "text", read->sign("text")));
  struct stat about {};
  REQUIRE(::stat(file.c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0600);
  CHECK(SigningKey::make(file).error().code == ErrorCode::Conflict);
  REQUIRE(::chmod(file.c_str(), 0640) == 0);
  CHECK(SigningKey::read(file).error().code == ErrorCode::Forbidden);
}

TEST_CASE("a file that is no signing key is refused") {
  const Folder folder;
  const auto file = folder.path / "signing-key";
  CHECK(SigningKey::read(file).error().code == ErrorCode::NotFound);
  for (const auto* text : {"", "northlight signing key 1\n", "northlight signing key 1\nAAAA\n",
                           "northlight keys 1\nhash AAAA\n"}) {
    CAPTURE(text);
    std::ofstream(file) << text;
    REQUIRE(::chmod(file.c_str(), 0600) == 0);
    CHECK(SigningKey::read(file).error().code == ErrorCode::Invalid);
  }
}
