// Whatever a stranger sends with a form, in whatever pieces: with room for all of it, it comes
// through to the byte; with little room no more than that comes through, and what was typed in a
// form that is well is read the same. The first two bytes say how large the pieces and the room
// are.
#include <cstddef>
#include <cstdint>

#include "web/multipart.hpp"
#include "web/multipart_sieve.hpp"

namespace {

using northlight::web::MultipartSieve;

std::string sieved(MultipartSieve& sieve, std::string_view body, std::size_t piece) {
  for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
    sieve.put(body.substr(0, piece));
  return sieve.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::size_t piece = 1 + data[0];
  const std::size_t room = data[1];
  const std::string_view body(reinterpret_cast<const char*>(data) + 2, size - 2);
  MultipartSieve wide("b", {.files = size, .rest = size});
  if (sieved(wide, body, piece) != body || !wide.cut().empty() || wide.overflowed())
    __builtin_trap();
  MultipartSieve narrow("b", {.files = room, .rest = size});
  const auto left = sieved(narrow, body, piece);
  if (left.size() > body.size()) __builtin_trap();
  const std::string type = "multipart/form-data; boundary=b";
  const auto whole = northlight::web::parse_multipart(type, body);
  if (!whole) return 0;
  const auto cut = northlight::web::parse_multipart(type, left, narrow.cut());
  if (!cut || cut->files.size() != whole->files.size()) __builtin_trap();
  if (!(cut->fields == whole->fields)) __builtin_trap();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < cut->files.size(); ++i) {
    const auto& file = cut->files[i];
    kept += file.bytes.size();
    if (!file.is_cut && file.bytes != whole->files[i].bytes) __builtin_trap();
    if (file.is_cut && !file.bytes.empty()) __builtin_trap();
  }
  if (kept > room) __builtin_trap();
  return 0;
}
