#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace northlight::web {

/// Takes a multipart/form-data body in pieces, in whatever pieces it comes, and leaves out what is
/// in a file once the files together would be more than so many bytes, so that what was typed
/// beside a film that is too large can be read and shown again. All else stays as it came, to the
/// byte: what is no such body comes out unchanged, for the reader of forms to refuse.
class MultipartSieve {
 public:
  struct Most {
    std::size_t files = 0;  ///< Bytes of all files together.
    std::size_t rest = 0;   ///< Bytes of all else: headers, boundaries, what was typed.
  };

  MultipartSieve(std::string_view boundary, Most most);

  void put(std::string_view bytes);
  /// What came through, whole; nothing may be put in afterwards.
  std::string finish();

  /// Which parts, counted from 0, had a file that was left out, in their order.
  const std::vector<std::size_t>& cut() const { return cut_; }
  /// Bytes that it holds.
  std::size_t size() const { return kept_.size() + pending_.size(); }
  /// Whether there was more of the rest than may be: what comes through is of no use.
  bool overflowed() const { return overflowed_; }

 private:
  enum class In { Head, Text, File, CutFile };

  bool step();
  void take_head(std::size_t size);
  void take_content(std::size_t size);
  void keep_rest(std::size_t size);

  std::string delimiter_;  ///< "\r\n--boundary"
  Most most_;
  std::size_t head_from_;  ///< Where the line of the last boundary ends in what is kept.
  std::string pending_{};
  std::size_t taken_ = 0;  ///< Of what is pending; the rest was not yet looked at.
  std::string kept_{};
  In in_ = In::Head;
  std::size_t part_ = 0;
  std::size_t files_ = 0;  ///< Bytes kept of files.
  std::size_t rest_ = 0;
  std::size_t file_from_ = 0;  ///< Where the file stands whose bytes come now.
  std::vector<std::size_t> cut_{};
  bool overflowed_ = false;
};

}  // namespace northlight::web
