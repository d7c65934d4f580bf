#include "engine/cli/progress.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace kijun::cli {
namespace {

/// Back to the start of the line, and empty to its end (ECMA-48 CR and EL).
constexpr std::string_view kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(Session& session, LocalizedView what, std::chrono::milliseconds period) : session_(session) {
  spdlog::debug("{}", session.say(what));
  if (!session.shows_progress) return;
  const auto start = std::chrono::steady_clock::now();
  ticker_.emplace(period, period, [this, what, start] {
    const auto elapsed = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start);
    shown_ = true;
    const std::string_view unit = session_.say({"秒", " s"});
    session_.err << kClearLine << fmt::format("kijun: {} ({}{})", session_.say(what), elapsed.count(), unit);
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
