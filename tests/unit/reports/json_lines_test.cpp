#include "reports/json/json_lines.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reports/json/json_report.h"
#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST(JsonLinesTest, HoldWhatTheDocumentHolds) {
  DecidedModel model;
  model.cut(1);
  std::ostringstream lines_out;
  write_json_lines(model, repository_options(), lines_out);
  std::ostringstream document_out;
  write_json_report(model, repository_options(), document_out);
  const nlohmann::json document = nlohmann::json::parse(document_out.str());
  std::map<std::string, std::vector<nlohmann::json>> by_type;
  for (const nlohmann::json& line : lines_of(lines_out.str())) {
    const std::string type = line.at("type");
    EXPECT_EQ(line.size(), 2U);
    by_type[type].push_back(line.at(type));
  }
  EXPECT_EQ(by_type["result"], document.at("results").get<std::vector<nlohmann::json>>());
  EXPECT_EQ(by_type["rule"], document.at("rules").get<std::vector<nlohmann::json>>());
  EXPECT_EQ(by_type["not_listed"], document.at("not_listed").get<std::vector<nlohmann::json>>());
  ASSERT_EQ(by_type["run"].size(), 1U);
  EXPECT_EQ(by_type["run"][0].at("summary"), document.at("summary"));
  EXPECT_EQ(by_type["run"][0].at("evaluated"), true);
}

TEST(JsonLinesTest, AFailedRunHasNoResultAndSaysWhy) {
  std::ostringstream out;
  write_json_lines_failure(repository_options(), out);
  const std::vector<nlohmann::json> lines = lines_of(out.str());
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].at("run").at("evaluated"), false);
  EXPECT_EQ(lines[1].at("notification").at("level"), "error");
}

}  // namespace
}  // namespace kijun::reports
