#include "reports/github/github_report.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <sstream>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

/// One workflow command, read back as the runner reads it.
struct Command {
  std::string level;
  std::map<std::string, std::string> properties;
  std::string message;
};

std::string unescape(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      plain += text[at];
      continue;
    }
    plain += static_cast<char>(std::stoi(text.substr(at + 1, 2), nullptr, 16));
    at += 2;
  }
  return plain;
}

std::vector<Command> parse_commands(const std::string& text) {
  static const std::regex kCommand("::(error|warning|notice) ([^:]*)::(.*)");
  std::vector<Command> commands;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    EXPECT_TRUE(std::regex_match(line, match, kCommand)) << line;
    Command command{match[1], {}, unescape(match[3])};
    std::istringstream properties(match[2]);
    for (std::string property; std::getline(properties, property, ',');) {
      const std::size_t equals = property.find('=');
      command.properties[property.substr(0, equals)] = unescape(property.substr(equals + 1));
    }
    commands.push_back(std::move(command));
  }
  return commands;
}

std::vector<Command> commands_of(const audit::ResultModel& model, const ReportOptions& options) {
  std::ostringstream out;
  write_github_report(model, options, out);
  return parse_commands(out.str());
}

TEST(GithubReportTest, WhatGatesIsAnErrorAtItsCell) {
  const DecidedModel model;
  const std::vector<Command> commands = commands_of(model, repository_options());
  ASSERT_EQ(commands.size(), 9U + 1U);
  EXPECT_EQ(commands.front().level, "error");
  EXPECT_EQ(commands.back().level, "notice");
  EXPECT_EQ(commands.back().message,
            "Findings not shown here: 0 errors, 0 warnings, 0 notices, 1 accepted by the prefecture for a time, "
            "0 beyond the limit of lists.");
  for (const Command& command : commands) {
    EXPECT_FALSE(command.properties.at("file").empty());
    EXPECT_EQ(command.properties.at("line"), command.properties.at("endLine"));
  }
}

TEST(GithubReportTest, TenOfALevelAreShownAndTheRestIsCounted) {
  ReportOptions options = repository_options();
  for (std::size_t i = 0; i < 30; ++i)
    options.ci.notifications.push_back(
        {"KJ4309", i < 12 ? policy::Severity::kWarning : policy::Severity::kNotice, {"印", "mark"}, {}, {}});
  const FakeModel model;
  const std::vector<Command> commands = commands_of(model, options);
  std::map<std::string, std::size_t> levels;
  for (const Command& command : commands) ++levels[command.level];
  EXPECT_EQ(levels["warning"], 10U);
  EXPECT_EQ(levels["notice"], 10U);
  std::size_t counted = 0;
  std::istringstream words(commands.back().message);
  for (std::string word; words >> word;)
    if (std::isdigit(static_cast<unsigned char>(word.front())) != 0) counted += std::stoul(word);
  EXPECT_EQ(commands.size() - 1 + counted, 30U + 10U);  // notifications and findings
}

TEST(GithubReportTest, WithoutFindingsThereIsNothingToSay) {
  EXPECT_TRUE(commands_of(CleanModel(), repository_options()).empty());
}

TEST(GithubReportTest, NoTextBecomesACommandOfItsOwn) {
  ReportOptions options = repository_options();
  const std::string hostile = "100%\n::error file=a::b\r\n##[add-mask]x, y: z";
  options.ci.notifications = {{"", policy::Severity::kError, {hostile, hostile}, {}, {"a:b,c%.csv", 1, 1, "", ""}}};
  std::ostringstream out;
  write_github_failure(options, out);
  const std::vector<Command> commands = parse_commands(out.str());
  ASSERT_EQ(commands.size(), 1U);
  EXPECT_EQ(commands[0].message, "100%\n::error file=a::b\\u{000D}\n##[add-mask]x, y: z");
  EXPECT_EQ(commands[0].properties.at("file"), "a:b,c%.csv");
}

}  // namespace
}  // namespace kijun::reports
