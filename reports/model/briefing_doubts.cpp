#include <algorithm>
#include <string_view>

#include "engine/base/unicode.h"
#include "reports/model/briefing_parts.h"
#include "reports/words/data_text.h"
#include "reports/words/record_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::IndicatorResult;
using audit::Verdict;
using table::FieldRole;

// Display columns of the three columns that texts are long in.
constexpr std::size_t kColumnsOfAnswers = 34;
constexpr std::size_t kColumnsOfNotes = 52;
constexpr std::size_t kColumnsOfReasons = 34;

std::size_t lines_of(std::string_view text, std::size_t columns) {
  std::size_t lines = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    lines += std::max<std::size_t>(1, (display_width(text.substr(0, end), 2) + columns - 1) / columns);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

bool contains(const std::vector<std::string>& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

void add_once(std::vector<std::string>& list, const std::string& id) {
  if (!contains(list, id)) list.push_back(id);
}

/// The indicators of a topic, with the notes that explain what they count.
struct NoteGroup {
  std::string topic;
  std::vector<std::string> notes;
  std::vector<std::size_t> indicators;  ///< In `ResultModel::indicators()`.
  std::vector<std::string> answers;     ///< What they read, but notes and readings.
};

class NoteGroups {
 public:
  explicit NoteGroups(const audit::ResultModel& result) : result_(result) {
    for (std::size_t at = 0; at < result.indicators().size(); ++at)
      if (result.indicators()[at].space == table::kRecordSpace) add(at);
    for (NoteGroup& group : groups_) add_evidence(group);
  }

  [[nodiscard]] const std::vector<NoteGroup>& groups() const { return groups_; }

 private:
  void add(std::size_t at) {
    const IndicatorResult& indicator = result_.indicators()[at];
    const std::string& topic = indicator.indicator->topic;
    auto group =
        std::find_if(groups_.begin(), groups_.end(), [&](const NoteGroup& each) { return each.topic == topic; });
    if (group == groups_.end()) group = groups_.insert(group, NoteGroup{topic, {}, {}, {}});
    group->indicators.push_back(at);
    for (const table::FieldIndex index : indicator.fields) {
      const table::Field& field = result_.vocabulary().field(index);
      if (!field.reads.empty()) add_once(group->notes, field.reads);
      if (field.role != FieldRole::kNote && field.role != FieldRole::kReading) add_once(group->answers, field.id);
    }
  }

  /// The notes that rules of the topic show as evidence explain its answers as well.
  void add_evidence(NoteGroup& group) const {
    const table::Vocabulary& vocabulary = result_.vocabulary();
    for (const policy::Rule& rule : result_.ruleset().rules) {
      if (rule.topic != group.topic) continue;
      for (const std::string& id : rule.evidence)
        if (const auto field = vocabulary.find(id); field && vocabulary.field(*field).role == FieldRole::kNote)
          add_once(group.notes, id);
    }
  }

  const audit::ResultModel& result_;
  std::vector<NoteGroup> groups_;
};

/// Something in doubt, and how much of it there is.
struct Doubt {
  DoubtfulAnswer answer;
  bool moves_a_rate = false;
  std::size_t num_lines = 1;
};

/// The doubts about one record and one group of indicators.
class RecordDoubts {
 public:
  RecordDoubts(const GapReport& report, const RecordSheet& sheet, const NoteGroup& group)
      : report_(report), sheet_(sheet), group_(group), row_(report.subjects[sheet.subject].ref.index) {}

  [[nodiscard]] std::optional<Doubt> find() {
    if (!is_counted()) return std::nullopt;
    find_differences();
    find_open();
    const bool moves_a_rate = !doubt_.answer.reasons.empty();
    find_findings();
    if (doubt_.answer.reasons.empty()) return std::nullopt;
    doubt_.moves_a_rate = moves_a_rate;
    doubt_.answer.subject = report_.subjects[sheet_.subject].name;
    quote();
    measure();
    return std::move(doubt_);
  }

 private:
  [[nodiscard]] const IndicatorResult& indicator(std::size_t at) const { return report_.result->indicators()[at]; }

  [[nodiscard]] bool is_counted() const {
    return std::any_of(group_.indicators.begin(), group_.indicators.end(),
                       [&](std::size_t at) { return indicator(at).counted.get(row_); });
  }

  [[nodiscard]] bool reads_a_note(std::size_t at) const {
    const std::vector<table::FieldIndex>& fields = indicator(at).fields;
    return std::any_of(fields.begin(), fields.end(), [&](table::FieldIndex field) {
      return !report_.result->vocabulary().field(field).reads.empty();
    });
  }

  void add_reason(LocalizedText reason) { doubt_.answer.reasons.push_back(std::move(reason)); }

  void show_answers_of(std::size_t at) {
    for (const table::FieldIndex field : indicator(at).fields)
      add_once(shown_, report_.result->vocabulary().field(field).id);
  }

  /// Counted as answered, and not counted by what somebody read in the note.
  void find_differences() {
    std::vector<std::size_t> in;
    std::vector<std::size_t> out;
    for (const std::size_t at : group_.indicators) {
      const IndicatorResult& each = indicator(at);
      if (each.met.get(row_)) in.push_back(at);
      if (each.counted.get(row_) && !each.met.get(row_) && !each.open.get(row_) && reads_a_note(at)) out.push_back(at);
    }
    if (in.empty() || out.empty()) return;
    add_reason(fill(Word::kDoubtDiffers, {{"in", indicator_numbers(in)}, {"out", indicator_numbers(out)}}));
    for (const std::vector<std::size_t>* list : {&in, &out})
      for (const std::size_t at : *list) show_answers_of(at);
  }

  void find_open() {
    std::vector<std::size_t> open;
    for (const std::size_t at : group_.indicators)
      if (indicator(at).open.get(row_)) open.push_back(at);
    if (open.empty()) return;
    is_open_ = true;
    add_reason(fill(Word::kDoubtOpen, {{"n", indicator_numbers(open)}}));
    for (const std::size_t at : open) show_answers_of(at);
  }

  void find_findings() {
    for (const std::size_t at : sheet_.findings) {
      const Finding& finding = report_.findings[at];
      if (finding.verdict != Verdict::kConfirm || finding.draft) continue;
      bool is_about_answers = false;
      bool says_more = false;
      for (const audit::CellView& cell : finding.detail.evidence) {
        if (!contains(group_.answers, cell.field)) continue;
        is_about_answers = true;
        says_more = says_more || cell.missing == table::MissingReason::kNone;
        add_once(shown_, cell.field);
      }
      // That an answer is missing has been said by what it leaves open.
      if (is_about_answers && (says_more || !is_open_))
        add_reason(fill(Word::kDoubtConfirm, {{"title", finding.title}}));
    }
  }

  void quote() {
    for (const audit::CellView& cell : sheet_.answers) {
      if (!contains(shown_, cell.field)) continue;
      doubt_.answer.answers.push_back({cell.label, cell.raw});
      if (cell.origin == audit::Origin::kCorrection)
        add_reason(fill(Word::kDoubtCorrected, {{"label", cell.label}, {"value", cell.value}}));
    }
    for (const NoteView& note : sheet_.notes)
      if (contains(group_.notes, note.note.field)) doubt_.answer.notes.push_back({note.note.label, note.note.raw});
  }

  void measure() {
    std::size_t answers = 0;
    std::size_t notes = 0;
    std::size_t reasons = 0;
    for (const GivenAnswer& given : doubt_.answer.answers) {
      LocalizedText text = given.label;
      append(text, in_both(given.raw), {" 「」", " 「」"});
      answers += num_lines(text, kColumnsOfAnswers);
    }
    for (const GivenAnswer& given : doubt_.answer.notes) notes += lines_of(given.raw, kColumnsOfNotes);
    for (const LocalizedText& reason : doubt_.answer.reasons) reasons += num_lines(reason, kColumnsOfReasons);
    doubt_.num_lines = std::max({answers, notes, reasons});
  }

  const GapReport& report_;
  const RecordSheet& sheet_;
  const NoteGroup& group_;
  std::uint32_t row_;
  bool is_open_ = false;
  std::vector<std::string> shown_;  ///< Fields.
  Doubt doubt_;
};

/// Those that there is room for: what moves a rate before what does not, each in the order of the report.
std::vector<bool> choose(const std::vector<Doubt>& doubts, std::size_t max_lines) {
  std::vector<bool> chosen(doubts.size(), false);
  std::size_t taken = 0;
  for (const bool moves_a_rate : {true, false}) {
    for (std::size_t at = 0; at < doubts.size(); ++at) {
      if (doubts[at].moves_a_rate != moves_a_rate) continue;
      if (taken + doubts[at].num_lines > max_lines) return chosen;
      taken += doubts[at].num_lines;
      chosen[at] = true;
    }
  }
  return chosen;
}

}  // namespace

std::size_t num_lines(const LocalizedText& text, std::size_t columns) {
  return std::max(lines_of(text.ja, columns), lines_of(text.en, columns));
}

void add_doubtful_answers(const GapReport& report, std::size_t max_lines, BriefingPage& page) {
  const audit::RunInfo& run = report.result->run();
  if (!report.shows_records) {
    page.doubtful_notes.push_back(word_for(run, Word::kDoubtfulTooMany));
    return;
  }
  const NoteGroups groups(*report.result);
  std::vector<Doubt> doubts;
  for (const RecordSheet& sheet : report.sheets)
    for (const NoteGroup& group : groups.groups())
      if (std::optional<Doubt> doubt = RecordDoubts(report, sheet, group).find()) doubts.push_back(std::move(*doubt));
  const std::vector<bool> chosen = choose(doubts, max_lines);
  for (std::size_t at = 0; at < doubts.size(); ++at)
    if (chosen[at]) page.doubtful.push_back(std::move(doubts[at].answer));
  if (doubts.empty()) page.doubtful_notes.push_back(word(Word::kDoubtfulNone));
  if (const std::size_t num_left_out = doubts.size() - page.doubtful.size(); num_left_out > 0)
    page.doubtful_notes.push_back(
        fill(Word::kDoubtfulLeftOut, {{"n", num_left_out}, {"where", word_for(run, Word::kSheets)}}));
}

}  // namespace kijun::reports
