#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "accounts/asker.hpp"
#include "accounts/policy.hpp"
#include "base/result.hpp"
#include "domain/access.hpp"
#include "platform/random.hpp"
#include "store/audit_log.hpp"
#include "store/audit_queue.hpp"
#include "store/database.hpp"
#include "store/files.hpp"
#include "store/grant.hpp"

namespace northlight::accounts {

struct Standing;

/// A file that a list showed.
struct Shown {
  domain::FileId file;
  domain::OrganisationId service;
};

/// What an operation leaves on the audit trail besides who, when, why and which file, which the
/// gate knows already.
struct Trace {
  store::AuditOperation operation = store::AuditOperation::Consultation;
  std::optional<domain::FileId> file{};  ///< Set by the gate; by a change that begins a file.
  std::optional<domain::RecordId> record{};
  std::optional<std::int64_t> version{};
  std::optional<std::string> recipient{};
  std::optional<domain::PersonId> about{};  ///< Whose account was looked at or changed.
  std::optional<std::string>
      justification{};  ///< What they typed where no reason was given before.
  /// What was done, where the trail says more than what was asked: see accounts/acts.
  std::string called{};
  std::vector<domain::FileId> listed{};  ///< Files that a change was about, besides `file`.
  /// Files that were shown to whoever asked about an organisation: each is named on a line of the
  /// chain of its own service.
  std::vector<Shown> shown{};
  /// Whose files those are, or who is concerned, where that is another organisation than the one
  /// that was asked about (a service whose cases an inspectorate draws): its chain has the line
  /// too, and there alone the files are named.
  std::optional<domain::OrganisationId> concerns{};
};

/// The one way to anybody's file. Each call asks `may(person, action, file)`, then does the work,
/// then writes the line of the audit trail: in the transaction of a change, and before the answer
/// of a read is given out (where a queue puts the lines of many down together, whoever holds the
/// asker's receipts waits for it). What was denied, and what was allowed and failed, is on the
/// trail too.
///
///     return gate.read(asker, Action::ReadFile, file, {}, [&](Session& session, const Grant&
///     grant) {
///       return store::records_of(session, grant);
///     });
///
/// Refuses with NotFound what the person may not know of, in the words of what does not exist, and
/// likewise a file of another kind than those of the address that they asked; with
/// Forbidden what they may see and not do, saying why; with NeedsReason where they must first say
/// why they need it (web leads them to a page that asks; accounts/glass.hpp takes the answer).
class Gate {
 public:
  Gate(store::Database& database, const Policy& policy, store::AuditQueue* queue = nullptr)
      : database_(database), policy_(policy), queue_(queue) {}

  /// `ask(Session&, const Grant&) -> Result<T>`, or `ask(Session&, const Grant&, const Standing&)`
  /// where what the asker may do besides is told from how they stand to the file, or
  /// `ask(Session&, const Grant&, Trace&)` where the line says something of what was found.
  template <typename F>
  auto read(const Asker& asker, domain::Action action, domain::FileId file, const Trace& trace,
            F&& ask) {
    const auto with_all = [&ask](store::Session& session, const store::Grant& grant,
                                 const Standing& standing, Trace& told) {
      if constexpr (std::is_invocable_v<F&, store::Session&, const store::Grant&, const Standing&>)
        return ask(session, grant, standing);
      else if constexpr (std::is_invocable_v<F&, store::Session&, const store::Grant&, Trace&>)
        return ask(session, grant, told);
      else
        return ask(session, grant);
    };
    using Answer = std::invoke_result_t<decltype(with_all), store::Session&, const store::Grant&,
                                        const Standing&, Trace&>;
    std::optional<Answer> found;
    auto through = let_read(
        asker, action, file, trace,
        [&](store::Session& session, const store::Grant& grant, const Standing& standing,
            Trace& told) { return keep(found, with_all(session, grant, standing, told)); });
    return answer(std::move(through), std::move(found));
  }

  /// For what an open page asks by itself every few seconds: `ask(Session&, const Grant&) ->
  /// Result<std::optional<T>>`, nothing where there is nothing that the page has not shown. Nothing
  /// is no line of the trail, for opening the page was one already; what is shown is, and so is
  /// every answer that says no.
  template <typename F>
  auto look_again(const Asker& asker, domain::Action action, domain::FileId file,
                  const Trace& trace, F&& ask) {
    using Answer = std::invoke_result_t<F&, store::Session&, const store::Grant&>;
    std::optional<Answer> found;
    auto through = let_read(
        asker, action, file, trace,
        [&](store::Session& session, const store::Grant& grant, const Standing&, Trace&) {
          return keep(found, ask(session, grant));
        },
        [&] { return found && *found && !**found; });
    return answer(std::move(through), std::move(found));
  }

  /// `change(Transaction&, const Grant&, Trace&) -> Result<T>`; the trace's record and version may
  /// be set by the change, which knows them. As Database::write, it may be run more than once.
  template <typename F>
  auto change(const Asker& asker, domain::Action action, domain::FileId file, const Trace& trace,
              F&& change) {
    using Answer = std::invoke_result_t<F&, store::Transaction&, const store::Grant&, Trace&>;
    std::optional<Answer> made;
    auto through =
        let_change(asker, action, file, trace,
                   [&](store::Transaction& transaction, const store::Grant& grant, Trace& told) {
                     return keep(made, change(transaction, grant, told));
                   });
    return answer(std::move(through), std::move(made));
  }

