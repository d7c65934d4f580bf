#include "engine/toml/shape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/toml/table_reader.h"

namespace kijun::toml_doc {
namespace {

using testing::ElementsAre;

std::vector<std::string> names(const Shape& shape) {
  std::vector<std::string> result;
  for (const Shape::Key& key : shape.keys()) result.push_back(key.name);
  return result;
}

TEST(ShapeTest, WritesDownWhatAReaderAsksFor) {
  Shape shape;
  diag::Sink sink;
  TableReader reader(shape.table(), {}, "rule", sink);
  EXPECT_EQ(reader.require_string("id"), std::nullopt);
  (void)reader.localized("title");
  (void)reader.one_of("kind", {"policy", "quality"});
  reader.finish();
  EXPECT_THAT(names(shape), ElementsAre("id", "title", "kind"));
  EXPECT_TRUE(shape.keys()[0].required);
  EXPECT_EQ(shape.keys()[0].kind, Shape::Kind::kString);
  EXPECT_FALSE(shape.keys()[1].required);
  EXPECT_EQ(shape.keys()[2].kind, Shape::Kind::kWord);
  EXPECT_THAT(shape.keys()[2].words, ElementsAre("policy", "quality"));
  EXPECT_TRUE(shape.closed());
}

TEST(ShapeTest, TablesInsideAreFoundAndDescribed) {
  Shape shape;
  diag::Sink sink;
  TableReader reader(shape.table(), {}, "file", sink);
  const Table* head = reader.table("head");
  ASSERT_NE(head, nullptr);
  (void)TableReader(*head, {}, "head", sink).date("day");
  const std::vector<const Value*> rules = reader.tables("rule");
  ASSERT_EQ(rules.size(), 1U);
  (void)TableReader(*rules[0]->as_table(), {}, "rule", sink).strings("basis");
  EXPECT_THAT(names(shape.inner("head")), ElementsAre("day"));
  EXPECT_THAT(names(shape.inner("rule")), ElementsAre("basis"));
  EXPECT_EQ(shape.keys()[1].kind, Shape::Kind::kTables);
  EXPECT_FALSE(shape.closed());
}

TEST(ShapeTest, APresetWordIsFoundByItsReader) {
  Shape shape;
  shape.preset("kind", "waiver");
  diag::Sink sink;
  TableReader reader(shape.table(), {}, "decision", sink);
  EXPECT_EQ(reader.one_of("kind", {"reading", "waiver"}), "waiver");
  EXPECT_EQ(shape.preset_word("kind")->text(), "waiver");
  EXPECT_FALSE(sink.has_errors());
}

TEST(ShapeTest, PresetTablesAreFoundByTheirKey) {
  Shape shape;
  shape.preset_tables("values");
  diag::Sink sink;
  TableReader reader(shape.table(), {}, "params", sink);
  EXPECT_TRUE(reader.has("values"));
  const std::vector<const Value*> values = reader.tables("values");
  ASSERT_EQ(values.size(), 1U);
  (void)TableReader(*values[0]->as_table(), {}, "values", sink).require_date("from");
  EXPECT_THAT(names(shape.inner("values")), ElementsAre("from"));
}

}  // namespace
}  // namespace kijun::toml_doc
