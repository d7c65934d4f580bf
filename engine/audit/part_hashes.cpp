#include "engine/audit/part_hashes.h"

#include <fmt/format.h>

#include <map>

#include "engine/audit/decision_views.h"
#include "engine/base/sha256.h"
#include "engine/survey/survey.h"

namespace kijun::audit {
namespace {

constexpr std::size_t kDecisionDigits = 16;

/// Everything a decision says; what stands in one part cannot run into the next.
std::string decision_text(const survey::Decision& decision, const table::Vocabulary& vocabulary) {
  std::string text;
  const auto add = [&](std::string_view part) { text += fmt::format("{}:{}\n", part.size(), part); };
  add(survey::decision_kind_id(decision.kind));
  for (const std::string* part :
       {&decision.subject, &decision.quote, &decision.hash, &decision.answer, &decision.rule, &decision.reason.ja,
        &decision.reason.en, &decision.source, &decision.by, &decision.approver, &decision.granted_on.meaning})
    add(*part);
  add(decision.note ? vocabulary.field(*decision.note).id : "");
  add(decision.field ? vocabulary.field(*decision.field).id : "");
  add(decision.when.iso());
  add(decision.until ? decision.until->iso() : "");
  for (const survey::DecidedValue& value : decision.values) {
    add(vocabulary.field(value.field).id);
    add(field_value_text(value.value));
  }
  for (const std::string& answer : decision.granted_on.answers) add(answer);
  return text;
}

DecisionHash hash_decision(const survey::Decision& decision, const table::Vocabulary& vocabulary) {
  return {std::string(survey::decision_kind_id(decision.kind)), decision.subject, decided_about(decision, vocabulary),
          decision.field ? vocabulary.field(*decision.field).id : std::string(),
          sha256_hex(decision_text(decision, vocabulary)).substr(0, kDecisionDigits)};
}

/// Cells of a form are mostly a few marks over and over.
class CellHasher {
 public:
  std::string_view hash(std::string_view raw) {
    const auto found = known_.find(raw);
    return found != known_.end() ? found->second : known_.emplace(raw, cell_hash(raw)).first->second;
  }

 private:
  std::map<std::string, std::string, std::less<>> known_;
};

}  // namespace

std::string cell_hash(std::string_view raw) { return sha256_hex(raw).substr(0, kCellDigits); }

PartHashes hash_parts(const Plan& plan, const survey::SurveyTable& survey) {
  PartHashes parts;
  parts.rules = meanings_of(plan);
  for (const survey::PlacedDecision& placed : survey.decisions())
    parts.decisions.push_back(hash_decision(placed.decision, survey.vocabulary()));
  const std::vector<survey::ColumnMapping>& columns = survey.manifest().columns;
  for (const survey::ColumnMapping& column : columns)
    parts.fields.push_back(survey.vocabulary().field(column.field).id);
  if (survey.num_rows() > kMaxHashedRows) return parts;
  CellHasher hasher;
  for (std::uint32_t row = 0; row < survey.num_rows(); ++row) {
    AnswerRow made{survey.subject({table::kRecordSpace, row}).code, ""};
    for (const survey::ColumnMapping& column : columns)
      made.cells += hasher.hash(survey.parts().answer(row, column.field).text);
    parts.answers.push_back(std::move(made));
  }
  return parts;
}

}  // namespace kijun::audit
