#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "engine/audit/part_hashes.h"
#include "engine/audit/questions/question_plan.h"
#include "engine/audit/readership/readership.h"
#include "engine/audit/requirement/requirement.h"
#include "tests/unit/audit/audit_support.h"

namespace kijun::audit {
namespace {

constexpr const char* kFixture = KIJUN_SOURCE_DIR "/tests/fixtures/kakuu-audiences";
constexpr const char* kHeadings = "団体名,状況,支援費,児童数,事案,期日,備考,事情\n";

/// The survey of tests/fixtures/kakuu-audiences for a readership; of 霧ヶ丘市 where it is for one.
std::unique_ptr<AuditRun> run_for(Readership readership, const std::string& answers = {}) {
  AuditOptions options;
  options.readership = readership;
  if (readership == Readership::kMunicipality) {
    options.only_rows = {2};
    options.narrowed = {"--for 霧ヶ丘市"};
  }
  const std::string folder = kFixture;
  auto files = answers.empty() ? repository_files() : repository_files(folder + "/survey/answers.csv", answers);
  auto made = run_files(std::move(files), folder + "/pack", folder + "/survey", {}, options);
  EXPECT_NE(made->model, nullptr) << made->codes();
  return made;
}

/// What a record shows of a field.
CellView answer(const AuditRun& run, std::size_t position, const std::string& field) {
  for (const CellView& cell : run.model->answers(run.model->records()[position]))
    if (cell.field == field) return cell;
  return {};
}

constexpr std::size_t kPrefecture = 0;
constexpr std::size_t kKirigaoka = 2;
constexpr std::size_t kTsukikage = 3;

TEST(ReadershipTest, IdsGoThereAndBack) {
  for (const Readership readership : kAllReaderships)
    EXPECT_EQ(parse_readership(readership_id(readership)), readership);
  EXPECT_EQ(parse_readership("everybody"), std::nullopt);
}

TEST(ReadershipTest, WhatIsNotPublishedIsNotThere) {
  for (const Readership readership : {Readership::kCouncil, Readership::kPublic}) {
    const auto run = run_for(readership);
    const CellView cases = answer(*run, kKirigaoka, "cases");
    EXPECT_EQ(cases.value.ja, "（公表の対象外）");
    EXPECT_EQ(cases.value_id, "");
    EXPECT_EQ(cases.raw, "（公表の対象外）");
    EXPECT_EQ(cases.at.line, 0U);
    EXPECT_EQ(answer(*run, kKirigaoka, "note").at.line, 0U);
    EXPECT_EQ(run->model->subject(run->model->records()[kKirigaoka]).at.line, 0U);
    EXPECT_EQ(cases.missing, table::MissingReason::kWithheld);
    EXPECT_FALSE(cases.span.valid());
    // Whether it was answered is withheld, too.
    EXPECT_EQ(answer(*run, kPrefecture + 4, "cases").missing, table::MissingReason::kWithheld);
    EXPECT_EQ(answer(*run, kKirigaoka, "note").raw, "中津原市と調整中");
  }
}

TEST(ReadershipTest, SmallNumbersAreShownAsBelowTheLimit) {
  const auto run = run_for(Readership::kPublic);
  const CellView small = answer(*run, kKirigaoka, "children");
  EXPECT_EQ(small.value.ja, "10未満");
  EXPECT_EQ(small.value.en, "below 10");
  EXPECT_EQ(small.value_id, "");
  EXPECT_EQ(small.raw, "（秘匿）");
  EXPECT_EQ(small.missing, table::MissingReason::kNone);
  EXPECT_EQ(answer(*run, kTsukikage, "children").value_id, "12");
}

TEST(ReadershipTest, ANumberThatOthersAddUpToIsWithheldWithThem) {
  const auto run = run_for(Readership::kPublic);
  EXPECT_EQ(answer(*run, kPrefecture, "children").value.ja, "（秘匿）");
  std::string no_small = kHeadings;
  for (const char* const row : {"架空県,,,88", "中津原市,○,,11", "霧ヶ丘市,○,,11", "月影市,○,,11", "夢見町,○,,11",
                                "雲居町,○,,11", "夢見村,○,,11", "虹橋町,○,,11", "雪代町,○,,11"})
    no_small += row + std::string(",,,,\n");
  const auto open = run_for(Readership::kPublic, no_small);
  EXPECT_EQ(answer(*open, kPrefecture, "children").value_id, "88");
}

TEST(ReadershipTest, TheTextOfANumberThatCannotBeReadIsWithheld) {
  const CellView cell = answer(*run_for(Readership::kCouncil), kTsukikage, "cost");
  EXPECT_EQ(cell.missing, table::MissingReason::kUnreadable);
  EXPECT_EQ(cell.raw, "（公表の対象外）");
  EXPECT_EQ(cell.value.ja, "判読不能");
}

TEST(ReadershipTest, MessagesThatReadAWithheldCellGiveWayToTheTitle) {
  const auto run = run_for(Readership::kPublic);
  const std::string phrase = "（公表の対象外の回答に関わるため、内容は示しません）";
  EXPECT_EQ(run->detail("cost.enough", "霧ヶ丘市")->message.ja, "支援費の確保" + phrase);
  EXPECT_EQ(run->detail("cost.enough", "夢見町")->message.ja, "夢見町の支援費は5120033円です。");
  EXPECT_EQ(run->detail("cost.zone", "北部")->message.ja, "圏域の支援費" + phrase);
  EXPECT_EQ(run->detail("cost.prefecture", "架空県")->message.ja, "県の支援費" + phrase);
  EXPECT_EQ(run->detail("cases.few", "霧ヶ丘市")->message.ja, "個別事案への対応" + phrase);
  EXPECT_EQ(run->detail("council.reached", "雲居町")->message.ja, "雲居町は協議の場を設けていません。");
}

TEST(ReadershipTest, MessagesOfTheSameRuleAndSubjectAreTheDetails) {
  const auto run = run_for(Readership::kCouncil);
  for (std::size_t column = 0; column < run->model->columns().size(); ++column)
    for (std::size_t at = 0; at < run->model->columns()[column].size(); ++at)
      EXPECT_EQ(run->model->message(column, at), run->model->detail(column, at).message);
}

TEST(ReadershipTest, WithheldEvidenceIsListedWhetherItDecidedOrNot) {
  const auto run = run_for(Readership::kPublic);
  const auto fields = [&](const char* rule, const char* subject) {
    std::string text;
    const auto detail = run->detail(rule, subject);
    for (const CellView& cell : detail->evidence) text += cell.field + "=" + cell.value.ja + " ";
    return text;
  };
  // `cases` alone decided of 霧ヶ丘市, `cases` and `urgent` of 中津原市; a reader sees no difference.
  EXPECT_EQ(fields("cases.few", "霧ヶ丘市"), "council=未設置 cases=（公表の対象外） urgent=（公表の対象外） ");
  EXPECT_EQ(fields("cases.few", "中津原市"), "council=設置済み cases=（公表の対象外） urgent=（公表の対象外） ");
  EXPECT_EQ(run->detail("cases.few", "霧ヶ丘市")->num_evidence, run->detail("cases.few", "中津原市")->num_evidence);
}

TEST(ReadershipTest, CausesThatAreWithheldAreNamedByNobody) {
  const auto run = run_for(Readership::kPublic);
  const auto detail = run->detail("cases.few", "夢見町");
  ASSERT_EQ(detail->unknown_because.size(), 1U);
  EXPECT_EQ(detail->unknown_because.front().cell.field, "");
  EXPECT_EQ(detail->unknown_because.front().cell.label.ja, "公表の対象外の項目");
  EXPECT_FALSE(detail->ask.has_value());
  EXPECT_EQ(detail->message.ja, "夢見町の「公表の対象外の項目」（非公表）により判定を保留しています。");
}

TEST(ReadershipTest, TracesHideEveryClauseThatReadsAWithheldCell) {
  const auto run = run_for(Readership::kPublic);
  std::map<std::string, std::string> shown;
  for (std::size_t column = 0; column < run->model->columns().size(); ++column)
    if (run->model->columns()[column].rule().id == "cases.few")
      for (const ClauseView& clause : run->model->trace(column, 1)) shown[clause.text] = clause.value.ja;
  EXPECT_EQ(shown, (std::map<std::string, std::string>{{"answered(council)", "はい"},
                                                       {"cases < 5 && !urgent", "（公表の対象外）"},
                                                       {"cases < 5", "（公表の対象外）"},
                                                       {"!urgent", "（公表の対象外）"},
                                                       {"urgent", "（公表の対象外）"}}));
}

/// "required｜measured" of each clause of a rule's requirement.
std::string required(const AuditRun& run, std::string_view rule, std::string_view subject) {
  const ResultModel& model = *run.model;
  std::string text;
  for (std::size_t column = 0; column < model.columns().size(); ++column)
    for (std::size_t at = 0; at < model.columns()[column].size(); ++at)
      if (model.columns()[column].rule().id == rule &&
          model.subject(model.columns()[column].subject(at)).name.name.ja == subject)
        for (const RequiredClause& clause : model.requirement(column, at).clauses)
          text += fmt::format("{}｜{}{}{}\n", clause.required.ja, clause.measured.ja, clause.value,
                              clause.gap ? clause.gap->text.ja : "");
  return text;
}

TEST(ReadershipTest, WhatIsRequiredIsMeasuredByOpenAnswersOnly) {
  const auto internal = run_for(Readership::kInternal);
  EXPECT_EQ(required(*internal, "cases.few", "霧ヶ丘市"),
            "個別事案の数が5未満であること｜707737077370769超過\n急を要する事案が「いいえ」であること｜はいtrue\n");
  const auto run = run_for(Readership::kPublic);
  // Which of the clauses failed would tell of both: each is listed.
  const std::string withheld =
      "個別事案の数が5未満であること｜（公表の対象外）\n急を要する事案が「いいえ」であること｜（公表の対象外）\n";
  EXPECT_EQ(required(*run, "cases.few", "霧ヶ丘市"), withheld);
  EXPECT_EQ(required(*run, "cases.few", "雪代町"), withheld);
  // A number below the limit is withheld, one above it is not.
  EXPECT_EQ(required(*run, "cost.enough", "霧ヶ丘市"), "支援費が6000000以上であること｜（公表の対象外）\n");
  EXPECT_EQ(required(*run, "cost.enough", "夢見町"), "支援費が6000000以上であること｜51200335120033879967不足\n");
}

TEST(ReadershipTest, WhatIsRequiredOfAMunicipalityIsNotMeasuredByOthers) {
  const auto run = run_for(Readership::kMunicipality);
  EXPECT_NE(required(*run, "council.neighbours", "霧ヶ丘市").find("｜（他の団体の回答）\n"), std::string::npos);
  EXPECT_EQ(required(*run, "cost.enough", "霧ヶ丘市"), "支援費が6000000以上であること｜7304217304215269579不足\n");
}

TEST(ReadershipTest, RulesThatWouldGiveAWithheldAnswerAwayAreNotJudged) {
  const auto run = run_for(Readership::kPublic);
  EXPECT_EQ(run->code("cases.due", "霧ヶ丘市"), std::nullopt);
  EXPECT_EQ(run->detail("memo.same", "霧ヶ丘市ほか1団体"), std::nullopt);
  EXPECT_EQ(run->model->run().readers.left_out.num_rules, 2U);
  EXPECT_NE(run_for(Readership::kInternal)->code("cases.due", "霧ヶ丘市"), std::nullopt);
}

TEST(ReadershipTest, NobodyIsAskedAboutWhatIsNotPublished) {
  const auto asked = [](const AuditRun& run) {
    std::set<std::string> fields;
    for (const AskedSubject& subject : run.model->questions().subjects)
      for (const PlannedQuestion& question : subject.questions)
        fields.insert(run.model->vocabulary().field(question.cell.index).id);
    return fields;
  };
  EXPECT_TRUE(asked(*run_for(Readership::kInternal)).contains("cases"));
  EXPECT_FALSE(asked(*run_for(Readership::kPublic)).contains("cases"));
}

TEST(ReadershipTest, AMunicipalitySeesItsOwnAnswersAndNobodyElses) {
  const auto run = run_for(Readership::kMunicipality);
  const ResultModel& model = *run->model;
  ASSERT_EQ(model.records().size(), 1U);
  EXPECT_EQ(model.run().readers.name.ja, "霧ヶ丘市");
  EXPECT_EQ(answer(*run, 0, "cases").raw, "70773");
  EXPECT_EQ(answer(*run, 0, "cost").value_id, "730421");
  EXPECT_TRUE(model.indicators().empty());
  EXPECT_EQ(run->detail("cost.zone", "北部"), std::nullopt);
  EXPECT_EQ(run->detail("cost.enough", "霧ヶ丘市")->message.ja, "霧ヶ丘市の支援費は730421円です。");
  EXPECT_EQ(run->detail("council.neighbours", "霧ヶ丘市")->message.ja,
            "近隣との違い（他の団体の回答に関わるため、内容は示しません）");
  for (std::size_t column = 0; column < model.columns().size(); ++column)
    for (std::size_t at = 0; at < model.columns()[column].size(); ++at) {
      const ResultDetail detail = model.detail(column, at);
      for (const CellView& cell : detail.evidence) EXPECT_EQ(cell.subject.code, "992020");
    }
  EXPECT_EQ(model.members({table::group_space(0), 0}), (std::vector<table::SubjectRef>{{table::kRecordSpace, 2}}));
  EXPECT_TRUE(model.answers({table::kRecordSpace, 1}).empty());
  EXPECT_EQ(model.subject({table::kRecordSpace, 1}).name.name.ja, "他の団体");
}

TEST(ReadershipTest, NamesRemarksHashesAndBaselinesAreThePrefecturesOwn) {
  for (const Readership readership : {Readership::kCouncil, Readership::kMunicipality, Readership::kPublic}) {
    const auto run = run_for(readership);
    EXPECT_TRUE(run->model->part_hashes().answers.empty());
    EXPECT_TRUE(run->model->part_hashes().decisions.empty());
    EXPECT_FALSE(run->model->part_hashes().rules.empty());
    EXPECT_EQ(run->model->ruleset().approval->by, "");
    EXPECT_EQ(run->model->ruleset().approval->number, "架第3号");
    for (const DecisionView& decision : run->model->decisions()) {
      EXPECT_NE(decision.kind, "remark");
      EXPECT_EQ(decision.by + decision.approver, "");
    }
    EXPECT_GT(run->model->run().readers.left_out.num_decisions, 0U);
  }
}

// --- Subtraction ---

/// One part of a sum as a reader knows it: a number, or the numbers it can be.
struct Part {
  int from = 0;
  int to = 0;
};

/// True when only one value of some part that is not known is left by the sum.
bool gives_away(const std::vector<Part>& parts, int sum) {
  std::vector<std::set<int>> possible(parts.size());
  std::vector<int> chosen(parts.size());
  const std::function<void(std::size_t, int)> choose = [&](std::size_t at, int left) {
    if (at == parts.size()) {
      if (left == 0)
        for (std::size_t i = 0; i < parts.size(); ++i) possible[i].insert(chosen[i]);
      return;
    }
    for (int value = parts[at].from; value <= std::min(parts[at].to, left); ++value) {
      chosen[at] = value;
      choose(at + 1, left - value);
    }
  };
  choose(0, sum);
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].from != parts[i].to && possible[i].size() <= 1) return true;
  return false;
}

