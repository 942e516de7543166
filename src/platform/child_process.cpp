#include "platform/child_process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "platform/descriptor.hpp"
#include "platform/waits_elsewhere.hpp"

namespace northlight::platform {

namespace {

constexpr const char* bubblewrap = "/usr/bin/bwrap";
constexpr unsigned nobody = 65534;
constexpr std::size_t most_error_text = 64U << 10U;

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    return Error{ErrorCode::Unavailable,
                 "No pipe could be opened to another program; too many files are open. Try again.",
                 {}};
  return Pipe{Descriptor{ends[0]}, Descriptor{ends[1]}};
}

/// The words that start the sandbox: an empty file system with the program folders of the system,
/// no network, no other process in sight, no environment, an account without rights.
std::vector<std::string> sandboxed(const SandboxedCommand& command) {
  std::vector<std::string> words{bubblewrap,
                                 "--unshare-all",
                                 "--unshare-user",
                                 "--uid",
                                 "65534",
                                 "--gid",
                                 "65534",
                                 "--die-with-parent",
                                 "--new-session",
                                 "--cap-drop",
                                 "ALL",
                                 "--clearenv",
                                 "--setenv",
                                 "PATH",
                                 "/usr/bin",
                                 "--setenv",
                                 "LC_ALL",
                                 "C.UTF-8",
                                 "--ro-bind",
                                 "/usr",
                                 "/usr",
                                 "--symlink",
                                 "usr/bin",
                                 "/bin",
                                 "--symlink",
                                 "usr/lib",
                                 "/lib",
                                 "--ro-bind-try",
                                 "/lib64",
                                 "/lib64",
                                 "--ro-bind-try",
                                 "/etc/ld.so.cache",
                                 "/etc/ld.so.cache",
                                 "--ro-bind-try",
                                 "/etc/fonts",
                                 "/etc/fonts",
                                 "--dev",
                                 "/dev",
                                 "--chdir",
                                 "/"};
  if (command.input_file) {
    words.insert(words.end(), {"--ro-bind", command.input_file->string(), "/input"});
  }
  if (command.workspace_bytes > 0)
    words.insert(words.end(), {"--proc", "/proc", "--size", std::to_string(command.workspace_bytes),
                               "--tmpfs", "/tmp", "--setenv", "HOME", "/tmp"});
  words.push_back("--");
  words.insert(words.end(), command.arguments.begin(), command.arguments.end());
  return words;
}

void limit(int resource, rlim_t value) {
  const rlimit bound{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &bound);
}

/// Runs in the child between fork and exec: only calls that are safe there.
[[noreturn]] void become(char* const* words, int input, int output, int errors,
                         const SandboxedCommand& command) {
  const auto& limits = command.limits;
  ::setpgid(0, 0);
  // A document is never opened with the rights of root.
  if (::geteuid() == 0 &&
      (::setgroups(0, nullptr) != 0 || ::setresgid(nobody, nobody, nobody) != 0 ||
       ::setresuid(nobody, nobody, nobody) != 0))
    ::_exit(126);
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(errors, STDERR_FILENO);
  const auto seconds =
      static_cast<rlim_t>(std::chrono::duration_cast<std::chrono::seconds>(limits.time).count());
  if (limits.memory_bytes > 0) limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CPU, seconds + 1);
  limit(RLIMIT_CORE, 0);
  // Without a workspace the program writes to its pipe and to nothing else.
  limit(RLIMIT_FSIZE, command.workspace_bytes);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  char* const environment[] = {nullptr};
  ::execve(words[0], words, environment);
  ::_exit(127);
}

/// The running child; whatever happens, its whole process group is ended and waited for.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill();
    wait();
  }

  void kill() const {
    if (!ended_) ::kill(-id_, SIGKILL);
  }
  /// The exit status as a shell gives it.
  int wait() {
    if (ended_) return status_;
    int state = 0;
    while (::waitpid(id_, &state, 0) < 0 && errno == EINTR) {
    }
    ended_ = true;
    status_ = WIFSIGNALED(state) ? 128 + WTERMSIG(state) : WEXITSTATUS(state);
    return status_;
  }

 private:
  pid_t id_;
  bool ended_ = false;
  int status_ = 0;
};

