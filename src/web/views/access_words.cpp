#include "web/views/access_words.hpp"

#include <vector>

#include "base/text.hpp"

namespace northlight::web::views {

std::string_view action_in_words(domain::Action action) {
  using enum domain::Action;
  switch (action) {
    case FindFile:
      return "Find the file in lists and searches";
    case ReadFile:
      return "Read the file";
    case WriteRecord:
      return "Write records";
    case SignRecord:
      return "Sign what they wrote";
    case Countersign:
      return "Countersign what others wrote, or send it back";
    case Contribute:
      return "Send in a contribution";
    case ReadShared:
      return "Read what was shared";
    case SayOwn:
      return "Say something in their own words";
    case Disclose:
      return "Print, download or send out";
    case Allocate:
      return "Give the case to somebody";
    case MarkFile:
      return "Restrict the file, declare a conflict of interest or hold it legally";
    case GiveLink:
      return "Give a child or a parent a personal link";
    case PrepareSubjectAccess:
      return "Prepare an answer to a subject access request";
    case ReleaseSubjectAccess:
      return "Release an answer to a subject access request";
    case ReviewRetention:
      return "Review what is due to be deleted";
    case EraseFile:
      return "Erase the file";
    case AddChild:
      return "Add a child";
    case AddVictim:
      return "Add a victim";
    case SeePeople:
      return "See who works there, in which roles and teams";
    case ManagePeople:
      return "Add people, give and end roles, record leavers";
    case ArrangeCover:
      return "Arrange cover for somebody who is away";
    case ExplainSight:
      return "See what a person can see, and why";
    case ReadAudit:
      return "Read the log of what people did";
    case ExportAudit:
      return "Export the log";
    case ReadInstallationAudit:
      return "Read the log of the installation, which belongs to no organisation";
    case ChangeSettings:
      return "See and change the settings";
    case DrawSample:
      return "Draw the sample of an inspection, notify it, and end it";
    case SendCaseList:
      return "Send an inspectorate the list of cases that a sample is drawn from";
    case SeeSample:
      return "See the samples of inspections: which cases, seen by whom, until when";
    case SeeFigures:
      return "See figures, without a child's name";
  }
  return "";
}

std::string_view relation_in_words(domain::Relation relation) {
  using enum domain::Relation;
  switch (relation) {
    case OwnCase:
      return "their own cases";
    case TeamCase:
      return "their team's cases";
    case ServiceCase:
      return "every case of the service";
    case Sampled:
      return "cases drawn for their inspection";
    case Invited:
      return "cases that they were asked to contribute to";
    case Themself:
      return "their own file as a child";
    case Parent:
      return "the file of a child whose parent or carer they are";
    case None:
      return "cases that they have nothing to do with";
  }
  return "";
}

std::string relations_in_words(const accounts::Relations& relations) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < domain::relation_count; ++i)
    if (const auto relation = static_cast<domain::Relation>(i); relations.has(relation))
      all.emplace_back(relation_in_words(relation));
  return list_in_words(all);
}

}  // namespace northlight::web::views
