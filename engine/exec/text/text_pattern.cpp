#include "engine/exec/text/text_pattern.h"

namespace kijun::exec {
namespace {

re2::RE2::Options quiet() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return options;
}

}  // namespace

TextPattern::TextPattern(std::string_view pattern) : automaton_(compile_automaton(pattern)) {
  if (!automaton_.has_value())
    re2_ = std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), quiet());
}

bool TextPattern::matches(std::string_view text) const {
  if (automaton_.has_value()) return automaton_->matches(text);
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *re2_);
}

}  // namespace kijun::exec
