#include "accounts/password_rules.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace northlight;
using namespace northlight::accounts;

namespace {

const CommonPasswords& common() {
  static const CommonPasswords few({"password", "letmein", "abc123", "dragon"});
  return few;
}

bool is_taken(std::string_view password) {
  return check_new_password(password, common(), {"Morgan Ashdown", "m.ashdown@hollowbeck.example"})
      .has_value();
}

std::string why_not(std::string_view password) {
  const auto checked =
      check_new_password(password, common(), {"Morgan Ashdown", "m.ashdown@hollowbeck.example"});
  REQUIRE_FALSE(checked);
  CHECK(checked.error().where == "password");
  return checked.error().message;
}

}  // namespace

TEST_CASE("three words are a good password, whatever they are made of") {
  CHECK(is_taken("heron weir tangle"));
  CHECK(is_taken("tangled-heron"));
  CHECK(is_taken("żółw i bóbr na tamie"));
  CHECK(is_taken("password of the year"));
}

TEST_CASE("length is counted in characters, not bytes") {
  CHECK(why_not("eleven char").find("12 characters") != std::string::npos);
  CHECK(why_not("żółwżółwżół").find("12 characters") != std::string::npos);
  CHECK(is_taken("kanałżółwbór"));
  std::string long_one;
  for (int i = 0; i < 32; ++i) long_one += "w" + std::to_string(100 + i);
  CHECK(is_taken(long_one));
  CHECK(why_not(long_one + "x").find("128") != std::string::npos);
}

TEST_CASE("what many people use is refused, dressed up or not") {
  for (const auto* password : {"Password1234", "password!!!!", "2026PASSWORD", "letmein12345",
                               "dragondragon", "passwordpassword", "DRAGONdragonDRAGON99"})
    CHECK(why_not(password).find("Many people") != std::string::npos);
}

TEST_CASE("sequences and repeats are refused") {
  for (const auto* password : {"aaaaaaaaaaaa", "123456789012", "abcdefghijklmn", "qwertyuiop[]",
                               "zyxwvutsrqpon", "121212121212", "abcdabcdabcd"})
    CHECK(why_not(password).find("Many people") != std::string::npos);
}

TEST_CASE("one's own name or sign-in name is refused") {
  CHECK(why_not("ashdown12345").find("own name") != std::string::npos);
  CHECK(why_not("Morgan Ashdown").find("own name") != std::string::npos);
  CHECK(why_not("m.ashdown@hollowbeck.example").find("own name") != std::string::npos);
}

TEST_CASE("a NUL and what is no text are refused") {
  CHECK(why_not(std::string_view("twelve chars\0more", 17)).find("character") != std::string::npos);
  CHECK(why_not("twelve chars \xff\xfe").find("character") != std::string::npos);
}

TEST_CASE("the list that the package installs is read and knows what everybody uses") {
  CommonPasswordsFile file;
  if (!std::filesystem::exists(CommonPasswordsFile::usual)) {
    MESSAGE("john-data is not installed: its list is not tested");
    return;
  }
  const auto list = file.load();
  REQUIRE(list);
  CHECK((*list)->has("password"));
  CHECK((*list)->has("Qwerty123!"));
  CHECK_FALSE((*list)->has("heron weir tangle"));
  CHECK_FALSE((*list)->has("#!comment"));
}

TEST_CASE("without the list no password is taken, and the message names the package") {
  CommonPasswordsFile file("/nowhere/at/all");
  const auto list = file.load();
  REQUIRE_FALSE(list);
  CHECK(list.error().code == ErrorCode::Unavailable);
  CHECK(list.error().message.find("john-data") != std::string::npos);
}
