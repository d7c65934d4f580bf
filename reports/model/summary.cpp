#include <algorithm>
#include <string_view>

#include "reports/model/build_parts.h"
#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::Outcome;
using audit::Verdict;

Standing standing_of(const Finding& finding) {
  if (finding.not_asked) return Standing::kNotAsked;
  if (finding.draft) return Standing::kDraftOnly;
  switch (finding.verdict) {
    case Verdict::kUnmet:
      return Standing::kUnmet;
    case Verdict::kError:
    case Verdict::kUndecided:
      return Standing::kUndecided;
    case Verdict::kNotYetDue:
      return Standing::kNotYetDue;
    case Verdict::kNote:
    case Verdict::kConfirm:
      return Standing::kNoteOnly;
    case Verdict::kMet:
    case Verdict::kNotApplicable:
      return Standing::kClear;
  }
  return Standing::kClear;
}

bool is_municipality(const SubjectView& subject) {
  return subject.ref.space == table::kRecordSpace && subject.info.name.kind != "prefecture";
}

// The standing of every subject in one topic.
std::vector<Standing> standings(const GapReport& report, const std::string& topic) {
  std::vector<Standing> worst(report.subjects.size(), Standing::kClear);
  for (const Finding& finding : report.findings) {
    if (finding.rule->topic == topic) {
      worst[finding.subject] = std::min(worst[finding.subject], standing_of(finding));
    }
  }
  return worst;
}

TopicSummary count(const GapReport& report, const policy::Heading& topic, const std::vector<Standing>& worst,
                   std::string_view zone) {
  TopicSummary summary{topic.id, topic.title, {}, 0};
  for (std::size_t at = 0; at < report.subjects.size(); ++at) {
    const SubjectView& subject = report.subjects[at];
    if (is_municipality(subject) && (zone.empty() || subject.info.zone == zone)) {
      ++summary.municipalities[static_cast<std::size_t>(worst[at])];
      ++summary.total;
    }
  }
  return summary;
}

void add_topics(GapReport& report) {
  const audit::ResultModel& result = *report.result;
  for (const std::size_t zone : report.zones) {
    report.zone_rows.push_back({zone, result.members(report.subjects[zone].ref).size(), {}});
  }
  for (const policy::Heading& topic : result.ruleset().topics) {
    const bool is_used = std::any_of(result.columns().begin(), result.columns().end(),
                                     [&](const audit::RuleColumn& column) { return column.rule->topic == topic.id; });
    if (!is_used) {
      continue;
    }
    const std::vector<Standing> worst = standings(report, topic.id);
    report.topics.push_back(count(report, topic, worst, {}));
    for (ZoneRow& row : report.zone_rows) {
      row.topics.push_back(count(report, topic, worst, report.subjects[row.subject].info.name.code));
    }
  }
}

bool is_task(const Finding& finding) { return finding.code.decision.outcome != Outcome::kUnknown; }

// The tasks of one actor, subjects in the report's order.
ActorTasks tasks_of(const GapReport& report, const std::string& actor, const LocalizedText& title) {
  ActorTasks tasks{actor, title, {}, {}, 0};
  std::vector<std::vector<std::size_t>> by_subject(report.subjects.size());
  for (std::size_t at = 0; at < report.findings.size(); ++at) {
    const Finding& finding = report.findings[at];
    if (finding.actor == actor && is_task(finding)) {
      by_subject[finding.subject].push_back(at);
      ++tasks.num_findings;
    }
  }
  for (std::size_t subject = 0; subject < by_subject.size(); ++subject) {
    std::vector<std::size_t>& findings = by_subject[subject];
    if (findings.empty()) {
      continue;
    }
    sort_worst_first(report, findings);
    std::array<bool, 8> has{};
    for (const std::size_t at : findings) {
      has[static_cast<std::size_t>(report.findings[at].verdict)] = true;
    }
    for (std::size_t verdict = 0; verdict < has.size(); ++verdict) {
      tasks.subjects_by_verdict[verdict] += has[verdict] ? 1U : 0U;
    }
    tasks.subjects.push_back({subject, std::move(findings)});
  }
  return tasks;
}

void add_actors(GapReport& report) {
  for (const policy::Heading& actor : report.result->ruleset().actors) {
    ActorTasks tasks = tasks_of(report, actor.id, actor.title);
    if (!tasks.subjects.empty()) {
      report.actors.push_back(std::move(tasks));
    }
  }
}

// The latest deadline among a topic's results that are not yet due.
LocalizedText deadline_of(const GapReport& report, const std::string& topic) {
  std::optional<Date> latest;
  for (const Finding& finding : report.findings) {
    if (finding.rule->topic == topic && finding.verdict == Verdict::kNotYetDue && finding.code.deadline) {
      latest = latest ? std::max(*latest, *finding.code.deadline) : finding.code.deadline;
    }
  }
  if (!latest) {
    return word(Word::kNone);
  }
  return date_text(*latest);
}

void add_topic_sentence(GapReport& report, const TopicSummary& topic) {
  if (topic.of(Standing::kUnmet) > 0) {
    report.headline.push_back(fill(Word::kHeadlineUnmet, {{"topic", topic.title},
                                                          {"total", topic.total},
                                                          {"unmet", topic.of(Standing::kUnmet)},
                                                          {"undecided", topic.of(Standing::kUndecided)}}));
  }
  if (topic.of(Standing::kNotYetDue) > 0) {
    report.headline.push_back(fill(Word::kHeadlineNotYetDue, {{"topic", topic.title},
                                                              {"total", topic.total},
                                                              {"deadline", deadline_of(report, topic.id)},
                                                              {"due", topic.of(Standing::kNotYetDue)},
                                                              {"undecided", topic.of(Standing::kUndecided)}}));
  }
}

void add_headline(GapReport& report) {
  for (const TopicSummary& topic : report.topics) {
    add_topic_sentence(report, topic);
  }
  if (report.headline.empty()) {
    report.headline.push_back(word(Word::kHeadlineClear));
  }
  if (!report.questions.empty()) {
    std::size_t num_questions = 0;
    for (const QuestionSheet& sheet : report.questions) {
      num_questions += sheet.questions.size();
    }
    report.headline.push_back(
        fill(Word::kHeadlineQuestions, {{"addressees", report.questions.size()}, {"questions", num_questions}}));
  }
  if (!report.unread.empty()) {
    report.headline.push_back(fill(Word::kHeadlineUnread, {{"notes", report.unread.size()}}));
  }
}

}  // namespace

void add_summary(GapReport& report) {
  add_topics(report);
  add_actors(report);
  add_headline(report);
}

}  // namespace kijun::reports
