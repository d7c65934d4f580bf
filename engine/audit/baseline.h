#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/audit/outcome.h"
#include "engine/base/language.h"
#include "engine/base/result.h"
#include "engine/policy/severity.h"

namespace kijun::audit {

class ResultModel;

/// One finding that was known when the baseline was written.
struct BaselineEntry {
  std::string fingerprint;
  std::string state_hash;
  std::string rule;
  std::string field;  ///< Under `for_fields`.
  std::string subject_kind;
  std::string subject_code;
  std::string subject_name;  ///< For people; plays no part.
  Outcome outcome = Outcome::kFail;
  policy::Severity severity = policy::Severity::kError;
  bool operator==(const BaselineEntry&) const = default;
};

/// The findings that an owner of data has taken note of: they no longer gate as long as they get no worse.
struct Baseline {
  std::string series;  ///< Of the surveys it can be compared with.
  std::vector<BaselineEntry> entries;
  bool operator==(const Baseline&) const = default;
};

/// How a finding stands to the baseline. Worse: it fails where it was undecided, or at a higher severity.
enum class BaselineState : std::uint8_t { kNew, kUnchanged, kUpdated, kWorse };
inline constexpr std::size_t kNumBaselineStates = 4;
/// "new", "unchanged", "updated", "worse".
[[nodiscard]] std::string_view baseline_state_id(BaselineState state);

/// A run beside a baseline.
class BaselineComparison {
 public:
  BaselineComparison() = default;
  /// Compares every finding of `model`. `baseline` is borrowed.
  BaselineComparison(const Baseline& baseline, const ResultModel& model);

  /// Of a finding; nothing for other results.
  [[nodiscard]] std::optional<BaselineState> state(std::size_t column, std::size_t position) const;
  /// True for a finding that was known and has got no worse: it does not gate.
  [[nodiscard]] bool is_known(std::size_t column, std::size_t position) const;
  /// By `result_key`.
  [[nodiscard]] const std::unordered_map<std::uint64_t, BaselineState>& states() const { return states_; }
  [[nodiscard]] std::size_t count(BaselineState state) const { return counts_[static_cast<std::size_t>(state)]; }
  /// Entries that are no finding any more.
  [[nodiscard]] const std::vector<const BaselineEntry*>& absent() const { return absent_; }
  /// Entries whose rule or subject a narrowed run did not look at.
  [[nodiscard]] std::size_t num_outside() const { return num_outside_; }

 private:
  std::unordered_map<std::uint64_t, BaselineState> states_;  ///< By column and position.
  std::array<std::size_t, kNumBaselineStates> counts_{};
  std::vector<const BaselineEntry*> absent_;
  std::size_t num_outside_ = 0;
};

/// The findings of a run, in the order of its rules and subjects.
[[nodiscard]] Baseline make_baseline(const ResultModel& model);

/// The baseline without what is absent from a run.
[[nodiscard]] Baseline prune(const Baseline& baseline, const BaselineComparison& comparison);

/// A baseline as a JSON document, a finding a line, so that a diff shows what came and went.
[[nodiscard]] std::string write_baseline(const Baseline& baseline);

/// Reads what `write_baseline` writes. Fails with what is wrong with the document and where.
[[nodiscard]] Result<Baseline> read_baseline(std::string_view json);

}  // namespace kijun::audit
