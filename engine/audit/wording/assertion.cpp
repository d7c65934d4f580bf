/// Japanese joins predicates by their forms: all but the last of an "and" stand in the continuative (設置済みであり、かつ、…),
/// all but the last of an "or" in the plain form (設置済みであるか、又は…). A part that joins others again is put in brackets, or,
/// at the top, becomes a numbered line under 次のいずれにも該当する, as regulations are written.
#include "engine/audit/wording/assertion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kijun::audit {
namespace {

enum class Form : std::uint8_t { kPlain, kContinuative };

struct Forms {
  std::string_view plain;
  std::string_view continuative;
  std::string_view denied_plain;
  std::string_view denied_continuative;
};

Forms forms_of(Ending ending) {
  switch (ending) {
    case Ending::kDearu:
      return {"である", "であり", "でない", "でなく"};
    case Ending::kAru:
      return {"ある", "あり", "ない", "なく"};
    case Ending::kSuru:
      return {"する", "し", "しない", "せず"};
    case Ending::kIchidan:
      return {"る", "", "ない", "ず"};
    case Ending::kMu:
      return {"む", "み", "まない", "まず"};
    case Ending::kRu:
      return {"る", "り", "らない", "らず"};
    case Ending::kTsu:
      return {"つ", "ち", "たない", "たず"};
  }
  return {};
}

std::string conjugate(const Predicate& predicate, Form form) {
  const Forms forms = forms_of(predicate.ending);
  if (predicate.denied)
    return predicate.ja + std::string(form == Form::kPlain ? forms.denied_plain : forms.denied_continuative);
  return predicate.ja + std::string(form == Form::kPlain ? forms.plain : forms.continuative);
}

bool joins(const Assertion& clause) {
  return clause.kind == Assertion::Kind::kAll || clause.kind == Assertion::Kind::kAny;
}

std::string inline_ja(const Assertion& clause, Form form);
std::string inline_en(const Assertion& clause);

std::string part_ja(const Assertion& part, Form form) {
  return part.kind == Assertion::Kind::kStatement ? conjugate(part.holds, form)
                                                  : fmt::format("（{}）", inline_ja(part, Form::kPlain));
}

std::string part_en(const Assertion& part) {
  return part.kind == Assertion::Kind::kStatement ? part.holds.en : fmt::format("({})", inline_en(part));
}

/// "A、B、かつ、C" and "AかBか、又はC".
std::string joined_ja(const Assertion& clause, Form form) {
  const bool all = clause.kind == Assertion::Kind::kAll;
  std::string text;
  for (std::size_t i = 0; i < clause.parts.size(); ++i) {
    const bool is_last = i + 1 == clause.parts.size();
    const bool is_next_to_last = i + 2 == clause.parts.size();
    text += part_ja(clause.parts[i], is_last ? form : (all ? Form::kContinuative : Form::kPlain));
    if (is_last) continue;
    if (all)
      text += is_next_to_last ? "、かつ、" : "、";
    else
      text += is_next_to_last ? "か、又は" : "か、";
  }
  return text;
}

/// A chain of switches is one: Aの場合はX、Bの場合はY、それ以外の場合はZ.
std::string switch_ja(const Assertion& clause, Form form) {
  std::string text;
  const Assertion* rest = &clause;
  for (; rest->kind == Assertion::Kind::kSwitch; rest = &rest->parts[2])
    text += fmt::format("{}場合は{}、", inline_ja(rest->parts[0], Form::kPlain),
                        part_ja(rest->parts[1], Form::kContinuative));
  return text + "それ以外の場合は" + part_ja(*rest, form);
}

std::string switch_en(const Assertion& clause) {
  std::string text;
  const Assertion* rest = &clause;
  for (; rest->kind == Assertion::Kind::kSwitch; rest = &rest->parts[2])
    text += fmt::format("if {}: {}; ", inline_en(rest->parts[0]), part_en(rest->parts[1]));
  return text + "otherwise: " + part_en(*rest);
}

std::string inline_ja(const Assertion& clause, Form form) {
  switch (clause.kind) {
    case Assertion::Kind::kStatement:
      return conjugate(clause.holds, form);
    case Assertion::Kind::kAll:
    case Assertion::Kind::kAny:
      return joined_ja(clause, form);
    case Assertion::Kind::kSwitch:
      return switch_ja(clause, form);
  }
  return {};
}

std::string inline_en(const Assertion& clause) {
  if (clause.kind == Assertion::Kind::kStatement) return clause.holds.en;
  if (clause.kind == Assertion::Kind::kSwitch) return switch_en(clause);
  std::string text;
  for (const Assertion& part : clause.parts)
    text += (text.empty() ? "" : (clause.kind == Assertion::Kind::kAll ? ", and " : ", or ")) + part_en(part);
  return text;
}

/// Which number a line has: (1), ア, (ア); deeper ones stand on the line.
std::string number(std::size_t index, std::size_t level, Language language) {
  constexpr std::array<std::string_view, 20> kKana{"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ",
                                                   "サ", "シ", "ス", "セ", "ソ", "タ", "チ", "ツ", "テ", "ト"};
  if (level == 0) return fmt::format("({})", index + 1);
  if (language == Language::kEnglish)
    return level == 1 ? fmt::format("{}.", static_cast<char>('a' + index)) : fmt::format("({})", index + 1);
  return level == 1 ? std::string(kKana.at(index)) : fmt::format("({})", kKana.at(index));
}

bool fits_a_line(const Assertion& clause) {
  constexpr std::size_t kMostParts = 2;
  return !joins(clause) || (clause.parts.size() <= kMostParts &&
                            std::all_of(clause.parts.begin(), clause.parts.end(), [](const Assertion& part) {
                              return part.kind == Assertion::Kind::kStatement;
                            }));
}

constexpr std::size_t kNumLevels = 3;
constexpr std::size_t kMostLines = 20;

bool is_listed(const Assertion& clause, std::size_t level) {
  return level < kNumLevels && !fits_a_line(clause) && clause.parts.size() <= kMostLines;
}

void write_list(const Assertion& clause, std::size_t level, std::string_view ending, Language language,
                std::string& text) {
  const bool all = clause.kind == Assertion::Kind::kAll;
  if (language == Language::kJapanese)
    text += fmt::format("次のいずれ{}該当する{}", all ? "にも" : "かに", ending);
  else
    text += all ? "all of the following hold:" : "one or more of the following hold:";
  for (std::size_t i = 0; i < clause.parts.size(); ++i) {
    const Assertion& part = clause.parts[i];
    text += "\n" + std::string(2 * level, ' ') + number(i, level, language) + " ";
    if (is_listed(part, level + 1))
      write_list(part, level + 1, "こと", language, text);
    else
      text += language == Language::kJapanese ? inline_ja(part, Form::kPlain) + "こと" : inline_en(part);
  }
}

std::string in_language(const Assertion& clause, SentenceUse use, Language language) {
  const std::string_view ending =
      use == SentenceUse::kCase ? "場合" : (use == SentenceUse::kDuty ? "こと" : std::string_view{});
  if (use != SentenceUse::kInner && is_listed(clause, 0)) {
    std::string text;
    write_list(clause, 0, ending, language, text);
    return text;
  }
  return language == Language::kJapanese ? inline_ja(clause, Form::kPlain) + std::string(ending) : inline_en(clause);
}

std::string list_of(const std::vector<LocalizedText>& values, Language language) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool is_last = i + 1 == values.size();
    if (i > 0 && language == Language::kJapanese) text += is_last ? "又は" : "、";
    if (i > 0 && language == Language::kEnglish) text += is_last ? " or " : ", ";
    text += values[i].in(language);
  }
  return text;
}

