#include <set>

#include "engine/analysis/lint/lint_run.h"
#include "engine/base/utf8.h"

namespace kijun::analysis {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Reordering marks, and characters without width. The joiners that emoji need are no part of a rule.
constexpr std::array kHidden{Range{0x00AD, 0x00AD}, Range{0x061C, 0x061C}, Range{0x200B, 0x200F},
                             Range{0x202A, 0x202E}, Range{0x2060, 0x2064}, Range{0x2066, 0x206F},
                             Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F}};
/// Greek and Cyrillic.
constexpr std::array kForeign{Range{0x0370, 0x03FF}, Range{0x0400, 0x052F}};

template <class Ranges>
bool lies_in(const Ranges& ranges, char32_t code_point) {
  for (const Range& range : ranges)
    if (code_point >= range.first && code_point <= range.last) return true;
  return false;
}

bool is_latin(char32_t letter) {
  return letter == '_' || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9');
}

/// Looks through one file.
class FileCharacters {
 public:
  FileCharacters(const diag::Source& source, LintRun& run) : source_(source), run_(run) {}

  void check() {
    const std::string_view text = source_.text();
    for (std::size_t at = 0; at < text.size();) {
      const auto decoded = decode_utf8(text.substr(at));
      if (!decoded) break;
      look_at(decoded->code_point, at, at + decoded->num_bytes);
      at += decoded->num_bytes;
    }
    end_word(text.size());
  }

 private:
  void look_at(char32_t letter, std::size_t begin, std::size_t end) {
    if (lies_in(kHidden, letter))
      run_.find(kHiddenCharacter, {&source_, begin, end}, "", static_cast<std::uint32_t>(letter));
    const bool foreign = lies_in(kForeign, letter);
    if (!foreign && !is_latin(letter)) return end_word(begin);
    if (!in_word_) word_begin_ = begin;
    in_word_ = true;
    has_latin_ = has_latin_ || !foreign;
    if (foreign) foreign_ = letter;
  }

  void end_word(std::size_t end) {
    if (in_word_ && has_latin_ && foreign_ != 0)
      run_.find(kLookAlike, {&source_, word_begin_, end}, "", source_.text().substr(word_begin_, end - word_begin_),
                static_cast<std::uint32_t>(foreign_));
    in_word_ = has_latin_ = false;
    foreign_ = 0;
  }

  const diag::Source& source_;
  LintRun& run_;
  std::size_t word_begin_ = 0;
  bool in_word_ = false;
  bool has_latin_ = false;
  char32_t foreign_ = 0;
};

}  // namespace

void check_characters(const std::vector<std::unique_ptr<audit::Plan>>& plans, LintRun& run) {
  std::set<const diag::Source*> sources;
  for (const auto& plan : plans) {
    for (const policy::Rule& rule : plan->ruleset.rules)
      if (run.asks_about(rule.id)) sources.insert(rule.span.source);
    if (!run.options().only_rules.empty()) continue;
    for (const policy::Condition& condition : plan->ruleset.conditions) sources.insert(condition.span.source);
    for (const table::Field& field : plan->vocabulary->fields()) sources.insert(field.span.source);
  }
  for (const diag::Source* source : sources)
    if (source != nullptr) FileCharacters(*source, run).check();
}

}  // namespace kijun::analysis
