#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace northlight::framework {

/// The short name that a data file gives to one kind of thing: "2.1" of a standard, "desistance" of
/// a lens. `StandardCode` and `LensCode` cannot be mixed. Not an Id: people read and type it.
template <typename Kind>
class Code {
 public:
  Code() = default;
  explicit Code(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }

  friend auto operator<=>(const Code&, const Code&) = default;

 private:
  std::string text_;
};

using EditionCode = Code<struct EditionKind>;    ///< "hmip-youth-2021"
using DomainCode = Code<struct DomainKind>;      ///< "court"
using StandardCode = Code<struct StandardKind>;  ///< "2.2"
using QuestionCode = Code<struct QuestionKind>;  ///< "2.2.3"
using PromptCode = Code<struct PromptKind>;      ///< "2.2.3.e"
using LensCode = Code<struct LensKind>;          ///< "others_safety"
using SourceCode = Code<struct SourceKind>;      ///< "east-sussex-2024"

}  // namespace northlight::framework

template <typename Kind>
struct std::hash<northlight::framework::Code<Kind>> {
  std::size_t operator()(const northlight::framework::Code<Kind>& code) const noexcept {
    return std::hash<std::string>{}(code.text());
  }
};
