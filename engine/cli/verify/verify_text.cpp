#include "engine/cli/verify/verify_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/unicode.h"
#include "reports/text/text_layout.h"
#include "reports/words/plural.h"

namespace kijun::cli {
namespace {

/// So far that a hash of 64 digits fits on its line.
constexpr std::string_view kDetailIndent = "    ";

LocalizedView kind_word(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::kTool:
      return {"kijun", "kijun"};
    case DifferenceKind::kInput:
      return {"入力", "input"};
    case DifferenceKind::kDate:
      return {"日付", "date"};
    case DifferenceKind::kRule:
      return {"ルール", "rule"};
    case DifferenceKind::kDecision:
      return {"決定", "decision"};
    case DifferenceKind::kAnswer:
      return {"回答", "answer"};
    case DifferenceKind::kBytes:
      return {"出力", "output"};
  }
  return {};
}

reports::TextLayout layout_of(Session& session) { return {session.out, {session.color, session.ambiguous_width}}; }

LocalizedText shown_bytes(const std::string& text, bool ends) {
  const std::string harmless = single_line(text);
  if (!ends) return in_both(harmless);
  return {harmless + "（ここで終わり）", harmless + " (ends here)"};
}

}  // namespace

Difference describe(const ByteDifference& difference) {
  const LocalizedText expected = shown_bytes(difference.expected, difference.expected_ends);
  const LocalizedText made = shown_bytes(difference.made, difference.made_ends);
  return {
      DifferenceKind::kBytes,
      {fmt::format("作り直したものと{}行目の{}文字目で食い違います（その前の{}バイトは同じ）", difference.line,
                   difference.column, difference.offset),
       fmt::format("differs from what is made again at line {}, column {}, after {} that are the same", difference.line,
                   difference.column, reports::counted(difference.offset, "byte"))},
      {{"報告書    " + expected.ja, "report      " + expected.en}, {"作り直し  " + made.ja, "made again  " + made.en}}};
}

void print_same(const std::string& path, const reports::Provenance& provenance, std::size_t num_bytes,
                Session& session) {
  if (session.quiet) return;
  const LocalizedText text{
      fmt::format("{}：一致しました。{}件の入力からもう一度判定し、{}バイトすべてが同じになりました（{}、kijun "
                  "{}、判定日{}）。",
                  path, provenance.inputs.size(), num_bytes, provenance.format, provenance.tool_version,
                  provenance.as_of.iso()),
      fmt::format("{}: verified. Judged again from {}, all {} are the same ({}, kijun {}, as of {}).", path,
                  reports::counted(provenance.inputs.size(), "input"), reports::counted(num_bytes, "byte"),
                  provenance.format, provenance.tool_version, provenance.as_of.iso())};
  layout_of(session).wrapped("", text.in(session.language));
}

void print_differences(const std::string& path, const std::vector<Difference>& differences, Session& session) {
  const LocalizedText head{
      fmt::format("{}：一致しません（相違{}件）\n", path, differences.size()),
      fmt::format("{}: not verified, {}\n", path, reports::counted(differences.size(), "difference"))};
  session.out << escape_controls(head.in(session.language));
  const reports::TextLayout layout = layout_of(session);
  std::size_t width = 0;
  for (const Difference& difference : differences)
    width = std::max(width, display_width(session.say(kind_word(difference.kind))));
  for (const Difference& difference : differences) {
    const std::string label = "  " + reports::pad_right(session.say(kind_word(difference.kind)), width) + "  ";
    layout.wrapped(label, difference.text.in(session.language));
    for (const LocalizedText& detail : difference.details) layout.wrapped(kDetailIndent, detail.in(session.language));
  }
}

}  // namespace kijun::cli
