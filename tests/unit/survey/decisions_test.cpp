#include "engine/survey/decisions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/survey/decision_writer.h"
#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using testing::SmallSurvey;

constexpr std::string_view kNote = "北部協議会を活用\n予定は未定";

/// A `[[decision]]` with the keys every kind has.
std::string decision(std::string_view kind, std::string_view subject, std::string_view keys) {
  return fmt::format(
      "[[decision]]\nkind = \"{}\"\nsubject = \"{}\"\n{}\nreason = {{ ja = \"理由\", en = \"why\" }}\nsource = "
      "\"note\"\nby = \"架空\"\nwhen = 2019-03-15\n",
      kind, subject, keys);
}

std::string reading(std::string_view values, std::string_view hash = note_hash(kNote),
                    std::string_view quote = "活用予定は") {
  return decision(
      "reading", "992020",
      fmt::format("note = \"council_note\"\nquote = \"{}\"\nhash = \"{}\"\nvalues = {{ {} }}", quote, hash, values));
}

TEST(DecisionsTest, ReadingGivesItsValuesAndDefaultsForTheRest) {
  SmallSurvey survey;
  survey.write("decisions.toml", reading("evidence = \"contradicted\""));
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("霧ヶ丘市", "evidence"), "contradicted");
  EXPECT_EQ(survey.cell("霧ヶ丘市", "evidence").origin, CellOrigin::kReading);
  EXPECT_EQ(survey.cell("霧ヶ丘市", "evidence").decision, 0U);
  EXPECT_EQ(survey.answer("霧ヶ丘市", "joint"), "false");
  EXPECT_EQ(survey.cell("霧ヶ丘市", "joint").origin, CellOrigin::kDefault);
  EXPECT_EQ(survey.answer("霧ヶ丘市", "planned_date"), "(blank)");
  EXPECT_EQ(survey.cell("霧ヶ丘市", "evidence").place.text(), "\"北部協議会を活用\n予定は未定\"");
  EXPECT_FALSE(survey.table().decisions()[0].stale);
}

TEST(DecisionsTest, UnreadNotesAreNotReviewedAndEmptyOnesTakeTheDefault) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  EXPECT_EQ(survey.answer("中津原市", "evidence"), "(not_reviewed)");
  EXPECT_EQ(survey.answer("中津原市", "planned_date"), "(not_reviewed)");
  EXPECT_EQ(survey.answer("月影市", "evidence"), "not_shown");
  EXPECT_EQ(survey.answer("夢見町", "evidence"), "not_shown");
  EXPECT_EQ(survey.answer("架空県", "evidence"), "not_shown");
  EXPECT_EQ(survey.answer("架空県", "joint"), "(not_applicable)");
  EXPECT_EQ(survey.table().note_status(survey.row("中津原市"), survey.field("council_note")), NoteStatus::kUnread);
}

TEST(DecisionsTest, ReadingsAreAbsentWhenTheFormHasNoNote) {
  SmallSurvey survey;
  survey.edit("survey.toml", "[[column]]\nheader = \"備考\"\nfield = \"council_note\"\n", "");
  ASSERT_NE(survey.load(), nullptr);
  EXPECT_EQ(survey.answer("中津原市", "evidence"), "(absent)");
  survey.write("decisions.toml", reading("joint = true"));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4512").find("the form of this survey has no such note"), std::string::npos);
}

TEST(DecisionsTest, AChangedNoteMakesItsReadingStale) {
  SmallSurvey survey;
  survey.write("decisions.toml", reading("evidence = \"supported\"", note_hash("前の備考")));
  ASSERT_NE(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4506"),
            "warning[KJ4506]: the note `council_note` of 霧ヶ丘市 has changed since it was read\n"
            " --> pref/2018/decisions.toml:5:10\n"
            "  |\n"
            "5 | quote = \"活用予定は\"\n"
            "  |          ^^^^^^^^^^\n"
            " ::: pref/2018/answers.csv:4:8\n"
            "  |\n"
            "4 | 霧ヶ丘市,△,\"北部協議会を活用\n"
            "  |             ----------------- the note as it is\n"
            "  = hint: the reading does not hold and the note counts as unread; read it again with `kijun review`\n");
  EXPECT_EQ(survey.answer("霧ヶ丘市", "evidence"), "(not_reviewed)");
  EXPECT_TRUE(survey.table().decisions()[0].stale);
  EXPECT_EQ(survey.table().note_status(survey.row("霧ヶ丘市"), survey.field("council_note")), NoteStatus::kStale);
}

