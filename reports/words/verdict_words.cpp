#include "reports/words/verdict_words.h"

#include <algorithm>

#include "engine/base/glossary_scope.h"

namespace kijun::reports {
namespace {

using audit::Origin;
using audit::Verdict;

struct NamedWord {
  std::string_view id;
  Word word;
};

constexpr std::array kDecisionKinds{
    NamedWord{"reading", Word::kDecisionReading}, NamedWord{"correction", Word::kDecisionCorrection},
    NamedWord{"attestation", Word::kDecisionAttestation}, NamedWord{"waiver", Word::kDecisionWaiver},
    NamedWord{"remark", Word::kDecisionRemark}};

constexpr std::array kDecisionSources{NamedWord{"note", Word::kSourceNote}, NamedWord{"reply", Word::kSourceReply},
                                      NamedWord{"telephone", Word::kSourceTelephone},
                                      NamedWord{"document", Word::kSourceDocument}};

constexpr std::array kInputRoles{NamedWord{"answers", Word::kInputAnswers},
                                 NamedWord{"manifest", Word::kInputManifest},
                                 NamedWord{"register", Word::kInputRegister},
                                 NamedWord{"municipalities", Word::kInputMunicipalities},
                                 NamedWord{"zones", Word::kInputZones},
                                 NamedWord{"bodies", Word::kInputBodies},
                                 NamedWord{"glossary", Word::kInputGlossary},
                                 NamedWord{"decisions", Word::kInputDecisions},
                                 NamedWord{"vocabulary", Word::kInputVocabulary},
                                 NamedWord{"ruleset", Word::kInputRuleset},
                                 NamedWord{"pack", Word::kInputPack},
                                 NamedWord{"source", Word::kInputSource},
                                 NamedWord{"lock", Word::kInputLock},
                                 NamedWord{"baseline", Word::kInputBaseline},
                                 NamedWord{"config", Word::kInputConfig},
                                 NamedWord{"earlier_result", Word::kInputEarlierResult}};

template <std::size_t Size>
LocalizedText find_word(const std::array<NamedWord, Size>& words, std::string_view id) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const NamedWord& entry) { return entry.id == id; });
  return found == words.end() ? LocalizedText{std::string(id), std::string(id)} : word(found->word);
}

struct VerdictEntry {
  Word word;
  Word mark;
  Word meaning;
};

VerdictEntry entry_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kMet:
      return {Word::kVerdictMet, Word::kMarkMet, Word::kMeaningMet};
    case Verdict::kUnmet:
      return {Word::kVerdictUnmet, Word::kMarkUnmet, Word::kMeaningUnmet};
    case Verdict::kNotYetDue:
      return {Word::kVerdictNotYetDue, Word::kMarkNotYetDue, Word::kMeaningNotYetDue};
    case Verdict::kNote:
      return {Word::kVerdictNote, Word::kMarkNote, Word::kMeaningNote};
    case Verdict::kConfirm:
      return {Word::kVerdictConfirm, Word::kMarkConfirm, Word::kMeaningConfirm};
    case Verdict::kUndecided:
      return {Word::kVerdictUndecided, Word::kMarkUndecided, Word::kMeaningUndecided};
    case Verdict::kNotApplicable:
      return {Word::kVerdictNotApplicable, Word::kMarkNotApplicable, Word::kMeaningNotApplicable};
    case Verdict::kError:
      return {Word::kVerdictError, Word::kMarkError, Word::kMeaningError};
  }
  return {};
}

Word origin_entry(Origin origin) {
  switch (origin) {
    case Origin::kAnswer:
      return Word::kOriginAnswer;
    case Origin::kCorrection:
      return Word::kOriginCorrection;
    case Origin::kAttestation:
      return Word::kOriginAttestation;
    case Origin::kReading:
      return Word::kOriginReading;
    case Origin::kDefault:
      return Word::kOriginDefault;
    case Origin::kRegister:
      return Word::kOriginRegister;
  }
  return {};
}

}  // namespace

std::size_t verdict_rank(audit::Verdict verdict) {
  return static_cast<std::size_t>(std::find(kVerdictOrder.begin(), kVerdictOrder.end(), verdict) -
                                  kVerdictOrder.begin());
}

LocalizedText verdict_word(Verdict verdict) { return word(entry_of(verdict).word); }

LocalizedText verdict_mark(Verdict verdict) { return word(entry_of(verdict).mark); }

LocalizedText verdict_meaning(Verdict verdict) { return word(entry_of(verdict).meaning); }

LocalizedText rule_mark(bool is_draft, bool has_unconfirmed_basis) {
  if (is_draft) return word(has_unconfirmed_basis ? Word::kDraftUnconfirmed : Word::kDraft);
  return has_unconfirmed_basis ? word(Word::kBasisUnconfirmed) : LocalizedText{};
}

LocalizedText rule_mark(const policy::Rule& rule, const policy::Ruleset& ruleset) {
  return rule_mark(rule.stage == policy::Stage::kDraft, ruleset.has_unconfirmed_basis(rule));
}

LocalizedText marked(const LocalizedText& text, const LocalizedText& mark) {
  return mark.empty() ? text : fill(Word::kMarked, {{"text", text}, {"mark", mark}});
}

LocalizedText severity_word(policy::Severity severity) { return in_terms(policy::severity_label(severity)); }

LocalizedText rule_kind_word(policy::RuleKind kind) { return in_terms(policy::rule_kind_label(kind)); }

LocalizedText origin_word(Origin origin) { return word(origin_entry(origin)); }

LocalizedText reason_word(table::MissingReason reason) { return in_terms(table::reason_label(reason)); }

LocalizedText decision_kind_word(std::string_view kind) { return find_word(kDecisionKinds, kind); }

LocalizedText decision_source_word(std::string_view source) { return find_word(kDecisionSources, source); }

LocalizedText input_role_word(std::string_view role) { return find_word(kInputRoles, role); }

}  // namespace kijun::reports
