#include "platform/page_pdf.hpp"

#include <filesystem>

#include "platform/child_process.hpp"

namespace northlight::platform {
namespace {

// Debian's wrapper /usr/bin/chromium reads settings that are not in the box.
constexpr const char* chromium = "/usr/lib/chromium/chromium";

// The page comes by a pipe and the PDF goes by one, which Chromium itself neither reads nor writes.
constexpr const char* print_it =
    "cat >/tmp/page.html && "
    "/usr/lib/chromium/chromium --headless=new --disable-gpu --disable-dev-shm-usage "
    "--no-first-run --no-pdf-header-footer --generate-pdf-document-outline "
    "--user-data-dir=/tmp/profile --print-to-pdf=/tmp/page.pdf file:///tmp/page.html >&2 && "
    "cat /tmp/page.pdf";

}  // namespace

bool can_print_pdf() {
  std::error_code unusable;
  return std::filesystem::exists(chromium, unusable) && !unusable;
}

Result<std::string> print_pdf(std::string_view html) {
  if (!can_print_pdf())
    return Error{ErrorCode::Unavailable,
                 "PDFs are printed by Chromium, which is not installed on this server. Ask for the "
                 "package chromium (apt-get install chromium)."};
  SandboxedCommand command;
  command.arguments = {"/usr/bin/sh", "-c", print_it};
  command.input = html;
  command.workspace_bytes = 512ULL << 20U;
  command.limits.time = std::chrono::seconds(60);
  command.limits.memory_bytes = 0;  // A browser takes far more address space than memory.
  command.limits.output_bytes = 64ULL << 20U;
  auto output = run_sandboxed(command);
  if (!output && output.error().code == ErrorCode::Invalid)
    return Error{ErrorCode::Unavailable,
                 "The PDF took too long to print or became too large. Try again when the server "
                 "is less busy, or give the page and the data file."};
  NL_CHECK(output);
  if (output->exit_status != 0 || !output->output.starts_with("%PDF-"))
    return Error{ErrorCode::Unavailable,
                 "Chromium did not print the PDF. Try again; if it happens again, tell whoever "
                 "looks after the system."};
  return std::move(output->output);
}

}  // namespace northlight::platform
