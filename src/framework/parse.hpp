#pragma once

#include <string>
#include <vector>

#include "base/toml.hpp"
#include "framework/edition.hpp"
#include "framework/example.hpp"

/// How parse_framework is divided: one file for each kind of data file. Of use inside framework/
/// only.
namespace northlight::framework {

/// framework.toml: everything but the standards. References among these are checked.
void parse_edition_file(const Toml& document, const std::string& file, Edition& edition,
                        std::vector<Error>& problems);

/// One file of standards/. Needs the edition's sources, domains and lenses.
void parse_standard_file(const Toml& document, const std::string& file, Edition& edition,
                         std::vector<Error>& problems);

/// One file of examples/. What an example refers to is checked when it is run.
void parse_examples_file(const Toml& document, const std::string& file, const Edition& edition,
                         std::vector<Example>& examples, std::vector<Error>& problems);

/// What an edition lacks without saying so, and what it gives although it says that it is not
/// known.
void check_completeness(const Edition& edition, const std::string& file,
                        std::vector<Error>& problems);

/// [bands]: shares to ratings. Needs the scale.
void parse_bands(TomlFields& fields, Edition& edition);

/// [overall]: points a standard to overall ratings. Needs the scale.
void parse_overall(TomlFields& fields, Edition& edition);

/// `text` with its basis.
Rule parse_rule(TomlFields& fields, const Edition& edition);

/// "3/2"; writes down a problem with anything else.
std::optional<Fraction> parse_fraction(TomlFields& fields, std::string_view key);

/// A required whole number; writes down a problem outside the range, and then gives its nearest
/// end.
std::int64_t parse_whole_between(TomlFields& fields, std::string_view key, std::int64_t least,
                                 std::int64_t most);

/// `status`, `source` and `note` of a fact.
Basis parse_basis(TomlFields& fields, const Edition& edition);

/// The rating that a key names; writes down a problem that lists the scale.
std::optional<Rating> parse_rating(TomlFields& fields, std::string_view key,
                                   const Edition& edition);

}  // namespace northlight::framework
