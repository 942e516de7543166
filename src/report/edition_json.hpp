#pragma once

#include <span>

#include "base/json.hpp"
#include "framework/edition.hpp"

namespace northlight::report {

/// An edition of the inspection standards as `/api/v1/standards/:edition` answers it: standards,
/// key questions, prompts, bands and rules, each with its source and how far it can be trusted.
/// What is not known is null, and `not_known` says why.
Json edition_document(const framework::Edition& edition);

/// The editions that there are, each in short.
Json editions_document(std::span<const framework::Edition> editions);

}  // namespace northlight::report
