#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "accounts/gate.hpp"
#include "cli/demo_stories.hpp"
#include "forms/answers.hpp"
#include "store/archive.hpp"
#include "store/uploads.hpp"

namespace northlight::cli {

/// What the demonstration's records are kept with.
struct DemoArchive {
  const store::Archive& archive;
  const store::UploadFolder& uploads;
  const std::vector<Story>& stories;
};

/// An invented child about whom a story is told.
struct DemoChild {
  std::optional<domain::FileId> file{};  ///< Once it is there.
  Date opened{};
  std::string given;
  std::string family;
  std::string known;
  Date born{};
  accounts::Asker worker;   ///< Who writes.
  accounts::Asker manager;  ///< Who countersigns.
  std::string worker_name;
  std::string manager_name;
};

/// Writes one story into one file, step by step, each as of its own day.
class DemoTelling {
 public:
  /// What it is handed must outlive it.
  DemoTelling(accounts::Gate& gate, const DemoArchive& archive, const Story& story, DemoChild child)
      : gate_(gate),
        archive_(archive),
        story_(story),
        child_(std::move(child)),
        file_(child_.file.value_or(domain::FileId{IdBits{}})) {}

  void begin(domain::FileId file) { file_ = file; }

  /// Something to be done at a moment.
  struct Act {
    platform::Instant at;
    std::function<Status()> tell;
  };
  /// All that has happened by `now`, in order; of what comes next, what somebody has begun to type.
  std::vector<Act> acts(platform::Instant now, int number);

 private:
  struct Begun {
    domain::RecordId id;
    std::int64_t seen = 0;
    std::int64_t version = 0;
    forms::Answers answers{};
  };

  Date day(std::int64_t after) const;
  Status told(const StoryStep& step, Status outcome) const;
  Status tell(const StoryStep& step, platform::Instant at, bool only_begun);
  Result<Begun*> record_of(const StoryStep& step, const accounts::Asker& writer);
  Status type(const StoryStep& step, const accounts::Asker& writer, Begun& begun, bool only_begun);
  Status finish(const StoryStep& step, const accounts::Asker& writer, Begun& begun);
  Result<forms::Answer> answer(const forms::Field& field, const Toml& value,
                               const accounts::Asker& writer, domain::RecordId record);
  Status fill_rows(const forms::Group& group, const Toml& rows, const accounts::Asker& writer,
                   Begun& begun);
  std::string filled(std::string text) const;

  accounts::Gate& gate_;
  const DemoArchive& archive_;
  const Story& story_;
  DemoChild child_;
  domain::FileId file_;
  std::map<std::string, Begun> begun_{};
  std::int64_t pages_ = 0;
};

}  // namespace northlight::cli
