#include "store/erasure_ledger.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "base/json.hpp"
#include "store/backup_file.hpp"
#include "store/file_handle.hpp"

namespace northlight::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ledger_form = "northlight-erasure-1";
constexpr std::size_t largest_ledger = 256U << 20U;

// As the head of the trail is signed: no two lines have the same bytes.
std::string bytes_to_sign(const LedgerLine& line, std::string_view before) {
  std::string bytes(ledger_form);
  const auto add = [&](std::string_view text) {
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
  };
  add(before);
  add(std::to_string(line.number));
  add(line.erasure.file.text());
  add(line.erasure.service.text());
  add(code(line.erasure.kind));
  add(platform::iso(line.erasure.at));
  return bytes;
}

std::string text_of_line(const LedgerLine& line) {
  return Json::object({{"form", ledger_form},
                       {"number", line.number},
                       {"file", line.erasure.file.text()},
                       {"service", line.erasure.service.text()},
                       {"kind", code(line.erasure.kind)},
                       {"at", platform::iso(line.erasure.at)},
                       {"public_key", line.public_key},
                       {"signature", line.signature}})
             .text() +
         "\n";
}

std::string lines_after(const platform::SigningKey& key, std::int64_t number, std::string before,
                        const std::vector<Erasure>& erasures) {
  std::string text;
  for (const auto& erasure : erasures) {
    LedgerLine line{++number, erasure, key.public_key()};
    line.signature = key.sign(bytes_to_sign(line, before));
    before = line.signature;
    text += text_of_line(line);
  }
  return text;
}

std::optional<LedgerLine> line_in(std::string_view text) {
  const auto json = Json::parse(text);
  if (!json || json->string_at("form") != ledger_form) return std::nullopt;
  const auto* number = json->find("number");
  const auto file = domain::FileId::parse(json->string_at("file"));
  const auto service = domain::OrganisationId::parse(json->string_at("service"));
  const auto kind = parse_erasure_kind(json->string_at("kind"));
  const auto at = platform::parse_instant(json->string_at("at"));
  if (number == nullptr || number->whole() == nullptr || !file || !service || !kind || !at)
    return std::nullopt;
  return LedgerLine{*number->whole(),
                    {*file, *service, *kind, *at},
                    std::string(json->string_at("public_key")),
                    std::string(json->string_at("signature"))};
}

Error refused(std::string message, std::string_view name, std::size_t line) {
  return {ErrorCode::Invalid, std::move(message), std::string(name) + ":" + std::to_string(line)};
}

Result<std::string> content_of(const fs::path& file) {
  NL_TRY(from, FileHandle::open(file, O_RDONLY));
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  if (failed) return file_error(failed.value(), "read", file);
  if (size > largest_ledger)
    return Error{ErrorCode::Invalid, "This is no ledger of erasures: it is too large.",
                 file.string()};
  return from.read_exactly(static_cast<std::size_t>(size));
}

}  // namespace

Result<std::vector<LedgerLine>> parse_ledger(std::string_view text, std::string_view name,
                                             std::optional<std::string_view> public_key) {
  std::vector<LedgerLine> lines;
  std::string before;
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string_view::npos;
       at = end + 1) {
    const auto number = lines.size() + 1;
    auto line = line_in(text.substr(at, end - at));
    if (!line) return refused("This is no line of a ledger of erasures.", name, number);
    if (line->number != static_cast<std::int64_t>(number))
      return refused("Lines of the ledger are missing or stand in another order.", name, number);
    if (public_key && line->public_key != *public_key)
      return refused("This line was signed by another key than the one given.", name, number);
    if (!platform::check_signature(line->public_key, bytes_to_sign(*line, before), line->signature))
      return refused("This line of the ledger was changed: its signature does not hold.", name,
                     number);
    before = line->signature;
    lines.push_back(*std::move(line));
  }
  return lines;
}

Result<std::vector<LedgerLine>> read_ledger(const fs::path& file,
                                            std::optional<std::string_view> public_key) {
  NL_TRY(text, content_of(file));
  return parse_ledger(text, file.string(), public_key);
}

Status add_to_ledger(const fs::path& file, const platform::SigningKey& key,
                     const std::vector<Erasure>& erasures) {
  if (erasures.empty()) return done();
  NL_TRY(to, FileHandle::open(file, O_WRONLY | O_CREAT | O_APPEND));
  NL_TRY(text, content_of(file));
  NL_TRY(lines, parse_ledger(text, file.string()));
  const auto whole = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
  if (whole != text.size() && ::truncate(file.c_str(), static_cast<off_t>(whole)) != 0)
    return file_error(errno, "write", file);
  const bool begun = !lines.empty();
  NL_CHECK(to.write(lines_after(key, begun ? lines.back().number : 0,
                                begun ? lines.back().signature : std::string(), erasures)));
  NL_CHECK(to.flush());
  return flush_folder_of(file);
}

std::string made_ledger(const platform::SigningKey& key, const std::vector<Erasure>& erasures) {
  return lines_after(key, 0, {}, erasures);
}

}  // namespace northlight::store
