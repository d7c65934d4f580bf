#include <algorithm>
#include <map>

#include "reports/model/build_parts.h"
#include "reports/words/record_words.h"

namespace kijun::reports {
namespace {

std::string anchor_prefix(const table::SubjectRef& ref, const std::string& kind) {
  return ref.space == table::kRecordSpace ? "m" : kind;
}

// A derived group is keyed by an answer, which may be a whole note: its members name it, a number anchors it.
void name_derived_group(const audit::ResultModel& result, SubjectView& view) {
  constexpr std::size_t kNamed = 20;
  const std::vector<table::SubjectRef> members = result.members(view.ref);
  view.name = {};
  for (std::size_t at = 0; at < std::min(members.size(), kNamed); ++at)
    append(view.name, result.subject(members[at]).name.name, {"・", ", "});
  if (members.size() > kNamed) {
    const LocalizedText more =
        fill(Word::kMoreMembers,
             {{"n", members.size() - kNamed}, {"records", records_text(result.run(), members.size() - kNamed)}});
    view.name.ja += more.ja;
    view.name.en += more.en;
  }
  view.anchor = view.info.name.kind + "-" + std::to_string(view.ref.index + 1);
}

void add_subject(GapReport& report, BuildIndex& index, const table::SubjectRef& ref) {
  if (!index.subject_of.emplace(ref, report.subjects.size()).second) {
    return;
  }
  SubjectView view{ref, report.result->subject(ref), {}, {}};
  const table::SubjectName& name = view.info.name;
  view.name = name.name;
  view.anchor = anchor_prefix(ref, name.kind) + "-" + name.code;
  if (ref.space != table::kRecordSpace && !is_standard_group(name.kind)) {
    name_derived_group(*report.result, view);
  }
  report.subjects.push_back(std::move(view));
}

// The subjects of listed results, by space.
std::map<table::SpaceId, audit::BitPlane> listed_subjects(const audit::ResultModel& result) {
  std::map<table::SpaceId, audit::BitPlane> listed;
  for (std::size_t column = 0; column < result.columns().size(); ++column) {
    const audit::SubjectList& subjects = result.columns()[column].subjects();
    audit::BitPlane& plane = listed.try_emplace(subjects.space(), subjects.num_subjects()).first->second;
    for (const std::uint32_t position : result.listed(column)) {
      plane.set(subjects.index(position));
    }
  }
  return listed;
}

}  // namespace

void add_subjects(GapReport& report, BuildIndex& index) {
  const audit::ResultModel& result = *report.result;
  const std::map<table::SpaceId, audit::BitPlane> listed = listed_subjects(result);
  const auto add_all = [&](const audit::SubjectList& subjects) {
    const auto plane = listed.find(subjects.space());
    for (const table::SubjectRef subject : subjects) {
      if (report.shows_records || (plane != listed.end() && plane->second.get(subject.index))) {
        add_subject(report, index, subject);
      }
    }
  };
  add_all(result.records());
  for (const table::SubjectRef zone : result.zones()) {
    add_subject(report, index, zone);
    report.zones.push_back(index.subject_of.at(zone));
  }
  for (const audit::RuleColumn& column : result.columns()) {
    if (column.subjects().space() != table::kRecordSpace) {
      add_all(column.subjects());
    }
  }
}

}  // namespace kijun::reports
