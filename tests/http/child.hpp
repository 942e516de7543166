#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace northlight::web {

/// A program that the test runs and talks to by its standard input and output; what it says on
/// standard error is dropped. Killed with the
/// test.
class Child {
 public:
  explicit Child(std::vector<std::string> command) {
    int in[2];
    int out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0)
      throw std::runtime_error("pipe2");
    std::vector<char*> words;
    for (auto& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(in[0], STDIN_FILENO);
      ::dup2(out[1], STDOUT_FILENO);
      ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
      ::execvp(words[0], words.data());
      ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    in_ = in[1];
    out_ = out[0];
  }
  ~Child() {
    close_input();
    ::close(out_);
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void write(std::string_view text) {
    if (::write(in_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
      throw std::runtime_error("the child does not read");
  }
  void close_input() {
    if (in_ >= 0) ::close(in_);
    in_ = -1;
  }
  std::string read_line() {
    std::string line;
    for (char c = 0; ::read(out_, &c, 1) == 1 && c != '\n';) line += c;
    return line;
  }
  std::string read_all() {
    std::string text;
    char bytes[4'096];
    for (ssize_t count = 0; (count = ::read(out_, bytes, sizeof bytes)) > 0;)
      text.append(bytes, static_cast<std::size_t>(count));
    return text;
  }
  void signal(int number) { ::kill(process_, number); }

  bool has_ended() {
    int status = 0;
    if (process_ > 0 && ::waitpid(process_, &status, WNOHANG) == process_) end(status);
    return process_ <= 0;
  }
  /// Its exit status; -1 when a signal ended it.
  int wait() {
    int status = 0;
    if (process_ > 0 && ::waitpid(process_, &status, 0) == process_) end(status);
    return exit_status_;
  }

 private:
  void end(int status) {
    exit_status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    process_ = -1;
  }

  pid_t process_ = -1;
  int in_ = -1;
  int out_ = -1;
  int exit_status_ = -1;
};

}  // namespace northlight::web
