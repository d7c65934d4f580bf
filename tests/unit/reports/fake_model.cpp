#include "tests/unit/reports/fake_model.h"

#include <algorithm>
#include <utility>

#include "engine/audit/listing.h"

namespace kijun::reports {
namespace {

using audit::Outcome;
using table::FieldRole;
using table::FieldType;
using table::MissingReason;
using table::SubjectRef;

LocalizedText both(const std::string& text) { return {text, text}; }

table::Field field(std::string id, FieldType type, FieldRole role, LocalizedText label) {
  table::Field made;
  made.id = std::move(id);
  made.type = type;
  made.role = role;
  made.kinds = {"municipality", "prefecture"};
  made.label = std::move(label);
  return made;
}

table::Vocabulary make_vocabulary() {
  table::Field council = field("council", FieldType::kEnum, FieldRole::kDeclared, {"協議の場", "Council"});
  council.values = {{"established", {"設置済み", "established"}, {"○"}},
                    {"none", {"未設置", "not established"}, {"×"}}};
  table::Field budget = field("budget", FieldType::kEnum, FieldRole::kPlan, {"予算措置", "Budget"});
  budget.values = {{"secured", {"措置済み", "secured"}, {"○"}}, {"none", {"なし", "none"}, {"×"}}};
  table::Field reading =
      field("council_evidence", FieldType::kEnum, FieldRole::kReading, {"備考の裏付け", "Support by the note"});
  reading.reads = "council_note";
  return {"fake",
          {"架空の項目", "Fictional fields"},
          {council, budget, field("council_note", FieldType::kString, FieldRole::kNote, {"備考", "Note"}), reading}};
}

policy::Rule rule(std::string id, LocalizedText title, std::string topic, std::string actor, std::string for_each) {
  policy::Rule made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.topic = std::move(topic);
  made.actor = std::move(actor);
  made.for_each = std::move(for_each);
  return made;
}

void add_decision(audit::DecisionWord& word, Outcome outcome, audit::BitPlane::Word bit) {
  switch (outcome) {
    case Outcome::kPass:
      word.pass |= bit;
      break;
    case Outcome::kFail:
      word.fail |= bit;
      break;
    case Outcome::kUnknown:
      word.unknown_requirement |= bit;
      break;
    case Outcome::kNotApplicable:
      word.not_applicable |= bit;
      break;
    case Outcome::kError:
      word.error |= bit;
      break;
  }
}

}  // namespace

FakeModel::FakeModel(std::string note) : note_(std::move(note)), vocabulary_(make_vocabulary()) {
  run_.tool_version = "0.0.0";
  run_.survey_id = "kakuu-2018";
  run_.survey_title = {"架空県の調査", "Survey of Kakuu"};
  run_.fiscal_year = 2018;
  run_.answers_as_of = *Date::from_ymd(2019, 2, 28);
  run_.as_of = *Date::from_ymd(2019, 3, 31);
  run_.prefecture = {"架空県", "Kakuu Prefecture"};
  run_.zone_term = {"圏域", "zone"};
  run_.pack_id = "fake";
  run_.pack_version = "1.0.0";
  run_.inputs = {{"answers", "answers.csv", LazySha256::known("00ff")}};
  add_subjects();
  add_rules();
  add_columns();
  cut(audit::kDefaultMaxFindings);
  add_indicator();
  add_questions();
  summary_.num_records = 4;
  summary_.num_municipalities = 3;
  audit::DecisionView decision;
  decision.kind = "reading";
  decision.subject = subjects_.at({0, 1}).name;
  decision.field_or_rule = "council_note";
  decision.quote = "設置予定";
  decision.reason = {"まだ設置されていない。", "It is not set up yet."};
  decision.source = "note";
  decision.by = "担当者";
  decision.when = Date::from_ymd(2019, 4, 2);
  decisions_ = {decision};
}

void FakeModel::add_subjects() {
  const auto add = [&](SubjectRef ref, std::string kind, std::string code, LocalizedText name, std::string zone) {
    audit::SubjectInfo info;
    info.name = {std::move(kind), std::move(code), std::move(name)};
    info.zone = std::move(zone);
    info.order = ref.index;
    subjects_.emplace(ref, std::move(info));
  };
  add({0, 0}, "prefecture", "990001", {"架空県", "Kakuu Prefecture"}, "");
  add({0, 1}, "municipality", "991007", {"甲市", "Ko City"}, "north");
  add({0, 2}, "municipality", "993018", {"乙町", "Otsu Town"}, "north");
  add({0, 3}, "municipality", "993026", {"丙村", "Hei Village"}, "south");
  add({kZoneSpace, 0}, "zone", "north", {"北", "North"}, "");
  add({kZoneSpace, 1}, "zone", "south", {"南", "South"}, "");
  add({kBodySpace, 0}, "body", "joint", {"共同会議", "Joint Meeting"}, "");
}

void FakeModel::add_rules() {
  ruleset_.id = "fake-1";
  ruleset_.title = {"架空の規則", "Fictional rules"};
  ruleset_.hash = "abcd";
  ruleset_.topics = {{"council", {"協議の場", "Councils"}}, {"answers", {"回答の記載", "Answers"}}};
  ruleset_.actors = {{"municipality", {"市町村", "municipality"}},
                     {"prefecture", {"県", "prefecture"}},
                     {"zone", {"圏域", "zone"}},
                     {"body", {"会議体の事務局", "secretariat"}}};
  policy::Basis guideline;
  guideline.id = "guideline";
  guideline.title = {"基本指針", "Guideline"};
  ruleset_.bases = {guideline};
  const auto add = [&](policy::Rule made, policy::Severity severity) {
    made.verdict.severity = severity;
    ruleset_.rules.push_back(std::move(made));
  };
  add(rule("council.municipality", {"市町村の協議の場", "Municipal council"}, "council", "municipality",
           "municipality"),
      policy::Severity::kError);
  add(rule("council.prefecture", {"県の協議の場", "Prefectural council"}, "council", "municipality", "prefecture"),
      policy::Severity::kNotice);
  policy::Rule trial = rule("council.trial", {"特例の候補", "Exception"}, "council", "municipality", "municipality");
  trial.stage = policy::Stage::kDraft;
  trial.basis = {"guideline"};
  add(std::move(trial), policy::Severity::kNotice);
  policy::Rule blank = rule("answer.blank", {"無回答の項目", "Missing answer"}, "answers", "municipality", "record");
  blank.kind = policy::RuleKind::kQuality;
  blank.for_fields = {"council", "budget"};
  add(std::move(blank), policy::Severity::kWarning);
  policy::Rule contradiction =
      rule("note.contradiction", {"記号と備考の相違", "Mark and note"}, "answers", "municipality", "record");
  contradiction.kind = policy::RuleKind::kQuality;
  add(std::move(contradiction), policy::Severity::kWarning);
  add(rule("council.zone", {"圏域の協議の場", "Zone council"}, "council", "zone", "zone"), policy::Severity::kNotice);
  add(rule("council.body", {"回答の一致", "Same answer"}, "council", "body", "body"), policy::Severity::kWarning);
}

void FakeModel::add_results(const std::string& rule_id, const audit::SubjectList& subjects,
                            const std::vector<Outcome>& outcomes, std::optional<table::FieldIndex> field) {
  audit::ColumnParts parts;
  parts.rule = ruleset_.find_rule(rule_id);
  parts.field = field;
  parts.subjects = &subjects;
  parts.decisions = audit::DecisionPlanes(subjects.num_subjects());
  if (rule_id == "council.municipality") parts.deadline = deadline_;
  audit::DecisionWord word;
  for (std::size_t position = 0; position < outcomes.size(); ++position) {
    add_decision(word, outcomes[position], audit::BitPlane::Word{1} << subjects.index(position));
  }
  parts.decisions.set_word(0, word);
  columns_.emplace_back(std::move(parts), run_.as_of);
  not_asked_.emplace_back(subjects.num_subjects());
  if (rule_id == "council.zone") not_asked_.back().add(0, word.unknown_requirement);
}

void FakeModel::add_columns() {
  constexpr Outcome kP = Outcome::kPass, kF = Outcome::kFail, kU = Outcome::kUnknown, kN = Outcome::kNotApplicable;
  add_results("council.municipality", municipalities_, {kP, kF, kU});
  add_results("council.prefecture", prefecture_, {kF});
  add_results("council.trial", municipalities_, {kU, kF, kN});
  add_results("answer.blank", records_, {kP, kP, kP, kF}, vocabulary_.find("council"));
  add_results("answer.blank", records_, {kP, kP, kF, kP}, vocabulary_.find("budget"));
  add_results("note.contradiction", records_, {kP, kF, kP, kP});
  add_results("council.zone", zones_, {kU, kP});
  add_results("council.body", bodies_, {kF});
}

void FakeModel::cut(std::size_t max_findings) {
  run_.max_findings = max_findings;
  listed_.clear();
  for (const audit::RuleColumn& column : columns_) {
    listed_.push_back(audit::choose_listed(column, {}, max_findings));
  }
}

void FakeModel::judge_before_deadline() {
  deadline_ = Date::from_ymd(2019, 3, 31);
  run_.as_of = *Date::from_ymd(2019, 2, 28);
  for (policy::Rule& each : ruleset_.rules) {
    if (each.id == "council.municipality") each.verdict.before_deadline = policy::Severity::kWarning;
  }
  columns_.clear();
  not_asked_.clear();
  add_columns();
  cut(run_.max_findings);
}

void FakeModel::add_indicator() {
  policy::Indicator indicator;
  indicator.id = "council.declared";
  indicator.title = {"設置率", "Councils"};
  indicator.topic = "council";
  indicator.target = 1.0;
  policy::Benchmark japan;
  japan.label = {"全国", "Japan"};
  japan.value = 0.457;
  japan.met = 796;
  japan.of = 1741;
  indicator.benchmarks = {japan};
  ruleset_.indicators = {indicator};
  audit::IndicatorResult result;
  result.indicator = &ruleset_.indicators.front();
  result.lower = 1;
  result.upper = 2;
  result.of = 3;
  result.answered = 2;
  result.by_zone = {{zones_[0], 1, 1, 2, 2}, {zones_[1], 0, 1, 1, 0}};
  for (audit::BitPlane* plane : {&result.counted, &result.met, &result.open}) *plane = audit::BitPlane(4);
  for (const std::size_t row : {1U, 2U, 3U}) result.counted.set(row);
  result.met.set(1);
  result.open.set(3);
  result.fields = {*vocabulary_.find("council")};
  indicators_ = {result};
}

void FakeModel::add_net_indicator() {
  policy::Indicator net = ruleset_.indicators.front();
  net.id = "council.net";
  net.title = {"設置率（備考と相違する回答を除く）", "Councils, net"};
  net.benchmarks.clear();
  ruleset_.indicators.push_back(net);
  audit::IndicatorResult result = indicators_.front();
  result.lower = 0;
  result.upper = 1;
  result.by_zone = {{zones_[0], 0, 0, 2, 2}, {zones_[1], 0, 1, 1, 0}};
  result.met = audit::BitPlane(4);
  result.fields.push_back(*vocabulary_.find("council_evidence"));
  indicators_.push_back(result);
  for (std::size_t at = 0; at < indicators_.size(); ++at) indicators_[at].indicator = &ruleset_.indicators[at];
}

// 丙村 left its council blank, and council.municipality waits for it.
void FakeModel::add_questions() {
  const auto column = std::find_if(columns_.begin(), columns_.end(), [](const audit::RuleColumn& each) {
    return each.rule().id == "council.municipality";
  });
  questions_.results = {{{}, static_cast<std::size_t>(column - columns_.begin()), 0}};
  const cel::CellRef council{{0, records_[3]}, false, *vocabulary_.find("council")};
  questions_.subjects = {{records_[3], {{council, {}, {0}}}, true}};
}

std::vector<SubjectRef> FakeModel::members(SubjectRef group) const {
  if (group.space == kZoneSpace) {
    return group.index == 0 ? std::vector<SubjectRef>{records_[1], records_[2]} : std::vector<SubjectRef>{records_[3]};
  }
  return {records_[1], records_[2]};
}

audit::CellView FakeModel::cell(SubjectRef subject, const std::string& field_id) const {
  const table::Field& source = vocabulary_.field(*vocabulary_.find(field_id));
  audit::CellView view;
  view.subject = subjects_.at(subject).name;
  view.survey = run_.survey_id;
  view.field = field_id;
  view.label = source.label;
  view.field_role = source.role;
  view.at = {"answers.csv", subject.index + 2, 2, "", ""};
  const bool is_blank = (field_id == "council" && subject.index == 3) || (field_id == "budget" && subject.index == 2);
  if (is_blank) {
    view.missing = MissingReason::kBlank;
    view.value = {"無回答", "no answer"};
  } else if (source.type == FieldType::kEnum && source.role != FieldRole::kReading) {
    const bool is_first = subject.index < 2;
    view.raw = is_first ? "○" : "×";
    view.value = source.values[is_first ? 0 : 1].label;
  }
  return view;
}

std::vector<audit::CellView> FakeModel::answers(SubjectRef record) const {
  audit::CellView note = cell(record, "council_note");
  audit::CellView reading = cell(record, "council_evidence");
  reading.origin = audit::Origin::kReading;
  if (record.index == 1) {
    note.raw = note_;
    reading.missing = MissingReason::kNotReviewed;
    reading.value = {"備考未確認", "note not reviewed"};
  } else {
    note.missing = MissingReason::kBlank;
    reading.value = both("—");
  }
  return {cell(record, "council"), cell(record, "budget"), note, reading};
}

audit::ResultDetail FakeModel::detail(std::size_t column, std::size_t position) const {
  const audit::RuleColumn& source = columns_[column];
  const SubjectRef subject = source.subject(position);
  const LocalizedText& name = subjects_.at(subject).name.name;
  audit::ResultDetail detail;
  detail.message = {name.ja + "の指摘", "finding about " + name.en};
  detail.remedy = {"御検討ください。", "Please consider it."};
  const std::string& id = source.rule().id;
  if (source.outcome(position) == Outcome::kNotApplicable) {
    detail.not_applicable_because = {"設置済みのため", "established"};
  }
  if (id == "council.municipality" && subject.index == 3) {
    detail.unknown_because = {{cell(subject, "council"), true}};
  }
  if (id == "council.trial" && subject.index == 1) {
    detail.unknown_because = {{answers(subject)[3], false}};
  }
  if (id == "council.zone") {
    audit::CellView absent = cell({0, 1}, "council");
    absent.missing = MissingReason::kAbsent;
    detail.unknown_because = {{absent, false}};
  }
  if (id == "answer.blank") {
    detail.evidence = {cell(subject, vocabulary_.field(*source.field()).id)};
    detail.ask = policy::Ask{{"空欄の項目を御回答ください。", "Please answer the blank item."}, "choice", {}};
  }
  if (id == "note.contradiction") {
    detail.evidence = {cell(subject, "council"), answers(subject)[2]};
    detail.ask = policy::Ask{{"どちらが正しいですか。", "Which is right?"}, "choice", {both("記号"), both("備考")}};
  }
  if (id == "council.body") {
    detail.evidence = {cell({0, 1}, "council"), cell({0, 2}, "council")};
    detail.ask = policy::Ask{{"設置されていますか。", "Is it set up?"}, "text", {}};
  }
  detail.num_evidence = detail.evidence.size();
  return detail;
}

audit::Requirement FakeModel::requirement(std::size_t column, std::size_t position) const {
  const std::string& id = columns_[column].rule().id;
  if (id == "council.municipality" && columns_[column].outcome(position) == Outcome::kFail)
    return {false,
            {{{"協議の場が「設置済み」であること", "\"Council\" is \"established\""},
              {},
              "council",
              "==",
              "established",
              {"「×」未設置", "「×」 none"},
              "none",
              {},
              cel::State::kFalse}}};
  if (id == "council.prefecture")
    return {true,
            {{{"設置予定が「期限」以前であること", "\"Planned\" is on or before \"Target\""},
              {"2019年3月31日", "31 March 2019"},
              "planned",
              "<=",
              "2019-03-31",
              {"2020年3月31日", "31 March 2020"},
              "2020-03-31",
              audit::Gap{{"12か月超過", "12 months late"}, "12", "month"},
              cel::State::kFalse},
             {{"「特例」に該当すること", "\"the exception\" holds"},
              {},
              "",
              "",
              "",
              {"該当しない", "it does not hold"},
              "",
              {},
              cel::State::kFalse}}};
  return {};
}

audit::Gate FakeModel::gate(std::size_t column, std::size_t position) const {
  return {columns_[column].outcome(position) == Outcome::kFail, {}};
}

}  // namespace kijun::reports
