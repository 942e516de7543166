#include "tests/faults/typist.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "platform/one_time_code.hpp"
#include "tests/http/cookies.hpp"
#include "web/urlencoded.hpp"

namespace northlight::testing {
namespace {

constexpr int typed_before_saving = 4;
/// In which all of them write, every third time.
constexpr const char* shared_field = "harm_reasons";
constexpr std::int64_t shared_every = 3;

/// What the form holds besides the texts, as its page sends it.
web::Fields rest_of_form() {
  web::Fields form;
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"stage", "order"},
           {"completed_on-day", "20"},
           {"completed_on-month", "2"},
           {"completed_on-year", "2026"},
           {"sources", "child"},
           {"child_view", "I was scared."},
           {"family_view-none", "declined"},
           {"victims_need-none", "not-known"},
           {"harm_level", "low"},
           {"safety_level", "low"},
           {"safety_reasons", "At home."}})
    form.add(name, value);
  return form;
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const auto at = text.find(before);
  if (at == std::string_view::npos) return {};
  const auto begin = at + before.size();
  return std::string(text.substr(begin, text.find(after, begin) - begin));
}

std::string hidden(const web::RawAnswer& page, std::string_view name) {
  return between(page.body, "name=\"" + std::string(name) + "\" value=\"", "\"");
}

std::string text_area(const web::RawAnswer& page, std::string_view name) {
  const auto from = page.body.find("name=\"" + std::string(name) + "\" ");
  if (from == std::string::npos)
    throw std::runtime_error("the page has no field " + std::string(name));
  return between(std::string_view(page.body).substr(from), ">", "</textarea>");
}

/// What a browser sends again later: too much at once, or somebody was faster.
bool is_for_later(int status) { return status == 503 || status == 429 || status == 409; }

[[noreturn]] void never_may(const web::RawAnswer& answer, std::string_view what) {
  throw std::runtime_error("the server answered " + std::to_string(answer.status) + " to " +
                           std::string(what) + ": " + answer.head + answer.body.substr(0, 2000));
}

}  // namespace

const std::vector<std::string>& Typist::fields() {
  static const std::vector<std::string> all{"behaviour", "particular", "strengths", "barriers"};
  return all;
}

bool Typist::is_words(std::string_view text) {
  return std::ranges::any_of(
      fields(), [&](const std::string& field) { return text.starts_with(field + "-"); });
}

void Typist::sign_in(std::uint16_t port) {
  if (!connect(port)) throw std::runtime_error("nobody answers");
  answered_ = [] {};
  get("/sign-in");
  post("/sign-in", [&] {
    web::Fields form;
    form.add("csrf_token", token_);
    form.add("name", who_.sign_in_name);
    form.add("password", who_.password);
    return form;
  }());
  get("/sign-in/code");
  const auto step = platform::step_at(platform::SystemClock().now());
  web::Fields form;
  form.add("csrf_token", token_);
  form.add("code", platform::one_time_code(who_.seed, step));
  const auto answer = post("/sign-in/code", form);
  if (answer.status != 303 || !cookies_.contains("northlight-session"))
    never_may(answer, "the right code");
}

std::string Typist::begin(const std::string& file) {
  get(file + "/records/new");
  web::Fields form;
  form.add("csrf_token", token_);
  form.add("form", "assessment");
  const auto answer = post(file + "/records/new", form);
  auto edit = answer.header("Location").value_or("");
  if (!edit.ends_with("/edit")) never_may(answer, "beginning a record");
  go_to(edit.substr(0, edit.size() - std::string_view("/edit").size()));
  open();
  std::vector<std::string> others;
  for (auto& [field, value] : values_)
    if (field != who_.field) others.push_back(value = next_words());
  press(false);
  auto& first = deeds_.back();
  if (!first.recorded) throw std::runtime_error("the first page is not saved");
  first.words.insert(first.words.end(), others.begin(), others.end());
  return who_.record;
}

void Typist::work(std::uint16_t port, const std::function<void()>& answered) {
  answered_ = answered;
  for (;;) {
    if (!connect(port)) return;
    try {
      for (;;) turn();
    } catch (const Gone&) {
      continue;  // As a browser does it, once more from the beginning.
    }
  }
}

bool Typist::connect(std::uint16_t port) {
  try {
    client_.emplace(port);
    return true;
  } catch (const std::runtime_error&) {
    return false;  // It was killed already.
  }
}

void Typist::turn() {
  if (waiting_) return type();
  if (page_.empty()) return open();
  if (typed_ < typed_before_saving) return type();
  press(who_.signs);
}

void Typist::open() {
  if (who_.signs) settle();
  const auto page = get(who_.record + "/edit");
  if (is_for_later(page.status)) return;
  if (page.status != 200) never_may(page, "opening the page");
  page_ = hidden(page, "page");
  writer_ = between(page.body, "data-writer=\"", "\"");
  seen_ = std::stoll(hidden(page, "seen"));
  typed_ = 0;
  values_.clear();
  for (const auto& field : fields()) values_[field] = text_area(page, field);
  values_[shared_field] = text_area(page, shared_field);
}

/// One change or two, as somebody types who writes here and there.
Typist::Waiting Typist::next_changes() {
  Waiting waiting;
  waiting.deed = deeds_.size();
  auto& deed = deeds_.emplace_back();
  auto known = values_;
  const auto number = ++changes_;
  const auto put = [&](const std::string& field) {
    const auto words = next_words();
    auto& was = known[field];
    waiting.changes.add(Json::object({{"id", page_ + "-" + words},
                                      {"field", field},
                                      {"was", was.empty() ? Json() : Json(was)},
                                      {"value", words}}));
    was = words;
    waiting.writes.emplace_back(field, words);
    deed.words.push_back(words);
  };
  put(who_.field);
  if (number % shared_every == 0) put(shared_field);
  if (number % shared_every == 1) put(who_.field);
  return waiting;
}

