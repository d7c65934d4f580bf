#include "engine/cel/pattern.h"

#include <re2/re2.h>

#include <map>
#include <memory>

namespace kijun::cel {
namespace {

/// Patterns compiled by this thread. Rules have few; patterns made from data would fill it, so it is emptied when full.
class PatternCache {
 public:
  const re2::RE2& get(const std::string& pattern) {
    const auto found = patterns_.find(pattern);
    if (found != patterns_.end()) return *found->second;
    if (patterns_.size() >= kMaxPatterns) patterns_.clear();
    re2::RE2::Options options;
    options.set_log_errors(false);
    return *patterns_.emplace(pattern, std::make_unique<re2::RE2>(pattern, options)).first->second;
  }

 private:
  static constexpr std::size_t kMaxPatterns = 256;
  std::map<std::string, std::unique_ptr<re2::RE2>> patterns_;
};

}  // namespace

Value match_pattern(const std::string& text, const std::string& pattern) {
  thread_local PatternCache cache;
  const re2::RE2& compiled = cache.get(pattern);
  if (!compiled.ok()) return Value::error("invalid_pattern", "invalid pattern: " + compiled.error());
  return Value(re2::RE2::PartialMatch(text, compiled));
}

}  // namespace kijun::cel