TEST(DecisionsTest, LineEndsOfTheFileDoNotChangeANote) {
  EXPECT_EQ(note_hash("一行目\r\n二行目"), note_hash("一行目\n二行目"));
  EXPECT_EQ(note_hash("a"), "sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
}

TEST(DecisionsTest, AQuoteHasToStandInTheNote) {
  SmallSurvey survey;
  survey.write("decisions.toml", reading("", note_hash(kNote), "活用します"));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4505").find("the note `council_note` of 霧ヶ丘市 does not hold the quoted words"),
            std::string::npos);
}

TEST(DecisionsTest, ValuesHaveToFitTheirFieldAndItsNote) {
  SmallSurvey survey;
  survey.write("decisions.toml", reading("evidence = \"contradictd\", joint = \"yes\", planned_date = \"2020-03-31\", "
                                         "council = \"none\", evidenc = 1"));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4503 KJ4503 KJ4503 KJ4504 KJ4502");
  EXPECT_NE(survey.report("KJ4503").find("value `contradictd` does not fit field `evidence` (enum)"),
            std::string::npos);
  EXPECT_NE(survey.report("KJ4503").find("did you mean `contradicted`? the values are `supported`, `not_shown`"),
            std::string::npos);
  EXPECT_NE(survey.report("KJ4503").find("write true or false"), std::string::npos);
  EXPECT_NE(survey.report("KJ4503").find("write a date such as 2020-03-31 without quotes"), std::string::npos);
  EXPECT_NE(survey.report("KJ4504").find("the readings of this note are `evidence`, `planned_date`, `joint`"),
            std::string::npos);
  EXPECT_NE(survey.report("KJ4502").find("did you mean `evidence`?"), std::string::npos);
}

TEST(DecisionsTest, TwoReadingsOfOneNoteMayNotContradict) {
  SmallSurvey survey;
  survey.write("decisions.toml",
               reading("evidence = \"supported\"") + reading("joint = true") + reading("joint = false"));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4509");
  EXPECT_NE(survey.report("KJ4509").find("`joint` of 霧ヶ丘市 is decided twice"), std::string::npos);
}

TEST(DecisionsTest, CorrectionLiesOverTheRawAnswer) {
  SmallSurvey survey;
  survey.write("decisions.toml",
               decision("correction", "992038", "field = \"council\"\nanswer = \"×\"\nvalue = \"planned\""));
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("月影市", "council"), "planned");
  EXPECT_EQ(survey.cell("月影市", "council").raw, "×");
  EXPECT_EQ(survey.cell("月影市", "council").origin, CellOrigin::kCorrection);
  survey.edit("answers.csv", "月影市,×", "月影市,○");
  ASSERT_NE(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4507").find("月影市 answers `○` to `council`, not `×` as the correction says"),
            std::string::npos);
  EXPECT_EQ(survey.answer("月影市", "council"), "established");
  EXPECT_TRUE(survey.table().decisions()[0].stale);
}

TEST(DecisionsTest, AttestationSuppliesOnlyWhatHasNoAnswer) {
  SmallSurvey survey;
  survey.write("decisions.toml", decision("attestation", "99203", "field = \"opened_on\"\nvalue = 2019-02-01") +
                                     decision("attestation", "993018", "field = \"council\"\nvalue = \"planned\"") +
                                     decision("attestation", "chubu", "field = \"zone_council\"\nvalue = true"));
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("月影市", "opened_on"), "2019-02-01");
  EXPECT_EQ(survey.cell("月影市", "opened_on").origin, CellOrigin::kAttestation);
  EXPECT_EQ(survey.cell("月影市", "opened_on").place.text(), "\"attestation\"");
  EXPECT_EQ(survey.answer("中津原市", "opened_on"), "(absent)");
  EXPECT_EQ(survey.answer("架空県", "opened_on"), "(not_applicable)");
  EXPECT_EQ(survey.answer("夢見町", "council"), "planned");
  const table::Column zones = survey.table().group_field(table::kZoneGroup, survey.field("zone_council"));
  EXPECT_EQ(zones.missing[1], table::MissingReason::kNone);
  EXPECT_EQ(zones.ints[1], 1);
  EXPECT_EQ(zones.missing[0], table::MissingReason::kAbsent);

  survey.write("decisions.toml", decision("attestation", "992038", "field = \"council\"\nvalue = \"planned\""));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.report("KJ4508"),
            "error[KJ4508]: 月影市 answers `×` to `council`\n"
            " --> pref/2018/decisions.toml:2:8\n"
            "  |\n"
            "2 | kind = \"attestation\"\n"
            "  |        ^^^^^^^^^^^^^\n"
            " ::: pref/2018/answers.csv:6:5\n"
            "  |\n"
            "6 | 月影市,×,,0\n"
            "  |        -- the answer is here\n"
            "  = hint: an attestation supplies what has no answer; to change an answer write a correction\n");
}

