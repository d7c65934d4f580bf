#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <kijun/result.h>
#include <kijun/rules.h>

namespace kijun::api {

/// A survey with its register, its decisions, and the earlier surveys of its series. It can be moved, and an audit takes it.
class Survey {
 public:
  /// Reads a survey (its folder, or its survey.toml) by the fields of `rules`.
  [[nodiscard]] static Result<Survey> load(const std::string& path, const Rules& rules);

  Survey(Survey&&) noexcept;
  Survey& operator=(Survey&&) noexcept;
  Survey(const Survey&) = delete;
  Survey& operator=(const Survey&) = delete;
  ~Survey();

  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] Text title() const;
  [[nodiscard]] int fiscal_year() const;
  /// The day of judgement unless another one is asked for.
  [[nodiscard]] std::chrono::year_month_day as_of() const;
  /// Warnings and notices about its files.
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const;

  /// What is behind it; of no use outside the library.
  struct State;
  /// For the library itself.
  explicit Survey(std::unique_ptr<State> state);
  [[nodiscard]] std::unique_ptr<State> release() &&;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace kijun::api
