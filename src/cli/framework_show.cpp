#include "cli/commands.hpp"
#include "cli/edition_text.hpp"
#include "cli/load_edition.hpp"
#include "report/edition_json.hpp"

namespace northlight::cli {

ExitStatus framework_show(const FrameworkShowOptions& options, const DataFolders& data,
                          Streams& streams) {
  const auto edition = load_edition(options.edition, data);
  if (!edition) return say_error(streams, edition.error());
  if (options.format == Format::Json) {
    print(streams, report::edition_document(*edition));
  } else {
    streams.data << edition_text(*edition);
  }
  return ExitStatus::Done;
}

}  // namespace northlight::cli
