#include "engine/diag/reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/unicode.h"
#include "engine/diag/renderer.h"

namespace kijun::diag {
namespace {

constexpr LocalizedView kRemedyWord{"対処", "what to do"};
constexpr LocalizedView kWrongWord{"誤", "wrong"};
constexpr LocalizedView kRightWord{"正", "right"};
constexpr LocalizedView kEmptyFile{"（空のファイル）", "(an empty file)"};

constexpr LocalizedView kPageHead{
    "# 診断の一覧\n\n"
    "kijunが示す診断を番号順に並べ、誤った書き方と正しい書き方を添えたものです。`…`"
    "には、その場所の名前や値が入ります。\n"
    "一つだけ見るには`kijun explain KJ3007`のように番号を指定します。このページは`kijun explain --all --format "
    "markdown`で作っています。\n\n"
    "`エラー`があると判定は行われません（終了コード2）。`警告`と`注意`は示すだけです。番号の意味は変わりません。\n",
    "# Diagnostics\n\n"
    "Every diagnostic of kijun by code, with a wrong and a right way to write it. `…` stands for what the place fills "
    "in.\n"
    "`kijun explain KJ3007` shows one of them. This page is written by `kijun explain --all --format markdown`.\n\n"
    "An `error` stops the run (exit code 2); a `warning` and a `notice` are only shown. A code never changes its "
    "meaning.\n"};

/// A range of codes by their third character.
struct Range {
  char digit = '0';
  LocalizedView title;
};

constexpr std::array kRanges{
    Range{'1', {"KJ1xxx TOMLとルール", "KJ1xxx TOML and rules"}},
    Range{'2', {"KJ2xxx 式の書き方", "KJ2xxx Syntax of expressions"}},
    Range{'3', {"KJ3xxx 式の名前と型", "KJ3xxx Names and types in expressions"}},
    Range{'4', {"KJ4xxx データのファイル", "KJ4xxx Data files"}},
    Range{'5', {"KJ5xxx 評価", "KJ5xxx Evaluation"}},
    Range{'9', {"KJ9xxx kijunの内部", "KJ9xxx Inside kijun"}},
};

/// A message's format with `…` in place of what a place fills in.
std::string without_arguments(std::string_view format) {
  std::string text;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const bool doubled = i + 1 < format.size() && format[i + 1] == format[i];
    if (format[i] == '{' && !doubled) {
      i = std::min(format.find('}', i), format.size() - 1);
      text += "…";
    } else {
      text += format[i];
      if ((format[i] == '{' || format[i] == '}') && doubled) ++i;
    }
  }
  return text;
}

/// The lines of an example's text, each behind `indent`.
std::string lines_of(std::string_view text, std::string_view indent, Language language) {
  if (text.empty()) return fmt::format("{}{}\n", indent, kEmptyFile.in(language));
  std::string result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    result += fmt::format("{}{}\n", indent, escape_controls(text.substr(0, end)));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return result;
}

/// "wrong (survey.toml)".
std::string wrong_title(ExamplePlace place, Language language) {
  const std::string_view title = place_title(place).in(language);
  return std::string(kWrongWord.in(language)) +
         (language == Language::kJapanese ? fmt::format("（{}）", title) : fmt::format(" ({})", title));
}

std::string fence(ExamplePlace place, std::string_view text, Language language) {
  return fmt::format("```{}\n{}```\n", place_language(place), lines_of(text, "", language));
}

std::string page_entry(const Registry& registry, const Definition& definition, Language language) {
  const bool japanese = language == Language::kJapanese;
  std::string text =
      fmt::format("\n### {} {}\n\n**{}** {}\n", definition.code, definition.slug,
                  level_word(definition.level).in(language), without_arguments(definition.message.in(language)));
  const std::string hint = without_arguments(definition.hint.in(language));
  if (!hint.empty()) text += fmt::format("\n{}{}{}\n", kRemedyWord.in(language), japanese ? "：" : ": ", hint);
  if (const Example* example = registry.example(definition)) {
    text += fmt::format("\n{}\n\n", wrong_title(example->place, language));
    text += fence(example->place, example->wrong, language);
    text += fmt::format("\n{}\n\n{}", kRightWord.in(language), fence(example->place, example->right, language));
  }
  return text;
}

}  // namespace

std::string reference_entry(const Registry& registry, const Definition& definition, Language language) {
  std::string text =
      fmt::format("{}  {}  {}\n\n  {}\n", definition.code, definition.slug, level_word(definition.level).in(language),
                  without_arguments(definition.message.in(language)));
  const std::string hint = without_arguments(definition.hint.in(language));
  if (!hint.empty()) text += fmt::format("  {}: {}\n", kRemedyWord.in(language), hint);
  if (const Example* example = registry.example(definition)) {
    constexpr std::string_view kIndent = "    ";
    text +=
        fmt::format("\n  {}\n{}", wrong_title(example->place, language), lines_of(example->wrong, kIndent, language));
    text += fmt::format("  {}\n{}", kRightWord.in(language), lines_of(example->right, kIndent, language));
  }
  return text;
}

std::string reference_page(const Registry& registry, Language language) {
  std::string page(kPageHead.in(language));
  for (const Range& range : kRanges) {
    std::string entries;
    for (const Definition* definition : registry.definitions())
      if (definition->code[2] == range.digit) entries += page_entry(registry, *definition, language);
    if (!entries.empty()) page += fmt::format("\n## {}\n{}", range.title.in(language), entries);
  }
  return page;
}

}  // namespace kijun::diag
