#include "tests/unit/cli/small_rules.h"

#include <gtest/gtest.h>

#include "engine/analysis/rules_table/table_reader.h"
#include "engine/analysis/rules_table/table_writer.h"
#include "engine/cli/rules_table/table_text.h"
#include "engine/diag/renderer.h"
#include "engine/policy/ruleset_loader.h"
#include "engine/table/vocabulary_file.h"

namespace kijun::cli {

using analysis::Column;
using analysis::RowKind;
using analysis::RulesTable;
using analysis::TableRow;

SmallRules::SmallRules(std::string_view edition, std::string_view base) {
  auto vocabulary = table::load_vocabulary(sources_.add("fields.toml", std::string(kFields)), sink_);
  vocabulary_ = std::move(*vocabulary);
  EXPECT_TRUE(files_.write("base.toml", base).has_value());
  EXPECT_TRUE(files_.write("demo.toml", edition).has_value());
  const policy::LoadContext context{files_, sources_, sink_};
  merged_ = policy::merge_ruleset("demo.toml", as_of_, context);
  auto ruleset = merged_ ? policy::read_ruleset(*merged_, as_of_, context) : std::nullopt;
  if (ruleset) plan_ = audit::make_plan(std::move(*ruleset), vocabulary_, sink_);
  EXPECT_NE(plan_, nullptr) << problems() << edition;
  if (plan_ != nullptr) table_ = analysis::make_rules_table(*merged_, *plan_, as_of_);
}

std::string SmallRules::csv(Language language) const { return table_csv(table_, language).substr(3); }

std::string SmallRules::problems() const {
  return diag::render_all(sink_.diagnostics(), {Language::kEnglish, false, 1});
}

std::string SmallRules::codes() const {
  std::string codes;
  for (const diag::Diagnostic& each : sink_.diagnostics())
    codes += (codes.empty() ? "" : " ") + std::string(each.definition->code);
  return codes;
}

std::string SmallRules::import(const std::string& csv, bool lossy) {
  const auto edits = analysis::read_table_edits(sources_.add("t.csv", csv), lossy, table_, Language::kJapanese, sink_);
  if (!edits) return "";
  num_edits_ = edits->size();
  const auto text = analysis::write_table_edits(*merged_->heads.back().span.source, *edits);
  return text.value_or("");
}

std::string with_cell(const SmallRules& rules, RowKind kind, std::string_view id, std::string_view part, Column column,
                      const std::string& text) {
  RulesTable changed = rules.table();
  for (TableRow& row : changed.rows)
    if (row.kind == kind && row.id == id && row.part == part) row.cells[static_cast<std::size_t>(column)] = text;
  return table_csv(changed, Language::kJapanese).substr(3);
}

}  // namespace kijun::cli
