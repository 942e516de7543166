#include "store/postgres_programs.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <vector>

#include "base/text.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace northlight::store {
namespace {

struct Connection {
  std::string words;     ///< For --dbname; without the password, which every user could see there.
  std::string password;  ///< For the environment.
};

Result<Connection> connection_to(const DatabaseUrl& url) {
  const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
      PQconninfoParse(url.place.c_str(), nullptr), PQconninfoFree);
  if (!options)
    return Error{ErrorCode::Invalid, "The database address cannot be read.", url.shown()};
  Connection connection;
  for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val == nullptr) continue;
    if (std::string_view(option->keyword) == "password") {
      connection.password = option->val;
      continue;
    }
    const auto value = replace_all(replace_all(option->val, "\\", "\\\\"), "'", "\\'");
    connection.words += std::string(option->keyword) + "='" + value + "' ";
  }
  return connection;
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (;;) {
    const auto count = ::read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    if (text.size() < 65'536) text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

// Runs the program to its end; its first line of complaint becomes the error.
Status run(std::vector<std::string> arguments, const std::string& password) {
  std::vector<char*> argument_list;
  for (auto& argument : arguments) argument_list.push_back(argument.data());
  argument_list.push_back(nullptr);
  auto secret = "PGPASSWORD=" + password;
  std::vector<char*> environment;
  for (char** each = environ; *each != nullptr; ++each) environment.push_back(*each);
  if (!password.empty()) environment.push_back(secret.data());
  environment.push_back(nullptr);

  std::array<int, 2> complaints{};
  if (::pipe2(complaints.data(), O_CLOEXEC) != 0)
    return Error{ErrorCode::Unavailable, "The system has no pipe free for " + arguments[0] + "."};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, complaints[1], 2);
  pid_t child = -1;
  const int failed = ::posix_spawnp(&child, arguments[0].c_str(), &actions, nullptr,
                                    argument_list.data(), environment.data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(complaints[1]);
  const auto said = failed == 0 ? read_all(complaints[0]) : std::string{};
  ::close(complaints[0]);
  if (failed != 0)
    return Error{
        ErrorCode::Unavailable,
        arguments[0] + " cannot be run. Install PostgreSQL's client programs (postgresql-client)."};
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return done();
  if (contains_ignoring_case(said, "no space left"))
    return Error{ErrorCode::Unavailable, "The disk is full. Free some space and try again."};
  return Error{ErrorCode::Unavailable,
               arguments[0] + " failed: " + said.substr(0, said.find('\n'))};
}

}  // namespace

Status dump_postgres(const DatabaseUrl& url, const std::string& snapshot,
                     const std::filesystem::path& to) {
  NL_TRY(connection, connection_to(url));
  return run({"pg_dump", "--format=custom", "--no-owner", "--no-password", "--snapshot=" + snapshot,
              "--file=" + to.string(), "--dbname=" + connection.words},
             connection.password);
}

Status load_postgres(const DatabaseUrl& url, const std::filesystem::path& from) {
  NL_TRY(connection, connection_to(url));
  return run({"pg_restore", "--exit-on-error", "--single-transaction", "--no-owner",
              "--no-password", "--dbname=" + connection.words, from.string()},
             connection.password);
}

}  // namespace northlight::store
