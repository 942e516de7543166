#pragma once

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "casework/history.hpp"
#include "casework/sign_off.hpp"
#include "forms/read_forms.hpp"
#include "platform/random.hpp"
#include "tests/access/a_service.hpp"

/// People of one team who write in records of one file, on both engines.
namespace northlight::testing {

using namespace northlight::casework;

inline const forms::Forms& record_forms() {
  static const auto forms = forms::read_forms(NORTHLIGHT_SOURCE_DIR "/forms");
  if (!forms) throw std::runtime_error(forms.error().message);
  return *forms;
}

inline forms::Answer text(std::string words) { return forms::Answer{std::move(words)}; }

/// A practitioner with a case, a colleague of the same team, their manager, and a record begun.
struct RecordDesk {
  RecordDesk(AService& at, std::string_view form)
      : service(at),
        worker(at.person("practitioner", "North")),
        colleague(at.person("practitioner", "North")),
        manager(at.person("practice-manager", "North")),
        file(at.child("Dunlin", "North", worker)),
        record(begin(form)) {}

  RecordId begin(std::string_view form) {
    return ok(begin_record(gate(), archive, by(worker), file, forms::FormCode{std::string(form)}));
  }

  template <typename T>
  static T ok(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
    return *std::move(result);
  }

  Gate& gate() const { return *service.gate; }
  Asker by(domain::PersonId person) const { return service.asker(person); }
  OpenRecord open(RecordId id) { return ok(open_record(gate(), archive, by(worker), file, id)); }
  std::int64_t seq() { return open(record).draft.seq; }

  Kept type(domain::PersonId person, RecordId id, const std::string& field, const Json& was,
            const Json& value) {
    return ok(autosave(gate(), archive, by(person), file, id, 0,
                       {{std::to_string(++count_), {field, was, value}}}));
  }

  /// The whole of a record in one page.
  void fill(RecordId id, const std::string& json) {
    const auto opened = open(id);
    const auto answers =
        ok(forms::parse_answers(*opened.form, *Json::parse(json), forms::Boxes::Refused));
    ok(keep_page(gate(), archive, by(worker), file, id, opened.draft.seq,
                 "page" + std::to_string(++count_), answers));
  }

  AService& service;
  platform::Keys keys = platform::Keys::for_this_run();
  store::Archive archive{record_forms(), keys};
  domain::PersonId worker, colleague, manager;
  FileId file;
  RecordId record;

 private:
  int count_ = 0;
};

template <typename F>
void on_a_desk(std::string_view form, F test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    AService service(engine);
    RecordDesk desk(service, form);
    test(desk);
  }
}

inline std::string with_row(const domain::RowId& row) {
  return R"({"stage": "order", "completed_on": "2026-11-20", "sources": ["child", "police"],
    "child_view": "I was scared.", "family_view": {"no_answer": "declined"},
    "behaviour": "A fight after school.", "particular": "He reads slowly.", "strengths": "Football.",
    "victims_need": {"no_answer": "not-known"}, "harm_level": "medium", "harm_reasons": "One fight.",
    "safety_level": "high", "safety_reasons": "He is afraid to go home by bus.",
    "risks": [{"row": ")" +
         row.text() +
         R"(", "answers": {"risk_kind": "others", "risk_what": "Another fight on the way home",
    "risk_who": "Boys of his year", "risk_likely": "medium", "risk_impact": "high", "risk_standing": "open"}}]})";
}

}  // namespace northlight::testing
