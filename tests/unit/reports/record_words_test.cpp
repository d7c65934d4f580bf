#include "reports/words/record_words.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

audit::RunInfo municipal_run() { return {}; }

audit::RunInfo run_of(LocalizedText label) {
  audit::RunInfo run;
  run.record_kinds = {{"listed", std::move(label)}};
  return run;
}

audit::Summary summary_of(std::size_t records, std::size_t counted) {
  audit::Summary summary;
  summary.num_records = records;
  summary.num_municipalities = counted;
  return summary;
}

TEST(RecordWordsTest, CallsRecordsOfARegisterMunicipalities) {
  const audit::RunInfo run = municipal_run();
  EXPECT_EQ(members_text(run).ja, "市町村");
  EXPECT_EQ(members_text(run).en, "municipalities");
  EXPECT_EQ(records_text(run).ja, "団体");
  EXPECT_EQ(answering_text(run).ja, "回答団体");
  EXPECT_EQ(record_heading(run).en, "Record");
  EXPECT_EQ(code_heading(run.record_kinds).ja, "団体コード");
  EXPECT_EQ(num_records_text(run, summary_of(34, 33)).ja, "34団体（うち市町村33）");
  EXPECT_EQ(num_records_text(run, summary_of(34, 33)).en, "34 records (33 municipalities)");
  EXPECT_EQ(num_records_text(run, summary_of(2, 1)).en, "2 records (1 municipality)");
  EXPECT_NE(word_for(run, Word::kLegendOrder).ja.find("市町村は建制順"), std::string::npos);
}

TEST(RecordWordsTest, CallsWhatASurveyListsByItsName) {
  const audit::RunInfo run = run_of({"避難所", "shelter"});
  EXPECT_EQ(members_text(run).en, "shelters");
  EXPECT_EQ(records_text(run).ja, "避難所");
  EXPECT_EQ(answering_text(run).ja, "避難所");
  EXPECT_EQ(record_heading(run).en, "Shelter");
  EXPECT_EQ(code_heading(run.record_kinds).ja, "コード");
  EXPECT_EQ(num_records_text(run, summary_of(9, 9)).ja, "9避難所");
  EXPECT_EQ(num_records_text(run, summary_of(1, 1)).en, "1 shelter");
  EXPECT_NE(word_for(run, Word::kLegendOrder).ja.find("避難所は回答ファイルの記載順"), std::string::npos);
}

}  // namespace
}  // namespace kijun::reports
