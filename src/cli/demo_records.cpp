#include "cli/demo_records.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "casework/sign_off.hpp"
#include "casework/uploads.hpp"
#include "platform/random.hpp"

namespace northlight::cli {
namespace {

using accounts::Asker;

constexpr std::chrono::minutes minutes_between(10);
constexpr int begun_before = 6;  ///< Days on which somebody types at what they sign later.

Error wrong(const StoryStep& step, const Toml& value, std::string message) {
  return {ErrorCode::Invalid, std::move(message),
          step.record + ", line " + std::to_string(value.line())};
}

/// A step of the office falls on no Saturday or Sunday.
Date working_day(Date day) {
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  if (weekday == std::chrono::Saturday) return add_days(day, 2);
  return weekday == std::chrono::Sunday ? add_days(day, 1) : day;
}

/// Between nine and half past four, for each child and step another minute.
platform::Instant hour_of(Date day, int number, int step) {
  return platform::start_of_day_in_london(day) + std::chrono::hours(9) +
         std::chrono::minutes((number * 37 + step * 53) % 450);
}

Asker at(Asker asker, platform::Instant moment) {
  asker.at = moment;
  return asker;
}

std::string text_in(const Toml& table, std::string_view key) {
  const auto* value = table.find(key);
  const auto* text = value == nullptr ? nullptr : value->string();
  return text == nullptr ? std::string() : *text;
}

}  // namespace

Date DemoTelling::day(std::int64_t after) const { return add_days(child_.opened, after); }

std::vector<DemoTelling::Act> DemoTelling::acts(platform::Instant now, int number) {
  std::vector<Act> all;
  std::map<std::string, bool> ended;
  platform::Instant last{};
  for (int i = 0; i < static_cast<int>(story_.steps.size()); ++i) {
    const auto& step = story_.steps[static_cast<std::size_t>(i)];
    // After what came before it, also where both were moved to the same Monday.
    last = std::max(hour_of(working_day(day(step.day)), number, i), last + minutes_between);
    const auto moment = last;
    if (moment <= now && !ended[step.record]) {
      all.push_back(
          {moment, [this, &step, moment] { return told(step, tell(step, moment, false)); }});
      continue;
    }
    const bool first = !std::exchange(ended[step.record], true);
    const bool is_typed = step.ends == StoryEnding::Signed && step.form.text() != "contact" &&
                          step.by == StoryWriter::Worker;
    const auto sooner =
        std::max(moment - std::chrono::days(begun_before),
                 platform::start_of_day_in_london(child_.opened) + std::chrono::hours(11));
    if (first && is_typed && sooner <= now)
      all.push_back(
          {sooner, [this, &step, sooner] { return told(step, tell(step, sooner, true)); }});
  }
  return all;
}

/// A fault says in which step of which story.
Status DemoTelling::told(const StoryStep& step, Status outcome) const {
  if (outcome) return outcome;
  auto error = std::move(outcome).error();
  error.message = story_.title + ", " + step.record + " on day " + std::to_string(step.day) + ": " +
                  error.message;
  return error;
}

Status DemoTelling::tell(const StoryStep& step, platform::Instant moment, bool only_begun) {
  const auto writer = at(step.by == StoryWriter::Worker ? child_.worker : child_.manager, moment);
  NL_TRY(begun, record_of(step, writer));
  NL_CHECK(type(step, writer, *begun, only_begun));
  if (only_begun) return done();
  return finish(step, writer, *begun);
}

Result<DemoTelling::Begun*> DemoTelling::record_of(const StoryStep& step, const Asker& writer) {
  const auto found = begun_.find(step.record);
  if (found != begun_.end()) return &found->second;
  NL_TRY(id, casework::begin_record(gate_, archive_.archive, writer, file_, step.form));
  return &begun_.emplace(step.record, Begun{.id = id}).first->second;
}

Status DemoTelling::type(const StoryStep& step, const Asker& writer, Begun& begun,
                         bool only_begun) {
  const auto* form = archive_.archive.forms.in_force(step.form, platform::day_in_london(writer.at));
  if (form == nullptr || step.answers.empty()) return done();
  const auto most = only_begun ? (step.answers.size() + 1) / 2 : step.answers.size();
  for (std::size_t i = 0; i < most; ++i) {
    const auto& [key, value] = step.answers[i];
    const forms::FieldCode code(key);
    if (const auto* group = form->find_group(code)) {
      NL_CHECK(fill_rows(*group, value, writer, begun));
      continue;
    }
    const auto* field = form->find_field(code);
    if (field == nullptr) return wrong(step, value, "The form has no field called " + key);
    NL_TRY(said, answer(*field, value, writer, begun.id));
    begun.answers.fields.insert_or_assign(code, std::move(said));
  }
  NL_TRY(kept, casework::keep_page(gate_, archive_.archive, writer, file_, begun.id, begun.seen,
                                   "story-" + std::to_string(++pages_), begun.answers));
  begun.seen = kept.seq;
  return done();
}

Status DemoTelling::finish(const StoryStep& step, const Asker& writer, Begun& begun) {
  const auto& archive = archive_.archive;
  if (step.ends == StoryEnding::Draft) return done();
  if (step.ends == StoryEnding::Countersigned || step.ends == StoryEnding::Returned) {
    std::vector<casework::Ask> asks;
    if (!step.ask.empty()) asks.push_back({.what = filled(step.ask)});
    const bool back = step.ends == StoryEnding::Returned;
    NL_TRY(n,
           (back ? casework::return_record : casework::countersign_record)(
               gate_, archive, writer, file_, begun.id, begun.version, filled(step.words), asks));
    begun.version = n;
    return done();
  }
  NL_TRY(recorded,
         step.ends == StoryEnding::Saved
             ? casework::save_record(gate_, archive, writer, file_, begun.id, begun.seen)
             : casework::sign_record(gate_, archive, writer, file_, begun.id, begun.seen));
  if (!recorded.done()) return in_one(recorded.problems);
  begun.version = recorded.version;
  return done();
}

Status DemoTelling::fill_rows(const forms::Group& group, const Toml& rows, const Asker& writer,
                              Begun& begun) {
  const auto* items = rows.items();
  if (items == nullptr) return done();
  auto& kept = begun.answers.groups[group.code];
  for (std::size_t i = 0; i < items->size(); ++i) {
    // A row that stood there before keeps its id.
    if (i == kept.size()) kept.push_back({.id = platform::random_id<domain::RowId>()});
    kept[i].answers.clear();
    for (const auto& [key, value] : *(*items)[i].members()) {
      const auto* field = group.find(forms::FieldCode(key));
      if (field == nullptr)
        return Error{ErrorCode::Invalid, "The form has no field called " + key,
                     "line " + std::to_string(value.line())};
      NL_TRY(said, answer(*field, value, writer, begun.id));
      kept[i].answers.insert_or_assign(field->code, std::move(said));
    }
  }
  kept.resize(items->size(), forms::Row{.id = domain::RowId{IdBits{}}});
  return done();
}

Result<forms::Answer> DemoTelling::answer(const forms::Field& field, const Toml& value,
                                          const Asker& writer, domain::RecordId record) {
  if (const auto reason = forms::parse_no_answer(text_in(value, "none")))
    return forms::Answer{*reason};
  if (field.kind == forms::FieldKind::Upload) {
    NL_TRY(upload, casework::add_upload(gate_, archive_.uploads, writer, file_, record,
                                        text_in(value, "name"), filled(text_in(value, "text"))));
    return forms::Answer{std::move(upload)};
  }
  if (const auto* flag = value.flag()) return forms::Answer{*flag};
  if (const auto* number = value.whole()) {
    if (field.kind == forms::FieldKind::Date) return forms::Answer{day(*number)};
    if (field.kind != forms::FieldKind::Reference) return forms::Answer{*number};
    // The row of the assessment, counted from 1.
    const auto assessment = begun_.find("assessment");
    const auto& rows = assessment->second.answers.rows(forms::FieldCode("risks"));
    return forms::Answer{forms::RowReference{assessment->second.id,
                                             rows.at(static_cast<std::size_t>(*number - 1)).id}};
  }
  if (const auto* items = value.items()) {
    forms::Chosen chosen;
    for (const auto& item : *items) chosen.push_back(*item.string());
    return forms::Answer{std::move(chosen)};
  }
  if (field.kind == forms::FieldKind::Date) return forms::Answer{child_.born};
  return forms::Answer{filled(*value.string())};
}

std::string DemoTelling::filled(std::string text) const {
  text = replace_all(std::move(text), "{child}", child_.known);
  text = replace_all(std::move(text), "{known}", child_.known);
  text = replace_all(std::move(text), "{given}", child_.given);
  text = replace_all(std::move(text), "{family}", child_.family);
  text = replace_all(std::move(text), "{worker}", child_.worker_name);
  return replace_all(std::move(text), "{manager}", child_.manager_name);
}

}  // namespace northlight::cli
