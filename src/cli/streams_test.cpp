#include "cli/streams.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/progress.hpp"

using namespace northlight;
using namespace northlight::cli;

TEST_CASE("an error says where and what, and ends a command with 2") {
  std::ostringstream data;
  std::ostringstream words;
  Streams streams{data, words};
  CHECK(say_error(streams, {ErrorCode::Invalid, "There is no such answer", "j.csv:3: answer"}) ==
        ExitStatus::Unusable);
  say_error(streams, {ErrorCode::Invalid, "Nothing was typed"});
  CHECK(words.str() ==
        "northlight: j.csv:3: answer: There is no such answer\nnorthlight: Nothing was typed\n");
  CHECK(data.str().empty());
}

TEST_CASE("what strangers wrote cannot steer the terminal") {
  std::ostringstream words;
  Streams streams{words, words};
  say_error(streams, {ErrorCode::Invalid, "no\x1b[2Jscreen\x7f", "a\rb"});
  CHECK(words.str() == "northlight: a?b: no?[2Jscreen?\n");
}

TEST_CASE("colour is only where it is wanted") {
  std::ostringstream words;
  Streams streams{words, words, true, true};
  say_error(streams, {ErrorCode::Invalid, "Plain words"});
  CHECK(words.str() == "\x1b[1;31mnorthlight: \x1b[0mPlain words\n");
}

TEST_CASE("progress is shown to who watches, and taken away again") {
  std::ostringstream words;
  Streams watched{words, words, true};
  {
    Progress progress(watched, "Reading", 2);
    progress.step("one.pdf");
    progress.step("two.pdf");
  }
  CHECK(words.str() == "\r\x1b[KReading 1 of 2: one.pdf\r\x1b[KReading 2 of 2: two.pdf\r\x1b[K");
}

TEST_CASE("progress leaves a log clean, and is not shown of a single step") {
  std::ostringstream words;
  Streams unwatched{words, words, false};
  Progress(unwatched, "Reading", 2).step("one.pdf");
  Streams watched{words, words, true};
  Progress(watched, "Reading", 1).step("one.pdf");
  CHECK(words.str().empty());
}
