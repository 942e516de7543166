#include "web/multipart_sieve.hpp"

#include <algorithm>
#include <utility>

#include "web/multipart.hpp"

namespace northlight::web {
namespace {

constexpr std::string_view blank_line = "\r\n\r\n";
constexpr std::size_t end_of_line = 2;

}  // namespace

MultipartSieve::MultipartSieve(std::string_view boundary, Most most)
    : delimiter_("\r\n--" + std::string(boundary)),
      most_(most),
      head_from_(delimiter_.size() - end_of_line) {}

void MultipartSieve::put(std::string_view bytes) {
  pending_ += bytes;
  while (step()) {
  }
  // Once for all that came, however many parts are in it.
  pending_.erase(0, std::exchange(taken_, 0));
}

/// Whether it went on to another part of the body.
bool MultipartSieve::step() {
  const auto mark = in_ == In::Head ? blank_line : std::string_view(delimiter_);
  const auto waiting = std::string_view(pending_).substr(taken_);
  const auto at = waiting.find(mark);
  if (at != std::string_view::npos) {
    if (in_ == In::Head) {
      take_head(at + mark.size());
      return true;
    }
    take_content(at);
    keep_rest(mark.size());
    head_from_ = kept_.size();
    ++part_;
    in_ = In::Head;
    return true;
  }
  // What may be the beginning of the mark waits for more.
  const auto safe = waiting.size() - std::min(waiting.size(), mark.size() - 1);
  if (in_ == In::Head)
    keep_rest(safe);
  else
    take_content(safe);
  return false;
}

void MultipartSieve::take_head(std::size_t size) {
  keep_rest(size);
  const auto line = std::string_view(kept_).substr(std::min(head_from_, kept_.size()));
  const auto head = line.substr(0, line.size() - std::min(line.size(), blank_line.size()));
  in_ = is_of_a_file(head.substr(std::min(head.size(), end_of_line))) ? In::File : In::Text;
  file_from_ = kept_.size();
}

void MultipartSieve::take_content(std::size_t size) {
  if (in_ == In::Text) return keep_rest(size);
  if (in_ == In::File && files_ + size > most_.files) {
    files_ -= kept_.size() - file_from_;
    kept_.resize(file_from_);
    cut_.push_back(part_);
    in_ = In::CutFile;
  }
  if (in_ == In::File) {
    files_ += size;
    kept_.append(pending_, taken_, size);
  }
  taken_ += size;
}

void MultipartSieve::keep_rest(std::size_t size) {
  rest_ += size;
  overflowed_ = overflowed_ || rest_ > most_.rest;
  if (!overflowed_) kept_.append(pending_, taken_, size);
  taken_ += size;
}

std::string MultipartSieve::finish() {
  if (in_ == In::Head)
    keep_rest(pending_.size());
  else
    take_content(pending_.size());
  return std::move(kept_);
}

}  // namespace northlight::web
