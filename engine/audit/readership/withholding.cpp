#include "engine/audit/readership/withholding.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/audit/run_info.h"

namespace kijun::audit {
namespace {

using table::PublishClass;

constexpr LocalizedView kUnpublishedText{"（公表の対象外）", "(not published)"};
constexpr LocalizedView kSumText{"（秘匿）", "(withheld)"};
constexpr LocalizedView kOthersText{"（他の団体の回答）", "(another's answer)"};

/// A number as `CellView::value_id` writes it.
std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> number_in(const table::FieldValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::nullopt : parse_number(*text);
}

bool is_small(const std::optional<double>& number, const table::Field& field) {
  // What is no number cannot be compared, and is taken for small.
  return !number || (*number > 0 && *number < static_cast<double>(field.suppress_below));
}

bool is_restricted(const table::Field& field) { return field.publish != PublishClass::kAlways; }

bool reads_restricted(const Reads& reads, const Plan& plan) {
  return std::any_of(reads.fields.begin(), reads.fields.end(),
                     [&](table::FieldIndex field) { return is_restricted(plan.vocabulary->field(field)); });
}

/// True for a derived group whose key is, or rests on, what may not be told.
bool has_restricted_key(table::GroupId group, const Plan& plan) {
  const std::size_t num_standard = plan.profile.groups.size() - plan.groups.size();
  if (group < num_standard) return false;
  Reads reads;
  reads.add(plan.groups[group - num_standard].by, plan);
  return reads_restricted(reads, plan);
}

}  // namespace

Withholding::Withholding(const AuditOptions& options, const Plan& plan, const survey::SurveySeries& series)
    : readership_(options.readership), plan_(plan), series_(series), member_kind_(series.audited().member_kind()) {
  if (!sees(Content::kOtherRecords) && options.only_rows && options.only_rows->size() == 1) {
    own_record_ = table::SubjectRef{table::kRecordSpace, *options.only_rows->begin()};
    own_codes_.insert(series.audited().subject(*own_record_).code);
    for (const SeriesJoin& join : joins_of(series))
      if (own_codes_.contains(join.subject.code))
        for (const table::SubjectName& earlier : join.predecessors) own_codes_.insert(earlier.code);
  }
  if (!sees(Content::kSmallNumbers)) find_small_numbers(series.audited(), options.only_rows);
}

void Withholding::find_small_numbers(const survey::SurveyTable& survey,
                                     const std::optional<std::set<std::uint32_t>>& rows) {
  const std::vector<table::Field>& fields = plan_.vocabulary->fields();
  for (table::FieldIndex index = 0; index < fields.size(); ++index) {
    if (!is_restricted(fields[index])) continue;
    std::vector<std::uint32_t> sums;
    for (std::uint32_t row = 0; row < survey.num_rows(); ++row) {
      if (!fields[index].applies_to(survey.record_kind(row))) continue;
      const survey::Cell cell = survey.cell({table::kRecordSpace, row}, index);
      const bool is_shown = !rows || rows->contains(row);
      if (fields[index].publish == PublishClass::kNever) {
        // A reading is no answer, though it may be withheld.
        const bool is_answered = fields[index].role != table::FieldRole::kReading && (cell.value || !cell.raw.empty());
        if (is_shown && is_answered) ++left_out_.num_cells;
        continue;
      }
      if (!cell.value) continue;
      if (is_small(number_in(*cell.value), fields[index])) {
        with_small_.insert(index);
        withheld_rows_.emplace(index, row);
        if (is_shown) ++left_out_.num_small;
      } else if (survey.record_kind(row) != member_kind_) {
        sums.push_back(row);
      }
    }
    if (!with_small_.contains(index)) continue;
    for (const std::uint32_t row : sums) {
      withheld_rows_.emplace(index, row);
      if (!rows || rows->contains(row)) ++left_out_.num_small;
    }
  }
}

bool Withholding::may_see(const table::SubjectName& subject) const {
  return !own_record_ || (subject.kind != "zone" && subject.kind != "body" && own_codes_.contains(subject.code));
}

bool Withholding::is_open(std::string_view field) const {
  if (sees(Content::kUnpublished)) return true;
  const auto index = plan_.vocabulary->find(field);
  return !index || !is_restricted(plan_.vocabulary->field(*index));
}

Withheld Withholding::reason(const table::Field& field, const CellView& cell) const {
  switch (field.publish) {
    case PublishClass::kAlways:
      return Withheld::kNot;
    case PublishClass::kNever:
      return Withheld::kUnpublished;
    case PublishClass::kSuppressBelow:
      break;
  }
  if (cell.missing != table::MissingReason::kNone) return Withheld::kNot;
  if (is_small(parse_number(cell.value_id), field)) return Withheld::kSmall;
  const bool may_be_sum = cell.subject.kind != member_kind_ && with_small_.contains(*plan_.vocabulary->find(field.id));
  return may_be_sum ? Withheld::kSum : Withheld::kNot;
}

Withheld Withholding::reason(const CellView& cell) const {
  if (!may_see(cell.subject)) return Withheld::kOthers;
  const bool is_field = cell.origin != Origin::kRegister;
  const auto field = is_field ? plan_.vocabulary->find(cell.field) : std::nullopt;
  if (!field || sees(Content::kUnpublished)) return Withheld::kNot;
  return reason(plan_.vocabulary->field(*field), cell);
}

CellView Withholding::shown(CellView cell) const {
  const Withheld why = reason(cell);
  cell.span = {};
  cell.at = {};
  // A number that cannot be read is no small one, but its text may say as much; so may an answer that was corrected.
  const bool is_as_answered = cell.origin == Origin::kAnswer && cell.missing == table::MissingReason::kNone;
  if (!is_open(cell.field) && !is_as_answered && !cell.raw.empty()) cell.raw = kUnpublishedText.ja;
  if (why == Withheld::kNot) return cell;
  cell.raw = why == Withheld::kSmall || why == Withheld::kSum ? kSumText.ja : kUnpublishedText.ja;
  cell.value_id.clear();
  cell.origin = Origin::kAnswer;
  cell.missing = table::MissingReason::kNone;
  switch (why) {
    case Withheld::kNot:
      break;
    case Withheld::kUnpublished:
      cell.missing = table::MissingReason::kWithheld;
      cell.value = to_text(kUnpublishedText);
      break;
    case Withheld::kSmall: {
      const std::int64_t limit = plan_.vocabulary->field(*plan_.vocabulary->find(cell.field)).suppress_below;
      cell.value = {fmt::format("{}未満", limit), fmt::format("below {}", limit)};
      break;
    }
    case Withheld::kSum:
      cell.missing = table::MissingReason::kWithheld;
      cell.value = to_text(kSumText);
      break;
    case Withheld::kOthers:
      cell.subject.code.clear();
      cell.subject.name = {"他の団体", "another"};
      cell.missing = table::MissingReason::kWithheld;
      cell.value = to_text(kOthersText);
      break;
  }
  return cell;
}

bool Withholding::could_tell(const Reads& reads, table::SubjectRef subject) const {
  if (!sees(Content::kOtherRecords)) return !reads.groups.empty() || reads.attributes;
  if (sees(Content::kUnpublished)) return false;
  if (std::any_of(reads.groups.begin(), reads.groups.end(),
                  [&](table::GroupId group) { return has_restricted_key(group, plan_); }))
    return true;
  const bool is_own = reads.groups.empty() && !reads.earlier && subject.space == table::kRecordSpace;
  return std::any_of(reads.fields.begin(), reads.fields.end(), [&](table::FieldIndex index) {
    switch (plan_.vocabulary->field(index).publish) {
      case PublishClass::kAlways:
        return false;
      case PublishClass::kNever:
        return true;
      case PublishClass::kSuppressBelow:
        break;
    }
    if (is_own) return withheld_rows_.contains({index, subject.index});
    return reads.earlier || with_small_.contains(index);
  });
}

bool may_judge(const CompiledRule& rule, const Plan& plan, Readership readership) {
  const bool is_of_record = rule.audience.space == table::kRecordSpace;
  if (!sees(readership, Content::kOtherRecords)) return is_of_record;
  if (sees(readership, Content::kUnpublished)) return true;
  if (!is_of_record && has_restricted_key(static_cast<table::GroupId>(rule.audience.space - 1), plan)) return false;
  Reads reads;
  reads.add(rule.deadline, plan);
  return !reads_restricted(reads, plan);
}

}  // namespace kijun::audit
