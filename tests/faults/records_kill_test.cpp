#include <doctest/doctest.h>

#include <charconv>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "casework/records.hpp"
#include "forms/small_form.hpp"
#include "platform/random.hpp"
#include "store/projections.hpp"
#include "tests/access/a_service.hpp"
#include "tests/faults/killed_program.hpp"
#include "tests/store/granted.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

const forms::Forms& small_forms() {
  static const forms::Forms forms{{forms::small_form()}};
  return forms;
}

template <typename T>
T ok(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

/// Of the page that the record begins with: a day, words, a colour, a row and its two answers.
constexpr std::int64_t first_lines = 6;

/// Four writers on one record, whose program is killed again and again.
class Ordeal {
 public:
  explicit Ordeal(store::Engine engine) : service_(engine) {
    ok(platform::Keys::make(keys_file(), service_.now));
    keys_ = std::make_unique<platform::Keys>(ok(platform::Keys::read(keys_file())));
    for (int i = 0; i < 4; ++i) writers_.push_back(service_.person("practitioner", "North"));
    file_ = service_.child("Egret", "North", writers_[0]);
    const auto asker = service_.asker(writers_[0]);
    record_ = ok(
        casework::begin_record(*service_.gate, archive(), asker, *file_, forms::FormCode{"small"}));
    // What signing asks for is there from the beginning.
    const auto answers = ok(forms::parse_answers(
        small_forms().all().front(),
        *Json::parse(
            R"({"day": "2026-11-20", "words": "some", "colour": "blue", "dangers": [{"row": ")" +
            forms::row_id(1).text() +
            R"(", "answers": {"danger_kind": "child", "danger_what": "A fall"}}]})"),
        forms::Boxes::Refused));
    ok(casework::keep_page(*service_.gate, archive(), asker, *file_, *record_, 0, "first",
                           answers));
  }

  void round(int number, const KillAfter& after) {
    std::vector<std::string> command{
        NORTHLIGHT_RECORDS_WRITER, service_.fresh->url(), keys_file().string(),
        std::to_string(number),    file_->text(),         record_->text()};
    for (const auto& writer : writers_) command.push_back(writer.text());
    for (const auto& line : said_before_killed(command, after)) {
      std::istringstream words(line);
      std::string what;
      std::string first;
      std::int64_t seq = 0;
      words >> what >> first >> seq;
      if (what == "typed")
        typed_.emplace(first, seq);
      else
        versions_.insert(std::stoll(first));
    }
  }

  void check() {
    const auto kept = service_.database->read([&](store::Session& session) -> Status {
      check_typed(session);
      check_versions(session);
      check_trail(session);
      return done();
    });
    if (!kept) FAIL(kept.error().message);
    check_projections();
    MESSAGE(kill_rounds() << " kills, " << typed_.size() << " changes and " << versions_.size()
                          << " versions answered for, " << lines_ << " changes kept");
  }

 private:
  std::filesystem::path keys_file() const { return folder_.path() / "keys"; }
  store::Archive archive() const { return {small_forms(), *keys_}; }
  store::Grant grant() const { return store::GrantForTests::of(*file_, writers_[0], service_.now); }

  // Nothing that was answered for is lost; the lines are whole and without a gap; the draft is what
  // they come to.
  void check_typed(store::Session& session) {
    std::map<std::string, std::int64_t> kept;
    std::int64_t next = 1;
    ok(session.rows<std::string, std::int64_t, std::string>(
        "select client_id, seq, value from draft_change where record_id = :id order by seq",
        {{"id", record_->text()}}, [&](std::string id, std::int64_t seq, std::string value) {
          CHECK(seq == next++);
          if (!id.starts_with("first")) CHECK(value == "\"" + id + "\"");
          kept.emplace(std::move(id), seq);
          return 0;
        }));
    lines_ = static_cast<std::int64_t>(kept.size());
    std::size_t lost = 0;
    for (const auto& [id, seq] : typed_) {
      const auto at = kept.find(id);
      if (at == kept.end() || at->second != seq) ++lost;
    }
    CHECK(lost == 0);
    const auto head = ok(store::record_head(session, grant(), *record_));
    CHECK(head.last_seq == lines_);
    const auto draft = ok(store::draft_of(session, grant(), archive(), *record_));
    CHECK(draft.seq == lines_);
    CHECK(draft.answers ==
          ok(store::draft_at(session, grant(), archive(), *record_, lines_)).answers);
  }

  // Each version that was answered for is there, whole, and proved by its hash.
  void check_versions(store::Session& session) {
    const auto heads = ok(store::versions_of(session, grant(), *record_));
    std::set<std::int64_t> numbers;
    for (const auto& head : heads) {
      CHECK(head.n == static_cast<std::int64_t>(numbers.size()) + 1);
      CHECK(head.made_from.value_or(0) == head.n - 1);
      numbers.insert(head.n);
      const auto version = ok(store::version_of(session, grant(), archive(), *record_, head.n));
      if (head.n % 50 == 1 || head.n + 5 > static_cast<std::int64_t>(heads.size()))
        CHECK(version.answers ==
              ok(store::draft_at(session, grant(), archive(), *record_, head.draft_seq)).answers);
    }
    std::size_t lost = 0;
    for (const auto number : versions_)
      if (!numbers.contains(number)) ++lost;
    CHECK(lost == 0);
    CHECK(ok(store::record_head(session, grant(), *record_)).last_version ==
          static_cast<std::int64_t>(heads.size()));
  }

  // Each change has its line and each line its change; the chain is whole.
  void check_trail(store::Session& session) const {
    const auto texts = [&](std::string_view sql) {
      const auto found = ok(session.rows<std::string>(sql, {{"id", record_->text()}}));
      return std::multiset<std::string>(found.begin(), found.end());
    };
    // The writer gives each request the number of its change.
    CHECK(texts("select client_id from draft_change where record_id = :id and seq > 6") ==
          texts("select request from audit_entry where record_id = :id and outcome = 'allowed' and "
                "operation = 'alteration' and request <> 'request' and request not in "
                "(select 'cut ' || client_id from draft_change)"));
    CHECK(ok(session.value<std::int64_t>(
              "select count(*) from draft_change where record_id = :id and seq <= 6 and client_id "
              "in ('first-0', 'first-1', 'first-2', 'first-3', 'first-4', 'first-5')",
              {{"id", record_->text()}})) == first_lines);
    const auto versions = ok(session.rows<std::int64_t>(
        "select version from audit_entry where record_id = :id and version is not null and outcome "
        "= 'allowed' order by version",
        {{"id", record_->text()}}));
    CHECK(versions == ok(session.rows<std::int64_t>(
                          "select n from record_version where record_id = :id order by n",
                          {{"id", record_->text()}})));
    ok(session.rows<std::int64_t, std::int64_t, std::int64_t>(
        "select c.number, count(*), max(e.number) from audit_chain c join audit_entry e on e.chain "
        "= c.id group by c.id, c.number",
        {}, [](std::int64_t said, std::int64_t rows, std::int64_t last) {
          CHECK(said == rows);
          CHECK(said == last);
          return 0;
        }));
  }

  // What was projected change by change is what the versions come to.
  void check_projections() {
    const auto all = [&] {
      return ok(service_.database->read(
          [&](store::Session& session) -> Result<std::vector<store::KeptRow>> {
            std::vector<store::KeptRow> rows;
            for (std::size_t i = 0; i < forms::projection_count; ++i)
              for (const auto from : {store::TakenFrom::Saved, store::TakenFrom::Signed}) {
                NL_TRY(some,
                       store::projected(session, grant(), static_cast<forms::Projection>(i), from));
                rows.insert(rows.end(), some.begin(), some.end());
              }
            return rows;
          }));
    };
    const auto before = all();
    ok(service_.database->write(
        [&](store::Transaction& transaction) { return store::reindex(transaction, small_forms()); }));
    CHECK(all() == before);
  }

  AService service_;
  TemporaryFolder folder_{};
  std::unique_ptr<platform::Keys> keys_;
  std::vector<domain::PersonId> writers_{};
  std::optional<domain::FileId> file_{};
  std::optional<domain::RecordId> record_{};
  std::map<std::string, std::int64_t> typed_{};
  std::set<std::int64_t> versions_{};
  std::int64_t lines_ = 0;
};

void endure(store::Engine engine) {
  Ordeal ordeal(engine);
  std::minstd_rand dice(20261122);
  for (int number = 0; number < kill_rounds(); ++number)
    ordeal.round(number, {dice() % 25, std::chrono::microseconds(dice() % 3000)});
  ordeal.check();
}

}  // namespace

TEST_CASE("on SQLite a server killed under autosaves and signings loses no acknowledged change") {
  endure(store::Engine::Sqlite);
}

TEST_CASE(
    "on PostgreSQL a server killed under autosaves and signings loses no acknowledged change") {
  for (const auto engine : engines())
    if (engine == store::Engine::Postgres) endure(engine);
}
