#include <algorithm>
#include <optional>

#include "reports/model/build_parts.h"
#include "reports/model/standings.h"
#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/record_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::Verdict;

bool is_used(const audit::ResultModel& result, const policy::Heading& topic) {
  return std::any_of(result.columns().begin(), result.columns().end(),
                     [&](const audit::RuleColumn& column) { return column.rule().topic == topic.id; });
}

void add_topics(GapReport& report) {
  for (const policy::Heading& topic : report.result->ruleset().topics) {
    if (is_used(*report.result, topic)) {
      report.topics.push_back(Standings(*report.result, topic.id).count(topic));
    }
  }
}

// The latest deadline among a topic's results that are not yet due.
LocalizedText deadline_of(const GapReport& report, const std::string& topic) {
  std::optional<Date> latest;
  for (const audit::RuleColumn& column : report.result->columns()) {
    for (const audit::ResultClass& each : column.classes()) {
      if (column.rule().topic == topic && audit::verdict_of(column, each.code) == Verdict::kNotYetDue) {
        latest = std::max(latest, each.code.deadline);
      }
    }
  }
  return latest ? date_text(*latest) : word(Word::kNone);
}

void add_topic_sentence(GapReport& report, const TopicSummary& topic) {
  if (topic.of(Standing::kUnmet) > 0) {
    report.headline.push_back(fill(Word::kHeadlineUnmet, {{"topic", topic.title},
                                                          {"members", members_text(report.result->run(), topic.total)},
                                                          {"total", topic.total},
                                                          {"unmet", topic.of(Standing::kUnmet)},
                                                          {"undecided", topic.of(Standing::kUndecided)}}));
  }
  if (topic.of(Standing::kNotYetDue) > 0) {
    report.headline.push_back(
        fill(Word::kHeadlineNotYetDue, {{"topic", topic.title},
                                        {"members", members_text(report.result->run(), topic.total)},
                                        {"total", topic.total},
                                        {"deadline", deadline_of(report, topic.id)},
                                        {"due", topic.of(Standing::kNotYetDue)},
                                        {"undecided", topic.of(Standing::kUndecided)}}));
  }
}

// Nobody misses a target, which is not to say that all have reached it.
void add_open_sentences(GapReport& report) {
  for (const TopicSummary& topic : report.topics) {
    const LocalizedText members = members_text(report.result->run(), topic.total);
    if (topic.of(Standing::kUndecided) > 0) {
      report.headline.push_back(fill(Word::kHeadlineUndecided, {{"topic", topic.title},
                                                                {"members", members},
                                                                {"total", topic.total},
                                                                {"undecided", topic.of(Standing::kUndecided)}}));
    }
    if (topic.of(Standing::kDraftOnly) > 0) {
      report.headline.push_back(fill(Word::kHeadlineDraftOnly, {{"topic", topic.title},
                                                                {"members", members},
                                                                {"total", topic.total},
                                                                {"draft", topic.of(Standing::kDraftOnly)}}));
    }
  }
}

void add_question_sentences(GapReport& report) {
  if (!report.questions.empty()) {
    std::size_t num_questions = 0;
    std::size_t num_conditional = 0;
    for (const QuestionSheet& sheet : report.questions) {
      num_questions += sheet.questions.size();
      num_conditional +=
          static_cast<std::size_t>(std::count_if(sheet.questions.begin(), sheet.questions.end(),
                                                 [](const Question& question) { return !question.only_if.empty(); }));
    }
    const Word sentence = num_conditional == 0 ? Word::kHeadlineQuestions : Word::kHeadlineConditional;
    report.headline.push_back(fill(
        sentence,
        {{"addressees", report.questions.size()}, {"questions", num_questions}, {"conditional", num_conditional}}));
  }
  if (!report.unread.empty()) {
    report.headline.push_back(fill(Word::kHeadlineUnread, {{"notes", report.unread.size()}}));
  }
}

