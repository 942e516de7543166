#include "web/views/deed_words.hpp"

namespace northlight::web::views {
namespace {

struct DeedWords {
  std::string_view done;
  std::string_view looked_at;
  std::string_view listed;  ///< Empty: as looked at.
};

DeedWords deed_words(domain::Action action) {
  using enum domain::Action;
  switch (action) {
    case FindFile:
      return {"Found files", "Looked for files", "Looked through a list or a search"};
    case ReadFile:
      return {"Read the file", "Read the file", "Looked through what is due"};
    case WriteRecord:
      return {"Wrote in the file", "Opened the file to write in it", ""};
    case SignRecord:
      return {"Signed a record", "Opened a record to sign it", ""};
    case Countersign:
      return {"Countersigned a record or sent it back", "Opened a record to countersign it", ""};
    case Contribute:
      return {"Sent something in", "Opened the page for sending something in", ""};
    case ReadShared:
      return {"Read what was shared", "Read what was shared", ""};
    case SayOwn:
      return {"Said something in their own words", "Opened the page for their own words", ""};
    case Disclose:
      return {"Gave out something of the file", "Looked at what may be given out", ""};
    case Allocate:
      return {"Gave the case to somebody", "Opened the page that gives a case to somebody", ""};
    case MarkFile:
      return {"Restricted or held the file, or declared a conflict of interest",
              "Looked at who is named on the file, and at holds and conflicts of interest", ""};
    case GiveLink:
      return {"Gave a personal link", "Looked at the personal links", ""};
    case PrepareSubjectAccess:
      return {"Worked on a request for what is held", "Looked at a request for what is held",
              "Looked through the requests for what is held"};
    case ReleaseSubjectAccess:
      return {"Released the answer to a request", "Looked at an answer that is to be released",
              "Looked through the requests for what is held"};
    case ReviewRetention:
      return {"Reviewed how long the file is kept", "Looked at how long the file is kept",
              "Looked through the files to review"};
    case EraseFile:
      return {"Erased or reduced the file", "Opened the page that confirms an erasure", ""};
    case AddChild:
      return {"Added a child", "Opened the page that adds a child", ""};
    case AddVictim:
      return {"Added a victim", "Opened the page that adds a victim", ""};
    case SeePeople:
      return {"Looked at who works there", "Looked at who works there", ""};
    case ManagePeople:
      return {"Changed accounts or roles", "Opened a page that changes accounts or roles", ""};
    case ArrangeCover:
      return {"Changed cover", "Opened the page that arranges cover", ""};
    case ExplainSight:
      return {"Looked at what somebody can see, and why",
              "Looked at what somebody can see, and why",
              "Looked at which files somebody can find, and why"};
    case ReadAudit:
      return {"Read the log", "Read the log", ""};
    case ExportAudit:
      return {"Gave part of the log to somebody", "Opened the page that gives part of the log", ""};
    case ReadInstallationAudit:
      return {"Read the installation’s own log", "Read the installation’s own log", ""};
    case ChangeSettings:
      return {"Changed the settings", "Looked at the settings", ""};
    case DrawSample:
      return {"Changed the sample of an inspection", "Looked at the sample of an inspection", ""};
    case SendCaseList:
      return {"Sent an inspectorate a list of cases", "Opened the page that sends a list of cases",
              ""};
    case SeeSample:
      return {"Looked at the samples of inspections", "Looked at the samples of inspections",
              "Looked at the cases of a sample"};
    case SeeFigures:
      return {"Looked at figures", "Looked at figures", ""};
  }
  return {};
}

}  // namespace

std::string_view deed_in_words(domain::Action action, Deed deed) {
  const auto words = deed_words(action);
  switch (deed) {
    case Deed::Done:
      return words.done;
    case Deed::LookedAt:
      return words.looked_at;
    case Deed::Listed:
      return words.listed.empty() ? words.looked_at : words.listed;
  }
  return {};
}

}  // namespace northlight::web::views
