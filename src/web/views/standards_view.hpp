#pragma once

#include <span>

#include "framework/edition.hpp"
#include "html/html.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// Every edition of the inspection standards that this site knows, newest first.
html::Html editions_page(const Shell& shell, std::span<const framework::Edition> editions);

/// One edition: its standards, its rules with source and status, and what is not known of it.
html::Html edition_page(const Shell& shell, const framework::Edition& edition);

/// One standard: statement, key questions, prompts.
html::Html standard_page(const Shell& shell, const framework::Edition& edition,
                         const framework::Standard& standard);

/// The rules of an edition: scale, bands, overall rating, discretion, sample, case window.
html::Html edition_rules(const framework::Edition& edition);

/// Source and status of a fact, set apart from it.
html::Html basis_note(const framework::Edition& edition, const framework::Basis& basis);

}  // namespace northlight::web::views
