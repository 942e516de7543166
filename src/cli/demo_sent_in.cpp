#include <array>
#include <string_view>

#include "accounts/load_asker.hpp"
#include "casework/links.hpp"
#include "casework/sent_in.hpp"
#include "cli/demo_people.hpp"
#include "cli/demo_sharing.hpp"

namespace northlight::cli {
namespace {

using accounts::Asker;

/// What somebody in that role sent in so many days ago, and whether it was read the day after.
struct DemoSent {
  const char* role;
  int days_ago;
  bool read;
  const char* words;
  const char* document = nullptr;  ///< What it is called.
  const char* content = nullptr;
};
constexpr std::array sent_by_day{
    DemoSent{"business-support", 18, true,
             "Letter from Fernside College, came today. A place on the bicycle course from next "
             "term, if the form is sent back in time.",
             "letter-from-fernside-college.txt",
             "Fernside College\n\nDear parent or carer,\n\nwe are glad to offer a place on the "
             "bicycle maintenance course from the first day of next term. Please send the form "
             "back within four weeks.\n\nThis letter is invented.\n"},
    DemoSent{"victim-worker", 14, true,
             "They do not want to meet. They would read a letter if it says what will be different "
             "now, and they wish that nobody comes by the shop before school."},
    DemoSent{"child-by-link", 12, true,
             "i want to do the bike course but mum has to sign the form and she is on lates. can "
             "someone ring her in the morning. also tuesdays at 4 is good"},
    DemoSent{"partner-contributor", 9, true,
             "In lessons four days of five since the half term. Trusts Ms Invented in the "
             "workshop and nobody in the office. On Fridays there is trouble at the gate with two "
             "older ones whom we do not know."},
    DemoSent{"community-volunteer", 5, false,
             "I would ask what they would say to the shop keeper if it were their own shop. I can "
             "offer two Saturdays in the repair workshop."},
    DemoSent{"parent-by-link", 3, false,
             "I work lates until the end of the month, so please ring before ten. Things at home "
             "are better. I would like to know what the bike course costs."},
    DemoSent{"child-by-link", 1, false,
             "there was a fight outside again on friday, i went home the long way. dont tell mum "
             "please. can we talk about it on tuesday"}};

Result<Asker> asks(const DemoLinkMaking& with, domain::PersonId person, platform::Instant at) {
  return with.database.read([&](store::Session& session) {
    return accounts::load_asker(session, person, at, "demonstration", "");
  });
}

/// The child or the parent behind a link, or the holder of a role of the service or the partner.
Result<Asker> sender(const DemoLinkMaking& with, const DemoSharedFile& shared,
                     std::string_view code, platform::Instant at) {
  const auto* const role = with.gate.policy().find(code);
  const bool by_link = role != nullptr && role->by_link;
  if (!by_link) {
    const bool of_partner = role != nullptr && role->at.front() == "partner";
    return demo_holder(with.database, code, of_partner ? shared.partner : shared.service, at);
  }
  NL_TRY(links, casework::open_links(with.gate, with.keys, shared.head, shared.file));
  for (const auto& link : links.links)
    if (role->on(domain::Action::SayOwn, false).may.has(link.relation))
      return asks(with, link.person, at);
  return Error{ErrorCode::NotFound, "The demonstration has no such link"};
}

Status send(const DemoLinkMaking& with, const DemoSharedFile& shared, const DemoSent& one,
            platform::Instant at) {
  NL_TRY(who, sender(with, shared, one.role, at));
  casework::ToSend sent{.words = one.words, .once = one.words};
  if (one.document != nullptr) sent.document = casework::TypedDocument{one.document, one.content};
  const auto* const role = with.gate.policy().find(one.role);
  if (role != nullptr && role->by_link)
    return casework::say_own(with.gate, with.keys, who, shared.file, sent);
  return casework::send_in(with.gate, with.keys, with.uploads, who, shared.file, sent);
}

/// The worker reads what is there and says so.
Status read(const DemoLinkMaking& with, const DemoSharedFile& shared, platform::Instant at) {
  NL_TRY(worker, asks(with, shared.worker, at));
  NL_TRY(page, casework::open_sent_in(with.gate, with.keys, worker, shared.file));
  std::vector<store::SentInId> unread;
  for (const auto& row : page.all)
    if (!row.read) unread.push_back(row.id);
  return casework::mark_sent_in_read(with.gate, worker, shared.file, unread);
}

}  // namespace

Status send_into_demo_file(const DemoLinkMaking& with, const DemoSharedFile& shared,
                           platform::Instant now) {
  for (const auto& one : sent_by_day) {
    const auto at = now - std::chrono::days(one.days_ago);
    NL_CHECK(send(with, shared, one, at));
    if (one.read) NL_CHECK(read(with, shared, at + std::chrono::hours(20)));
  }
  return done();
}

}  // namespace northlight::cli