// What was set aside, and on which decisions the report rests.
void add_decision_sentences(GapReport& report) {
  const audit::RunInfo& run = report.result->run();
  const audit::Summary& summary = report.result->summary();
  const auto count = [&](audit::DecisionState state) {
    return summary.decisions_by_state[static_cast<std::size_t>(state)];
  };
  if (run.answers_received)
    report.headline.push_back(fill(Word::kHeadlineResubmitted, {{"date", date_text(*run.answers_received)}}));
  if (run.revision)
    report.headline.push_back(fill(Word::kHeadlineRevision, {{"date", date_text(*run.revision)},
                                                             {"n", run.num_later_decisions},
                                                             {"resubmissions", run.num_later_resubmissions}}));
  if (summary.num_waived != 0) report.headline.push_back(fill(Word::kHeadlineWaived, {{"n", summary.num_waived}}));
  const auto& decisions = report.result->decisions();
  if (std::any_of(decisions.begin(), decisions.end(), needs_attention))
    report.headline.push_back(fill(Word::kHeadlineDecisions, {{"stale", count(audit::DecisionState::kStale)},
                                                              {"expired", count(audit::DecisionState::kExpired)},
                                                              {"unused", count(audit::DecisionState::kUnused)},
                                                              {"days", static_cast<std::size_t>(run.expiring_within)},
                                                              {"expiring", summary.num_expiring}}));
}

void add_baseline_sentence(GapReport& report) {
  const audit::BaselineComparison* baseline = report.result->baseline();
  if (baseline == nullptr) return;
  report.headline.push_back(
      fill(Word::kHeadlineBaseline, {{"new", baseline->count(audit::BaselineState::kNew)},
                                     {"worse", baseline->count(audit::BaselineState::kWorse)},
                                     {"unchanged", baseline->count(audit::BaselineState::kUnchanged)},
                                     {"updated", baseline->count(audit::BaselineState::kUpdated)},
                                     {"absent", baseline->absent().size()},
                                     {"outside", baseline->num_outside()}}));
}

// What is counted and not listed is said before anything is listed.
void add_cut_sentences(GapReport& report) {
  std::size_t num_unlisted = 0;
  for (const RuleView& rule : report.rules) {
    num_unlisted += rule.num_unlisted;
  }
  if (num_unlisted != 0) {
    report.headline.push_back(
        fill(Word::kHeadlineCut, {{"max", report.result->run().max_findings}, {"n", num_unlisted}}));
  }
  if (report.scope == ReportScope::kNumbers) {
    report.headline.push_back(word(Word::kHeadlineNumbers));
    return;
  }
  if (report.shows_records && !report.has_details) {
    report.headline.push_back(word(Word::kHeadlineElsewhere));
  }
  if (!report.shows_records) {
    report.headline.push_back(fill(Word::kHeadlineManyRecords, {{"n", report.result->records().size()},
                                                                {"records", records_text(report.result->run())}}));
  }
}

void add_headline(GapReport& report) {
  for (const TopicSummary& topic : report.topics) {
    add_topic_sentence(report, topic);
  }
  if (report.headline.empty()) {
    report.headline.push_back(word_for(report.result->run(), Word::kHeadlineClear));
    add_open_sentences(report);
  }
  add_question_sentences(report);
  add_decision_sentences(report);
  add_baseline_sentence(report);
  add_cut_sentences(report);
}

}  // namespace

void add_summary(GapReport& report) {
  add_topics(report);
  add_headline(report);
}

void add_zones(GapReport& report) {
  const audit::ResultModel& result = *report.result;
  if (!audit::sees(result.run().readers.who, audit::Content::kOtherRecords)) return;
  for (const std::size_t zone : report.zones) {
    report.zone_rows.push_back({zone, result.members(report.subjects[zone].ref).size(), {}});
  }
  for (const policy::Heading& topic : result.ruleset().topics) {
    if (!is_used(result, topic)) {
      continue;
    }
    const Standings standings(result, topic.id);
    for (ZoneRow& row : report.zone_rows) {
      row.topics.push_back(standings.count_zone(topic, report.subjects[row.subject].ref));
    }
  }
}

}  // namespace kijun::reports
