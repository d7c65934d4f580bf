#include "engine/cli/verify/part_differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "engine/base/unicode.h"
#include "reports/escape/short_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::cli {
namespace {

/// Characters of an answer that are shown.
constexpr std::size_t kMaxShown = 80;

LocalizedText plain_name(const std::string& code, const LocalizedText& name) {
  if (name.empty() || name.ja == code) return in_both(code);
  return {code + " " + name.ja, code + " " + name.en};
}

/// A subject by code and name; by code alone where the survey does not have it.
LocalizedText subject_name(const std::string& code, const survey::SurveyTable& survey) {
  if (const auto row = survey.row_of(code)) return plain_name(code, survey.subject({table::kRecordSpace, *row}).name);
  for (std::size_t group = 0; group < survey.group_kinds().size(); ++group)
    for (const table::SubjectName& name : survey.groups(static_cast<table::GroupId>(group)))
      if (name.code == code) return plain_name(code, name.name);
  return in_both(code);
}

LocalizedText shown_answer(std::string_view raw) {
  if (raw.empty()) return {"（空欄）", "(blank)"};
  return in_both(single_line(reports::shorten(raw, kMaxShown)));
}

/// What a cell said, found again among all that the form lets people choose.
std::optional<std::string> find_answer(std::string_view hash, table::FieldIndex field,
                                       const survey::SurveyTable& survey) {
  const auto& legends = survey.manifest().legends;
  const auto own = legends.find(field);
  const survey::Legend legend =
      own != legends.end() ? own->second : survey::default_legend(survey.vocabulary().field(field));
  if (audit::cell_hash("") == hash) return "";
  for (const survey::LegendEntry& entry : legend)
    if (audit::cell_hash(entry.mark) == hash) return entry.mark;
  return std::nullopt;
}

/// Compares the rows of one form with those of another, which has other columns perhaps.
class AnswerComparison {
 public:
  AnswerComparison(const audit::PartHashes& recorded, const audit::PartHashes& now, const survey::SurveyTable& survey,
                   const ShownAnswers& shown)
      : recorded_(recorded), now_(now), survey_(survey), shown_(shown) {}

  std::vector<Difference> run() {
    compare_fields();
    std::map<std::string_view, const audit::AnswerRow*> before;
    for (const audit::AnswerRow& row : recorded_.answers) before.emplace(row.code, &row);
    for (std::uint32_t row = 0; row < now_.answers.size(); ++row) {
      const auto found = before.find(now_.answers[row].code);
      if (found == before.end()) {
        add(now_.answers[row].code, {"行が加わっています", "the row was added"});
        continue;
      }
      if (found->second->cells != now_.answers[row].cells) compare_row(*found->second, row);
      before.erase(found);
    }
    for (const audit::AnswerRow& row : recorded_.answers)
      if (before.contains(row.code)) add(row.code, {"行がなくなっています", "the row is gone"});
    return std::move(differences_);
  }

 private:
  void add(const std::string& code, const LocalizedText& what) {
    const LocalizedText name = subject_name(code, survey_);
    differences_.push_back({DifferenceKind::kAnswer, {name.ja + "：" + what.ja, name.en + ": " + what.en}});
  }

  void compare_fields() {
    for (const std::string& field : now_.fields)
      if (!position(recorded_.fields, field))
        differences_.push_back(
            {DifferenceKind::kAnswer, {field + "：欄が加わっています", field + ": the column was added"}});
    for (const std::string& field : recorded_.fields)
      if (!position(now_.fields, field))
        differences_.push_back(
            {DifferenceKind::kAnswer, {field + "：欄がなくなっています", field + ": the column is gone"}});
  }

  static std::optional<std::size_t> position(const std::vector<std::string>& fields, const std::string& field) {
    const auto found = std::find(fields.begin(), fields.end(), field);
    return found == fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - fields.begin()));
  }

  static std::string_view cell(const audit::AnswerRow& row, std::size_t column) {
    return std::string_view(row.cells).substr(column * audit::kCellDigits, audit::kCellDigits);
  }

  void compare_row(const audit::AnswerRow& before, std::uint32_t row) {
    for (std::size_t column = 0; column < now_.fields.size(); ++column) {
      const std::optional<std::size_t> old_column = position(recorded_.fields, now_.fields[column]);
      if (old_column && cell(before, *old_column) != cell(now_.answers[row], column))
        add_cell(row, survey_.manifest().columns[column].field, cell(before, *old_column));
    }
  }

  void add_cell(std::uint32_t row, table::FieldIndex field, std::string_view hash_before) {
    const table::Field& known = survey_.vocabulary().field(field);
    const LocalizedText name = subject_name(now_.answers[row].code, survey_);
    const LocalizedText now = shown_answer(survey_.parts().answer(row, field).text);
    std::optional<std::string> answer = find_answer(hash_before, field, survey_);
    if (!answer) answer = shown_.find(now_.answers[row].code, known.id, hash_before);
    const LocalizedText before = answer ? shown_answer(*answer) : LocalizedText{"（別の内容）", "(something else)"};
    differences_.push_back(
        {DifferenceKind::kAnswer,
         {fmt::format("{} {}（{}）：{} → {}", name.ja, known.id, known.label.ja, before.ja, now.ja),
          fmt::format("{} {} ({}): {} → {}", name.en, known.id, known.label.en, before.en, now.en)}});
  }

  const audit::PartHashes& recorded_;
  const audit::PartHashes& now_;
  const survey::SurveyTable& survey_;
  const ShownAnswers& shown_;
  std::vector<Difference> differences_;
};

