#include "engine/audit/compare/result_table.h"

#include "engine/audit/run_inputs.h"
#include "engine/base/sha256.h"

namespace kijun::audit {
namespace {

std::string subject_key(const std::string& kind, const std::string& code) { return kind + '\0' + code; }

TableHead head_of(const ResultModel& model) {
  const RunInfo& run = model.run();
  TableHead head;
  head.survey_id = run.survey_id;
  head.series = run.series;
  head.survey_title = run.survey_title;
  head.fiscal_year = run.fiscal_year;
  head.answers_as_of = run.answers_as_of;
  head.as_of = run.as_of;
  head.ruleset_id = model.ruleset().id;
  head.ruleset_title = model.ruleset().title;
  head.pack_version = run.pack_version;
  // A revision after which nothing was decided or sent again is no other data.
  if (run.num_later_decisions > 0 || run.num_later_resubmissions > 0) head.revision = run.revision;
  head.record_kinds = run.record_kinds;
  head.joins = run.joins;
  std::vector<std::pair<std::string, std::string>> inputs;
  for (const InputFile& input : run.inputs) inputs.emplace_back(input.role, input.sha256.hex());
  hash_inputs(inputs, run.tool_version, head);
  return head;
}

}  // namespace

void hash_inputs(const std::vector<std::pair<std::string, std::string>>& role_and_hash, const std::string& tool_version,
                 TableHead& head) {
  std::string rules = tool_version + '\n';
  std::string data = (head.revision ? head.revision->iso() : "") + '\n';
  for (const auto& [role, hash] : role_and_hash) {
    if (role == "config" || role == "lock" || role == "baseline" || role == "glossary") continue;
    std::string& lines = is_of_pack(role) ? rules : data;
    lines.append(role).append(" ").append(hash).append("\n");
  }
  head.rules_hash = sha256_hex(rules);
  head.data_hash = sha256_hex(data);
}

ResultTable ResultTable::of(const ResultModel& model) {
  ResultTable made;
  made.head = head_of(model);
  made.model_ = &model;
  for (const table::SubjectRef zone : model.zones()) {
    const table::SubjectName name = model.subject(zone).name;
    made.zones.emplace(name.code, name.name);
  }
  made.add_columns(model);
  made.add_indicators(model);
  return made;
}

void ResultTable::add_columns(const ResultModel& model) {
  std::map<table::SpaceId, std::vector<std::uint32_t>> numbers;  // one more than the subject's number, by index
  const auto number_of = [&](table::SubjectRef ref, std::uint32_t num_subjects) {
    std::vector<std::uint32_t>& of_space = numbers[ref.space];
    of_space.resize(std::max<std::size_t>(of_space.size(), num_subjects));
    std::uint32_t& number = of_space[ref.index];
    if (number == 0) {
      const SubjectInfo info = model.subject(ref);
      const bool is_record = ref.space == table::kRecordSpace;
      TableSubject subject{info.name, info.name.kind == "zone" ? info.name.code : info.zone, is_record,
                           is_record && info.name.kind != "prefecture"};
      number = static_cast<std::uint32_t>(add_subject(std::move(subject)) + 1);
    }
    return number - 1U;
  };
  for (const SubjectList* list : {&model.records(), &model.zones()})
    for (const table::SubjectRef ref : *list) (void)number_of(ref, list->num_subjects());
  for (const RuleColumn& column : model.columns()) {
    const policy::Rule& rule = column.rule();
    TableRule made{rule.id,
                   "",
                   rule.aliases,
                   rule.title,
                   rule.stage == policy::Stage::kDraft,
                   model.ruleset().has_unconfirmed_basis(rule)};
    if (column.field()) {
      const table::Field& field = model.vocabulary().field(*column.field());
      made.field = field.id;
      made.title.ja += "（" + field.label.ja + "）";
      made.title.en += " (" + field.label.en + ")";
    }
    const std::size_t at = add_rule(std::move(made));
    for (std::size_t i = 0; i < column.size(); ++i) {
      const ResultCode code = column.code(i);
      Entry& entry = make_entry(at, number_of(column.subject(i), column.subjects().num_subjects()));
      entry.state = {code.decision.outcome, code.severity, verdict_of(column, code)};
      entry.at_plus_one = static_cast<std::uint32_t>(i + 1);
    }
  }
}

void ResultTable::add_indicators(const ResultModel& model) {
  for (const IndicatorResult& result : model.indicators())
    indicators.push_back(
        {result.indicator->id, result.indicator->title, {result.lower, result.upper, result.of, result.answered}, {}});
}

std::size_t ResultTable::add_rule(TableRule rule) {
  const std::size_t at = rules_.size();
  rule_at_.emplace(std::pair(rule.id, rule.field), at);
  rules_.push_back(std::move(rule));
  entries_.emplace_back();
  return at;
}

std::size_t ResultTable::add_subject(TableSubject subject) {
  const auto [found, is_new] = subject_at_.emplace(subject_key(subject.name.kind, subject.name.code), subjects_.size());
  if (is_new) subjects_.push_back(std::move(subject));
  return found->second;
}

ResultTable::Entry& ResultTable::make_entry(std::size_t rule, std::size_t subject) {
  std::vector<Entry>& column = entries_[rule];
  if (column.size() <= subject) column.resize(subjects_.size());
  return column[subject];
}

void ResultTable::add_result(std::size_t rule, std::size_t subject, ResultState state, LocalizedText text) {
  texts_.push_back(std::move(text));
  make_entry(rule, subject) = {state, static_cast<std::uint32_t>(texts_.size())};
}

std::optional<std::size_t> ResultTable::find_rule(const std::string& id, const std::string& field) const {
  const auto found = rule_at_.find({id, field});
  return found == rule_at_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> ResultTable::find_subject(const std::string& kind, const std::string& code) const {
  const auto found = subject_at_.find(subject_key(kind, code));
  return found == subject_at_.end() ? std::nullopt : std::optional(found->second);
}

const TableIndicator* ResultTable::find_indicator(const std::string& id) const {
  for (const TableIndicator& indicator : indicators)
    if (indicator.id == id) return &indicator;
  return nullptr;
}

const ResultTable::Entry* ResultTable::find(std::size_t rule, std::size_t subject) const {
  const std::vector<Entry>& column = entries_[rule];
  return subject < column.size() && column[subject].at_plus_one != 0 ? &column[subject] : nullptr;
}

MaybeState ResultTable::state(std::size_t rule, std::size_t subject) const {
  const Entry* entry = find(rule, subject);
  return entry == nullptr ? std::nullopt : std::optional(entry->state);
}

LocalizedText ResultTable::text(std::size_t rule, std::size_t subject) const {
  const Entry* entry = find(rule, subject);
  if (entry == nullptr) return {};
  const std::size_t at = entry->at_plus_one - 1U;
  if (model_ != nullptr) return model_->message(rule, at);
  return at < texts_.size() ? texts_[at] : LocalizedText();
}

std::vector<CellView> ResultTable::evidence(std::size_t rule, std::size_t subject) const {
  const Entry* entry = find(rule, subject);
  if (entry == nullptr || model_ == nullptr) return {};
  return model_->detail(rule, entry->at_plus_one - 1U).evidence;
}

}  // namespace kijun::audit
