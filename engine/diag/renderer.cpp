#include "engine/diag/renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "engine/base/unicode.h"
#include "engine/diag/frame.h"

namespace kijun::diag {
namespace {

constexpr std::array<Level, 3> kLevels = {Level::kError, Level::kWarning, Level::kNotice};

// What differs between levels: words, the form with a number before it, and the colour (ANSI).
struct LevelWords {
  LocalizedView name;
  std::string_view color;
};

LevelWords words_of(Level level) {
  switch (level) {
    case Level::kError:
      return {{"エラー", "error"}, "\x1b[1;31m"};
    case Level::kWarning:
      return {{"警告", "warning"}, "\x1b[1;33m"};
    case Level::kNotice:
      return {{"注意", "notice"}, "\x1b[1;36m"};
  }
  return {};
}

constexpr std::string_view kGutterColor = "\x1b[1;34m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kReset = "\x1b[0m";
constexpr LocalizedView kHintWord = {"ヒント", "hint"};
constexpr LocalizedView kNoteWord = {"補足", "note"};

// Writes one diagnostic. The gutter is as wide as the largest line number of its frames.
class Writer {
 public:
  Writer(const Diagnostic& diagnostic, const RenderOptions& options) : diagnostic_(diagnostic), options_(options) {
    measure_gutter();
  }

  std::string write() {
    const LevelWords words = words_of(diagnostic_.definition->level);
    paint(fmt::format("{}[{}]", words.name.in(options_.language), diagnostic_.definition->code), words.color);
    paint(": " + escape_controls(diagnostic_.message.in(options_.language)), kBold);
    out_ += '\n';
    if (diagnostic_.span.valid()) write_frame(diagnostic_.span, "-->", '^', words.color, "");
    for (const Note& note : diagnostic_.notes) {
      if (note.span.valid()) write_frame(note.span, ":::", '-', kGutterColor, note.message.in(options_.language));
    }
    for (const Note& note : diagnostic_.notes) {
      if (!note.span.valid()) write_footer(kNoteWord, note.message);
    }
    if (!diagnostic_.hint.empty()) write_footer(kHintWord, diagnostic_.hint);
    return std::move(out_);
  }

 private:
  void measure_gutter() {
    std::size_t last_line = 0;
    const auto see = [&last_line](const Span& span) {
      if (span.valid()) last_line = std::max(last_line, span.source->line_column(span.begin).line);
    };
    see(diagnostic_.span);
    for (const Note& note : diagnostic_.notes) see(note.span);
    gutter_ = last_line == 0 ? 0 : fmt::formatted_size("{}", last_line);
  }

  void paint(std::string_view text, std::string_view color) {
    if (options_.color) out_ += color;
    out_ += text;
    if (options_.color) out_ += kReset;
  }

  void write_frame(const Span& span, std::string_view arrow, char mark, std::string_view mark_color,
                   std::string_view message) {
    const LineColumn place = span.source->line_column(span.begin);
    const Frame frame = make_frame(span, mark, options_.ambiguous_width);
    paint(fmt::format("{:{}}{}", "", gutter_, arrow), kGutterColor);
    out_ += fmt::format(" {}:{}:{}\n", escape_controls(span.source->path()), place.line, place.column);
    paint(fmt::format("{:{}} |", "", gutter_), kGutterColor);
    out_ += '\n';
    paint(fmt::format("{:>{}} |", frame.line, gutter_), kGutterColor);
    out_ += frame.text.empty() ? "\n" : fmt::format(" {}\n", frame.text);
    paint(fmt::format("{:{}} |", "", gutter_), kGutterColor);
    const std::size_t indent = frame.underline.find(mark);
    out_ += fmt::format(" {:{}}", "", indent);
    paint(std::string_view(frame.underline).substr(indent), mark_color);
    if (!message.empty()) out_ += ' ' + escape_controls(message);
    out_ += '\n';
  }

  // `= word: text`; further lines of the text stand below its first one.
  void write_footer(const LocalizedView& word, const LocalizedText& text) {
    const std::string label = fmt::format("{}: ", word.in(options_.language));
    std::string shown = escape_controls(text.in(options_.language));
    const std::string margin(gutter_ + 3 + display_width(label, options_.ambiguous_width), ' ');
    for (std::size_t i = shown.find('\n'); i != std::string::npos; i = shown.find('\n', i + 1)) {
      shown.insert(i + 1, margin);
    }
    paint(fmt::format("{:{}} =", "", gutter_), kGutterColor);
    out_ += fmt::format(" {}{}\n", label, shown);
  }

  const Diagnostic& diagnostic_;
  const RenderOptions& options_;
  std::size_t gutter_ = 0;
  std::string out_;
};

std::tuple<std::string_view, std::size_t, std::string_view> sort_key(const Diagnostic* diagnostic) {
  const Span& span = diagnostic->span;
  const std::string_view path = span.valid() ? std::string_view(span.source->path()) : std::string_view{};
  return {path, span.begin, diagnostic->definition->code};
}

std::string count_line(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string line;
  for (const Level level : kLevels) {
    const auto count = std::count_if(diagnostics.begin(), diagnostics.end(), [level](const Diagnostic& diagnostic) {
      return diagnostic.definition->level == level;
    });
    if (count == 0) continue;
    const LocalizedView name = words_of(level).name;
    if (language == Language::kJapanese) {
      line += fmt::format("{}{} {}件", line.empty() ? "" : "、", name.ja, count);
    } else {
      line += fmt::format("{}{} {}{}", line.empty() ? "" : ", ", count, name.en, count == 1 ? "" : "s");
    }
  }
  return line + "\n";
}

}  // namespace

LocalizedView level_word(Level level) { return words_of(level).name; }

std::string render(const Diagnostic& diagnostic, const RenderOptions& options) {
  return Writer(diagnostic, options).write();
}

std::string render_all(const std::vector<Diagnostic>& diagnostics, const RenderOptions& options) {
  if (diagnostics.empty()) return {};
  std::vector<const Diagnostic*> ordered;
  for (const Diagnostic& diagnostic : diagnostics) ordered.push_back(&diagnostic);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Diagnostic* left, const Diagnostic* right) { return sort_key(left) < sort_key(right); });
  std::string out;
  for (const Diagnostic* diagnostic : ordered) out += render(*diagnostic, options) + "\n";
  return out + count_line(diagnostics, options.language);
}

}  // namespace kijun::diag
