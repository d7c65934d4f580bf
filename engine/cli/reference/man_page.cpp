#include "engine/cli/reference/man_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "engine/cli/version.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kWhat{"市町村の調査回答を政策の基準に照らして判定する",
                              "check municipal survey answers against policy rules"};

constexpr LocalizedView kEnvironment{
    ".TP\n\\fBNO_COLOR\\fR\n空でなければ色を付けない。\\fB\\-\\-color\\fRが優先する。\n"
    ".TP\n\\fBTERM\\fR\n\\fBdumb\\fRなら色も途中経過も表示しない。\n"
    ".PP\n\\fBLANG\\fR、\\fBLC_ALL\\fR、\\fBTZ\\fRは結果に影響しない。\n",
    ".TP\n\\fBNO_COLOR\\fR\nWhen not empty, nothing is coloured; \\fB\\-\\-color\\fR comes first.\n"
    ".TP\n\\fBTERM\\fR\n\\fBdumb\\fR: neither colours nor progress.\n"
    ".PP\n\\fBLANG\\fR, \\fBLC_ALL\\fR and \\fBTZ\\fR change no result.\n"};

constexpr LocalizedView kFiles{
    ".TP\n\\fIkijun."
    "toml\\fR\n既定値。調査のフォルダー（なければ今のフォルダー）から上へ探し、最初に見つかったものを使う。\n"
    ".TP\n\\fI../share/kijun/rules\\fR\n同梱の規則集（プログラムのあるフォルダーから見た場所）。\n",
    ".TP\n\\fIkijun.toml\\fR\nDefaults: the nearest one above the survey, or above the working directory.\n"
    ".TP\n\\fI../share/kijun/rules\\fR\nThe rule packs that come with kijun, seen from the folder of the program.\n"};

/// Text as it stands: what troff would read as an escape or a request is none.
std::string escaped(std::string_view text) {
  std::string result;
  if (text.starts_with('.') || text.starts_with('\'')) result += "\\&";
  for (const char c : text) {
    if (c == '\\')
      result += "\\e";
    else if (c == '-')
      result += "\\-";
    else if (c == '~')
      result += "\\(ti";
    else
      result += c;
  }
  return result;
}

/// The longest line a page should hold, in bytes.
constexpr std::size_t kMaxLine = 76;

/// Running text: lines end at blanks, where the reader's width decides anyway.
std::string filled(std::string_view text) {
  std::string result;
  std::size_t length = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word = escaped(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool fits = length + 1 + word.size() <= kMaxLine;
    if (!result.empty()) result += fits ? ' ' : '\n';
    length = fits ? length + 1 + word.size() : word.size();
    result += word;
  }
  return result + '\n';
}

/// The argument of a macro.
std::string macro_argument(std::string_view text) {
  std::string result = escaped(text);
  for (std::size_t at = result.find('"'); at != std::string::npos; at = result.find('"', at + 4))
    result.replace(at, 1, "\\(dq");
  return '"' + result + '"';
}

/// A footer taken apart: examples and remarks as they stand, and the sentence on exit codes.
struct Footer {
  std::string body;
  std::string exit_codes;
};

/// "Examples:", which the section's title says already.
bool is_heading(std::string_view line) { return line.ends_with(':') && line.find(' ') == std::string_view::npos; }

/// How the lines of a footer stand: as a paragraph, or literally when they are indented.
enum class Setting : std::uint8_t { kNone, kText, kLiteral };

void change_setting(Setting& now, Setting next, std::string& body) {
  if (now == next) return;
  if (now == Setting::kLiteral) body += ".fi\n";
  if (next != Setting::kNone) body += ".PP\n";
  if (next == Setting::kLiteral) body += ".nf\n";
  now = next;
}

Footer read_footer(std::string_view text) {
  Footer footer;
  Setting setting = Setting::kNone;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with("Exit codes: ") || line.starts_with("終了コード: ")) {
      footer.exit_codes = line.substr(line.find(": ") + 2);
    } else if (line.empty()) {
      change_setting(setting, Setting::kNone, footer.body);
    } else if (line.starts_with("  ")) {
      change_setting(setting, Setting::kLiteral, footer.body);
      footer.body += escaped(line.substr(2)) + '\n';
    } else if (!is_heading(line)) {
      change_setting(setting, Setting::kText, footer.body);
      footer.body += filled(line);
    }
  }
  change_setting(setting, Setting::kNone, footer.body);
  return footer;
}

/// Writes one page from top to bottom.
class ManPage {
 public:
  ManPage(const CommandEntry& command, const CommandEntry& root, Language language)
      : command_(command), root_(root), language_(language) {}

