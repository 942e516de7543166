// Writes until it is killed: kill_writer DATABASE ROUND [audit]. Each change adds one row to each
// of two tables (with "audit", to one table and to the audit trail), and its id is said on standard
// output only after the database has answered.
#include <unistd.h>

#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "store/audit_log.hpp"
#include "store/database.hpp"

using namespace northlight;

int main(int count, char** arguments) {
  if (count != 3 && count != 4) return 2;
  const bool audited = count == 4;
  const std::string round = arguments[2];
  const auto database = store::Database::open(arguments[1]);
  if (!database) {
    std::fprintf(stderr, "%s\n", database.error().message.c_str());
    return 2;
  }
  std::vector<std::jthread> writers;
  for (int writer = 0; writer < 4; ++writer)
    writers.emplace_back([&, writer] {
      for (int i = 0;; ++i) {
        const auto id = round + "-" + std::to_string(writer) + "-" + std::to_string(i);
        const auto kept = (*database)->write([&](store::Transaction& transaction) -> Status {
          NL_CHECK(transaction.run("insert into first_half (id) values (:id)", {{"id", id}}));
          if (audited)
            return store::append_audit(
                transaction, {.operation = store::AuditOperation::Alteration, .request = id});
          NL_CHECK(transaction.run("insert into second_half (id) values (:id)", {{"id", id}}));
          return done();
        });
        if (!kept) continue;
        const auto line = id + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return;
      }
    });
  return 0;
}