using DecisionKey = std::tuple<std::string, std::string, std::string, std::string>;

/// What a person decided about one thing, before and now: hashes in byte order.
struct Decided {
  std::vector<std::string> before;
  std::vector<std::string> now;
};

DecisionKey key_of(const audit::DecisionHash& decision) {
  return {decision.kind, decision.subject, decision.about, decision.field};
}

std::vector<std::string> without(const std::vector<std::string>& hashes, const std::vector<std::string>& others) {
  std::vector<std::string> left;
  std::set_difference(hashes.begin(), hashes.end(), others.begin(), others.end(), std::back_inserter(left));
  return left;
}

Difference decision_difference(const DecisionKey& key, const LocalizedText& what, const survey::SurveyTable& survey) {
  const auto& [kind, subject, about, field] = key;
  const LocalizedText name = subject_name(subject, survey);
  const std::string full = field.empty() ? about : about + " [" + field + "]";
  return {DifferenceKind::kDecision,
          {fmt::format("{} {} {}：{}", reports::decision_kind_word(kind).ja, name.ja, full, what.ja),
           fmt::format("{} of {}, {}: {}", kind, name.en, full, what.en)}};
}

Difference rule_difference(const std::string& id, const LocalizedText& what) {
  return {DifferenceKind::kRule, {id + "：" + what.ja, id + ": " + what.en}};
}

const audit::Meaning* find_rule(const std::vector<audit::Meaning>& rules, const std::string& id) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Difference> compare_rules(const std::vector<audit::Meaning>& recorded,
                                      const std::vector<audit::Meaning>& now) {
  std::vector<Difference> differences;
  for (const audit::Meaning& rule : now) {
    const audit::Meaning* before = find_rule(recorded, rule.id);
    if (before == nullptr)
      differences.push_back(rule_difference(rule.id, {"加わっています", "it was added"}));
    else if (before->meaning != rule.meaning)
      differences.push_back(rule_difference(rule.id, {"意味が変わっています", "its meaning has changed"}));
    else if (before->texts != rule.texts)
      differences.push_back(rule_difference(rule.id, {"文言だけが変わっています", "only its wording has changed"}));
  }
  for (const audit::Meaning& rule : recorded)
    if (find_rule(now, rule.id) == nullptr)
      differences.push_back(rule_difference(rule.id, {"なくなっています", "it is gone"}));
  return differences;
}

std::vector<Difference> compare_decisions(const std::vector<audit::DecisionHash>& recorded,
                                          const std::vector<audit::DecisionHash>& now,
                                          const survey::SurveyTable& survey) {
  std::map<DecisionKey, Decided> by_key;
  for (const audit::DecisionHash& decision : recorded) by_key[key_of(decision)].before.push_back(decision.hash);
  for (const audit::DecisionHash& decision : now) by_key[key_of(decision)].now.push_back(decision.hash);
  std::vector<Difference> differences;
  for (auto& [key, decided] : by_key) {
    std::sort(decided.before.begin(), decided.before.end());
    std::sort(decided.now.begin(), decided.now.end());
    const std::size_t num_gone = without(decided.before, decided.now).size();
    const std::size_t num_new = without(decided.now, decided.before).size();
    for (std::size_t i = 0; i < std::max(num_gone, num_new); ++i) {
      LocalizedText what{"内容が変わっています", "it has changed"};
      if (i >= num_gone) what = {"加わっています", "it was added"};
      if (i >= num_new) what = {"なくなっています", "it is gone"};
      differences.push_back(decision_difference(key, what, survey));
    }
  }
  return differences;
}

std::vector<Difference> compare_answers(const audit::PartHashes& recorded, const audit::PartHashes& now,
                                        const survey::SurveyTable& survey, const ShownAnswers& shown) {
  // Of too many rows nothing is recorded.
  if (recorded.answers.empty() || now.answers.empty()) return {};
  return AnswerComparison(recorded, now, survey, shown).run();
}

}  // namespace kijun::cli
