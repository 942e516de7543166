#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/inspection.hpp"
#include "store/database.hpp"
#include "store/sql_library.hpp"
#include "web/router.hpp"
#include "web/server.hpp"
#include "web/site.hpp"

namespace northlight::testing {

class PeopleUnderTest;

/// Whether people can sign in to the site under test, as they can to a demonstration.
enum class SignInThere { No, Yes };

/// Routes beyond those of the product, for tests of what must not get into it.
using MoreRoutes = std::function<void(web::Router&, const web::Site&)>;

/// What came back.
struct Answer {
  int status = 0;
  std::string headers;
  std::string body;

  bool shows(std::string_view text) const { return body.find(text) != std::string::npos; }
};

/// The whole site on a free port, over a database of its own: SQLite in a temporary folder, or,
/// where NORTHLIGHT_JOURNEYS_ON is "postgresql", on the cluster that NORTHLIGHT_TEST_POSTGRES names
/// (tools/private_postgres). Throws when that cannot be had: no journey passes on another database
/// than the one that was asked for.
class SiteUnderTest {
 public:
  explicit SiteUnderTest(const std::vector<domain::PublishedInspection>& inspections,
                         SignInThere sign_in = SignInThere::No, const MoreRoutes& more = {});
  ~SiteUnderTest();
  SiteUnderTest(const SiteUnderTest&) = delete;
  SiteUnderTest& operator=(const SiteUnderTest&) = delete;

  /// `target` as it stands in the request line.
  Answer get(std::string_view target) const;
  const web::Site& site() const { return *site_; }
  /// Every route that it answers.
  const std::vector<web::Router::Route>& routes() const { return routes_; }
  std::uint16_t port() const { return server_->port(); }

  store::Engine engine() const { return database_->engine(); }
  store::Database& database() { return *database_; }
  /// Throws where nobody can sign in.
  PeopleUnderTest& people();

 private:
  std::string make_database();

  std::filesystem::path folder_;
  std::string postgres_name_{};  ///< Of the database on the cluster; empty on SQLite.
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<store::SqlLibrary> library_;
  std::unique_ptr<PeopleUnderTest> people_;
  std::optional<forms::Forms> forms_{};
  std::optional<domain::SubjectAccessPolicy> subject_access_{};
  std::vector<web::Router::Route> routes_{};
  std::unique_ptr<web::Site> site_;
  std::unique_ptr<web::Server> server_;
};

}  // namespace northlight::testing
