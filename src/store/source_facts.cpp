#include "store/source_facts.hpp"

#include <concepts>

#include "base/json.hpp"
#include "store/inspection_words.hpp"

namespace northlight::store {
namespace {

using domain::PublishedInspection;

template <typename T, typename Value>
concept Is = std::same_as<std::remove_const_t<T>, Value>;

// The members of each value, once for writing and for reading.
void members(auto& with, Is<domain::KeyQuestionResult> auto& each) {
  with("lens", each.lens);
  with("percent", each.percent);
  with("share", each.share);
  with("line", each.line);
}
void members(auto& with, Is<domain::Item> auto& each) {
  with("text", each.text);
  with("line", each.line);
}
void members(auto& with, Is<domain::StandardResult> auto& each) {
  with("id", each.id);
  with("title", each.title);
  with("rating", each.rating);
  with("cases", each.cases);
  with("key_questions", each.key_questions);
  with("strengths", each.strengths);
  with("areas_for_improvement", each.areas_for_improvement);
  with("line", each.line);
}
void members(auto& with, Is<domain::Recommendation> auto& each) {
  with("number", each.number);
  with("addressee", each.addressee);
  with("text", each.text);
  with("line", each.line);
}
void members(auto& with, Is<domain::Sample> auto& each) {
  with("what", each.what);
  with("count", each.count);
  with("line", each.line);
}
void members(auto& with, Is<domain::DisposalCount> auto& each) {
  with("type", each.type);
  with("cases", each.cases);
  with("line", each.line);
}
void members(auto& with, Is<domain::CaseWindow> auto& each) {
  with("domain", each.domain);
  with("from", each.from);
  with("to", each.to);
  with("line", each.line);
}
void members(auto& with, Is<domain::ContextFigure> auto& each) {
  with("what", each.what);
  with("value", each.value);
  with("unit", each.unit);
  with("line", each.line);
}
void members(auto& with, Is<domain::SurveyCount> auto& each) {
  with("what", each.what);
  with("count", each.count);
  with("of", each.of);
  with("line", each.line);
}
void members(auto& with, Is<domain::Finding> auto& each) {
  with("code", each.code);
  with("severity", each.severity);
  with("where", each.where);
  with("line", each.line);
  with("message", each.message);
}
void members(auto& with, Is<domain::ReaderQuestion> auto& each) {
  with("where", each.where);
  with("line", each.line);
  with("message", each.message);
}
void members(auto& with, Is<domain::Published> auto& each) {
  with("day", each.day);
  with("month", each.month);
  with("text", each.text);
}
void members(auto& with, Is<PublishedInspection> auto& each) {
  with("service", each.service);
  with("service_full_name", each.service_full_name);
  with("edition", each.edition);
  with("published", each.published);
  with("fieldwork_month", each.fieldwork_month);
  with("fieldwork_started", each.fieldwork_started);
  with("joint", each.joint);
  with("score", each.score);
  with("score_maximum", each.score_maximum);
  with("overall_rating", each.overall_rating);
  with("standards", each.standards);
  with("recommendations", each.recommendations);
  with("samples", each.samples);
  with("disposals", each.disposals);
  with("case_windows", each.case_windows);
  with("context", each.context);
  with("surveys", each.surveys);
  with("findings", each.findings);
  with("questions", each.questions);
  with("source_kind", each.source_kind);
  with("source_title", each.source_title);
  with("source_address", each.source_address);
  with("isbn", each.isbn);
  with("licence", each.licence);
  with("notes", each.notes);
  with("text", each.text);
}

class FactsWriter {
 public:
  template <typename T>
  void operator()(const char* name, const T& value) {
    json_.set(name, json_of(value));
  }
  template <typename T>
  static Json json_of(const T& value) {
    if constexpr (std::constructible_from<Json, const T&>) {
      return Json(value);
    } else {
      FactsWriter inner;
      members(inner, value);
      return std::move(inner.json_);
    }
  }
  static Json json_of(Date date) { return iso(date); }
  static Json json_of(Month month) { return iso(month); }
  static Json json_of(Percent percent) { return percent.value; }
  static Json json_of(Share share) { return Json::Array{share.met(), share.judged()}; }
  static Json json_of(domain::Severity severity) { return severity == domain::Severity::Error; }
  static Json json_of(domain::SourceKind kind) { return word_of(kind); }
  template <typename T>
  static Json json_of(const std::optional<T>& value) {
    return value ? json_of(*value) : Json();
  }
  template <typename T>
  static Json json_of(const std::vector<T>& values) {
    auto list = Json::array();
    for (const auto& value : values) list.add(json_of(value));
    return list;
  }

 private:
  Json json_ = Json::object();
};

class Reader {
 public:
  explicit Reader(const Json& json) : json_(&json) {}

  template <typename T>
  void operator()(const char* name, T& value) {
    const auto* member = json_->find(name);
    good_ = good_ && member && read(*member, value);
  }
  template <typename T>
  static bool read(const Json& json, T& value) {
    Reader inner(json);
    members(inner, value);
    return inner.good_;
  }
  static bool read(const Json& json, std::string& value) { return take(json.string(), value); }
  static bool read(const Json& json, std::int64_t& value) { return take(json.whole(), value); }
  static bool read(const Json& json, bool& value) { return take(json.boolean(), value); }
  static bool read(const Json& json, Percent& value) { return take(json.whole(), value.value); }
  static bool read(const Json& json, Date& value) {
    return json.string() && take(parse_date(*json.string()), value);
  }
  static bool read(const Json& json, Month& value) {
    return json.string() && take(parse_month(*json.string()), value);
  }
  static bool read(const Json& json, domain::Severity& value) {
    bool error = false;
    if (!read(json, error)) return false;
    value = error ? domain::Severity::Error : domain::Severity::Notice;
    return true;
  }
  static bool read(const Json& json, domain::SourceKind& value) {
    if (!json.string()) return false;
    value = source_kind_of(*json.string());
    return true;
  }
  static bool read(const Json& json, std::optional<Share>& value) {
    if (json.is_null()) return true;
    std::vector<std::int64_t> counts;
    if (!read(json, counts) || counts.size() != 2) return false;
    const auto share = Share::of(counts[0], counts[1]);
    if (share) value = *share;
    return share.has_value();
  }
  template <typename T>
  static bool read(const Json& json, std::optional<T>& value) {
    return json.is_null() || read(json, value.emplace());
  }
  template <typename T>
  static bool read(const Json& json, std::vector<T>& values) {
    if (!json.is_array()) return false;
    for (const auto& item : *json.items())
      if (!read(item, values.emplace_back())) return false;
    return true;
  }

 private:
  template <typename From, typename T>
  static bool take(const From& from, T& value) {
    if (!from) return false;
    value = *from;
    return true;
  }

  const Json* json_;
  bool good_ = true;
};

}  // namespace

std::string facts_text(const PublishedInspection& inspection) {
  return FactsWriter::json_of(inspection).text();
}

Result<PublishedInspection> parse_facts(std::string_view text) {
  NL_TRY(json, Json::parse(text));
  PublishedInspection inspection;
  if (!Reader::read(json, inspection))
    return Error{ErrorCode::Unavailable,
                 "What the database keeps of a source cannot be read. Restore the latest backup."};
  return inspection;
}

}  // namespace northlight::store
