#include "engine/cli/compare/compare_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "engine/audit/compare/answer_changes.h"
#include "engine/base/file_system.h"
#include "engine/cli/compare/review_markdown.h"
#include "reports/markdown/markdown_comparison.h"
#include "reports/markdown/section_writer.h"
#include "reports/model/compare_parts.h"
#include "reports/words/data_text.h"
#include "reports/words/plural.h"
#include "reports/words/words.h"

namespace kijun::cli {
namespace {

using audit::AnswerChange;
using audit::Input;
using reports::kMaxSectionRows;
using reports::MarkdownDocument;
using reports::Word;
using reports::word;

constexpr int kPartLevel = 2;  // of headings

/// The answer in words and, where a mark or a note stands for it, as it was given.
LocalizedText answer_text(const audit::CellView& cell) {
  if (cell.raw.empty() || cell.raw == cell.value.ja || cell.origin != audit::Origin::kAnswer)
    return reports::section_text(cell.value);
  const LocalizedText raw = reports::raw_text(cell.raw);
  return reports::section_text({cell.value.ja + raw.ja, cell.value.en + " " + raw.en});
}

/// Positions of changed answers by the cell of one side.
using CellIndex = std::unordered_map<std::string, std::size_t>;

std::string cell_key(const audit::CellView& cell) { return cell.survey + '\0' + cell.subject.code + '\0' + cell.field; }

/// Writes the parts of the summary.
class SummaryWriter {
 public:
  SummaryWriter(const CompareSummary& summary, Language language, std::size_t num_bytes_taken, std::ostream& out)
      : report_(summary.report),
        source_(*summary.report.source),
        runs_(summary.runs),
        review_(summary.review),
        language_(language),
        out_(out),
        sections_(out, num_bytes_taken),
        differing_(audit::differing_inputs(source_.corners.before().head, source_.corners.after().head)) {
    if (runs_.model_before() == nullptr || runs_.model_after() == nullptr) return;
    answers_ =
        audit::find_answer_changes(*runs_.model_before(), *runs_.model_after(), source_.corners, source_.comparison);
    for (std::size_t at = 0; at < answers_.size(); ++at) {
      changed_before_.emplace(cell_key(answers_[at].before), at);
      changed_after_.emplace(cell_key(answers_[at].after), at);
    }
  }

  void write() {
    sections_.section(0, [&](std::ostream& text) { write_head(text); });
    write_rules();
    write_changes();
    write_answers();
    sections_.section(report_.rates.size(), [&](std::ostream& text) {
      MarkdownDocument page(text, language_);
      write_comparison_rates(report_, kPartLevel, page);
    });
    if (!report_.joins.empty())
      sections_.section(report_.joins.size(), [&](std::ostream& text) {
        MarkdownDocument page(text, language_);
        write_comparison_joins(report_, kPartLevel, page);
      });
    write_closing();
  }

 private:
  void write_head(std::ostream& text) const {
    MarkdownDocument page(text, language_);
    page.heading(1, {"変更の影響", "What this change does"});
    for (const LocalizedText& sentence : report_.headline) page.item(page.cell(sentence));
    if (source_.comparison.has_split && differing_.count() > 1)
      page.item(page.cell(reports::fill(Word::kDifferingInputs, {{"inputs", reports::made_by_text(differing_)}})));
    if (review_ == nullptr)
      page.item(page.cell({"結果ファイルには規則がないため、規則の違いは示せません。",
                           "A result file holds no rules, so that what changed in them is not available."}));
    else
      for (const LocalizedText& sentence : review_sentences(*review_, has(differing_, Input::kRules)))
        page.item(page.cell(sentence));
    page.blank_line();
    write_comparison_head(report_, page);
  }

  void write_rules() {
    if (review_ == nullptr || (review_->rules.empty() && review_->params.empty())) return;
    sections_.section(review_->params.size(), [&](std::ostream& text) {
      MarkdownDocument page(text, language_);
      page.heading(2, {"変わったルール", "Rules that changed"});
      write_params(*review_, page);
    });
    if (review_->rules.empty()) return;
    for (const ReviewedRule& rule : review_->rules)
      sections_.section(1, [&](std::ostream& text) { write_reviewed_rule(rule, language_, text); });
    sections_.section(review_->lint.size(), [&](std::ostream& text) {
      MarkdownDocument page(text, language_);
      write_review_lint(*review_, page);
    });
  }

  void write_changes() {
    sections_.section(0, [&](std::ostream& text) {
      MarkdownDocument page(text, language_);
      page.heading(2, word(Word::kCompareChanges));
      if (report_.groups.empty()) page.paragraph(word(Word::kNoChanges));
    });
    for (const reports::ChangeGroup& group : report_.groups)
      sections_.section(group.changes.size(), [&](std::ostream& text) { write_group(group, text); });
  }

  void write_group(const reports::ChangeGroup& group, std::ostream& text) const {
    MarkdownDocument page(text, language_);
    page.heading(3, group.heading);
    const bool has_reasons = source_.comparison.has_split || review_ != nullptr || !answers_.empty();
    std::vector<LocalizedText> headings{word(Word::kSubject), word(Word::kRule), word(Word::kCompareBefore),
                                        word(Word::kCompareAfter)};
    if (has_reasons) headings.push_back(word(Word::kMadeBy));
    headings.push_back(word(Word::kWhatItSays));
    page.table_head(headings);
    for (std::size_t at = 0; at < std::min(group.changes.size(), kMaxSectionRows); ++at) {
      const reports::ChangeView& view = group.changes[at];
      std::vector<std::string> cells{page.cell(view.subject),
                                     page.cell(view.title) + "<br>" + page.cell(in_both(view.rule)),
                                     page.cell(view.before), page.cell(view.after)};
      if (has_reasons) cells.push_back(reasons(*view.change, page));
      cells.push_back(page.cell(reports::section_text(view.text)));
      page.table_row(cells);
    }
    page.end_table();
    reports::write_more_rows(group.changes.size(), page);
  }