/// A child that stops reading early must not end us by a signal: in this thread it is held back,
/// and forgotten at the end.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
  ~WithoutPipeSignal() {
    if (sigismember(&before_, SIGPIPE) == 0) {
      const timespec now{0, 0};
      while (::sigtimedwait(&pipe_, nullptr, &now) > 0) {
      }
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_{};
  sigset_t before_{};
};

using SteadyClock = std::chrono::steady_clock;

/// Feeds the child and gathers what it says until it closes its output or passes a limit.
class Exchange {
 public:
  Exchange(Descriptor input, Descriptor output, Descriptor errors, const SandboxedCommand& command)
      : input_(std::move(input)),
        output_(std::move(output)),
        errors_(std::move(errors)),
        command_(command),
        deadline_(SteadyClock::now() + command.limits.time) {
    for (const auto* end : {&input_, &output_, &errors_})
      if (end->open()) ::fcntl(end->number(), F_SETFL, O_NONBLOCK);
  }

  Status run(ProcessOutput& into) {
    while (output_.open() || errors_.open()) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - SteadyClock::now())
              .count();
      if (left <= 0)
        return Error{
            ErrorCode::Invalid,
            "The document took too long to read and was given up. It may be damaged or made "
            "to exhaust its reader.",
            "document"};
      std::array<pollfd, 3> ends{{{input_.number(), POLLOUT, 0},
                                  {output_.number(), POLLIN, 0},
                                  {errors_.number(), POLLIN, 0}}};
      const int wait = static_cast<int>(std::min<long long>(left, 1000));
      if (::poll(ends.data(), ends.size(), wait) < 0 && errno != EINTR) break;
      if (ends[0].revents != 0) feed();
      if (ends[1].revents != 0) take(output_, into.output, command_.limits.output_bytes + 1);
      if (ends[2].revents != 0) take_errors(into.errors);
      if (into.output.size() > command_.limits.output_bytes)
        return Error{ErrorCode::Invalid,
                     "The document holds more text than a report can have and was given up.",
                     "document"};
    }
    return done();
  }

 private:
  void feed() {
    const auto left = command_.input.substr(fed_);
    const auto sent = left.empty() ? 0 : ::write(input_.number(), left.data(), left.size());
    if (sent > 0) fed_ += static_cast<std::size_t>(sent);
    const bool broken = sent < 0 && errno != EAGAIN && errno != EINTR;
    if (fed_ == command_.input.size() || broken) input_.close();
  }

  static void take(Descriptor& from, std::string& into, std::size_t most) {
    std::array<char, 65536> buffer{};
    const auto got = ::read(from.number(), buffer.data(), buffer.size());
    if (got > 0) {
      const auto room = most > into.size() ? most - into.size() : 0;
      into.append(buffer.data(), std::min(static_cast<std::size_t>(got), room));
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
      from.close();
    }
  }

  void take_errors(std::string& into) { take(errors_, into, most_error_text); }

  Descriptor input_;
  Descriptor output_;
  Descriptor errors_;
  const SandboxedCommand& command_;
  SteadyClock::time_point deadline_;
  std::size_t fed_ = 0;
};

/// What to do when bubblewrap itself failed, as its words on standard error tell.
std::optional<Error> sandbox_failure(const ProcessOutput& output) {
  if (output.exit_status == 127 && output.errors.empty())
    return Error{ErrorCode::Unavailable,
                 "Documents are read in a sandbox, and bubblewrap is not installed. Install the "
                 "package bubblewrap (apt-get install bubblewrap).",
                 {}};
  if (!output.errors.starts_with("bwrap: ")) return std::nullopt;
  const auto line = output.errors.substr(0, output.errors.find('\n'));
  if (line.find("execvp") != std::string::npos)
    return Error{ErrorCode::Unavailable,
                 "A program that reads documents is not installed: " + line.substr(7) +
                     ". Install the package poppler-utils (apt-get install poppler-utils).",
                 {}};
  return Error{
      ErrorCode::Unavailable,
      "The sandbox in which documents are read could not be made (" + line +
          "). Let the account that runs Northlight make user namespaces: set "
          "kernel.unprivileged_userns_clone=1 and user.max_user_namespaces above 0, or run "
          "the container so that bubblewrap may use them.",
      {}};
}

}  // namespace

Result<ProcessOutput> run_sandboxed(const SandboxedCommand& command) {
  const WaitsElsewhere waits;
  if (command.arguments.empty())
    return Error{ErrorCode::Invalid, "No program was named.", "arguments"};
  NL_TRY(input, make_pipe());
  NL_TRY(output, make_pipe());
  NL_TRY(errors, make_pipe());
  auto words = sandboxed(command);
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);

  const WithoutPipeSignal quiet;
  const pid_t id = ::fork();
  if (id == 0)
    become(pointers.data(), input.read.number(), output.write.number(), errors.write.number(),
           command);
  if (id < 0)
    return Error{ErrorCode::Unavailable,
                 "No further program could be started; the machine is out of processes. Try again.",
                 {}};
  ::setpgid(id, id);
  Child child(id);
  input.read.close();
  output.write.close();
  errors.write.close();

  ProcessOutput result;
  Exchange exchange(std::move(input.write), std::move(output.read), std::move(errors.read),
                    command);
  const auto exchanged = exchange.run(result);
  if (!exchanged) return exchanged.error();
  result.exit_status = child.wait();
  if (auto failure = sandbox_failure(result)) return *std::move(failure);
  return result;
}

}  // namespace northlight::platform