/// 「A」でも「B」でも, which ない follows, and "neither A nor B".
LocalizedText none_of(const std::vector<LocalizedText>& values) {
  LocalizedText text;
  for (const LocalizedText& value : values) {
    text.ja += value.ja + "でも";
    text.en += (text.en.empty() ? "neither " : " nor ") + value.en;
  }
  return text;
}

bool is_about_the_same(const Assertion& a, const Assertion& b, Assertion::Kind kind) {
  const auto mergeable = [&](const Assertion& clause) {
    return !clause.values.empty() && clause.is_denied == (kind == Assertion::Kind::kAll);
  };
  return mergeable(a) && mergeable(b) && a.subject == b.subject;
}

}  // namespace

Assertion statement(std::string ja, Ending ending, std::string en, std::string en_denied) {
  Assertion clause;
  clause.holds = {ja, ending, false, std::move(en)};
  clause.fails = {std::move(ja), ending, true, std::move(en_denied)};
  return clause;
}

Assertion is_one_of(LocalizedText subject, std::vector<LocalizedText> values) {
  const std::string en = list_of(values, Language::kEnglish);
  Assertion clause = statement(subject.ja + "が" + list_of(values, Language::kJapanese), Ending::kDearu,
                               subject.en + " is " + en, subject.en + " is not " + en);
  if (values.size() > 1) {
    const LocalizedText none = none_of(values);
    clause.fails.ja = subject.ja + "が" + none.ja;
    clause.fails.ending = Ending::kAru;
    clause.fails.en = subject.en + " is " + none.en;
  }
  clause.subject = std::move(subject);
  clause.values = std::move(values);
  return clause;
}

Assertion join(Assertion::Kind kind, std::vector<Assertion> parts) {
  Assertion whole;
  whole.kind = kind;
  const auto add = [&](Assertion part) {
    if (whole.parts.empty() || !is_about_the_same(whole.parts.back(), part, kind)) {
      whole.parts.push_back(std::move(part));
      return;
    }
    Assertion& last = whole.parts.back();
    std::vector<LocalizedText> values = last.values;
    values.insert(values.end(), part.values.begin(), part.values.end());
    Assertion merged = is_one_of(last.subject, std::move(values));
    last = part.is_denied ? deny(std::move(merged)) : std::move(merged);
  };
  for (Assertion& part : parts) {
    if (part.kind != kind) {
      add(std::move(part));
      continue;
    }
    for (Assertion& inner : part.parts) add(std::move(inner));
  }
  return whole.parts.size() == 1 ? Assertion(whole.parts.front()) : whole;
}

Assertion deny(Assertion clause) {
  if (clause.kind == Assertion::Kind::kStatement) {
    std::swap(clause.holds, clause.fails);
    clause.is_denied = !clause.is_denied;
    return clause;
  }
  if (clause.kind == Assertion::Kind::kSwitch) {
    for (std::size_t i = 1; i < clause.parts.size(); ++i) clause.parts[i] = deny(std::move(clause.parts[i]));
    return clause;
  }
  std::vector<Assertion> parts;
  for (Assertion& part : clause.parts) parts.push_back(deny(std::move(part)));
  return join(clause.kind == Assertion::Kind::kAll ? Assertion::Kind::kAny : Assertion::Kind::kAll, std::move(parts));
}

LocalizedText sentence_of(const Assertion& clause, SentenceUse use) {
  return {in_language(clause, use, Language::kJapanese), in_language(clause, use, Language::kEnglish)};
}

}  // namespace kijun::audit
