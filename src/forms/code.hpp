#pragma once

#include "framework/code.hpp"

namespace northlight::forms {

// Short names that form files give: people read and type them (framework/code.hpp).
using framework::Code;
using FormCode = Code<struct FormCodeKind>;    ///< "assessment"
using FieldCode = Code<struct FieldCodeKind>;  ///< "childs_view"; of a group too: "risks"

}  // namespace northlight::forms
