#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/data/shipped.h"

namespace kijun::shipped {
namespace {

struct Answer {
  std::string code;
  std::string name;
  std::string mark;
  std::string note;
};

/// The 34 answers about the council, joined with their codes.
std::vector<Answer> council_answers() {
  std::map<std::string, std::string> code_of;
  for (const auto& entity : csv_by_column("data/kanagawa/municipalities.csv")) {
    code_of[entity.at("name")] = entity.at("code");
  }
  std::vector<Answer> answers;
  for (const auto& row : csv_by_column("data/kanagawa/2018/answers.csv")) {
    const std::string& name = row.at("団体名");
    answers.push_back({code_of[name], name, row.at("協議の場_状況"), without_breaks(row.at("協議の場_備考"))});
  }
  return answers;
}

std::vector<Body> shipped_bodies() { return bodies("data/kanagawa/bodies.toml"); }

bool has_member(const Body& body, const std::string& code) {
  return std::find(body.members.begin(), body.members.end(), code) != body.members.end();
}

bool names_body(const std::string& note, const Body& body) {
  if (note.find(body.name) != std::string::npos) return true;
  return std::any_of(body.aliases.begin(), body.aliases.end(),
                     [&note](const std::string& alias) { return note.find(alias) != std::string::npos; });
}

/// The texts between 『 and 』.
std::vector<std::string> quotes(std::string_view text) {
  constexpr std::string_view kOpen = "『";
  constexpr std::string_view kClose = "』";
  std::vector<std::string> found;
  for (std::size_t begin = text.find(kOpen); begin != std::string_view::npos; begin = text.find(kOpen, begin)) {
    begin += kOpen.size();
    const std::size_t end = text.find(kClose, begin);
    if (end == std::string_view::npos) break;
    found.emplace_back(text.substr(begin, end - begin));
  }
  return found;
}

TEST(ShippedBodiesTest, MembersAreMunicipalitiesOfTheRegister) {
  std::set<std::string> municipalities;
  for (const auto& entity : csv_by_column("data/kanagawa/municipalities.csv")) {
    if (entity.at("kind") != "prefecture") municipalities.insert(entity.at("code"));
  }
  std::set<std::string> ids;
  for (const Body& body : shipped_bodies()) {
    EXPECT_TRUE(ids.insert(body.id).second) << body.id;
    EXPECT_FALSE(body.members.empty()) << body.id;
    for (const std::string& code : body.members) EXPECT_TRUE(municipalities.contains(code)) << body.id << " " << code;
  }
  EXPECT_EQ(ids.size(), 5U);
}

TEST(ShippedBodiesTest, EveryMembersNoteNamesItsBody) {
  for (const Body& body : shipped_bodies()) {
    for (const Answer& answer : council_answers()) {
      if (has_member(body, answer.code)) {
        EXPECT_TRUE(names_body(answer.note, body)) << body.id << " " << answer.name;
      }
    }
  }
}

TEST(ShippedBodiesTest, OnlySamukawaNamesABodyItHasNotJoined) {
  std::vector<std::string> outside;
  for (const Body& body : shipped_bodies()) {
    for (const Answer& answer : council_answers()) {
      if (names_body(answer.note, body) && !has_member(body, answer.code))
        outside.push_back(body.id + " " + answer.name);
    }
  }
  EXPECT_EQ(outside, std::vector<std::string>{"chigasaki-liaison 寒川町"});
}

TEST(ShippedBodiesTest, EvidenceQuotesNotesOfTheSurveyVerbatim) {
  const std::vector<Answer> answers = council_answers();
  for (const Body& body : shipped_bodies()) {
    const std::vector<std::string> quoted = quotes(body.evidence);
    EXPECT_FALSE(quoted.empty()) << body.id;
    for (const std::string& quote : quoted) {
      EXPECT_TRUE(std::any_of(answers.begin(), answers.end(),
                              [&quote](const Answer& answer) { return answer.note.find(quote) != std::string::npos; }))
          << body.id << ": " << quote;
    }
  }
}

TEST(ShippedBodiesTest, DeclaredCouncilsRestOnAJointBodyWithoutThePrefectureInThreeTowns) {
  std::vector<std::string> towns;
  for (const Answer& answer : council_answers()) {
    if (answer.mark != "○") continue;
    for (const Body& body : shipped_bodies()) {
      if (has_member(body, answer.code) && !body.prefecture_involved) towns.push_back(answer.name);
    }
  }
  EXPECT_EQ(towns, (std::vector<std::string>{"大井町", "松田町", "山北町"}));
}

TEST(ShippedBodiesTest, MembersDisagreeInTwoBodiesOfWhichOneIsUnconfirmed) {
  std::map<std::string, bool> confirmed_of_disagreeing;
  for (const Body& body : shipped_bodies()) {
    std::set<std::string> marks;
    for (const Answer& answer : council_answers()) {
      if (has_member(body, answer.code)) marks.insert(answer.mark);
    }
    if (marks.size() > 1) confirmed_of_disagreeing[body.id] = body.confirmed;
  }
  EXPECT_EQ(confirmed_of_disagreeing,
            (std::map<std::string, bool>{{"ashigarakami-council", true}, {"shonan-west-network", false}}));
}

}  // namespace
}  // namespace kijun::shipped
