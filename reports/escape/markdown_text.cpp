#include "reports/escape/markdown_text.h"

#include <algorithm>

#include "engine/base/unicode.h"

namespace kijun::reports {
namespace {

// Starts markup wherever it stands; `<` and `&` are entities.
constexpr std::string_view kMarkup = "\\`*_[]|~$";
// Starts a block at the beginning of a line.
constexpr std::string_view kBlockMarkup = "#-+=:";

// Sets CR LF and CR to LF, so that each line end counts once.
std::string unify_line_ends(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      out += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

// True at the `.` or `)` of an ordered list's number, which would start a list.
bool ends_list_number(std::string_view line, std::size_t at) {
  const bool is_followed_by_space = at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
  return (line[at] == '.' || line[at] == ')') && is_followed_by_space && at > 0 &&
         line.find_first_not_of("0123456789") == at;
}

// True at the `:` of a scheme and at the `.` of `www.`, which GitHub would make a link.
bool makes_link(std::string_view line, std::size_t at) {
  return line.substr(at).starts_with("://") || (line[at] == '.' && line.substr(0, at).ends_with("www"));
}

bool needs_backslash(std::string_view line, std::size_t at) {
  const bool starts_line = line.find_first_not_of(" \t") == at;
  return kMarkup.find(line[at]) != std::string_view::npos ||
         (starts_line && kBlockMarkup.find(line[at]) != std::string_view::npos) || ends_list_number(line, at) ||
         makes_link(line, at);
}

std::string escape_line(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    switch (line[at]) {
      case '&':
        out += "&amp;";
        continue;
      case '<':
        out += "&lt;";
        continue;
      case '>':
        out += "&gt;";
        continue;
      case '\t':
        out += ' ';
        continue;
      default:
        break;
    }
    if (needs_backslash(line, at)) {
      out += '\\';
    }
    out += line[at];
  }
  return out;
}

std::string join_lines(std::string_view text, std::string_view between, std::string_view prefix) {
  const std::string unified = escape_controls(unify_line_ends(text));
  std::string out;
  std::size_t begin = 0;
  while (begin <= unified.size()) {
    const std::size_t end = std::min(unified.find('\n', begin), unified.size());
    if (begin != 0) {
      out += between;
    }
    out += prefix;
    out += escape_line(std::string_view(unified).substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::string escape_markdown(std::string_view text) { return join_lines(text, "<br>", ""); }

std::string quote_markdown(std::string_view text) { return join_lines(text, "  \n", "> ") + "\n"; }

}  // namespace kijun::reports