TEST(ReadershipTest, GivesAwayIsRightAboutSumsTypedByHand) {
  EXPECT_TRUE(gives_away({{12, 12}, {1, 9}}, 15));
  EXPECT_FALSE(gives_away({{12, 12}, {1, 9}, {1, 9}}, 15 + 2));
  EXPECT_TRUE(gives_away({{1, 9}, {1, 9}}, 2));
  EXPECT_TRUE(gives_away({{1, 9}, {1, 9}}, 18));
  EXPECT_FALSE(gives_away({{1, 9}, {1, 9}}, 3));
}

/// What a reader of a model knows of the numbers of children, and how many sums are printed that give one away.
struct Sums {
  std::size_t printed = 0;
  std::size_t giving_away = 0;
};

Part known(const CellView& cell) {
  if (!cell.value_id.empty()) return {std::stoi(cell.value_id), std::stoi(cell.value_id)};
  return cell.value.ja == "10未満" ? Part{1, 9} : Part{0, 0};
}

Sums sums_of(const AuditRun& run) {
  const ResultModel& model = *run.model;
  Sums sums;
  const auto add = [&](const std::vector<Part>& parts, int sum) {
    ++sums.printed;
    if (gives_away(parts, sum)) ++sums.giving_away;
  };
  std::vector<Part> all;
  for (const table::SubjectRef record : model.municipalities())
    for (const CellView& cell : model.answers(record))
      if (cell.field == "children") all.push_back(known(cell));
  for (const CellView& cell : model.answers(model.records()[kPrefecture]))
    if (cell.field == "children" && !cell.value_id.empty()) add(all, std::stoi(cell.value_id));
  for (const table::SubjectRef zone : model.zones()) {
    std::vector<Part> parts;
    for (const table::SubjectRef member : model.members(zone))
      for (const CellView& cell : model.answers(member))
        if (cell.field == "children") parts.push_back(known(cell));
    const std::string message = run.detail("children.zone", model.subject(zone).name.name.ja)->message.ja;
    if (message.starts_with("合計<")) add(parts, std::stoi(message.substr(std::string("合計<").size())));
  }
  return sums;
}

