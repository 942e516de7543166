#pragma once

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "accounts/glass.hpp"
#include "casework/children.hpp"
#include "casework/records.hpp"
#include "casework/subject_access.hpp"
#include "casework/victims.hpp"
#include "domain/read_subject_access.hpp"
#include "forms/read_forms.hpp"
#include "report/subject_access.hpp"
#include "tests/access/a_service.hpp"

/// A child about whom it is asked what is held, and those who prepare the answer and give it out.
namespace northlight::testing::asked {

using namespace northlight::casework;

template <typename T>
T ok(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

inline const forms::Forms& shipped_forms() {
  static const auto forms = ok(forms::read_forms(NORTHLIGHT_SOURCE_DIR "/forms"));
  return forms;
}

/// A child with a sister, a friend and a victim whom the service knows, and a contact that names
/// all three.
struct Setting {
  explicit Setting(store::Engine engine)
      : service(engine),
        worker(service.person("practitioner", "North")),
        manager(service.person("practice-manager", "North")),
        head(service.person("head-of-service")),
        victims(service.person("victim-worker", "North")),
        file(child("Fulmar", "Skerry")) {
    child("Petrel", "Skerry");
    child("Dunlin", "Saltmarsh");
    victim = add_victim("V-1", R"({"kind": "adult", "given_names": "Zebedee",
                                   "family_name": "Harbourlight",
                                   "telephone": "01632 960 721"})");
    contact = write("contact",
                    R"({"held_on": "2026-11-20", "with": "Her mum Carol", "mode": "home",
                        "outcome": "kept", "safety": false, "what_happened":
                        "Fulmar and PETREL were in. Dunlin Saltmarsh rang. Zebedee is still hurt.",
                        "child_said": "Dunlin is not my friend any more."})");
  }

  FileId child(const std::string& given, const std::string& family) {
    return ok(add_child(gate(), by(worker), service.organisation("service"),
                        {.family_name = family, .given_names = given},
                        {.kind = domain::CaseKind::Court,
                         .opened_on = platform::day_in_london(service.now),
                         .worker = {service.team("North"), worker}}));
  }

  FileId add_victim(const std::string& reference, const char* details) {
    const auto made =
        ok(casework::add_victim(gate(), by(victims), service.organisation("service"), reference,
                                {.opened_on = platform::day_in_london(service.now),
                                 .worker = {service.team("North"), victims}}));
    fill(victims, made, "victim-details", details);
    return made;
  }

  RecordId fill(domain::PersonId person, FileId in, std::string_view form, const char* json) {
    const auto id =
        ok(begin_record(gate(), archive, by(person), in, forms::FormCode{std::string(form)}));
    const auto opened = ok(open_record(gate(), archive, by(person), in, id));
    const auto answers =
        ok(forms::parse_answers(*opened.form, *Json::parse(json), forms::Boxes::Refused));
    const auto kept = ok(keep_page(gate(), archive, by(person), in, id, 0, "page", answers));
    const auto saved =
        ok(opened.form->quick ? sign_record(gate(), archive, by(person), in, id, kept.seq)
                              : save_record(gate(), archive, by(person), in, id, kept.seq));
    if (!saved.done()) throw std::runtime_error(saved.problems.front().message);
    return id;
  }
  RecordId write(std::string_view form, const char* json) { return fill(worker, file, form, json); }

  void type(const std::string& field, const Json& was, const Json& value) {
    const auto opened = ok(open_record(gate(), archive, by(worker), file, contact));
    const auto kept = ok(autosave(gate(), archive, by(worker), file, contact, opened.draft.seq,
                                  {{std::to_string(++count), {field, was, value}}}));
    ok(sign_record(gate(), archive, by(worker), file, contact, kept.seq));
  }

  SubjectRequestId ask(domain::Requester who = domain::Requester::Child) {
    return ok(begin_subject_request(gate(), desk, by(manager), file, {who, day("2026-11-02")}));
  }
  SubjectReview review(SubjectRequestId id) {
    return ok(open_review(gate(), desk, by(manager), file, id));
  }
  Status part(SubjectRequestId id, const std::string& code, PartReview sent) {
    const auto now = review(id);
    for (std::size_t i = 0; i < now.parts.size(); ++i)
      if (now.holding.parts[i].code == code) sent.hash = now.parts[i].hash;
    sent.part = code;
    return review_part(gate(), desk, by(manager), file, id, sent);
  }
  void review_all(SubjectRequestId id) {
    for (const auto& each : review(id).holding.parts)
      CHECK(part(id, each.code, {.confirm_rest = true, .read = true}));
    CHECK(note_identity(gate(), desk, by(manager), file, id, day("2026-11-03"), "We know her."));
  }
  std::string printed(SubjectRequestId id) {
    const auto ready = ok(preview_answer(gate(), desk, by(manager), file, id));
    const report::SubjectAnswer answer{
        .received_on = day("2026-11-02"), .given_on = day("2026-11-23"), .held = ready.given};
    return report::subject_access_html(answer) + report::subject_access_json(answer).text();
  }
  Status give(SubjectRequestId id, const std::string& bytes = "the copy") {
    NL_TRY(ready, ready_to_give(gate(), desk, by(head), file, id));
    return give_answer(gate(), desk, by(head), file, id, ready.fingerprint,
                       {{"json", Sensitive<std::string>(bytes)}});
  }

  /// The head of service says why they need this file, where they must.
  void say_why() {
    REQUIRE(accounts::give_reason(*service.database, shipped_policy(), by(head), file,
                                  "To give out what was asked for.", {.least = 5, .most = 500}));
  }

  Gate& gate() const { return *service.gate; }
  Asker by(domain::PersonId person) const { return service.asker(person); }

  AService service;
  platform::Keys keys = platform::Keys::for_this_run();
  store::Archive archive{shipped_forms(), keys};
  domain::SubjectAccessPolicy policy =
      ok(domain::read_subject_access(NORTHLIGHT_SOURCE_DIR "/policy/subject-access.toml"));
  AccessDesk desk{archive, policy};
  domain::PersonId worker, manager, head, victims;
  FileId file;
  FileId victim{IdBits{}};
  RecordId contact{IdBits{}};
  int count = 0;
  TemporaryFolder folder;
  store::UploadFolder uploads{folder.path()};
};

template <typename F>
void everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    Setting setting(engine);
    test(setting);
  }
}

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace northlight::testing::asked
