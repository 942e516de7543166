#pragma once

#include <doctest/doctest.h>

#include <stdexcept>

#include "casework/links.hpp"
#include "casework/sent_in.hpp"
#include "tests/access/a_service.hpp"

/// A file, and people who send things into it.
namespace northlight::testing {

using namespace northlight::casework;
using domain::SentInKind;

inline constexpr std::string_view letter = "%PDF-1.7\nA letter.\n%%EOF\n";

/// A child's file in the North team, and everybody who sends something into it.
struct SendingIn {
  explicit SendingIn(store::Engine engine)
      : service(engine),
        worker(service.person("practitioner", "North")),
        manager(service.person("practice-manager", "North")),
        stranger(service.person("practitioner", "South")),
        victims(service.person("victim-worker", "North")),
        clerk(service.person("business-support")),
        partner(service.person("partner-contributor", "", "partner")),
        volunteer(service.person("community-volunteer")),
        file(service.child("Fulmar", "North", worker)),
        other(service.child("Gannet", "North", worker)) {
    child = link(domain::Relation::Themself);
    parent = link(domain::Relation::Parent);
  }

  Gate& gate() const { return *service.gate; }
  Asker by(domain::PersonId person) const { return service.asker(person); }
  domain::PersonId link(domain::Relation relation) {
    const auto given =
        give_link(gate(), keys, by(worker), file,
                  {relation, day("2026-12-31"), "no hash", "blue otter", "Ada Invented"});
    if (!given) throw std::runtime_error(given.error().message);
    return given->person;
  }
  std::string invite(domain::PersonId who, std::string_view until,
                     std::string asked = "What do you know?") {
    const auto made = casework::invite(
        gate(), keys, by(worker), file,
        {.until = noon(until), .asked = std::move(asked), .address = service.address(who)});
    if (!made) throw std::runtime_error(made.error().message);
    return *made;
  }
  Status send(domain::PersonId who, ToSend sent) {
    if (sent.once.empty()) sent.once = std::to_string(++count);
    return send_in(gate(), keys, uploads, by(who), file, sent);
  }
  Status say(domain::PersonId who, std::string words, std::string once = {}) {
    if (once.empty()) once = std::to_string(++count);
    return say_own(gate(), keys, by(who), file, {.words = std::move(words), .once = once});
  }
  SentInPage page(domain::PersonId who) {
    auto opened = open_sent_in(gate(), keys, by(who), file);
    if (!opened) throw std::runtime_error(opened.error().message);
    return *std::move(opened);
  }
  std::vector<std::string> words(domain::PersonId who) {
    std::vector<std::string> all;
    for (const auto& row : page(who).all) all.push_back(row.words.reveal());
    return all;
  }
  std::string raw(std::string_view sql) {
    const auto found = service.database->read(
        [&](store::Session& session) { return session.value<std::string>(sql); });
    return found ? *found : found.error().message;
  }
  std::int64_t count_of(std::string_view table) {
    const auto found = service.database->read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from " + std::string(table));
    });
    return found ? *found : -1;
  }

  AService service;
  platform::Keys keys = platform::Keys::for_this_run();
  TemporaryFolder place{};
  store::UploadFolder uploads{place.path() / "uploads"};
  domain::PersonId worker, manager, stranger, victims, clerk, partner, volunteer;
  domain::FileId file, other;
  domain::PersonId child{IdBits{}}, parent{IdBits{}};
  int count = 0;
};

template <typename F>
void sent_in_everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    SendingIn desk(engine);
    test(desk);
  }
}

}  // namespace northlight::testing
