#include <gtest/gtest.h>

#include "engine/audit/readership/readership.h"
#include "tests/docs/markdown.h"

namespace kijun::docs {
namespace {

/// What the table of a page says: by content and audience.
std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  for (const Table& table : tables_of(path)) return table.rows;
  return {};
}

TEST(AudiencesPagesTest, TheirTablesAreWhatIsEmbedded) {
  for (const std::string path : {"docs/audiences.ja.md", "docs/audiences.en.md"}) {
    const bool is_japanese = path.ends_with(".ja.md");
    const std::string yes = is_japanese ? "入れる" : "yes";
    const std::string no = is_japanese ? "入れない" : "no";
    const auto rows = rows_of(path);
    ASSERT_EQ(rows.size(), audit::kAllContents.size()) << path;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const audit::Content content = audit::kAllContents[row];
      ASSERT_EQ(rows[row].size(), 1 + audit::kAllReaderships.size());
      EXPECT_EQ(code_spans(rows[row][0]).front(), audit::content_id(content)) << path;
      for (const audit::Readership readership : audit::kAllReaderships)
        EXPECT_EQ(rows[row][1 + static_cast<std::size_t>(readership)], audit::sees(readership, content) ? yes : no)
            << path << ": " << audit::content_id(content) << " for " << audit::readership_id(readership);
    }
  }
}

TEST(AudiencesPagesTest, TheirTablesNameTheAudiencesInOrder) {
  for (const char* const path : {"docs/audiences.ja.md", "docs/audiences.en.md"}) {
    const std::vector<std::string> header = tables_of(path).at(0).header;
    for (const audit::Readership readership : audit::kAllReaderships)
      EXPECT_EQ(plain(header.at(1 + static_cast<std::size_t>(readership))), audit::readership_id(readership));
  }
}

}  // namespace
}  // namespace kijun::docs
