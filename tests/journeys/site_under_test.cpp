#include "tests/journeys/site_under_test.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>
#include <tuple>

#include "domain/read_help_lines.hpp"
#include "domain/read_subject_access.hpp"
#include "forms/read_forms.hpp"
#include "framework/read_framework.hpp"
#include "store/migrate.hpp"
#include "store/read_migrations.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "web/application.hpp"
#include "web/entrance.hpp"
#include "web/pages/all_pages.hpp"

namespace northlight::testing {
namespace {

template <typename T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

std::filesystem::path temporary_folder() {
  std::string name =
      (std::filesystem::temp_directory_path() / "northlight-journey-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return name;
}

std::string exchange(std::uint16_t port, const std::string& request) {
  const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      ::send(client, request.data(), request.size(), MSG_NOSIGNAL) ==
          static_cast<ssize_t>(request.size())) {
    char buffer[65536];
    for (ssize_t got = 0; (got = ::recv(client, buffer, sizeof buffer, 0)) > 0;)
      answer.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(client);
  return answer;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string cluster() {
  auto address = environment("NORTHLIGHT_TEST_POSTGRES");
  if (address.find("/postgres?") == std::string::npos)
    throw std::runtime_error(
        "NORTHLIGHT_TEST_POSTGRES names no cluster: run under "
        "tools/private_postgres");
  return address;
}

Status run_on_cluster(const std::string& sql) {
  NL_TRY(url, store::DatabaseUrl::parse(cluster()));
  NL_TRY(session, store::Transaction::open(url, store::SessionUse::Write));
  return session->run_as_is(sql);
}

}  // namespace

std::string SiteUnderTest::make_database() {
  static std::atomic<int> count{0};
  const auto engine = environment("NORTHLIGHT_JOURNEYS_ON");
  if (engine.empty() || engine == "sqlite") return "sqlite:" + (folder_ / "library.db").string();
  if (engine != "postgresql")
    throw std::runtime_error("NORTHLIGHT_JOURNEYS_ON is neither sqlite nor postgresql: " + engine);
  postgres_name_ = "journey_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
  must(run_on_cluster("create database " + postgres_name_));
  auto address = cluster();
  return address.replace(address.find("/postgres?") + 1, std::string_view("postgres").size(),
                         postgres_name_);
}

SiteUnderTest::SiteUnderTest(const std::vector<domain::PublishedInspection>& inspections,
                             SignInThere sign_in, const MoreRoutes& more)
    : folder_(temporary_folder()) {
  const std::filesystem::path source(NORTHLIGHT_SOURCE_DIR);
  // Several sites live at once, and a cluster has so many connections.
  database_ = must(store::Database::open(make_database(), {.readers = 2, .writers = 1}));
  must(store::migrate(*database_, must(store::read_migrations(source / "schema"))));
  library_ = std::make_unique<store::SqlLibrary>(*database_);
  if (!inspections.empty()) must(library_->put_all(inspections));

  auto editions = must(framework::read_editions(source / "frameworks"));
  auto vocabulary = reading::vocabulary_of(editions);
  site_ = std::make_unique<web::Site>(web::Site{.library = *library_,
                                                .editions = std::move(editions),
                                                .vocabulary = std::move(vocabulary),
                                                .today = [] { return *parse_date("2026-01-05"); }});
  web::Application application{.router = {},
                               .log = platform::Log::to([](std::string_view) {}),
                               .error_page = web::error_pages(*site_)};
  if (sign_in == SignInThere::Yes) {
    people_ = std::make_unique<PeopleUnderTest>(*database_, folder_);
    site_->people = &people_->people;
    forms_ = must(forms::read_forms(source / "forms"));
    site_->forms = &*forms_;
    subject_access_ = must(domain::read_subject_access(source / "policy" / "subject-access.toml"));
    site_->subject_access = &*subject_access_;
    people_->people.help = must(domain::read_help_lines(source / "policy" / "help-now.toml"));
    site_->demo_people = people_->all;
    site_->shell.can_sign_in = true;
    application.router.use(web::entrance(people_->people));
  }
  web::add_all_routes(application.router, *site_);
  if (more) more(application.router, *site_);
  routes_ = application.router.routes();
  server_ = must(web::Server::start(std::move(application), {.workers = 2}));
  // Identity providers send people back to it.
  if (people_) site_->base_url = "http://127.0.0.1:" + std::to_string(server_->port());
}

SiteUnderTest::~SiteUnderTest() {
  server_.reset();
  site_.reset();
  people_.reset();
  library_.reset();
  database_.reset();
  // Should this fail, the private cluster takes it with it.
  if (!postgres_name_.empty())
    std::ignore = run_on_cluster("drop database " + postgres_name_ + " with (force)");
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

PeopleUnderTest& SiteUnderTest::people() {
  if (!people_) throw std::runtime_error("nobody can sign in to this site");
  return *people_;
}

Answer SiteUnderTest::get(std::string_view target) const {
  const auto raw = exchange(server_->port(), "GET " + std::string(target) +
                                                 " HTTP/1.1\r\nHost: northlight.test\r\n"
                                                 "Connection: close\r\n\r\n");
  Answer answer;
  if (raw.size() > 12) answer.status = std::atoi(raw.substr(9, 3).c_str());
  const auto end = raw.find("\r\n\r\n");
  answer.headers = raw.substr(0, end);
  if (end != std::string::npos) answer.body = raw.substr(end + 4);
  return answer;
}

}  // namespace northlight::testing
