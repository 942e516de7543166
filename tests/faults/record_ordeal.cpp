#include "tests/faults/record_ordeal.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "accounts/sign_in.hpp"
#include "forms/read_forms.hpp"
#include "platform/one_time_code.hpp"
#include "platform/password.hpp"
#include "store/records.hpp"
#include "tests/faults/killed_server.hpp"

namespace northlight::testing {
namespace {

constexpr const char* password = "heron weir tangle";
constexpr std::size_t writers_in_all = 4;

template <typename T>
T ok(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

/// Lets whoever kills wait for so many answers, or for the first writer who cannot go on.
class Answers {
 public:
  void one() {
    const std::lock_guard held(mutex_);
    ++count_;
    changed_.notify_one();
  }
  void nobody_goes_on(std::string why) {
    const std::lock_guard held(mutex_);
    if (fault_.empty()) fault_ = std::move(why);
    changed_.notify_one();
  }
  void wait_for(std::size_t count) {
    std::unique_lock held(mutex_);
    changed_.wait(held, [&] { return count_ >= count || !fault_.empty(); });
  }
  std::string fault() {
    const std::lock_guard held(mutex_);
    return fault_;
  }

 private:
  std::mutex mutex_{};
  std::condition_variable changed_{};
  std::size_t count_ = 0;
  std::string fault_{};
};

}  // namespace

RecordOrdeal::RecordOrdeal(store::Engine engine) : service_(engine) {
  service_.now = platform::SystemClock().now();
  keys_ = std::make_unique<platform::Keys>(
      ok(platform::Keys::make(folder_.path() / "keys", service_.now)));
  std::filesystem::create_directory(folder_.path() / "uploads");
  forms_ = ok(forms::read_forms(NORTHLIGHT_SOURCE_DIR "/forms"));
  platform::PasswordHasher hasher(
      {.at_once = 1, .most_waiting = 1, .cost = platform::HashCost::Least});
  const auto hash = ok(hasher.hash(password));
  for (std::size_t i = 0; i < writers_in_all; ++i) {
    const auto writer = service_.person("practitioner", "North");
    const auto seed = platform::new_one_time_seed();
    service_.write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(accounts::set_password(transaction, writer, hash, service_.now));
      return accounts::set_one_time_seed(transaction, *keys_, writer, seed, service_.now);
    });
    writers_.push_back(writer);
    const bool is_alone = i + 1 == writers_in_all;
    typists_.emplace_back(Typist::Who{.number = static_cast<int>(i),
                                      .sign_in_name = service_.address(writer),
                                      .password = password,
                                      .seed = seed,
                                      .field = Typist::fields().at(i),
                                      .signs = i == 0 || is_alone});
  }
  file_ = service_.child("Egret", "North", writers_[0]);
  KilledServer server(this->server());
  const auto port = server.port();
  for (auto& typist : typists_) typist.sign_in(port);
  begin({0, 1, 2});
  begin({3});
  server.kill();
}

/// The first of them begins a record, in which all of them write.
void RecordOrdeal::begin(const std::vector<std::size_t>& writers) {
  const auto address = typists_.at(writers.front()).begin("/children/" + file_->text());
  const auto record = ok(domain::RecordId::parse(address.substr(address.rfind('/') + 1)));
  for (const auto writer : writers) typists_.at(writer).go_to(address);
  const auto head = ok(service_.database->read(
      [&](store::Session& session) { return store::record_head(session, grant(), record); }));
  desks_.push_back({record, writers, head.last_seq});
}

std::vector<std::string> RecordOrdeal::server() const {
  const auto folder = folder_.path().string();
  return {
      NORTHLIGHT_PROGRAM, "serve",    "--database",     service_.fresh->url(), "--listen",
      "127.0.0.1:0",      "--keys",   folder + "/keys", "--uploads",           folder + "/uploads",
      "--trusted-proxy",  "127.0.0.1"};
}

store::Grant RecordOrdeal::grant() const {
  return store::GrantForTests::of(*file_, writers_[0], service_.now);
}

void RecordOrdeal::round(const KillMoment& moment) {
  KilledServer server(this->server());
  if (moment.while_starting) {
    std::this_thread::sleep_for(moment.then);  // The moment of the kill, not a wait for something.
    return server.kill();
  }
  const auto port = server.port();
  Answers answers;
  std::atomic<bool> is_killed = false;
  std::vector<std::jthread> writing;
  for (auto& typist : typists_)
    writing.emplace_back([&] {
      try {
        typist.work(port, [&] { answers.one(); });
        if (!is_killed) answers.nobody_goes_on("the server went away by itself");
      } catch (const std::exception& fault) {
        answers.nobody_goes_on(fault.what());
      }
    });
  answers.wait_for(moment.answers);
  std::this_thread::sleep_for(moment.then);  // The moment of the kill.
  is_killed = true;
  server.kill();
  writing.clear();
  if (const auto fault = answers.fault(); !fault.empty())
    throw std::runtime_error(fault + "\n" + server.said());
}

}  // namespace northlight::testing
