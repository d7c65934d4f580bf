#include "engine/cli/compare/review_markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/markdown/section_writer.h"
#include "reports/words/words.h"

namespace kijun::cli {
namespace {

using analysis::RuleChange;
using reports::kMaxSectionRows;
using reports::MarkdownDocument;
using reports::Word;
using reports::word;

/// Ids one after the other.
LocalizedText list_of(const std::vector<std::string>& ids) {
  LocalizedText text;
  for (const std::string& id : ids) append(text, in_both(id), {"、", ", "});
  return text;
}

LocalizedText counts_text(const RulesReview& review) {
  LocalizedText counts;
  for (const RuleChange change : rule_changes()) {
    const std::size_t count = review.count(change);
    if (count == 0) continue;
    const LocalizedView what = change == RuleChange::kUnchanged
                                   ? LocalizedView{"変更の有無が未決定", "not decided whether changed"}
                                   : change_word(change);
    append(counts, {fmt::format("{}{}件", what.ja, count), fmt::format("{} {}", count, what.en)}, {"、", ", "});
  }
  return counts;
}

LocalizedText examples_text(const RuleTests& tests) {
  if (tests.num_examples == 0) return {"例：なし", "examples: none"};
  if (tests.failing.empty())
    return {fmt::format("例：{}件すべて合格", tests.num_examples),
            fmt::format("examples: all {} pass", tests.num_examples)};
  const LocalizedText names = list_of(tests.failing);
  return {fmt::format("例：{}件中{}件が不合格（{}）", tests.num_examples, tests.failing.size(), names.ja),
          fmt::format("examples: {1} of {0} fail ({2})", tests.num_examples, tests.failing.size(), names.en)};
}

LocalizedText coverage_text(const RuleTests& tests) {
  constexpr double kPercent = 100;
  const double share = kPercent * static_cast<double>(tests.num_covered) / static_cast<double>(tests.num_demands);
  LocalizedText text{fmt::format("網羅率：{:.1f}%（{}/{}）", share, tests.num_covered, tests.num_demands),
                     fmt::format("coverage: {:.1f}% ({}/{})", share, tests.num_covered, tests.num_demands)};
  if (tests.num_undecided != 0)
    append(text, {fmt::format("未決定{}", tests.num_undecided), fmt::format("{} not decided", tests.num_undecided)},
           {"、", ", "});
  return text;
}

void write_tests(const RuleTests& tests, MarkdownDocument& page) {
  page.item(page.cell(examples_text(tests)));
  if (tests.num_demands == 0) return;
  page.item(page.cell(coverage_text(tests)));
  for (const RuleTests::Gap& gap : tests.gaps) {
    page.item(page.cell({"ない例：" + gap.what, "missing: " + gap.what}));
    page.blank_line();
    page.code(gap.example, "toml");
  }
}

}  // namespace

std::vector<LocalizedText> review_sentences(const RulesReview& review, bool are_read_otherwise) {
  if (!review.has_changes() && !are_read_otherwise)
    return {{"規則は、どの年度の版も同じです。", "The rules of all editions are the same."}};
  std::vector<LocalizedText> sentences;
  if (const LocalizedText counts = counts_text(review); !counts.empty())
    sentences.push_back({"ルールの変更：" + counts.ja + "。", "Rules: " + counts.en + "."});
  else
    sentences.push_back({"規則のファイルは変わりましたが、前からあるルールの意味と文言はどれも同じです。",
                         "The files of the rules changed; every rule that was there means and says the same."});
  const auto add_editions = [&](LocalizedView what, const std::vector<std::string>& ids) {
    const LocalizedText list = list_of(ids);
    if (!ids.empty())
      sentences.push_back({fmt::format("{}：{}。", what.ja, list.ja), fmt::format("{}: {}.", what.en, list.en)});
  };
  add_editions({"新しい版", "New editions"}, review.new_editions);
  add_editions({"なくなった版", "Editions that are gone"}, review.gone_editions);
  if (!are_read_otherwise)
    sentences.push_back({"この調査を判定した規則は同じで、変わったのは他の年度の版です。",
                         "The rules that judge this survey are the same; what changed is of other years."});
  return sentences;
}

void write_params(const RulesReview& review, MarkdownDocument& page) {
  if (review.params.empty()) return;
  page.table_head(
      {{"パラメーター", "Parameter"}, word(Word::kCompareBefore), word(Word::kCompareAfter), {"版", "Edition"}});
  for (const ReviewedParam& param : review.params) {
    const std::string name = param.description.empty() ? "" : page.cell(in_both(param.description)) + "<br>";
    page.table_row({name + page.cell(in_both(param.id)), page.cell(in_both(param.before)),
                    page.cell(in_both(param.after)), page.cell(list_of(param.editions))});
  }
  page.end_table();
}

void write_review_lint(const RulesReview& review, MarkdownDocument& page) {
  page.heading(3, {fmt::format("変わったルールのlint　指摘{}件", review.lint.size()),
                   fmt::format("Lint of the rules that changed: {}", review.lint.size())});
  page.paragraph({fmt::format("証明した問い{}、未決定{}。", review.num_proven, review.num_open),
                  fmt::format("Proven {}, not decided {}.", review.num_proven, review.num_open)});
  if (review.lint.empty()) return;
  page.table_head({{"検査", "Check"}, {"指摘", "Finding"}, word(Word::kPlace)});
  for (std::size_t at = 0; at < std::min(review.lint.size(), kMaxSectionRows); ++at) {
    const LintLine& line = review.lint[at];
    page.table_row({page.cell(in_both(line.check)), page.cell(reports::section_text(in_both(line.text))),
                    page.cell(in_both(line.place))});
  }
  page.end_table();
  reports::write_more_rows(review.lint.size(), page);
}

void write_reviewed_rule(const ReviewedRule& rule, Language language, std::ostream& out) {
  constexpr std::size_t kLevel = 3;
  out << rule_markdown(rule.view, kLevel, language);
  MarkdownDocument page(out, language);
  const LocalizedText editions = list_of(rule.editions);
  page.item(page.cell({"版：" + editions.ja, "edition: " + editions.en}));
  if (rule.view.change != RuleChange::kRemoved) write_tests(rule.tests, page);
  if (rule.tests.gaps.empty()) page.blank_line();  // a block of code ends with one
}

}  // namespace kijun::cli