TEST(ReadershipTest, NoSumThatIsShownGivesASmallNumberAway) {
  std::mt19937 random(20190331);
  const std::vector<std::string> names{"中津原市", "霧ヶ丘市", "月影市", "夢見町",
                                       "雲居町",   "夢見村",   "虹橋町", "雪代町"};
  std::size_t num_printed = 0;
  std::size_t num_internal = 0;
  for (int round = 0; round < 60; ++round) {
    std::string rows;
    int total = 0;
    const int lowest = round % 3 == 0 ? 10 : 0;
    for (const std::string& name : names) {
      const int children = lowest + static_cast<int>(random() % (round % 3 == 1 ? 40 : 12));
      total += children;
      rows += fmt::format("{},○,,{},,,,\n", name, children);
    }
    const std::string answers = kHeadings + fmt::format("架空県,,,{},,,,\n", total) + rows;
    const Sums sums = sums_of(*run_for(Readership::kPublic, answers));
    EXPECT_EQ(sums.giving_away, 0U) << answers;
    num_printed += sums.printed;
    num_internal += sums_of(*run_for(Readership::kInternal, answers)).printed;
  }
  // Sums over numbers of which none is small are still shown.
  EXPECT_GE(num_printed, 20U * 4U);
  EXPECT_EQ(num_internal, 60U * 4U);
}

}  // namespace
}  // namespace kijun::audit
