#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace kijun::audit {

/// Answers to a cell: at least one, ascending, by their place in its list.
struct NamedAnswers {
  std::size_t cell = 0;
  std::vector<std::size_t> answers;
  bool operator==(const NamedAnswers&) const = default;
};

/// Answers to several cells together.
using AnswerCase = std::vector<NamedAnswers>;

/// Whether something is needed after certain answers: by cell 0 for none, else 1 + the answer's place.
struct AnsweredNeed {
  std::vector<std::size_t> digits;
  bool is_needed = false;
};

/// Most cases that a condition names; one that takes more is not understood on paper.
inline constexpr std::size_t kMostCases = 3;

/// The cases in which something is needed, in as few words as trying to leave each out gives: one of them holds exactly
/// where it is needed. `order` has the cells that can be named, first asked first. No case when it is needed everywhere;
/// nothing when it takes more than `kMostCases`.
[[nodiscard]] std::optional<std::vector<AnswerCase>> cases_of(const std::vector<AnsweredNeed>& needs,
                                                              const std::vector<std::size_t>& order);

}  // namespace kijun::audit
