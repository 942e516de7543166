#include "reading/check_files.hpp"

#include "reading/check_report.hpp"

namespace northlight::reading {

std::vector<CheckedFile> check_files(const NamedText& report, std::span<const NamedText> press,
                                     const Vocabulary& vocabulary,
                                     std::span<const framework::Edition> editions) {
  std::vector<CheckedFile> files;
  CheckedFile checked;
  checked.file = report.file;
  const auto inspection = read_and_check(report.text, vocabulary, editions);
  if (inspection) {
    checked.findings = inspection->findings;
    checked.questions = inspection->questions;
  } else {
    checked.findings.push_back(not_a_report_finding(inspection.error()));
  }
  files.push_back(std::move(checked));
  for (const auto& text : press) {
    CheckedFile claims;
    claims.file = text.file;
    claims.is_press = true;
    claims.press = read_press(text.text, vocabulary);
    if (inspection) claims.findings = check_press(claims.press, *inspection);
    files.push_back(std::move(claims));
  }
  return files;
}

}  // namespace northlight::reading
