#include "web/multipart.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t most_parts = 2'000;
constexpr std::size_t most_header_bytes = 4'096;
constexpr std::string_view line_end = "\r\n";

Error malformed(std::string_view what) {
  return Error{ErrorCode::Invalid, "The form did not arrive whole (" + std::string(what) +
                                       "): go back and send it again"};
}

using Parameters = std::map<std::string, std::string, std::less<>>;

/// Takes one quoted string off the front. Browsers write a quote inside a name as %22.
std::optional<std::string> take_quoted(std::string_view& text) {
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return value;
    }
    if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) ++i;
    value += text[i];
  }
  return std::nullopt;
}

/// Reads `; name="value"; other=token`; refuses the same name twice.
std::optional<Parameters> parse_parameters(std::string_view text) {
  Parameters parameters;
  text = trim(text);
  while (!text.empty()) {
    if (text.front() != ';') return std::nullopt;
    text = trim(text.substr(1));
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) return std::nullopt;
    const auto name = lower(trim(text.substr(0, equals)));
    text.remove_prefix(equals + 1);
    std::optional<std::string> value;
    if (text.starts_with('"')) {
      value = take_quoted(text);
    } else {
      const auto end = std::min(text.find_first_of("; \t"), text.size());
      value = std::string(text.substr(0, end));
      text.remove_prefix(end);
    }
    if (!value || !parameters.emplace(name, *value).second) return std::nullopt;
    text = trim(text);
  }
  return parameters;
}

/// RFC 2046 5.1.1: 1 to 70 characters, the last no space.
bool is_boundary(std::string_view boundary) {
  static constexpr std::string_view marks = "'()+_,-./:=? ";
  return !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' ' &&
         std::ranges::all_of(boundary, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  marks.find(c) != std::string_view::npos;
         });
}

struct PartHead {
  std::string name;
  std::optional<std::string> file_name;
  std::string type = "text/plain";
};

Result<PartHead> parse_head(std::string_view text) {
  PartHead head;
  bool named = false;
  while (!text.empty()) {
    const auto end = text.find(line_end);
    const auto line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + line_end.size());
    if (line.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
      return malformed("a header of a part");
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return malformed("a header of a part");
    const auto value = trim(line.substr(colon + 1));
    if (equals_ignoring_case(line.substr(0, colon), "content-type")) head.type = lower(value);
    if (!equals_ignoring_case(line.substr(0, colon), "content-disposition")) continue;

    const auto semicolon = std::min(value.find(';'), value.size());
    const auto parameters = parse_parameters(value.substr(semicolon));
    if (named || !parameters ||
        !equals_ignoring_case(trim(value.substr(0, semicolon)), "form-data"))
      return malformed("a part's disposition");
    const auto name = parameters->find("name");
    if (name == parameters->end() || name->second.empty() || !is_utf8(name->second))
      return malformed("a part without a name");
    named = true;
    head.name = name->second;
    if (const auto file = parameters->find("filename"); file != parameters->end()) {
      if (!is_utf8(file->second)) return malformed("a file's name");
      head.file_name = file->second.substr(file->second.find_last_of("/\\") + 1);
    }
  }
  if (!named) return malformed("a part without a name");
  return head;
}

Status keep(MultipartForm& form, PartHead head, std::string_view content, bool is_cut) {
  if (head.file_name) {
    if (head.file_name->empty() && content.empty() && !is_cut) return done();
    form.files.push_back({std::move(head.name), *std::move(head.file_name), std::move(head.type),
                          std::string(content), is_cut});
    return done();
  }
  if (!is_utf8(content) || content.find('\0') != std::string_view::npos)
    return malformed("a field that is not text");
  form.fields.add(std::move(head.name), std::string(content));
  return done();
}

}  // namespace

Result<std::string> multipart_boundary(std::string_view content_type) {
  const auto semicolon = std::min(content_type.find(';'), content_type.size());
  if (!equals_ignoring_case(trim(content_type.substr(0, semicolon)), "multipart/form-data"))
    return malformed("it is no form with files");
  const auto parameters = parse_parameters(content_type.substr(semicolon));
  const auto found = parameters ? parameters->find("boundary") : Parameters::const_iterator{};
  if (!parameters || found == parameters->end() || !is_boundary(found->second))
    return malformed("its boundary");
  return found->second;
}

bool is_of_a_file(std::string_view headers) {
  const auto head = parse_head(headers);
  return head && head->file_name;
}

Result<MultipartForm> parse_multipart(std::string_view content_type, std::string_view body,
                                      const std::vector<std::size_t>& cut) {
  NL_TRY(boundary, multipart_boundary(content_type));
  const std::string opening = "--" + boundary;
  const std::string between = "\r\n--" + boundary;

  MultipartForm form;
  if (!body.starts_with(opening)) return malformed("its first part");
  body.remove_prefix(opening.size());
  for (std::size_t parts = 0;; ++parts) {
    if (body == "--" || body == "--\r\n") return form;
    if (!body.starts_with(line_end)) return malformed("the line of a boundary");
    if (parts == most_parts) return malformed("more than 2,000 parts");
    body.remove_prefix(line_end.size());

    const auto blank = body.substr(0, most_header_bytes).find("\r\n\r\n");
    if (blank == std::string_view::npos) return malformed("the headers of a part");
    NL_TRY(head, parse_head(body.substr(0, blank)));
    body.remove_prefix(blank + 4);

    const auto end = body.find(between);
    if (end == std::string_view::npos) return malformed("the end of a part");
    const bool is_cut = std::ranges::find(cut, parts) != cut.end();
    NL_CHECK(keep(form, std::move(head), body.substr(0, end), is_cut));
    body.remove_prefix(end + between.size());
  }
}

}  // namespace northlight::web