  /// A list, a search or a count of the files that the asker may find, in these relations.
  /// `ask(Session&, const ListGrant&) -> Result<T>`; `shown(const T&) -> std::vector<Shown>`: what
  /// is on the page. One line a service names them; a list of nothing is one line too.
  template <typename F, typename Show>
  auto list(const Asker& asker, const Among& whose, F&& ask, Show&& shown) {
    return list(asker, domain::Action::FindFile, whose, std::forward<F>(ask),
                std::forward<Show>(shown));
  }

  /// The same of files to which the asker may do something else, without a reason.
  template <typename F, typename Show>
  auto list(const Asker& asker, domain::Action action, const Among& whose, F&& ask, Show&& shown) {
    using Answer = std::invoke_result_t<F&, store::Session&, const store::ListGrant&>;
    std::optional<Answer> found;
    auto through = let_list(asker, action, whose,
                            [&](store::Session& session, const store::ListGrant& grant,
                                std::vector<Shown>& on_page) -> Status {
                              NL_CHECK(keep(found, ask(session, grant)));
                              on_page = shown(**found);
                              return done();
                            });
    return answer(std::move(through), std::move(found));
  }

  /// About an organisation and no file: `ask(Session&) -> Result<T>`, or `ask(Session&, Trace&)`
  /// where the line says something of what was found.
  template <typename F>
  auto read(const Asker& asker, domain::Action action, domain::OrganisationId organisation,
            const Trace& trace, F&& ask) {
    const auto with_trace = [&ask](store::Session& session, Trace& told) {
      if constexpr (std::is_invocable_v<F&, store::Session&, Trace&>)
        return ask(session, told);
      else
        return ask(session);
    };
    using Answer = std::invoke_result_t<decltype(with_trace), store::Session&, Trace&>;
    std::optional<Answer> found;
    auto through =
        let_read(asker, action, organisation, trace, [&](store::Session& session, Trace& told) {
          return keep(found, with_trace(session, told));
        });
    return answer(std::move(through), std::move(found));
  }

  /// Of the children's files of an organisation, by whoever reads its log and must find whose it
  /// is: `ask(Session&, const ListGrant&, Trace&) -> Result<T>`.
  template <typename F>
  auto find_in_log(const Asker& asker, domain::OrganisationId organisation, const Trace& trace,
                   F&& ask) {
    const auto grant = grant_of_log(asker, organisation);
    return read(asker, domain::Action::ReadAudit, organisation, trace,
                [&](store::Session& session, Trace& told) { return ask(session, grant, told); });
  }

  /// Likewise: `change(Transaction&, Trace&) -> Result<T>`.
  template <typename F>
  auto change(const Asker& asker, domain::Action action, domain::OrganisationId organisation,
              const Trace& trace, F&& change) {
    using Answer = std::invoke_result_t<F&, store::Transaction&, Trace&>;
    std::optional<Answer> made;
    auto through = let_change(asker, action, organisation, trace,
                              [&](store::Transaction& transaction, Trace& told) {
                                return keep(made, change(transaction, told));
                              });
    return answer(std::move(through), std::move(made));
  }

  /// Begins a file in the organisation: `fill(Transaction&, const Grant&, Trace&) -> Result<T>`
  /// puts into it what it begins with. `action`: AddChild or AddVictim.
  template <typename F>
  auto add_file(const Asker& asker, domain::Action action, domain::OrganisationId service,
                store::FileKind kind, const Trace& trace, F&& fill) {
    using Answer = std::invoke_result_t<F&, store::Transaction&, const store::Grant&, Trace&>;
    return change(asker, action, service, trace,
                  [&](store::Transaction& transaction, Trace& told) -> Answer {
                    const auto file = platform::random_id<domain::FileId>();
                    NL_CHECK(store::begin_file(transaction, file, service, kind, asker.at));
                    told.file = file;
                    const store::Grant grant(file, action, asker.person, asker.at, {});
                    return fill(transaction, grant, told);
                  });
  }

  const Policy& policy() const { return policy_; }

 private:
  using Ask = std::function<Status(store::Session&, const store::Grant&, const Standing&, Trace&)>;
  using Change = std::function<Status(store::Transaction&, const store::Grant&, Trace&)>;
  using List = std::function<Status(store::Session&, const store::ListGrant&, std::vector<Shown>&)>;
  using AskThere = std::function<Status(store::Session&, Trace&)>;
  using ChangeThere = std::function<Status(store::Transaction&, Trace&)>;

  Status let_read(const Asker& asker, domain::Action action, domain::FileId file,
                  const Trace& trace, const Ask& ask,
                  const std::function<bool()>& showed_nothing = {});
  Status let_change(const Asker& asker, domain::Action action, domain::FileId file,
                    const Trace& trace, const Change& change);
  Status let_list(const Asker& asker, domain::Action action, const Among& whose, const List& list);
  Status let_read(const Asker& asker, domain::Action action, domain::OrganisationId organisation,
                  const Trace& trace, const AskThere& ask);
  Status let_change(const Asker& asker, domain::Action action, domain::OrganisationId organisation,
                    const Trace& trace, const ChangeThere& change);

  store::ListGrant grant_of_log(const Asker& asker, domain::OrganisationId organisation) const;
  Status write_down(const Asker& asker, std::vector<store::AuditEntry> lines);

  template <typename T>
  static Status keep(std::optional<T>& kept, T made) {
    kept.emplace(std::move(made));
    if (!*kept) return kept->error();
    return done();
  }
  template <typename T>
  static T answer(Status through, std::optional<T> kept) {
    if (!through) return T(std::move(through).error());
    if (!kept) return T(Error{ErrorCode::Unavailable, "Nothing was done."});
    return *std::move(kept);
  }

  store::Database& database_;
  const Policy& policy_;
  store::AuditQueue* queue_;
};

}  // namespace northlight::accounts
