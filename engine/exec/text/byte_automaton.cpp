#include "engine/exec/text/byte_automaton.h"

#include "engine/exec/text/text_search.h"

namespace kijun::exec {

bool ByteAutomaton::matches(std::string_view text) const {
  if (tables_.backward) return matches_backward(text);
  State state = tables_.start;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (state == tables_.idle && !tables_.literal.empty()) {
      i = find_text(text, tables_.literal, i);
      if (i == std::string_view::npos) return tables_.accepts_end[state];
    }
    state = tables_.next[state][static_cast<unsigned char>(text[i])];
    if (state <= kDead) return state == kAccepting;
  }
  return tables_.accepts_end[state];
}

bool ByteAutomaton::matches_backward(std::string_view text) const {
  State state = tables_.start;
  for (std::size_t i = text.size(); i > 0; --i) {
    state = tables_.next[state][static_cast<unsigned char>(text[i - 1])];
    if (state <= kDead) return state == kAccepting;
  }
  return tables_.accepts_end[state];
}

}  // namespace kijun::exec
