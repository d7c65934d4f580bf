#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "engine/audit/bit_plane.h"
#include "engine/audit/outcome.h"
#include "engine/base/bit_count.h"

namespace kijun::audit {

/// The states of one clause for 64 subjects: every subject has its bit in exactly one member.
struct StateWord {
  BitPlane::Word is_true = 0;
  BitPlane::Word is_false = 0;
  BitPlane::Word unknown = 0;
  BitPlane::Word error = 0;
  BitPlane::Word not_applicable = 0;
};

/// The decisions of 64 subjects, likewise.
struct DecisionWord {
  BitPlane::Word pass = 0;
  BitPlane::Word fail = 0;
  BitPlane::Word not_applicable = 0;
  BitPlane::Word error = 0;
  BitPlane::Word unknown_applicability = 0;
  BitPlane::Word unknown_requirement = 0;
  BitPlane::Word not_judgeable = 0;
};

/// `decide` for 64 subjects at once. A subject that has no bit in `when` gets none in the decision.
[[nodiscard]] DecisionWord decide_word(const StateWord& when, const StateWord& judgeable, const StateWord& require);

/// The decision of every subject of a space in three bits. Seven of the eight patterns are decisions, in the order of
/// `DecisionWord`; the eighth is a subject the rule is not asked about.
class DecisionPlanes {
 public:
  DecisionPlanes() = default;
  /// Room for `num_subjects`; every word has to be set.
  explicit DecisionPlanes(std::size_t num_subjects);

  [[nodiscard]] std::size_t num_words() const { return planes_[0].size(); }
  void set_word(std::size_t at, const DecisionWord& word);
  /// The decision of a subject the rule is asked about.
  [[nodiscard]] Decision get(std::size_t subject) const;
  /// Which subjects of a word have the decision.
  [[nodiscard]] BitPlane::Word word(Decision decision, std::size_t at) const {
    const std::size_t pattern = pattern_of(decision);
    BitPlane::Word bits = ~BitPlane::Word{0};
    for (std::size_t plane = 0; plane < planes_.size(); ++plane)
      bits &= ((pattern >> plane) & 1U) != 0 ? planes_[plane][at] : ~planes_[plane][at];
    return bits;
  }
  /// How many subjects have each decision, by `pattern_of`; the last: those the rule is not asked about.
  [[nodiscard]] std::array<std::size_t, 8> counts() const {
    return count_patterns({planes_[0], planes_[1], planes_[2]});
  }
  /// The place of a decision in the order of `DecisionWord`.
  static constexpr std::size_t pattern_of(Decision decision) {
    switch (decision.outcome) {
      case Outcome::kPass:
        return 0;
      case Outcome::kFail:
        return 1;
      case Outcome::kNotApplicable:
        return 2;
      case Outcome::kError:
        return 3;
      case Outcome::kUnknown:
        break;
    }
    return 3 + static_cast<std::size_t>(decision.undecided);
  }

 private:
  std::array<std::vector<BitPlane::Word>, 3> planes_;
};

}  // namespace kijun::audit
