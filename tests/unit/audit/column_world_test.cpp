#include "engine/audit/column_world.h"

#include <gtest/gtest.h>

#include "engine/audit/audit_model.h"
#include "tests/unit/audit/audit_support.h"

namespace kijun::audit {
namespace {

TEST(ColumnWorldTest, GivesTheCellsThatTheSurveyGivesOneByOne) {
  const auto run = run_files(repository_files(), "rules/mcare", "data/kanagawa/2018");
  ASSERT_NE(run->model, nullptr) << run->codes();
  const auto& model = dynamic_cast<const AuditModel&>(*run->model);
  const survey::SurveyWorld& one_by_one = model.world();
  const ColumnWorld columns(model.series());
  // One by one at first, then from columns.
  for (int round = 0; round < 6; ++round) {
    for (std::uint32_t row = 0; row < model.survey().num_rows(); ++row) {
      for (table::FieldIndex field = 0; field < model.vocabulary().fields().size(); ++field) {
        const cel::CellRef cell{{0, {table::kRecordSpace, row}}, false, field};
        EXPECT_EQ(cel::debug_text(columns.cell(cell)), cel::debug_text(one_by_one.cell(cell)));
        EXPECT_EQ(columns.missing_reason(cell), one_by_one.missing_reason(cell));
      }
    }
  }
}

}  // namespace
}  // namespace kijun::audit
