#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kijun::cli {

/// The answers that a report shows, as far as a program can read them: the evidence of the results of a JSON report.
class ShownAnswers {
 public:
  /// Borrows the whole text of a report of any format.
  ShownAnswers(std::string_view report, std::string survey_id) : report_(report), survey_id_(std::move(survey_id)) {}

  /// What stood in the cell of a subject and field that has this hash (`audit::cell_hash`); nothing where it is not shown.
  [[nodiscard]] std::optional<std::string> find(const std::string& code, const std::string& field,
                                                std::string_view hash) const;

 private:
  std::string_view report_;
  std::string survey_id_;
};

}  // namespace kijun::cli
