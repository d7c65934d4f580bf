#include "tests/golden/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <iterator>

namespace kijun::golden {
namespace {

constexpr int kCannotRun = 127;

struct Pipe {
  int read_end = -1;
  int write_end = -1;
};

Pipe open_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe(ends.data()) != 0) {
    return {};
  }
  return {ends[0], ends[1]};
}

std::vector<char*> null_terminated(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) {
    pointers.push_back(word.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

// Runs in the child: only calls that are safe between fork and exec.
[[noreturn]] void become(const char* program, const char* directory, char* const* arguments, char* const* environment,
                         const Pipe& out, const Pipe& err) {
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  ::dup2(out.write_end, STDOUT_FILENO);
  ::dup2(err.write_end, STDERR_FILENO);
  for (const int end : {out.read_end, out.write_end, err.read_end, err.write_end}) {
    ::close(end);
  }
  if (::chdir(directory) == 0) {
    ::execve(program, arguments, environment);
  }
  ::_exit(kCannotRun);
}

// Reads both pipes until the program closes them; false when time runs out first.
bool drain(const Pipe& out, const Pipe& err, int seconds, ProcessResult& result) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  std::array<pollfd, 2> polled{pollfd{out.read_end, POLLIN, 0}, pollfd{err.read_end, POLLIN, 0}};
  const std::array<std::string*, 2> texts{&result.out, &result.err};
  std::array<char, 65536> buffer{};
  while (polled[0].fd >= 0 || polled[1].fd >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0 ||
        (::poll(polled.data(), polled.size(), static_cast<int>(left.count())) < 0 && errno != EINTR)) {
      return false;
    }
    for (std::size_t i = 0; i < polled.size(); ++i) {
      if (polled[i].fd < 0 || polled[i].revents == 0) {
        continue;
      }
      const ssize_t size = ::read(polled[i].fd, buffer.data(), buffer.size());
      if (size > 0) {
        texts[i]->append(buffer.data(), static_cast<std::size_t>(size));
      } else {
        polled[i].fd = -1;
      }
    }
  }
  return true;
}

std::string describe(int status) {
  if (WIFSIGNALED(status)) {
    return "signal " + std::to_string(WTERMSIG(status));
  }
  return std::to_string(WEXITSTATUS(status));
}

}  // namespace

ProcessResult run(const Process& process) {
  std::vector<std::string> words{process.program.string()};
  words.insert(words.end(), process.arguments.begin(), process.arguments.end());
  std::vector<std::string> environment = process.environment;
  const std::vector<char*> argument_pointers = null_terminated(words);
  const std::vector<char*> environment_pointers = null_terminated(environment);

  const Pipe out = open_pipe();
  const Pipe err = open_pipe();
  const pid_t child = ::fork();
  if (child == 0) {
    become(process.program.c_str(), process.directory.c_str(), argument_pointers.data(), environment_pointers.data(),
           out, err);
  }
  ::close(out.write_end);
  ::close(err.write_end);
  ProcessResult result;
  if (child < 0) {
    result.exit = std::string("cannot fork: ") + std::strerror(errno);
  } else {
    const bool ended = drain(out, err, process.seconds, result);
    if (!ended) {
      ::kill(child, SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    result.exit = ended ? describe(status) : "killed after " + std::to_string(process.seconds) + " s";
  }
  ::close(out.read_end);
  ::close(err.read_end);
  return result;
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace kijun::golden
