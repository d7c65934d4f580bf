#pragma once

#include <array>
#include <cstdint>
#include <ostream>
#include <string_view>
#include <vector>

#include "engine/audit/compare/indicator_comparison.h"
#include "engine/base/language.h"
#include "reports/model/gap_report.h"

namespace kijun::reports {

/// Why changes are not split by what made them.
struct NoSplit {
  enum class Kind : std::uint8_t {
    kOldIsFile,  ///< A result file holds verdicts, not the answers and rules that a split takes.
    kNewIsFile,
    kCornerFailed,  ///< One of the mixed runs could not be run.
  };
  Kind kind = Kind::kOldIsFile;
  audit::Inputs replaced;  ///< Of a failed run: the inputs that were the new ones.
};

/// Everything a comparison found. All borrowed.
struct CompareSource {
  const audit::Corners& corners;
  const audit::Comparison& comparison;
  const std::vector<audit::IndicatorComparison>& indicators;
  const std::vector<NoSplit>& no_split;
  bool what_if = false;       ///< One survey under today's rules and under others that nobody has adopted.
  double min_response = 0.0;  ///< A share, 0 … 1.

  /// The rule as it is now, or as it was when it is gone.
  [[nodiscard]] const audit::TableRule& rule(const audit::ComparedRule& compared) const;
  [[nodiscard]] const audit::TableSubject& subject_before(const audit::SubjectPair& pair) const;
  [[nodiscard]] const audit::TableSubject& subject_after(const audit::SubjectPair& pair) const;
  /// Id, of the side that says.
  [[nodiscard]] const std::string& zone(const audit::SubjectPair& pair) const;
};

/// What the two runs were.
struct CompareHeadRow {
  LocalizedText label;
  LocalizedText before;
  LocalizedText after;
  bool differs = false;
};

/// One change in words.
struct ChangeView {
  const audit::FindingChange* change = nullptr;
  std::string rule;  ///< Id, with the field in brackets under `for_fields`.
  LocalizedText title;
  LocalizedText subject;  ///< With its old name where that is another.
  LocalizedText before;
  LocalizedText after;
  LocalizedText kind;  ///< Of change.
  LocalizedText by;    ///< What made it; empty without a split.
  LocalizedText text;  ///< What the new run says; empty when resolved.
};

/// Changes under one heading.
struct ChangeGroup {
  LocalizedText heading;
  std::vector<ChangeView> changes;
};

/// Every way a finding changes, worst first.
inline constexpr std::array kEveryChange{audit::ChangeClass::kWorsened, audit::ChangeClass::kFallenDue,
                                         audit::ChangeClass::kNew,      audit::ChangeClass::kNoLongerDecided,
                                         audit::ChangeClass::kImproved, audit::ChangeClass::kResolved};

/// A row of a table of counts.
struct CompareCounts {
  LocalizedText label;
  std::string id;
  audit::ClassCounts counts{};

  /// All but what did not change.
  [[nodiscard]] std::size_t num_changes() const;
};

/// One indicator in words.
struct CompareRate {
  const audit::IndicatorComparison* indicator = nullptr;
  LocalizedText before;  ///< 3/7　42.9%（回答7/7）, or that there is none.
  LocalizedText after;
  LocalizedText trend;
  std::vector<LocalizedText> notes;  ///< Why there is no trend, and by which definition.
};

/// A comparison as every output shows it.
struct CompareReport {
  const CompareSource* source = nullptr;
  LocalizedText title;
  std::vector<CompareHeadRow> head;
  std::vector<LocalizedText> headline;  ///< Sentences, most important first.
  bool explains_split = false;          ///< Several inputs differ, so that labels need a word.
  std::vector<ChangeGroup> groups;      ///< By class, worst first; asking what if, by subject.
  std::vector<CompareCounts> by_cause;  ///< Data, rules, date, combined; empty without a split and without changes.
  std::vector<CompareCounts> by_rule;   ///< With a change only.
  std::vector<CompareCounts> by_zone;
  LocalizedText by_member_heading;       ///< 市町村別, or what the later survey lists.
  std::vector<CompareCounts> by_member;  ///< With a change only; asking what if, all of them.
  std::vector<CompareRate> rates;
  std::vector<LocalizedText> joins;  ///< Which are not one code to the same, and who has no counterpart.
};

/// The source is borrowed.
[[nodiscard]] CompareReport build_compare_report(const CompareSource& source);

/// 悪化 期限・約束の到来 …
[[nodiscard]] LocalizedText change_word(audit::ChangeClass of);
/// The same for the head of a narrow column.
[[nodiscard]] LocalizedText short_change_word(audit::ChangeClass of);

/// Writes a comparison as UTF-8. A pure function of its arguments.
using WriteComparison = void (*)(const CompareReport& report, Language language, std::ostream& out);

/// One output format of comparisons; each folder of `reports/` declares its own.
struct CompareFormat {
  std::string_view name;
  WriteComparison write;
};

}  // namespace kijun::reports