  /// Why a verdict changed: what became of the rule, and the answers of its evidence that are others.
  [[nodiscard]] std::string reasons(const audit::FindingChange& change, const MarkdownDocument& page) const {
    std::string cell;
    const auto add = [&](const LocalizedText& reason) { cell += (cell.empty() ? "" : "<br>") + page.cell(reason); };
    const bool has_split = source_.comparison.has_split;
    if (has_split) add(reports::made_by_text(change.by));
    const bool by_rules = has_split ? has(change.by, Input::kRules) : has(differing_, Input::kRules);
    const ReviewedRule* rule = review_ == nullptr
                                   ? nullptr
                                   : review_->find(source_.rule(source_.comparison.rules[change.rule]).id,
                                                   source_.corners.after().head.ruleset_id);
    if (by_rules && rule != nullptr) add({"ルールの" + rule->view.label, "rule " + rule->view.label});
    for (const AnswerChange* answer : answers_behind(change)) {
      const LocalizedText was = answer_text(answer->before);
      const LocalizedText is = answer_text(answer->after);
      add({fmt::format("{}：{} → {}", whose(*answer, change).ja, was.ja, is.ja),
           fmt::format("{}: {} → {}", whose(*answer, change).en, was.en, is.en)});
    }
    return cell;
  }

  /// The field, with its owner where that is not the subject of the verdict.
  [[nodiscard]] LocalizedText whose(const AnswerChange& answer, const audit::FindingChange& change) const {
    if (answer.subject == change.subject) return answer.after.label;
    const LocalizedText& name = answer.after.subject.name;
    return {name.ja + " " + answer.after.label.ja, name.en + " " + answer.after.label.en};
  }

  [[nodiscard]] std::vector<const AnswerChange*> answers_behind(const audit::FindingChange& change) const {
    std::vector<const AnswerChange*> behind;
    if (answers_.empty() || (source_.comparison.has_split && !has(change.by, Input::kData))) return behind;
    const audit::ComparedRule& rule = source_.comparison.rules[change.rule];
    const audit::SubjectPair& pair = source_.comparison.subjects[change.subject];
    const auto add = [&](const audit::ResultTable& table, const CellIndex& changed,
                         const std::optional<std::size_t>& at, const std::optional<std::size_t>& subject) {
      if (!at || !subject) return;
      for (const audit::CellView& cell : table.evidence(*at, *subject)) {
        const auto found = changed.find(cell_key(cell));
        if (found == changed.end()) continue;
        const AnswerChange* answer = &answers_[found->second];
        if (std::find(behind.begin(), behind.end(), answer) == behind.end()) behind.push_back(answer);
      }
    };
    add(source_.corners.after(), changed_after_, rule.after, pair.after);
    add(source_.corners.before(), changed_before_, rule.before, pair.before);
    return behind;
  }

  void write_answers() {
    if (answers_.empty()) return;
    sections_.section(answers_.size(), [&](std::ostream& text) {
      MarkdownDocument page(text, language_);
      page.heading(
          2, reports::fill(Word::kCountedHeading,
                           {{"what", LocalizedText{"変わった回答", "Answers that changed"}}, {"n", answers_.size()}}));
      page.table_head({word(Word::kSubject), word(Word::kItem), word(Word::kCompareBefore), word(Word::kCompareAfter),
                       word(Word::kPlace)});
      for (std::size_t at = 0; at < std::min(answers_.size(), kMaxSectionRows); ++at) {
        const AnswerChange& answer = answers_[at];
        page.table_row({page.cell(answer.after.subject.name), page.cell(answer.after.label),
                        page.cell(answer_text(answer.before)), page.cell(answer_text(answer.after)),
                        page.cell(reports::place_text(place_of(answer)))});
      }
      page.end_table();
      reports::write_more_rows(answers_.size(), page);
    });
  }

  /// From where kijun was run, as readers of a repository know files.
  [[nodiscard]] audit::Place place_of(const AnswerChange& answer) const {
    audit::Place place = answer.after.at;
    place.file = join_path(runs_.folder_after(), place.file);
    return place;
  }

  void write_closing() const {
    const reports::SectionsLeftOut& cut = sections_.left_out();
    if (cut.num_sections == 0) return;
    MarkdownDocument(out_, language_)
        .paragraph(
            {fmt::format("大きさの上限のため、{}節（{}件）を省きました。", cut.num_sections, cut.num_entries),
             fmt::format("For want of room {} with {} were left out.", reports::counted(cut.num_sections, "section"),
                         reports::counted(cut.num_entries, "entry"))});
  }

  const reports::CompareReport& report_;
  const reports::CompareSource& source_;
  const CompareRuns& runs_;
  const RulesReview* review_;
  Language language_;
  std::ostream& out_;
  reports::SectionWriter sections_;
  audit::Inputs differing_;
  std::vector<AnswerChange> answers_;
  CellIndex changed_before_;
  CellIndex changed_after_;
};

}  // namespace

void write_compare_summary(const CompareSummary& summary, Language language, std::size_t num_bytes_taken,
                           std::ostream& out) {
  SummaryWriter(summary, language, num_bytes_taken, out).write();
}

}  // namespace kijun::cli
