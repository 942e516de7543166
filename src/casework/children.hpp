#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "accounts/policy.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/child_case.hpp"
#include "store/addresses.hpp"
#include "store/cases.hpp"
#include "store/children.hpp"
#include "store/marks.hpp"
#include "store/records.hpp"
#include "store/victims.hpp"

/// What people do with a child's file besides its records: begin it, find it, open and close cases
/// and give them to somebody. Each goes through the gate, and is a line of the audit trail.
namespace northlight::casework {

using accounts::Asker;
using accounts::Gate;

/// As typed. Names may be in any letters; only the family name or the given names may be empty.
struct NewChild {
  std::string family_name;
  std::string given_names;
  std::string known_as{};
  std::optional<Date> born_on{};  ///< Empty: not known yet.
};

/// As typed: where a child lives, from a day.
struct NewAddress {
  std::string house{};   ///< "12A"; may be empty.
  std::string street{};  ///< Street and town in lines, or "No fixed address".
  std::string postcode{};
  std::optional<Date> from{};

  bool empty() const { return house.empty() && street.empty() && postcode.empty() && !from; }
};

/// Who works on a case: a team of the service and, once it is somebody's, a person.
struct Worker {
  domain::TeamId team;
  std::optional<domain::PersonId> person{};
  domain::WorkPart part = domain::WorkPart::Lead;
  std::optional<Date> from{};  ///< Today, unless given.
};

struct NewCase {
  domain::CaseKind kind = domain::CaseKind::Prevention;
  Date opened_on{};
  Worker worker;
};

/// A child's file begins with its first case, so that it is somebody's from then on. Fails with
/// Invalid (where: "family_name", "born_on", "opened_on", "team", "person"): nobody's case was
/// opened before their birth.
Result<domain::FileId> add_child(Gate& gate, const Asker& asker, domain::OrganisationId service,
                                 const NewChild& child, const NewCase& first);

/// Corrects the name or the date of birth, and keeps where the child lives: another address beside
/// those before it, nothing where it is known already, or where it was not asked for. Fails with
/// Invalid (where: "born_on", also for a day after an open case was opened; "street", "postcode",
/// "lives_from") and keeps nothing.
Status correct_child(Gate& gate, const Asker& asker, domain::FileId file, const NewChild& child,
                     const std::optional<NewAddress>& address = {});

Result<domain::CaseId> open_case(Gate& gate, const Asker& asker, domain::FileId file,
                                 const NewCase& made);
/// Fails with Conflict for somebody with a declared conflict of interest, with Invalid for a day
/// that has passed or is more than 90 days off (where: "from") and for nobody alongside ("person").
/// Gives whether the asker may read the file afterwards as they might before: who gives a case away
/// may have to say why.
Result<bool> allocate(Gate& gate, const Asker& asker, domain::FileId file, domain::CaseId id,
                      const Worker& worker);
/// Somebody works alongside no longer; gives the same.
Result<bool> end_allocation(Gate& gate, const Asker& asker, domain::FileId file,
                            domain::AllocationId id);
Status set_stage(Gate& gate, const Asker& asker, domain::FileId file, domain::CaseId id,
                 domain::CaseStage stage);
Status close_case(Gate& gate, const Asker& asker, domain::FileId file, domain::CaseId id, Date day);

/// A file of a list into which the asker may send something at once, and which they may not read.
struct SendsInto {
  domain::FileId file;
  bool invited = false;  ///< They were asked in, and would not find it otherwise.
};

/// A page of a list.
struct ChildrenPage {
  std::vector<store::ListedChild> children;
  std::vector<store::CaseInList> cases{};  ///< The open ones; of what kind, to whoever reads them.
  std::optional<domain::FileId> next{};    ///< The next page begins after this file.
  std::vector<SendsInto> sends{};          ///< Whom they send things to without reading the file.
};

/// The children that the asker may find in these relations ("my cases": {OwnCase}), or whom one
/// person lends them who is away, by name, after that file. An unknown `after` begins at the
/// beginning.
Result<ChildrenPage> list_children(Gate& gate, const Asker& asker, const accounts::Among& whose,
                                   const std::optional<domain::FileId>& after, std::size_t most);

/// Who answers best to a name that was typed.
Result<ChildrenPage> find_children(Gate& gate, const Asker& asker, accounts::Relations whose,
                                   const Sensitive<std::string>& typed, std::size_t most);

/// Children whom the asker may find and who have that date of birth.
Result<ChildrenPage> children_born_on(Gate& gate, const Asker& asker, Date born_on,
                                      std::size_t most);

/// A child's file, or a victim's, as its first page shows it.
struct CaseFile {
  domain::FileId file;
  domain::OrganisationId service;
  std::optional<store::ChildRow> child;    ///< Of a child's file; of a victim's there is none.
  std::optional<store::VictimRow> victim;  ///< The other way round.
  std::vector<store::CaseRow> cases;
  std::vector<store::AllocationRow> allocations;
  std::vector<store::MarkRow> marks;
  std::vector<store::AddressRow> addresses;  ///< The latest first, with those that were corrected.
  accounts::Actions may{};  ///< What the asker may do with it at once, without saying why first.
};
/// To read, or for the page of a form that does something else: then it asks whether that is
/// allowed before the form is shown.
Result<CaseFile> open_file(Gate& gate, const Asker& asker, domain::FileId file,
                           domain::Action action = domain::Action::ReadFile);
/// The same, where a victim's file is not there.
Result<CaseFile> open_child(Gate& gate, const Asker& asker, domain::FileId file,
                            domain::Action action = domain::Action::ReadFile);

/// What the first page of a file shows: read, and written down, as one look.
struct FileOverview {
  CaseFile file;
  Sensitive<std::string> victim_name;      ///< Of a victim's; empty while no record says it.
  std::vector<store::RecordHead> records;  ///< Without their content, latest begun first.
  std::map<domain::PersonId, std::string> people{};  ///< Who works or worked on it, or wrote.
  std::map<domain::TeamId, std::string> teams{};     ///< Likewise.
  std::int64_t unread = 0;                           ///< Of what was sent in.
};
Result<FileOverview> open_overview(Gate& gate, const Asker& asker, domain::FileId file);

}  // namespace northlight::casework
