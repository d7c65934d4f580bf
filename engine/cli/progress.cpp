#include "engine/cli/progress.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace kijun::cli {
namespace {

/// Back to the start of the line, and empty to its end (ECMA-48 CR and EL).
constexpr std::string_view kClearLine = "\r\x1b[K";

/// "320,000"
std::string grouped(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

/// " 320,000 / 1,000,000 records, 410,000 a second"; empty before anything is counted.
LocalizedText counted(const WorkCounter& counter, std::chrono::milliseconds elapsed) {
  const std::uint64_t done = counter.done();
  if (counter.total() == 0) return {};
  const auto milliseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(1, elapsed.count()));
  const std::string rate = grouped(done * 1000 / milliseconds);
  const std::string share = fmt::format("{} / {}", grouped(done), grouped(counter.total()));
  return {fmt::format(" {}件、毎秒{}件", share, rate), fmt::format(" {} records, {} a second", share, rate)};
}

}  // namespace

Progress::Progress(Session& session, LocalizedView what, const WorkCounter* counter, std::chrono::milliseconds period)
    : session_(session) {
  spdlog::debug("{}", session.say(what));
  if (!session.shows_progress) return;
  const auto start = std::chrono::steady_clock::now();
  ticker_.emplace(period, period, [this, what, counter, start] {
    const auto elapsed =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    shown_ = true;
    const LocalizedText count = counter == nullptr ? LocalizedText{} : counted(*counter, elapsed);
    session_.err << kClearLine
                 << fmt::format("kijun: {}{} ({}{})", session_.say(what), count.in(session_.language),
                                elapsed.count() / 1000, session_.say({"秒", " s"}));
    session_.err.flush();
  });
}

Progress::~Progress() {
  ticker_.reset();
  if (!shown_) return;
  session_.err << kClearLine;
  session_.err.flush();
}

}  // namespace kijun::cli
