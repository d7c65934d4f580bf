#include "engine/cel/operator_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kijun::cel {

std::string_view operator_text(FunctionId id) {
  if (id == FunctionId::kIn) return "in";
  if (id == FunctionId::kConditional) return "?:";
  if (id == FunctionId::kIndex) return "[]";
  if (id == FunctionId::kOptionalIndex) return "[?]";
  if (id == FunctionId::kOptionalSelect) return ".?";
  std::string_view name = function_name(id);
  if (id >= FunctionId::kToBool) return name;
  while (name.starts_with('_')) name.remove_prefix(1);
  while (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

std::string call_text(FunctionId id, bool receiver, std::span<const std::string> operands) {
  const std::string_view name = operator_text(id);
  if (receiver) return fmt::format("{}.{}({})", operands[0], name, fmt::join(operands.subspan(1), ", "));
  if (id >= FunctionId::kToBool) return fmt::format("{}({})", name, fmt::join(operands, ", "));
  if (id == FunctionId::kConditional) return fmt::format("{} ? {} : {}", operands[0], operands[1], operands[2]);
  if (id == FunctionId::kIndex) return fmt::format("{}[{}]", operands[0], operands[1]);
  if (id == FunctionId::kOptionalIndex) return fmt::format("{}[?{}]", operands[0], operands[1]);
  if (operands.size() == 1) return fmt::format("{}{}", name, operands[0]);
  return fmt::format("{} {} {}", operands[0], name, operands[1]);
}

}  // namespace kijun::cel
