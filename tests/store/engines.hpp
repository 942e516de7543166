#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"
#include "store/migration.hpp"

/// Databases for tests: the same test runs on SQLite and on PostgreSQL.
namespace northlight::testing {

/// A folder of its own that is gone at the end of the scope.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A new, empty database that is gone at the end of the scope. For PostgreSQL, a private cluster is
/// started when it is first asked for (tools/private_postgres, or the cluster that
/// NORTHLIGHT_TEST_POSTGRES names) and ends with the program, however that ends.
class FreshDatabase {
 public:
  /// `how` ends PostgreSQL's `create database`.
  explicit FreshDatabase(store::Engine engine, std::string_view how = {});
  FreshDatabase(const FreshDatabase&) = delete;
  FreshDatabase& operator=(const FreshDatabase&) = delete;
  ~FreshDatabase();

  const std::string& url() const { return url_; }

  /// Opens it; stops the test when that fails.
  std::unique_ptr<store::Database> open(store::Database::Options options = {}) const;
  /// Opens it and brings it to the project's schema.
  std::unique_ptr<store::Database> open_migrated(store::Database::Options options = {}) const;

 private:
  store::Engine engine_;
  std::string url_;
  TemporaryFolder folder_{};  ///< SQLite
  std::string name_{};        ///< PostgreSQL
};

/// The engines that can be tested here; says so once when PostgreSQL is not installed.
const std::vector<store::Engine>& engines();

/// The project's schema/.
const store::Schema& project_schema();

}  // namespace northlight::testing
