#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "html/html.hpp"
#include "store/audit_log.hpp"
#include "web/views/layout.hpp"

namespace northlight::accounts {
struct AuditedChild;
}

/// The pages of the auditor of the log.
namespace northlight::web::views {

/// What was typed into the filter, as it was typed.
struct AuditQuery {
  std::string file{};
  std::string person{};
  std::string person_name{};  ///< Where it is known; not part of the address.
  std::string operation{};
  std::string from{};
  std::string until{};

  /// For an address, without what is empty.
  std::vector<std::pair<std::string, std::string>> fields() const;
};

/// A field of a form that cannot be used, and why.
struct AuditFault {
  std::string field;
  std::string message;
};

/// One row as the list shows it; times are London's.
struct AuditRowShown {
  std::int64_t number = 0;
  std::string when{};
  std::string person{};  ///< The id; empty where nobody is known.
  std::string name{};
  std::string role{};       ///< By its title.
  std::string kind{};       ///< "Looked at"
  std::string what{};       ///< "Read the file"
  std::string about{};      ///< By name: the person whose account or sight it was about.
  std::string recipient{};  ///< Of a disclosure.
  std::string outcome{};    ///< Empty where what was asked was done.
  std::string file{};       ///< The id; empty where there is none.
  std::optional<std::size_t>
      listed{};  ///< How many files a list showed; empty for what is no list.
  std::string reason{};
};

struct AuditListShown {
  AuditQuery query{};
  std::vector<AuditRowShown> rows{};
  std::optional<std::int64_t> older{};
  std::optional<AuditFault> fault{};
  bool may_read_installation = false;  ///< And is shown the way there.
};
html::Html audit_list(const Shell& shell, const AuditListShown& shown);

/// The installation's own log. Of `query` the days and what was done; of `rows` no file.
struct InstallationLogShown {
  AuditQuery query{};
  /// A row, and the address from which it came.
  struct Row {
    AuditRowShown row{};
    std::string source{};
  };
  std::vector<Row> rows{};
  std::optional<std::int64_t> older{};
  std::optional<AuditFault> fault{};
};
html::Html installation_log(const Shell& shell, const InstallationLogShown& shown);

/// The heads that were signed, as the auditor compares them with a copy kept elsewhere.
struct AuditHeadsShown {
  struct Row {
    std::string day{};        ///< For the address: "2026-11-22".
    std::string when{};       ///< When it was made.
    std::int64_t number = 0;  ///< Of the last row of this service's chain then.
    std::string key{};
  };
  std::vector<Row> rows{};
};
html::Html audit_heads(const Shell& shell, const AuditHeadsShown& shown);

/// One row with all its columns: what each is, and its value.
struct AuditEventShown {
  std::int64_t number = 0;
  std::vector<std::pair<std::string, std::string>> facts{};
  bool of_installation = false;  ///< Of the installation's own log.
};
html::Html audit_event(const Shell& shell, const AuditEventShown& shown);

/// Colleagues who answer to what was typed, and whoever else has lines in the log.
struct AuditPeopleShown {
  struct Person {
    std::string person;
    std::string name;
    std::string address{};
    std::string left{};  ///< ", left on 3 May 2026"; empty while they are there.
    std::optional<std::string> elsewhere{};  ///< The organisation, of somebody of another.
  };
  std::string typed{};
  std::vector<Person> people{};
  std::optional<AuditFault> fault{};
};
html::Html audit_people(const Shell& shell, const AuditPeopleShown& shown);

/// Children who answer to what was typed: as much of each as tells one from another.
struct AuditChildrenShown {
  struct Child {
    std::string file;
    std::string name;
    std::string born_in{};  ///< "2010", or that it is not known.
  };
  std::string typed{};
  std::vector<Child> children{};
  bool more = false;      ///< More answer than are shown.
  std::string service{};  ///< Whose files they are.
  std::string number{};   ///< What was typed, where it is the number of a file.
  std::optional<AuditFault> fault{};
};
/// One of them, as it is shown.
AuditChildrenShown::Child child_shown(const accounts::AuditedChild& child);
html::Html audit_children(const Shell& shell, const AuditChildrenShown& shown);

struct UnusualShown {
  struct Row {
    std::int64_t number = 0;
    std::string when{};
    std::string file{};
    std::string why{};
  };
  /// The lines of one person: some of the newest, and how many there are.
  struct Group {
    std::string person{};
    std::string name{};
    std::size_t count = 0;
    std::vector<Row> rows{};
  };
  /// One kind of reason, and how many there are in these days.
  struct Kind {
    std::string code{};
    std::string words{};
    std::size_t count = 0;
  };
  std::string from{};  ///< As typed: "22/11/2026".
  std::string until{};
  std::string kind{};  ///< The code of the one that is shown; empty: all.
  std::vector<Kind> kinds{};
  std::string person{};         ///< Whose lines alone are shown; empty: everybody's.
  std::vector<Group> groups{};  ///< Of this page; whoever has the newest line first.
  int page = 1;
  int pages = 1;
  std::optional<AuditFault> fault{};
};
html::Html audit_unusual(const Shell& shell, const UnusualShown& shown);

struct AuditExportShown {
  AuditQuery query{};
  std::string recipient{};
  std::string purpose{};
  std::optional<AuditFault> fault{};
};
html::Html audit_export(const Shell& shell, const AuditExportShown& shown);

}  // namespace northlight::web::views
