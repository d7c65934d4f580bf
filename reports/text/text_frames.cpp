#include "reports/text/text_frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/base/ascii.h"
#include "engine/base/unicode.h"
#include "engine/diag/frame.h"
#include "reports/ci/source_paths.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

/// Names that stand for other names before the expression comes; more would be a cycle.
constexpr int kMostNames = 16;

/// One line of a file with what it shows.
struct Shown {
  diag::Span span;
  std::string label;    ///< Behind the place.
  std::string message;  ///< Below the line.
  std::string_view arrow;
  char mark = '^';
  Paint paint = Paint::kNone;
};

/// Whether an expression names a field.
bool names(std::string_view expression, std::string_view field) {
  const auto is_part = [&](std::size_t at) {
    return at < expression.size() && (is_alphanumeric(expression[at]) || expression[at] == '_');
  };
  for (std::size_t at = expression.find(field); at != std::string_view::npos; at = expression.find(field, at + 1))
    if ((at == 0 || !is_part(at - 1)) && !is_part(at + field.size())) return true;
  return false;
}

/// The cell to show: of an open result what holds it open, else the first that decided and that the condition names, else
/// the first that decided, else any that stands in a file.
const audit::CellView* cell_of(const audit::ResultDetail& detail, std::string_view condition) {
  for (const audit::OpenCause& cause : detail.unknown_because)
    if (cause.cell.span.valid()) return &cause.cell;
  const auto first = [&](auto&& holds) -> const audit::CellView* {
    const auto found = std::find_if(detail.evidence.begin(), detail.evidence.end(),
                                    [&](const audit::CellView& cell) { return cell.span.valid() && holds(cell); });
    return found == detail.evidence.end() ? nullptr : &*found;
  };
  const auto decided = [](const audit::CellView& cell) { return cell.role == audit::EvidenceRole::kDecided; };
  if (const auto* cell = first([&](const auto& each) { return decided(each) && names(condition, each.field); }))
    return cell;
  if (const auto* cell = first(decided)) return cell;
  return first([](const audit::CellView&) { return true; });
}

/// What a rule requires; a lone name leads to the condition it stands for.
diag::EmbeddedText condition_of(const policy::Rule& rule, const policy::Ruleset& ruleset) {
  diag::EmbeddedText text = rule.require;
  for (int i = 0; i < kMostNames; ++i) {
    const auto named = std::find_if(ruleset.conditions.begin(), ruleset.conditions.end(),
                                    [&](const policy::Condition& condition) { return condition.id == text.text(); });
    if (named == ruleset.conditions.end()) break;
    text = named->expr;
  }
  return text;
}

class FrameWriter {
 public:
  FrameWriter(const ReportOptions& options, std::string_view indent, const TextLayout& layout)
      : paths_(options.ci.folders), indent_(indent), layout_(layout) {}

  void write(const std::vector<Shown>& all) {
    for (const Shown& each : all)
      gutter_ = std::max(gutter_, fmt::formatted_size("{}", each.span.source->line_column(each.span.begin).line));
    for (const Shown& each : all) write_one(each);
  }

 private:
  void write_one(const Shown& shown) const {
    const audit::Place at = paths_.of_span(shown.span);
    std::string place =
        fmt::format("{:{}}{} {}:{}:{}", "", gutter_, shown.arrow, single_line(at.file), at.line, at.column);
    if (fits(place + "  " + shown.label)) place += "  " + shown.label;
    layout_.line(indent_, place, Paint::kBlue);
    const std::size_t used = layout_.width(indent_) + gutter_ + 3;  // " | "
    const std::size_t room = used + kFewestColumns > kTextColumns ? kFewestColumns : kTextColumns - used;
    const diag::Frame frame = diag::make_frame(shown.span, shown.mark, layout_.style().ambiguous_width, room - kDots);
    layout_.line(indent_, fmt::format("{:>{}} | {}", frame.line, gutter_, frame.text));
    const std::string margin = fmt::format("{:{}} | ", "", gutter_);
    std::string below = frame.underline.substr(0, std::max<std::size_t>(1, room));
    if (!shown.message.empty() && fits(margin + below + " " + shown.message)) {
      layout_.line(indent_, margin + below + " " + shown.message, shown.paint);
      return;
    }
    layout_.line(indent_, margin + below, shown.paint);
    if (!shown.message.empty()) layout_.wrapped(std::string(indent_) + margin, shown.message);
  }

  [[nodiscard]] bool fits(std::string_view text) const {
    return layout_.width(indent_) + layout_.width(text) <= kTextColumns;
  }

  /// A frame is never narrower, however far it is indented.
  static constexpr std::size_t kFewestColumns = 40;
  /// What a cut line takes for `…` at both ends.
  static constexpr std::size_t kDots = 4;

  SourcePaths paths_;
  std::string_view indent_;
  const TextLayout& layout_;
  std::size_t gutter_ = 1;
};

}  // namespace

void write_frames(const GapReport& report, const Finding& finding, const ReportOptions& options,
                  std::string_view indent, const TextLayout& layout) {
  const audit::ResultModel& model = *report.result;
  const audit::ResultDetail detail = model.detail(finding.column, finding.position);
  const diag::EmbeddedText condition = condition_of(*finding.rule, model.ruleset());
  std::vector<Shown> shown;
  if (const audit::CellView* cell = cell_of(detail, condition.text()); cell != nullptr) {
    const LocalizedText label = fill(Word::kFieldOfMember, {{"name", cell->subject.name}, {"label", cell->label}});
    shown.push_back({cell->span, single_line(label.in(options.language)), single_line(cell->value.in(options.language)),
                     "-->", '^', Paint::kRed});
  }
  if (const diag::Span span = condition.span(); span.valid())
    shown.push_back({span, fmt::format("[{}]", finding.rule->id), {}, ":::", '-', Paint::kBlue});
  FrameWriter(options, indent, layout).write(shown);
}

}  // namespace kijun::reports
