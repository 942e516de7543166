// Writes records until it is killed: records_writer DATABASE KEYS ROUND FILE RECORD PERSON…
// Each person is a thread; all of them type into one record through the gate, and save and sign it.
// What was answered for is said on standard output after the answer:
//   typed <client id> <seq> <value>      version <n>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "accounts/load_asker.hpp"
#include "accounts/policy.hpp"
#include "casework/records.hpp"
#include "forms/small_form.hpp"
#include "platform/clock.hpp"

using namespace northlight;

namespace {

/// One line in one write, so that lines of several threads never mix.
void say(const std::string& line) {
  const auto text = line + "\n";
  if (::write(STDOUT_FILENO, text.data(), text.size()) < 0) ::_exit(3);
}

[[noreturn]] void stop(const Error& error) {
  std::fprintf(stderr, "%s (%s)\n", error.message.c_str(), error.where.c_str());
  ::_exit(2);
}

template <typename T>
T needed(Result<T> result) {
  if (!result) stop(result.error());
  return *std::move(result);
}

struct Setting {
  store::Database& database;
  accounts::Gate& gate;
  const store::Archive& archive;
  domain::FileId file;
  domain::RecordId record;
  std::string round;
  platform::Instant now;  ///< When the invented service of the test is open.
};

/// As a browser does: what was refused because too many write at once is sent again as it was.
casework::Kept send(const Setting& at, const accounts::Asker& asker, std::int64_t seen,
                    const casework::SentChange& change) {
  for (;;) {
    auto kept = casework::autosave(at.gate, at.archive, asker, at.file, at.record, seen, {change});
    if (kept) return *std::move(kept);
    const auto code = kept.error().code;
    if (code != ErrorCode::Unavailable && code != ErrorCode::Conflict) stop(kept.error());
  }
}

/// Types, saves and signs. A refusal (somebody else's words have to be seen first) is no matter.
void write_on(const Setting& at, domain::PersonId person, int number) {
  // Each writes in a field of their own, and now and then in one that all write in.
  const std::string own = number % 2 == 0 ? "story" : "shade";
  std::int64_t seen = 0;
  Json was;
  for (int i = 0;; ++i) {
    const bool shared = i % 7 == 3;
    const auto value = at.round + "-" + std::to_string(number) + "-" + std::to_string(i);
    // The line of the trail names the change, so that each can be held against the other.
    auto asker = needed(at.database.read([&](store::Session& session) {
      return accounts::load_asker(session, person, at.now, "192.0.2.7", value);
    }));
    const auto sent =
        send(at, asker, seen, {value, {shared ? "words" : own, shared ? Json{} : was, value}});
    seen = sent.seq;
    const auto& line = sent.mine.front();
    say("typed " + value + " " + std::to_string(line.seq));
    if (!shared) {
      // After a kill the field may hold another's text: go on from what stands there.
      if (line.standing == store::DraftStanding::Clash) {
        const auto open = casework::open_record(at.gate, at.archive, asker, at.file, at.record);
        if (!open) stop(open.error());
        const auto* stands = open->draft.answers.find(forms::FieldCode{own});
        was = stands == nullptr ? Json{} : answer_json(*stands);
      } else {
        was = value;
      }
    }
    asker.request = "cut " + value;
    if (i % 5 == 4) {
      const auto made =
          number == 0 ? casework::sign_record(at.gate, at.archive, asker, at.file, at.record, seen)
                      : casework::save_record(at.gate, at.archive, asker, at.file, at.record, seen);
      if (made && made->done()) say("version " + std::to_string(made->version));
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 7) return 2;
  const std::vector<std::string> words(arguments + 1, arguments + count);
  const auto database = needed(store::Database::open(words[0]));
  const auto keys = needed(platform::Keys::read(words[1]));
  const auto policy = needed(accounts::read_policy(NORTHLIGHT_SOURCE_DIR "/policy/roles.toml"));
  const forms::Forms all{{forms::small_form()}};
  const store::Archive archive{all, keys};
  accounts::Gate gate(*database, policy);
  const Setting setting{*database,
                        gate,
                        archive,
                        needed(domain::FileId::parse(words[3])),
                        needed(domain::RecordId::parse(words[4])),
                        words[2],
                        needed(platform::parse_instant("2026-11-23T12:00:00.000Z"))};
  std::vector<std::jthread> writers;
  for (std::size_t i = 5; i < words.size(); ++i)
    writers.emplace_back([&, i] {
      write_on(setting, needed(domain::PersonId::parse(words[i])), static_cast<int>(i - 5));
    });
  return 0;
}