void Typist::type() {
  if (!waiting_) waiting_ = next_changes();
  web::Fields form;
  form.add("csrf_token", token_);
  form.add("writer", writer_);
  form.add("seen", std::to_string(seen_));
  form.add("changes", waiting_->changes.text());
  auto& deed = deeds_.at(waiting_->deed);
  deed.sources.push_back(next_source());
  const auto answer = post(who_.record + "/draft", form);
  if (is_for_later(answer.status)) return;
  if (answer.status != 200) never_may(answer, "what was typed");
  const auto kept = Json::parse(answer.body);
  if (!kept) never_may(answer, "what was typed");
  hear(*kept);
}

/// As the page's script does it: what others wrote stands on the page from now on.
void Typist::hear(const Json& answer) {
  auto& deed = deeds_.at(waiting_->deed);
  const auto* mine = answer.find("mine");
  const auto* others = answer.find("others");
  const auto* seq = answer.find("seq");
  if (mine == nullptr || others == nullptr || seq == nullptr || seq->whole() == nullptr ||
      mine->items()->size() != deed.words.size())
    throw std::runtime_error("the server does not say what it kept: " + answer.text());
  deed.kept = true;
  bool clashed = false;
  for (std::size_t i = 0; i < deed.words.size(); ++i) {
    const auto& line = mine->items()->at(i);
    deed.lines.push_back(*line.find("seq")->whole());
    if (line.string_at("standing") == "clash")
      clashed = true;
    else
      values_[waiting_->writes[i].first] = waiting_->writes[i].second;
  }
  for (const auto& line : *others->items())
    if (const auto field = values_.find(std::string(line.string_at("field")));
        field != values_.end())
      field->second = line.string_at("value");
  seen_ = *seq->whole();
  waiting_.reset();
  ++typed_;
  if (clashed) page_.clear();
}

void Typist::press(bool signs) {
  auto form = rest_of_form();
  const auto words = next_words();
  for (const auto& [field, value] : values_) form.add(field, field == who_.field ? words : value);
  form.add("csrf_token", token_);
  form.add("seen", std::to_string(seen_));
  form.add("page", page_);
  form.add("do", signs ? "sign" : "save");
  page_.clear();  // Whatever becomes of it, the page is opened again after it.
  const auto at = deeds_.size();
  deeds_.push_back({.words = {words}, .sources = {next_source()}});
  const auto answer = post(who_.record + "/edit", form);
  auto& deed = deeds_.at(at);
  if (is_for_later(answer.status)) return;
  // Others' words come first: it is kept, and not yet signed.
  deed.kept = answer.status == 422;
  if (answer.status == 422) return;
  const auto to = answer.header("Location").value_or("");
  deed.kept = answer.status == 303 && to.starts_with(who_.record);
  deed.recorded = to == who_.record + "?done=" + (signs ? "signed" : "saved");
  deed.is_signed = deed.recorded && signs;
  if (!deed.kept || (!deed.recorded && to != who_.record + "/clashes")) never_may(answer, "saving");
}

/// Lets stand what stands, or writes another text, in turn.
void Typist::settle() {
  for (;;) {
    const auto page = get(who_.record + "/clashes");
    const auto clash = hidden(page, "clash");
    if (page.status != 200 || clash.empty()) return;
    web::Fields form;
    form.add("csrf_token", token_);
    form.add("clash", clash);
    form.add("seq", hidden(page, "seq"));
    const bool another = std::stoll(clash) % 2 == 0;
    const auto words = next_words();
    form.add("how", another ? "another" : "theirs");
    form.add("another", words);
    const auto source = next_source();
    const auto at = deeds_.size();
    if (another) deeds_.push_back({.words = {words}, .sources = {source}, .is_settling = true});
    const auto answer = post(who_.record + "/clashes", form);
    if (answer.status == 422 || is_for_later(answer.status)) continue;
    if (answer.status != 303) never_may(answer, "settling");
    settled_.push_back({std::stoll(clash), source});
    if (another) deeds_.at(at).kept = true;
  }
}

std::string Typist::next_source() {
  const auto number = ++requests_;
  return source_ = "10." + std::to_string(who_.number * 16 + number / 65'536) + "." +
                   std::to_string(number / 256 % 256) + "." + std::to_string(number % 256);
}

web::RawAnswer Typist::get(const std::string& path) {
  next_source();
  return send("GET " + path + " HTTP/1.1\r\n", {});
}

web::RawAnswer Typist::post(const std::string& path, const web::Fields& form) {
  if (source_.empty()) next_source();
  const auto body = web::urlencoded(form);
  return send("POST " + path +
                  " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                  "Accept: " +
                  (path.ends_with("/draft") ? "application/json" : "text/html") +
                  "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n",
              body);
}

web::RawAnswer Typist::send(const std::string& head, const std::string& body) {
  std::string cookie;
  for (const auto& [name, value] : cookies_)
    cookie += (cookie.empty() ? "Cookie: " : "; ") + name + "=" + value;
  if (!cookie.empty()) cookie += "\r\n";
  if (!client_->send(head + "Host: northlight.test\r\nX-Forwarded-For: " + source_ + "\r\n" +
                     cookie + "\r\n" + body))
    throw Gone{};
  auto answer = client_->receive();
  if (!answer) throw Gone{};
  learn(*answer);
  answered_();
  return *std::move(answer);
}

void Typist::learn(const web::RawAnswer& answer) {
  keep_cookies(answer.head, cookies_);
  if (auto token = hidden(answer, "csrf_token"); !token.empty()) token_ = std::move(token);
}

}  // namespace northlight::testing
