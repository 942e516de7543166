#pragma once

#include <memory>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "cli/demo_records.hpp"

namespace northlight::cli {

/// Who works with the demonstration's victims, and where.
struct DemoVictimWork {
  domain::OrganisationId service;
  domain::TeamId team;
  accounts::Asker worker;
  accounts::Asker manager;
  std::string worker_name;
  std::string manager_name;
};

/// The invented victims' files: a story each, and one of which nothing is written yet.
class DemoVictims {
 public:
  /// What it is handed must outlive it.
  DemoVictims(accounts::Gate& gate, const DemoArchive& archive, DemoVictimWork work,
              platform::Instant now)
      : gate_(gate), archive_(archive), work_(std::move(work)), now_(now) {}

  /// All that has happened with them by now.
  std::vector<DemoTelling::Act> acts();

 private:
  std::vector<const Story*> stories() const;
  Result<domain::FileId> add(const std::string& reference, Date opened, platform::Instant at);

  accounts::Gate& gate_;
  const DemoArchive& archive_;
  DemoVictimWork work_;
  platform::Instant now_;
  std::vector<std::unique_ptr<DemoTelling>> tellings_{};
};

}  // namespace northlight::cli