TEST(DecisionsTest, SubjectsHaveToBeKnown) {
  SmallSurvey survey;
  survey.edit("answers.csv", "架空県,○,,\n", "");
  survey.write("decisions.toml", decision("attestation", "月影市", "field = \"shared\"\nvalue = true") +
                                     decision("attestation", "992021", "field = \"shared\"\nvalue = true") +
                                     decision("attestation", "990001", "field = \"centre\"\nvalue = true") +
                                     decision("attestation", "992038", "field = \"centre\"\nvalue = true") +
                                     decision("remark", "999999", "rule = \"a.b\"") +
                                     decision("remark", "some-derived-group", "rule = \"a.b\""));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4501 KJ4501 KJ4511 KJ4513 KJ4501");
  EXPECT_NE(survey.report("KJ4501").find("did you mean `992038`?"), std::string::npos);
  EXPECT_NE(survey.report("KJ4501").find("did you mean `992020`?"), std::string::npos);
  EXPECT_NE(survey.report("KJ4511").find("架空県 has no row in this survey"), std::string::npos);
  EXPECT_NE(survey.report("KJ4513").find("field `centre` is not asked of 月影市"), std::string::npos);
}

TEST(DecisionsTest, NotesAndReadingsAreNotCorrected) {
  SmallSurvey survey;
  survey.write("decisions.toml",
               decision("correction", "992020", "field = \"council_note\"\nanswer = \"a\"\nvalue = \"b\"") +
                   decision("correction", "992020", "field = \"joint\"\nanswer = \"\"\nvalue = true") +
                   decision("correction", "992020", "field = \"shared\"\nanswer = \"\"\nvalue = true"));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_EQ(survey.codes(), "KJ4512 KJ4512");
  survey.write("decisions.toml", decision("correction", "992020", "field = \"shared\"\nanswer = \"\"\nvalue = true"));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4512").find("the form does not ask it: record an attestation"), std::string::npos);
}

TEST(DecisionsTest, AHashHasToBeOne) {
  SmallSurvey survey;
  survey.write("decisions.toml", reading("", "sha256:12"));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_NE(survey.report("KJ4510").find("`sha256:12` is no hash"), std::string::npos);
}

TEST(DecisionsTest, WaiversAndRemarksAreKeptForTheAudit) {
  SmallSurvey survey;
  survey.write("decisions.toml", decision("waiver", "992038",
                                          "rule = \"council.municipality\"\nanswers = [\"992038 council none\"]\n"
                                          "meaning = \"00ff\"\napprover = \"課長\"\nuntil = 2020-03-31") +
                                     decision("remark", "north", "rule = \"council.joint\""));
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  ASSERT_EQ(survey.table().decisions().size(), 2U);
  const PlacedDecision& waiver = survey.table().decisions()[0];
  EXPECT_EQ(decision_kind_id(waiver.decision.kind), "waiver");
  EXPECT_EQ(waiver.decision.until, Date::from_ymd(2020, 3, 31));
  EXPECT_EQ(waiver.decision.granted_on, (GrantedOn{{"992038 council none"}, "00ff"}));
  EXPECT_EQ(waiver.subject, (table::SubjectRef{table::kRecordSpace, survey.row("月影市")}));
  EXPECT_EQ(survey.table().decisions()[1].subject, (table::SubjectRef{table::group_space(table::kBodyGroup), 0}));
}

