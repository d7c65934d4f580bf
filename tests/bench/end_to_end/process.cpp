#include "tests/bench/end_to_end/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>

extern char** environ;

namespace kijun::bench {
namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

/// Our environment under the additions.
std::vector<std::string> environment_with(const std::vector<std::string>& additions) {
  std::vector<std::string> all = additions;
  for (char** entry = environ; *entry != nullptr; ++entry) all.emplace_back(*entry);
  return all;
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 65536> buffer{};
  ssize_t size = 0;
  while ((size = ::read(file, buffer.data(), buffer.size())) > 0) text.append(buffer.data(), static_cast<size_t>(size));
  return text;
}

/// Starts a program whose stdout is `out`; 0 when it could not be started.
pid_t start(const Command& command, int out) {
  std::vector<std::string> arguments = command.arguments;
  std::vector<std::string> environment = environment_with(command.environment);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  pid_t child = 0;
  if (::posix_spawnp(&child, arguments[0].c_str(), &actions, nullptr, pointers(arguments).data(),
                     pointers(environment).data()) != 0)
    child = 0;
  ::posix_spawn_file_actions_destroy(&actions);
  return child;
}

}  // namespace

ProcessRun run_process(const Command& command) {
  ProcessRun run;
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return run;
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = start(command, pipe[1]);
  ::close(pipe[1]);
  if (child != 0) {
    run.out = read_all(pipe[0]);
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    run.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    run.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    run.peak_bytes = usage.ru_maxrss * 1024;
    if (WIFEXITED(status)) run.exit_code = WEXITSTATUS(status);
  }
  ::close(pipe[0]);
  return run;
}

}  // namespace kijun::bench
