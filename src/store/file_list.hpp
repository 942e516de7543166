#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "domain/ids.hpp"
#include "store/value.hpp"

namespace northlight::store {

/// Some files, as a statement asks for them. Keeps what it binds.
class FileList {
 public:
  explicit FileList(const std::vector<domain::FileId>& files) {
    for (const auto& file : files) {
      names_.push_back("file" + std::to_string(names_.size()));
      ids_.push_back(file.text());
    }
  }
  FileList(const FileList&) = delete;
  FileList& operator=(const FileList&) = delete;

  /// "(:file0, :file1)"; of no file it is no SQL.
  std::string sql() const { return "(:" + join(names_, ", :") + ")"; }
  void bind(std::vector<Bound>& bound) const {
    for (std::size_t i = 0; i < ids_.size(); ++i) bound.push_back({names_[i], ids_[i]});
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::string> ids_;
};

}  // namespace northlight::store
