#include "store/audit_encoding.hpp"

#include <sodium.h>

namespace northlight::store {
namespace {

template <std::size_t size>
void put_whole(std::string& bytes, std::uint64_t number) {
  std::array<char, size> low_first{};
  for (auto& byte : low_first) {
    byte = static_cast<char>(number & 0xffU);
    number >>= 8U;
  }
  bytes.append(low_first.data(), low_first.size());
}

}  // namespace

AuditHash no_audit_hash() {
  AuditHash hash{};
  hash.fill('0');
  return hash;
}

void AuditEncoding::add(std::string_view text) {
  bytes_ += 'T';
  put_whole<4>(bytes_, text.size());
  bytes_ += text;
}

void AuditEncoding::add(const std::optional<std::string_view>& text) {
  if (text)
    add(*text);
  else
    bytes_ += 'N';
}

void AuditEncoding::add(std::optional<std::int64_t> number) {
  bytes_ += number ? 'I' : 'N';
  if (number) put_whole<8>(bytes_, static_cast<std::uint64_t>(*number));
}

AuditHash AuditEncoding::hash(std::string_view before, const AuditColumns& columns) {
  bytes_.assign("northlight-audit-1");
  add(std::string_view(service_));
  add(before);
  add(columns.at);
  add(columns.person);
  add(columns.role);
  add(columns.organisation);
  add(columns.operation);
  add(columns.action);
  add(columns.outcome);
  add(columns.file);
  add(columns.record);
  add(columns.version);
  add(columns.about);
  add(columns.listed);
  add(columns.justification);
  add(columns.recipient);
  add(columns.source);
  add(columns.request);

  std::array<unsigned char, 32> digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(bytes_.data()),  // NOLINT
                     bytes_.size(), nullptr, 0);
  constexpr std::string_view digits = "0123456789abcdef";
  AuditHash text{};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    text[2 * i] = digits[digest[i] >> 4U];
    text[2 * i + 1] = digits[digest[i] & 0xfU];
  }
  return text;
}

}  // namespace northlight::store