  std::string write() {
    const bool is_root = &command_ == &root_;
    head();
    synopsis();
    section({"説明", "DESCRIPTION"}, ".PP\n" + filled(command_.text));
    section({"引数", "ARGUMENTS"}, items(command_.arguments));
    section({"オプション", "OPTIONS"}, items(command_.options));
    section({"コマンド", "COMMANDS"}, inner_commands());
    if (!is_root) section({"共通のオプション", "GLOBAL OPTIONS"}, items(options_for_all()));
    const Footer footer = read_footer(command_.footer);
    section({"終了コード", "EXIT STATUS"}, footer.exit_codes.empty() ? "" : ".PP\n" + filled(footer.exit_codes));
    if (is_root) {
      section({"環境変数", "ENVIRONMENT"}, std::string(kEnvironment.in(language_)));
      section({"ファイル", "FILES"}, std::string(kFiles.in(language_)));
    }
    section({"例", "EXAMPLES"}, footer.body);
    section({"関連項目", "SEE ALSO"}, see_also());
    return std::move(text_);
  }

 private:
  void head() {
    std::string title = man_page_name(command_);
    std::transform(title.begin(), title.end(), title.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    text_ += fmt::format(".TH {} 1 {} {} {}\n", macro_argument(title), kReleaseDate,
                         macro_argument(fmt::format("kijun {}", kVersion)),
                         macro_argument(say({"kijunの手引", "Manual of kijun"})));
    const std::string text = &command_ == &root_ ? say(kWhat) : command_.text;
    section({"名前", "NAME"}, filled(fmt::format("{} - {}", man_page_name(command_), text)));
  }

  void synopsis() {
    std::string line;
    for (const std::string& word : command_.path) line += fmt::format("\\fB{}\\fR ", escaped(word));
    line += fmt::format("[\\fI{}\\fR]", say({"オプション", "OPTIONS"}));
    if (!command_.commands.empty()) line += fmt::format(" \\fI{}\\fR", say({"コマンド", "COMMAND"}));
    for (const OptionEntry& argument : command_.arguments) {
      const std::string name = fmt::format("\\fI{}\\fR", escaped(argument.value));
      line += argument.is_required ? " " + name : " [" + name + "]";
    }
    section({"書式", "SYNOPSIS"}, ".PP\n" + line + "\n");
  }

  std::string items(const std::vector<OptionEntry>& entries) const {
    std::string list;
    for (const OptionEntry& entry : entries) {
      const bool is_argument = entry.kind != ValueKind::kNone && !entry.names.front().starts_with('-');
      std::string head;
      for (const std::string& name : entry.names)
        if (!is_argument) head += fmt::format("{}\\fB{}\\fR", head.empty() ? "" : ", ", escaped(name));
      if (entry.kind != ValueKind::kNone)
        head += fmt::format("{}\\fI{}\\fR", head.empty() ? "" : " ", escaped(entry.value));
      list += ".TP\n" + head + (entry.repeats && !is_argument ? " ...\n" : "\n") + filled(entry.text);
    }
    return list;
  }

  /// The root's own options but for those that the command has as well.
  std::vector<OptionEntry> options_for_all() const {
    std::vector<OptionEntry> options = root_.options;
    std::erase_if(options, [&](const OptionEntry& option) {
      return std::any_of(command_.options.begin(), command_.options.end(),
                         [&](const OptionEntry& own) { return own.names == option.names; });
    });
    return options;
  }

  std::string inner_commands() const {
    std::string list;
    for (const CommandEntry& inner : command_.commands)
      list += fmt::format(".TP\n\\fB{}\\fR\n{}", escaped(inner.path.back()), filled(inner.text));
    return list;
  }

  std::string see_also() const {
    std::vector<std::string> pages;
    if (&command_ != &root_) pages.push_back(man_page_name(root_));
    for (const CommandEntry& inner : command_.commands) pages.push_back(man_page_name(inner));
    std::string list;
    for (const std::string& page : pages)
      list += fmt::format("{}.BR {} (1)", list.empty() ? "" : " ,\n", escaped(page));
    return ".PP\n" + list + "\n";
  }

  void section(LocalizedView title, const std::string& body) {
    if (body.empty()) return;
    // A heading already makes the space that a paragraph begins with.
    const std::size_t begin = body.starts_with(".PP\n") ? 4 : 0;
    text_ += fmt::format(".SH {}\n{}", macro_argument(say(title)), body.substr(begin));
  }

  std::string say(LocalizedView text) const { return std::string(text.in(language_)); }

  const CommandEntry& command_;
  const CommandEntry& root_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string man_page_name(const CommandEntry& command) { return fmt::format("{}", fmt::join(command.path, "-")); }

std::string man_page(const CommandEntry& command, const CommandEntry& root, Language language) {
  return ManPage(command, root, language).write();
}

}  // namespace kijun::cli
