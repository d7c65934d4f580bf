/// The numbers are of all results, counted by words; the lists are of the listed ones.
#include <algorithm>
#include <array>
#include <map>

#include "engine/audit/bit_plane.h"
#include "reports/model/build_parts.h"

namespace kijun::reports {
namespace {

using audit::BitPlane;
using audit::Outcome;
using PlaneWord = BitPlane::Word;

constexpr std::string_view kPrefecture = "prefecture";

bool is_task(const audit::ResultCode& code) {
  return audit::is_finding(code.decision.outcome) && code.decision.outcome != Outcome::kUnknown;
}

// Who has tasks of one actor, in one space, by verdict.
using VerdictPlanes = std::array<BitPlane, 8>;

// The subjects that one actor has to look after.
class Workload {
 public:
  Workload(const audit::ResultModel& result, std::string_view actor) : result_(result), actor_(actor) {}

  // Adds the tasks of a column; those of the prefecture itself, and of groups that cannot act, are the prefecture's.
  void add(const audit::RuleColumn& column) {
    const audit::SubjectList& subjects = column.subjects();
    const bool own = column.rule().actor == actor_;
    const bool prefectural = actor_ == kPrefecture;
    const bool is_record = subjects.space() == table::kRecordSpace;
    const bool acts = is_record || has_acting_groups(column.rule());
    const audit::SubjectList& municipalities = result_.municipalities();
    for (const audit::ResultClass& each : column.classes()) {
      if (!is_task(each.code)) {
        continue;
      }
      const auto verdict = static_cast<std::size_t>(audit::verdict_of(column, each.code));
      for (std::size_t at = 0; at < subjects.num_words(); ++at) {
        const PlaneWord tasks = column.word(each, at);
        const PlaneWord of_rule = is_record ? municipalities.word(at) : (acts ? ~PlaneWord{0} : 0);
        add_word(subjects, verdict, at, tasks & ((own ? of_rule : 0) | (prefectural ? ~of_rule : 0)));
      }
    }
  }

  void count(ActorTasks& tasks) const {
    tasks.num_findings = num_findings_;
    for (const auto& [space, planes] : planes_) {
      BitPlane any(planes.front().size());
      for (std::size_t verdict = 0; verdict < planes.size(); ++verdict) {
        tasks.subjects_by_verdict[verdict] += planes[verdict].count();
        for (std::size_t at = 0; at < any.num_words(); ++at) {
          any.add(at, planes[verdict].word(at));
        }
      }
      tasks.num_subjects += any.count();
    }
  }

 private:
  void add_word(const audit::SubjectList& subjects, std::size_t verdict, std::size_t at, PlaneWord bits) {
    if (bits == 0) {
      return;
    }
    const auto [entry, is_new] = planes_.try_emplace(subjects.space());
    if (is_new) {
      entry->second.fill(BitPlane(subjects.num_subjects()));
    }
    entry->second[verdict].add(at, bits);
    num_findings_ += static_cast<std::size_t>(std::popcount(bits));
  }

  const audit::ResultModel& result_;
  std::string_view actor_;
  std::map<table::SpaceId, VerdictPlanes> planes_;
  std::size_t num_findings_ = 0;
};

// The listed tasks of one actor, subjects in the report's order.
std::vector<SubjectTasks> list_tasks(const GapReport& report, const std::string& actor) {
  std::vector<std::vector<std::size_t>> by_subject(report.subjects.size());
  for (std::size_t at = 0; at < report.findings.size(); ++at) {
    const Finding& finding = report.findings[at];
    if (finding.actor == actor && is_task(finding.code)) {
      by_subject[finding.subject].push_back(at);
    }
  }
  std::vector<SubjectTasks> tasks;
  for (std::size_t subject = 0; subject < by_subject.size(); ++subject) {
    if (!by_subject[subject].empty()) {
      sort_worst_first(report, by_subject[subject]);
      tasks.push_back({subject, std::move(by_subject[subject])});
    }
  }
  return tasks;
}

}  // namespace

void add_actors(GapReport& report) {
  for (const policy::Heading& actor : report.result->ruleset().actors) {
    Workload workload(*report.result, actor.id);
    for (const audit::RuleColumn& column : report.result->columns()) {
      workload.add(column);
    }
    ActorTasks tasks{actor.id, actor.title, list_tasks(report, actor.id), 0, {}, 0};
    workload.count(tasks);
    if (tasks.num_findings != 0) {
      report.actors.push_back(std::move(tasks));
    }
  }
}

}  // namespace kijun::reports
