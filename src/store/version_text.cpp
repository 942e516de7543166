#include "store/version_text.hpp"

#include <utility>

#include "base/json.hpp"

namespace northlight::store {

std::string hashed_text(domain::RecordId record, const VersionText& text) {
  return Json::object({{"record", record.text()},
                       {"n", text.n},
                       {"state", text.state},
                       {"effective_on", text.effective_on},
                       {"recorded_at", text.recorded_at},
                       {"recorded_by", text.recorded_by},
                       {"made_from", text.made_from},
                       {"edition", text.edition},
                       {"draft_seq", text.draft_seq},
                       {"words", text.words},
                       {"answers", text.answers}})
      .text();
}

Result<std::vector<VersionText>> version_texts(Session& session, domain::RecordId record,
                                               std::optional<std::int64_t> n) {
  using Word = std::string;
  using Maybe = std::optional<std::string>;
  using Number = std::int64_t;
  const auto make = [](Number number, Word state, Maybe effective, Word at, Word by,
                       std::optional<Number> from, Number edition, Number seq, Maybe words,
                       Word hash, Word answers) {
    return VersionText{.n = number,
                       .edition = edition,
                       .draft_seq = seq,
                       .state = std::move(state),
                       .recorded_at = std::move(at),
                       .recorded_by = std::move(by),
                       .hash = std::move(hash),
                       .answers = std::move(answers),
                       .effective_on = std::move(effective),
                       .words = std::move(words),
                       .made_from = from};
  };
  const auto id = record.text();
  if (!n)
    return session.rows<Number, Word, Maybe, Word, Word, std::optional<Number>, Number, Number,
                        Maybe, Word, Word>(
        "select n, state, effective_on, recorded_at, recorded_by, made_from, edition, draft_seq, "
        "words, hash, '' from record_version where record_id = :record_id order by n",
        {{"record_id", id}}, make);
  return session.rows<Number, Word, Maybe, Word, Word, std::optional<Number>, Number, Number, Maybe,
                      Word, Word>(
      "select n, state, effective_on, recorded_at, recorded_by, made_from, edition, draft_seq, "
      "words, hash, answers from record_version where record_id = :record_id and n = :n",
      {{"record_id", id}, {"n", *n}}, make);
}

}  // namespace northlight::store
