// Erases files until it is killed: eraser DATABASE LEDGER KEY UPLOADS PERSON FILE…
// Each file is erased as the pages do it, and its rest is finished; what was answered for is said
// on standard output after the answer: erased <file>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "accounts/load_asker.hpp"
#include "accounts/policy.hpp"
#include "casework/retention.hpp"
#include "domain/read_retention.hpp"
#include "store/erasure_rest.hpp"

using namespace northlight;

namespace {

[[noreturn]] void stop(const Error& error) {
  std::fprintf(stderr, "%s (%s)\n", error.message.c_str(), error.where.c_str());
  ::_exit(2);
}

template <typename T>
T needed(Result<T> result) {
  if (!result) stop(result.error());
  return *std::move(result);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 7) return 2;
  const std::vector<std::string> words(arguments + 1, arguments + count);
  const auto database = needed(store::Database::open(words[0]));
  const auto key = needed(platform::SigningKey::read(words[2]));
  const auto policy = needed(accounts::read_policy(NORTHLIGHT_SOURCE_DIR "/policy/roles.toml"));
  const auto rules = needed(domain::read_retention(NORTHLIGHT_SOURCE_DIR "/policy/retention.toml"));
  accounts::Gate gate(*database, policy);
  const auto now = needed(platform::parse_instant("2026-11-23T12:00:00.000Z"));
  store::ErasureRest rest(*database, {words[1], key}, store::UploadFolder(words[3]));
  const auto asker = needed(database->read([&](store::Session& session) -> Result<accounts::Asker> {
    NL_TRY(person, domain::PersonId::parse(words[4]));
    return accounts::load_asker(session, person, now, "192.0.2.7", "erase");
  }));
  if (const auto begun = rest.finish(now); !begun) stop(begun.error());
  for (std::size_t i = 5; i < words.size(); ++i) {
    const auto file = needed(domain::FileId::parse(words[i]));
    const auto review = casework::open_review(gate, rules, asker, file);
    if (!review) {
      if (review.error().code == ErrorCode::NotFound) continue;  // Erased before.
      stop(review.error());
    }
    const auto* const waiting = review->item.file.waiting();
    if (waiting == nullptr) stop({ErrorCode::Invalid, "nothing waits", words[i]});
    needed(casework::confirm_retention(gate, rules, asker, file, waiting->id));
    if (const auto finished = rest.finish(now); !finished) stop(finished.error());
    const auto line = "erased " + words[i] + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) ::_exit(3);
  }
  for (;;) ::pause();  // Until it is killed.
}
