#include "engine/cli/asked_edition.h"

#include <utility>

namespace kijun::cli {

void add_edition_options(CLI::App& command, EditionArguments& arguments, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  command
      .add_option("--rules", arguments.rules, say({"規則集の名前又はフォルダー", "name or folder of the rule pack"}))
      ->type_name("PACK");
  command
      .add_option("--year", arguments.year,
                  say({"年度（既定は最新の版）", "fiscal year (default: the latest edition)"}))
      ->type_name("YEAR");
  command
      .add_option("--as-of", arguments.as_of,
                  say({"この日に適用される改正まで（既定は年度末）",
                       "with amendments in force that day (default: end of the year)"}))
      ->type_name("DATE");
}

std::optional<AskedEdition> load_asked_edition(const EditionArguments& arguments, Session& session) {
  AskedEdition asked;
  asked.pack = load_asked_pack(arguments.rules, session);
  if (asked.pack == nullptr) return std::nullopt;
  asked.edition = find_edition(*asked.pack, arguments.year, session);
  if (asked.edition == nullptr) return std::nullopt;
  const int year = arguments.year != 0 ? arguments.year : asked.edition->to_year;
  const std::optional<Date> as_of =
      arguments.as_of.empty() ? Date::fiscal_year_end(year) : session.parse_day("--as-of", arguments.as_of);
  if (!as_of) return std::nullopt;
  asked.as_of = *as_of;
  return asked;
}

}  // namespace kijun::cli
