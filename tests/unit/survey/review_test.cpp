#include "engine/survey/review.h"

#include <gtest/gtest.h>

#include "engine/survey/decision_writer.h"
#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using testing::SmallSurvey;

Decision reading_of(const SmallSurvey& survey, const OpenNote& note) {
  Decision reading;
  reading.kind = DecisionKind::kReading;
  reading.subject = survey.table().municipality(note.row).code;
  reading.note = note.note;
  reading.quote = note.text;
  reading.hash = note_hash(note.text);
  reading.reason = {"備考の「予定」による", "says \"planned\""};
  reading.source = "note";
  reading.by = "架空 一郎";
  reading.when = *Date::from_ymd(2019, 3, 15);
  return reading;
}

TEST(ReviewTest, ListsNotesNobodyHasReadWithTheirFields) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  const std::vector<OpenNote> notes = open_notes(survey.table());
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(survey.table().municipality(notes[0].row).name, "中津原市");
  EXPECT_EQ(notes[0].text, "要綱により設置");
  EXPECT_FALSE(notes[0].stale);
  EXPECT_EQ(notes[0].readings, (std::vector<table::FieldIndex>{survey.field("evidence"), survey.field("planned_date"),
                                                               survey.field("joint")}));
  EXPECT_EQ(notes[0].place.text(), "要綱により設置");
}

TEST(ReviewTest, WritesAReadingThatHolds) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  const OpenNote note = open_notes(survey.table())[1];
  Decision reading = reading_of(survey, note);
  diag::Sink sink;
  for (const char* text : {"evidence=contradicted", "planned_date=2020-03-31", "joint=true"})
    reading.values.push_back(parse_assignment(text, note.note, survey.vocabulary(), sink).value());
  const std::string text = append_decision("# 読取り\n", reading, survey.vocabulary());
  EXPECT_EQ(text,
            "# 読取り\n"
            "\n"
            "[[decision]]\n"
            "kind = \"reading\"\n"
            "subject = \"992020\"\n"
            "note = \"council_note\"\n"
            "quote = \"北部協議会を活用\\n予定は未定\"\n"
            "hash = \"" +
                note_hash(note.text) +
                "\"\n"
                "values = { evidence = \"contradicted\", planned_date = 2020-03-31, joint = true }\n"
                "reason = { ja = \"備考の「予定」による\", en = \"says \\\"planned\\\"\" }\n"
                "source = \"note\"\n"
                "by = \"架空 一郎\"\n"
                "when = 2019-03-15\n");
  survey.write("decisions.toml", text);
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("霧ヶ丘市", "planned_date"), "2020-03-31");
  EXPECT_EQ(open_notes(survey.table()).size(), 1U);
}

TEST(ReviewTest, WritesAReadingWithNothingToAdd) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  const std::string text = append_decision("", reading_of(survey, open_notes(survey.table())[0]), survey.vocabulary());
  EXPECT_NE(text.find("values = {}\n"), std::string::npos);
  survey.write("decisions.toml", text);
  ASSERT_NE(survey.load(), nullptr) << survey.codes();
  EXPECT_EQ(survey.answer("中津原市", "evidence"), "not_shown");
}

TEST(ReviewTest, KeepsTheBytesThatWereThereAndTheirLineEnds) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  const Decision reading = reading_of(survey, open_notes(survey.table())[0]);
  const std::string windows = append_decision("# a\r\n# b", reading, survey.vocabulary());
  EXPECT_TRUE(windows.starts_with("# a\r\n# b\r\n\r\n[[decision]]\r\nkind = \"reading\"\r\n"));
  EXPECT_TRUE(windows.ends_with("when = 2019-03-15\r\n"));
  const std::string unix_text = append_decision("# a", reading, survey.vocabulary());
  EXPECT_TRUE(unix_text.starts_with("# a\n\n[[decision]]\n"));
}

TEST(ReviewTest, ListsAStaleNoteAgain) {
  SmallSurvey survey;
  ASSERT_NE(survey.load(), nullptr);
  survey.write("decisions.toml",
               append_decision("", reading_of(survey, open_notes(survey.table())[0]), survey.vocabulary()));
  survey.edit("answers.csv", "要綱により設置", "要綱を改正して設置");
  ASSERT_NE(survey.load(), nullptr);
  const std::vector<OpenNote> notes = open_notes(survey.table());
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_TRUE(notes[0].stale);
  EXPECT_FALSE(notes[1].stale);
}

TEST(ReviewTest, RefusesAssignmentsThatDoNotFit) {
  const table::Vocabulary vocabulary = testing::small_vocabulary();
  const table::FieldIndex note = vocabulary.find("council_note").value();
  struct Wrong {
    const char* text;
    const char* code;
  };
  constexpr Wrong kWrong[] = {{"evidence=suported", "KJ4503"},
                              {"joint=yes", "KJ4503"},
                              {"planned_date=soon", "KJ4503"},
                              {"evidence", "KJ4503"},
                              {"evidnce=supported", "KJ4502"},
                              {"council=none", "KJ4504"},
                              {"", "KJ4502"}};
  for (const Wrong& wrong : kWrong) {
    diag::Sink sink;
    EXPECT_FALSE(parse_assignment(wrong.text, note, vocabulary, sink).has_value());
    ASSERT_EQ(sink.diagnostics().size(), 1U) << wrong.text;
    EXPECT_EQ(sink.diagnostics()[0].definition->code, wrong.code) << wrong.text;
  }
}

}  // namespace
}  // namespace kijun::survey
