#include "engine/policy/confirm_basis.h"

#include <fmt/format.h>

#include "engine/toml/literal.h"

namespace kijun::policy {
namespace {

/// The white space that the line of `at` begins with.
std::string indent_of(std::string_view text, std::size_t at) {
  const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const std::size_t end = text.find_first_not_of(" \t", line);
  return std::string(text.substr(line, std::min(end, at) - line));
}

}  // namespace

std::optional<FileChange> confirm_basis(const MergedEntry& basis, const Confirmation& confirmation) {
  const toml_doc::Value* status = basis.table.find("status");
  if (status == nullptr || !status->span.valid()) return std::nullopt;
  const diag::Source& source = *status->span.source;
  const std::string_view text = source.text();
  std::size_t line_end = text.find('\n', status->span.end);
  const bool is_last_line = line_end == std::string_view::npos;
  line_end = is_last_line ? text.size() : line_end + 1;
  const std::string_view line_break = text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  const std::string indent = indent_of(text, status->span.begin);
  std::string changed(text.substr(0, status->span.begin));
  changed += "\"confirmed\"";
  changed += text.substr(status->span.end, line_end - status->span.end);
  if (is_last_line) changed += line_break;
  changed +=
      fmt::format("{}confirmed_by = {}{}{}confirmed_on = {}{}", indent, toml_doc::string_literal(confirmation.by),
                  line_break, indent, confirmation.on.iso(), line_break);
  changed += text.substr(line_end);
  return FileChange{source.path(), std::move(changed)};
}

}  // namespace kijun::policy
