#include "engine/cli/tested_plans.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "engine/analysis/analysis_diagnostics.h"
#include "engine/analysis/table_tests.h"
#include "engine/cli/inputs.h"

namespace kijun::cli {
namespace {

/// Adds the table to every plan. A rule that no edition has is a mistake.
void add_table(const diag::Source& table, const std::vector<std::unique_ptr<audit::Plan>>& plans, Session& session) {
  std::map<std::string, std::size_t> unknown;
  for (const auto& plan : plans) {
    std::set<std::string> others;
    analysis::add_table_tests(table, *plan, others, session.sink);
    for (const std::string& rule : others) ++unknown[rule];
    if (session.sink.has_errors()) return;  // they would come again with every edition
  }
  for (const auto& [rule, count] : unknown)
    if (count == plans.size()) session.sink.report(analysis::kTestRule, {&table, 0, 0}, rule);
}

}  // namespace

std::vector<std::unique_ptr<audit::Plan>> load_editions(const policy::Pack& pack, Session& session) {
  std::vector<std::unique_ptr<audit::Plan>> plans;
  for (const policy::Edition& edition : pack.editions) {
    plans.push_back(
        load_plan(pack, edition.from_year, Date::fiscal_year_end(edition.to_year).value_or(Date{}), session));
    if (plans.back() == nullptr) return {};
  }
  return plans;
}

std::vector<std::unique_ptr<audit::Plan>> load_tested_plans(const policy::Pack& pack, Session& session) {
  std::vector<std::unique_ptr<audit::Plan>> plans = load_editions(pack, session);
  const std::string path = join_path(pack.directory, "tests.csv");
  if (plans.empty() || !session.files.is_file(path)) return plans;
  Result<std::string> text = session.files.read(path);
  if (!text) {
    (void)session.usage_error({fmt::format("`{}`を読み込めません：{}", path, text.error().in(Language::kJapanese)),
                               fmt::format("cannot read `{}`: {}", path, text.error().message)});
    return {};
  }
  add_table(session.sources.add(path, std::move(*text)), plans, session);
  if (!session.sink.has_errors()) return plans;
  session.print_diagnostics();
  return {};
}

}  // namespace kijun::cli
