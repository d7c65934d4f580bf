#include "reports/model/glossary_check.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/audit/cell_view.h"
#include "engine/audit/reworded_plan.h"
#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/diag/suggestion.h"
#include "engine/policy/ruleset_loader.h"
#include "engine/survey/register_diagnostics.h"
#include "engine/table/group.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using survey::WrittenTerm;

/// What the program says itself: the catalogue, and the few words that stand elsewhere.
void add_own_texts(std::vector<LocalizedText>& texts) {
  using policy::RuleKind;
  using policy::Severity;
  using table::MissingReason;
  for (const WordEntry& entry : kWords) texts.push_back(to_text(entry.text));
  for (auto reason = static_cast<int>(MissingReason::kBlank); reason <= static_cast<int>(MissingReason::kNewSubject);
       ++reason)
    texts.push_back(to_text(table::reason_label(static_cast<MissingReason>(reason))));
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNotice})
    texts.push_back(policy::severity_label(severity));
  for (const RuleKind kind : {RuleKind::kPolicy, RuleKind::kQuality, RuleKind::kReview})
    texts.push_back(policy::rule_kind_label(kind));
  for (const audit::RecordKind& kind : audit::municipal_record_kinds()) texts.push_back(kind.label);
  for (const table::GroupKind& kind : table::standard_group_kinds())
    for (const table::GroupAttribute& attribute : kind.attributes)
      texts.push_back(audit::attribute_label(attribute.id));
}

/// The files that the editions of a pack are made of, as they are written.
std::vector<std::string> read_editions(const policy::Pack& pack, const policy::LoadContext& context) {
  diag::SourceMap sources;
  diag::Sink ignored;  // another edition's mistakes are nothing that this run has to tell
  std::set<std::string> paths;
  for (const policy::Edition& edition : pack.editions) {
    const Date first = Date::from_ymd(edition.from_year, 4, 1).value_or(Date{});
    const auto ruleset = policy::load_ruleset(
        edition.path, first, {context.files, sources, ignored, context.record_kinds, context.pack_folders});
    if (!ruleset) continue;
    for (const policy::RulesetFile& file : ruleset->files) paths.insert(file.path);
  }
  std::vector<std::string> texts;
  for (const std::string& path : paths)
    if (Result<std::string> text = context.files.read(path)) texts.push_back(std::move(*text));
  return texts;
}

/// Kanji and katakana make the words that terms are mostly made of.
bool is_of_japanese_word(char32_t c) {
  const bool is_kanji = (c >= 0x4E00 && c <= 0x9FFF) || c == U'々';
  const bool is_katakana = c >= 0x30A1 && c <= 0x30FC && c != U'・';
  return is_kanji || is_katakana;
}

bool is_of_word(char32_t c, Language language) {
  constexpr char32_t kAscii = 0x80;
  return language == Language::kJapanese ? is_of_japanese_word(c) : c < kAscii && is_letter(static_cast<char>(c));
}

/// What a term may have been meant for: the words of all texts.
std::vector<std::string> words_of(const std::vector<LocalizedText>& texts, Language language) {
  std::set<std::string, std::greater<>> words;  // "council" before "Council", which is found by it
  for (const LocalizedText& text : texts) {
    std::string_view rest = text.in(language);
    std::string word;
    while (const auto next = decode_utf8(rest)) {
      if (is_of_word(next->code_point, language)) {
        word += rest.substr(0, next->num_bytes);
      } else if (!word.empty()) {
        words.insert(std::exchange(word, {}));
      }
      rest.remove_prefix(next->num_bytes);
    }
    if (!word.empty()) words.insert(word);
  }
  return {words.begin(), words.end()};
}

}  // namespace

void report_unused_terms(const survey::SurveyTable& survey, const audit::Plan& plan, const policy::Pack& pack,
                         const policy::LoadContext& context) {
  std::vector<WrittenTerm> unused = survey.parts().loaded_register->glossary.written;
  if (unused.empty()) return;
  std::vector<LocalizedText> texts = audit::texts_of(plan);
  add_own_texts(texts);
  std::erase_if(unused, [&](const WrittenTerm& term) {
    return std::any_of(texts.begin(), texts.end(), [&](const LocalizedText& text) {
      return holds_term(text.in(term.language), term.text, term.language);
    });
  });
  if (unused.empty()) return;
  const std::vector<std::string> editions = read_editions(pack, context);
  std::erase_if(unused, [&](const WrittenTerm& term) {
    return std::any_of(editions.begin(), editions.end(),
                       [&](const std::string& text) { return holds_term(text, term.text, term.language); });
  });
  for (const WrittenTerm& term : unused) {
    const auto nearest = diag::suggest(term.text, words_of(texts, term.language));
    const LocalizedText hint = diag::did_you_mean_first(nearest);
    context.sink.report(survey::kGlossaryUnused, term.span, term.text, hint.ja, hint.en);
  }
}

}  // namespace kijun::reports
