#include "base/text.hpp"
#include "cli/commands.hpp"
#include "framework/read_framework.hpp"
#include "report/edition_json.hpp"

namespace northlight::cli {
namespace {

std::string when(const framework::Edition& edition) {
  if (!edition.fieldwork_from) return "dates not known";
  return "fieldwork from " + words(*edition.fieldwork_from) +
         (edition.fieldwork_until ? " until " + words(*edition.fieldwork_until) : "");
}

}  // namespace

ExitStatus framework_list(const FrameworkListOptions& options, const DataFolders& data,
                          Streams& streams) {
  const auto editions = framework::read_editions(data.frameworks());
  if (!editions) return say_error(streams, editions.error());
  if (options.format == Format::Json) {
    print(streams, report::editions_document(*editions));
    return ExitStatus::Done;
  }
  for (const auto& edition : *editions) {
    streams.data << edition.code.text() << "\n  " << edition.title << "\n  " << when(edition)
                 << "; "
                 << counted(static_cast<long long>(edition.standards.size()), "standard",
                            "standards");
    if (!edition.not_known.empty())
      streams.data << "; not known: "
                   << counted(static_cast<long long>(edition.not_known.size()), "thing", "things");
    streams.data << '\n';
  }
  return ExitStatus::Done;
}

}  // namespace northlight::cli