TEST(DecisionsTest, WhatIsWrittenIsReadBackForEveryKind) {
  const std::string corrected = "field = \"meetings\"\nanswer = \"\"\nvalue = 4";
  const std::string written =
      reading("evidence = \"contradicted\", planned_date = 2020-03-31") + "\n" +
      decision("correction", "992020", corrected) + "\n" +
      decision("attestation", "992020", "field = \"sectors\"\nvalue = [\"medical\", \"education\"]") + "\n" +
      decision("waiver", "992038",
               "rule = \"council.municipality\"\nfield = \"council\"\nanswers = [\"992038 council none\"]\n"
               "meaning = \"00ff\"\napprover = \"課長\"\nuntil = 2020-03-31") +
      "\n" + decision("remark", "north", "rule = \"council.joint\"");
  const table::Vocabulary vocabulary = testing::small_vocabulary();
  const auto read = [&](const std::string& text) {
    diag::Sink sink;
    const diag::Source source("decisions.toml", text);
    std::vector<Decision> decisions = load_decisions(source, vocabulary, sink);
    EXPECT_FALSE(sink.has_errors()) << text;
    for (Decision& each : decisions) {  // places differ
      each.span = each.subject_span = each.quote_span = each.rule_span = {};
      for (DecidedValue& value : each.values) value.span = {};
    }
    return decisions;
  };
  const std::vector<Decision> decisions = read(written);
  ASSERT_EQ(decisions.size(), 5U);
  std::string again;
  for (const Decision& each : decisions) again = append_decision(again, each, vocabulary);
  std::string third;
  for (const Decision& each : read(again)) third = append_decision(third, each, vocabulary);
  EXPECT_EQ(again, third);
  EXPECT_NE(again.find("answers = [\"992038 council none\"]\nmeaning = \"00ff\"\n"), std::string::npos);
  EXPECT_NE(again.find("field = \"sectors\"\nvalue = [\"medical\", \"education\"]\n"), std::string::npos);
}

TEST(DecisionsTest, ARevisionLeavesOutWhatWasDecidedLater) {
  SmallSurvey survey;
  survey.write("decisions.toml", decision("correction", "992020", "field = \"meetings\"\nanswer = \"\"\nvalue = 4"));
  survey.set_revision(Date::from_ymd(2019, 3, 14));
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("霧ヶ丘市", "meetings"), "(blank)");
  EXPECT_EQ(survey.table().parts().num_later_decisions, 1U);
  survey.set_revision(Date::from_ymd(2019, 3, 15));
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("霧ヶ丘市", "meetings"), "4");
  EXPECT_EQ(survey.table().parts().num_later_decisions, 0U);
}

std::string waiver(std::string_view when, std::string_view until) {
  return fmt::format(
      "[[decision]]\nkind = \"waiver\"\nsubject = \"992020\"\nrule = \"a\"\nanswers = []\nmeaning = \"00ff\"\n"
      "reason = {{ ja = \"理由\", en = \"reason\" }}\nsource = \"reply\"\nby = \"架空\"\nwhen = {}\nuntil = {}\n"
      "approver = \"課長\"\n",
      when, until);
}

std::string superseded(const SmallSurvey& survey) {
  std::string text;
  for (const PlacedDecision& placed : survey.table().decisions()) text += placed.superseded ? "s" : "c";
  return text;
}

TEST(DecisionsTest, OfTwoWaiversOfOneResultTheLaterCounts) {
  SmallSurvey survey;
  survey.write("decisions.toml", waiver("2019-03-15", "2020-03-31") + waiver("2019-02-01", "2019-06-30"));
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(superseded(survey), "cs");
  EXPECT_EQ(survey.codes(), "KJ4514");
  EXPECT_NE(survey.report("KJ4514").find("rule `a` is waived twice for 霧ヶ丘市"), std::string::npos);
}

TEST(DecisionsTest, AWaiverMayFollowOneThatHasEnded) {
  SmallSurvey survey;
  survey.write("decisions.toml", waiver("2018-02-01", "2019-03-14") + waiver("2019-03-15", "2020-03-31"));
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(superseded(survey), "sc");
  EXPECT_EQ(survey.codes(), "");
}

TEST(DecisionsTest, WaiversOfOtherRulesAndSubjectsStandBesideEachOther) {
  SmallSurvey survey;
  std::string other = waiver("2019-03-15", "2020-03-31");
  other.replace(other.find("\"a\""), 3, "\"b\"");
  std::string elsewhere = waiver("2019-03-15", "2020-03-31");
  elsewhere.replace(elsewhere.find("992020"), 6, "992038");
  survey.write("decisions.toml", waiver("2019-03-15", "2020-03-31") + other + elsewhere);
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(superseded(survey), "ccc");
}

TEST(DecisionsTest, AKeyOfAnotherKindIsReported) {
  SmallSurvey survey;
  survey.write("decisions.toml", decision("remark", "992038", "rule = \"a\"\nuntil = 2020-03-31"));
  EXPECT_EQ(survey.load(), nullptr);
  EXPECT_TRUE(survey.sink().has_errors());
}

}  // namespace
}  // namespace kijun::survey
