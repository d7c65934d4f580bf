#include "engine/policy/confirm_basis.h"

#include <fmt/format.h>

#include "engine/toml/lines.h"
#include "engine/toml/literal.h"

namespace kijun::policy {

std::optional<FileChange> confirm_basis(const MergedEntry& basis, const Confirmation& confirmation) {
  const toml_doc::Value* status = basis.table.find("status");
  if (status == nullptr || !status->span.valid()) return std::nullopt;
  const diag::Source& source = *status->span.source;
  const std::string_view text = source.text();
  const std::size_t line_end = toml_doc::line_end(text, status->span.end);
  const std::string_view line_break = toml_doc::line_break(text);
  const std::string indent = toml_doc::indent_at(text, status->span.begin);
  std::string changed(text.substr(0, status->span.begin));
  changed += "\"confirmed\"";
  changed += text.substr(status->span.end, line_end - status->span.end);
  if (changed.back() != '\n') changed += line_break;
  changed +=
      fmt::format("{}confirmed_by = {}{}{}confirmed_on = {}{}", indent, toml_doc::string_literal(confirmation.by),
                  line_break, indent, confirmation.on.iso(), line_break);
  changed += text.substr(line_end);
  return FileChange{source.path(), std::move(changed)};
}

}  // namespace kijun::policy
