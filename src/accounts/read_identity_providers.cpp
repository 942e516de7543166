#include "accounts/read_identity_providers.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/text.hpp"
#include "base/toml.hpp"
#include "platform/http_client.hpp"

namespace northlight::accounts {
namespace {

constexpr std::int64_t longest_skew = 300;
constexpr std::int64_t usual_skew = 60;
constexpr std::size_t most_providers = 20;
constexpr std::uintmax_t largest_file = std::uintmax_t{1} << 20U;

bool is_short_name(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, fits) &&
         text.front() != '-' && text.back() != '-';
}

std::string short_name(TomlFields& fields, std::string_view key) {
  auto text = fields.text(key).value_or("");
  if (!text.empty() && !is_short_name(text))
    fields.refuse(key, "Write up to 40 small letters, figures and hyphens: it stands in addresses");
  return text;
}

RoleByClaim read_role(TomlFields& fields) {
  RoleByClaim given{.claim = fields.text("claim").value_or(""),
                    .value = fields.text("value").value_or(""),
                    .role = short_name(fields, "role"),
                    .organisation = short_name(fields, "organisation"),
                    .team = fields.optional_text("team")};
  fields.finish();
  return given;
}

MatchByEmail read_match(TomlFields& fields) {
  MatchByEmail match;
  for (auto& domain : fields.optional_texts("match_verified_email_at")) {
    if (domain != lower(domain) || domain.find_first_of("@*/ ") != std::string::npos ||
        domain.find('.') == std::string::npos)
      fields.refuse("match_verified_email_at",
                    "Write whole domains in small letters, such as \"hollowbeck.example\"");
    match.domains.push_back(std::move(domain));
  }
  return match;
}

void check_issuer(TomlFields& fields, IdentityProvider& provider) {
  const platform::HttpClient client(provider.plain_http_on_loopback ? platform::PlainHttp::Loopback
                                                                    : platform::PlainHttp::Never);
  if (provider.issuer.empty()) return;
  if (const auto fit = client.check(provider.issuer); !fit)
    fields.refuse("issuer", fit.error().message);
  else if (provider.issuer.find('?') != std::string::npos)
    fields.refuse("issuer", "An issuer has no question mark");
}

std::optional<std::filesystem::path> read_secret_path(TomlFields& fields,
                                                      const std::filesystem::path& folder) {
  if (fields.has("client_secret")) {
    fields.raw("client_secret");
    fields.refuse(
        "client_secret",
        "A secret may not stand here, where everybody reads it. Put it into a file of its "
        "own and name that as client_secret_file");
  }
  const auto file = fields.optional_text("client_secret_file");
  if (!file) return std::nullopt;
  return folder / *file;
}

IdentityProvider read_provider(TomlFields& fields, const std::filesystem::path& folder) {
  IdentityProvider provider{};
  provider.id = short_name(fields, "id");
  provider.name = fields.text("name").value_or("");
  provider.issuer = fields.text("issuer").value_or("");
  provider.client_id = fields.text("client_id").value_or("");
  provider.client_secret_file = read_secret_path(fields, folder);
  provider.scopes = fields.optional_texts("scopes");
  if (std::ranges::find(provider.scopes, "openid") == provider.scopes.end())
    provider.scopes.insert(provider.scopes.begin(), "openid");
  provider.subject_claim = fields.optional_text("subject_claim").value_or("sub");
  provider.reads_user_info = fields.optional_flag("read_user_info").value_or(false);
  const auto skew = fields.optional_whole("clock_skew_seconds").value_or(usual_skew);
  if (skew < 0 || skew > longest_skew)
    fields.refuse("clock_skew_seconds", "Write 0 to 300: a clock that is further out is to be set");
  provider.clock_skew = std::chrono::seconds(skew);
  provider.plain_http_on_loopback = fields.optional_flag("plain_http_on_loopback").value_or(false);
  check_issuer(fields, provider);
  provider.match_by_email = read_match(fields);
  if (auto factor = fields.optional_table("second_factor")) {
    provider.second_factor = {factor->optional_texts("acr"), factor->optional_texts("amr")};
    if (!provider.second_factor.is_taken())
      factor->refuse("", "Name at least one value of acr or amr, or leave second_factor out");
    factor->finish();
  }
  for (auto& role : fields.optional_tables("role")) provider.roles.push_back(read_role(role));
  fields.finish();
  return provider;
}

void refuse_twins(TomlFields& fields, const IdentityProvider& provider,
                  const std::vector<IdentityProvider>& before) {
  if (std::ranges::find(before, provider.id, &IdentityProvider::id) != before.end())
    fields.refuse("id", "There is a provider of this id above");
  if (std::ranges::find(before, provider.issuer, &IdentityProvider::issuer) != before.end())
    fields.refuse("issuer", "There is a provider with this issuer above");
}

}  // namespace

Result<std::vector<IdentityProvider>> parse_identity_providers(
    std::string_view text, std::string_view name, const std::filesystem::path& folder) {
  NL_TRY(document, Toml::parse(text, name));
  std::vector<Error> problems;
  TomlFields fields(document, std::string(name), "", problems);
  std::vector<IdentityProvider> providers;
  auto tables = fields.optional_tables("provider");
  if (tables.size() > most_providers)
    return Error{ErrorCode::Invalid, "There are more than 20 providers", std::string(name)};
  for (auto& table : tables) {
    auto provider = read_provider(table, folder);
    refuse_twins(table, provider, providers);
    providers.push_back(std::move(provider));
  }
  fields.finish();
  if (!problems.empty()) return in_one(problems);
  return providers;
}

Result<std::vector<IdentityProvider>> read_identity_providers(const std::filesystem::path& file) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(file, failure);
  std::ifstream in(file, std::ios::binary);
  if (failure || !in)
    return Error{
        ErrorCode::NotFound,
        "The identity providers cannot be read. See that the file is there and may be read",
        file.string()};
  if (size > largest_file)
    return Error{ErrorCode::Invalid, "The file is larger than 1 MB", file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_identity_providers(text, file.filename().string(), file.parent_path());
}

}  // namespace northlight::accounts
