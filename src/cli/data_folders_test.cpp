#include "cli/data_folders.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>  // mkdtemp

#include <string>

using namespace northlight;
using namespace northlight::cli;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, gone at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "northlight-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  fs::path make(const std::string& below) const {
    fs::create_directories(path_ / below);
    return path_ / below;
  }
  fs::path with_data(const std::string& below) const {
    make(below + "/frameworks");
    make(below + "/schema");
    return path_ / below;
  }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("an installed program finds its data in share/northlight") {
  const TemporaryFolder folder;
  const auto share = folder.with_data("usr/share/northlight");
  CHECK(find_data_folders("", folder.make("usr/bin") / "northlight")->root == share);
}

TEST_CASE("a program in a build folder finds the checkout above it") {
  const TemporaryFolder folder;
  const auto checkout = folder.with_data("project");
  const auto found = find_data_folders("", folder.make("project/build/release") / "northlight");
  REQUIRE(found);
  CHECK(found->root == checkout);
  CHECK(found->frameworks() == checkout / "frameworks");
}

TEST_CASE("what is named comes first, and a wrong name is not passed over") {
  const TemporaryFolder folder;
  folder.with_data("usr/share/northlight");
  const auto named = folder.with_data("named");
  const auto program = folder.make("usr/bin") / "northlight";
  CHECK(find_data_folders(named.string(), program)->root == named);
  const auto wrong = find_data_folders(folder.make("empty").string(), program);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().code == ErrorCode::NotFound);
  CHECK(wrong.error().where.ends_with("/empty"));
}

TEST_CASE("where there are no data the message says what to set") {
  const TemporaryFolder folder;
  const auto found = find_data_folders("", folder.make("bin") / "northlight");
  REQUIRE_FALSE(found);
  CHECK(found.error().message.find("NORTHLIGHT_DATA") != std::string::npos);
}
