#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <kijun/result.h>
#include <kijun/survey.h>

namespace kijun::api {

/// What a rule says of a subject.
enum class Outcome : std::uint8_t { kPass, kFail, kUnknown, kNotApplicable, kError };

/// How bad a failing or undecided result is.
enum class Severity : std::uint8_t { kError, kWarning, kNotice };

/// What to judge, and on which day.
struct AuditOptions {
  std::optional<std::chrono::year_month_day> as_of;    ///< Nothing: the survey's own day.
  std::optional<Severity> fail_on = Severity::kError;  ///< This severity and worse gates; nothing: none does.
  bool fail_on_unknown = false;                        ///< Undecided results gate, too.
};

/// A cell of the survey that decided a result, or stands beside it.
struct Evidence {
  std::string subject_code;
  std::string field;
  Text label;
  Text value;       ///< In words; that there is no answer is said so.
  std::string raw;  ///< As it stands in the answer file.
  std::string file;
  std::size_t line = 0;  ///< 1-based; 0: no place.
  bool decided = false;
};

/// A failing, undecided or erring result.
struct Finding {
  std::string rule;
  Text rule_title;
  std::string subject_kind;  ///< "municipality", "zone", …
  std::string subject_code;
  Text subject_name;
  Outcome outcome = Outcome::kFail;
  Severity severity = Severity::kNotice;
  std::optional<std::chrono::year_month_day> deadline;
  Text message;
  Text remedy;
  bool gates = false;  ///< Whether it is a reason to stop.
  std::vector<Evidence> evidence;
};

class Audit;

/// The findings of an audit, rule by rule, each made when it is looked at. It borrows from the audit.
class Findings {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Finding;
    using difference_type = std::ptrdiff_t;
    using pointer = const Finding*;
    using reference = Finding;

    Iterator() = default;
    Iterator(const Audit& audit, std::size_t at) : audit_(&audit), at_(at) {}
    /// Makes the finding: its texts, and the cells behind it.
    [[nodiscard]] Finding operator*() const;
    Iterator& operator++();
    Iterator operator++(int);
    [[nodiscard]] bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Audit* audit_ = nullptr;
    std::size_t at_ = 0;
  };

  explicit Findings(const Audit& audit) : audit_(&audit) {}
  [[nodiscard]] Iterator begin() const { return {*audit_, 0}; }
  [[nodiscard]] Iterator end() const { return {*audit_, size()}; }
  [[nodiscard]] std::size_t size() const;

 private:
  const Audit* audit_;
};

/// How many results came out how.
struct Counts {
  std::size_t records = 0;
  std::size_t rules = 0;
  std::size_t passes = 0;
  std::size_t fails = 0;
  std::size_t unknown = 0;
  std::size_t not_applicable = 0;
  std::size_t errors = 0;
  std::size_t gating = 0;  ///< Results that are a reason to stop.
};

/// What came out of an audit. It can be moved; it keeps the rules and the survey it rests on.
class Audit {
 public:
  Audit(Audit&&) noexcept;
  Audit& operator=(Audit&&) noexcept;
  Audit(const Audit&) = delete;
  Audit& operator=(const Audit&) = delete;
  ~Audit();

  [[nodiscard]] Counts counts() const;
  /// As many as are listed in reports (2,000 of a rule); `counts` counts all.
  [[nodiscard]] Findings findings() const { return Findings(*this); }
  /// Warnings and notices of the rules of the survey's year, and of judging.
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const;

  /// What is behind it; of no use outside the library.
  struct State;
  /// For the library itself.
  explicit Audit(std::unique_ptr<State> state);
  [[nodiscard]] const State& state() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

/// Judges a survey by the edition of its fiscal year, of the rules it was loaded with. What `kijun audit` refuses is a
/// failure here as well: no rules, nothing applicable, a rule that cannot be evaluated, rules that do not mean what the
/// lock of their pack says.
[[nodiscard]] Result<Audit> audit(Survey survey, const AuditOptions& options = {});

}  // namespace kijun::api
