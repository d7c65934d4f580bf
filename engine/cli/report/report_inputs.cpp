#include "engine/cli/report/report_inputs.h"

namespace kijun::cli {

void add_report_inputs(const OptionAdder& option, ReportInputs& inputs) {
  constexpr LocalizedView kSurvey{"調査のフォルダー又はsurvey.toml", "folder of the survey, or its survey.toml"};
  option.command.add_option("survey", inputs.paths.survey, std::string(kSurvey.in(option.language)));
  option("--rules", inputs.paths.rules, "PACK", {"規則集の名前又はフォルダー", "name or folder of the rule pack"});
  option("--as-of", inputs.as_of, "DATE",
         {"判定日（省略時は調査の既定日）", "date of judgement (default: the survey's)"});
}

bool parse_given_day(std::string_view option, const std::string& text, std::optional<Date>& day, Session& session) {
  if (text.empty()) return true;
  day = session.parse_day(option, text);
  return day.has_value();
}

}  // namespace kijun::cli
