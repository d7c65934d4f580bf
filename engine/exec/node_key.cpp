#include <fmt/format.h>

#include "engine/exec/program_builder.h"

namespace kijun::exec {
namespace {

struct LiteralKey {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("i{}", value); }
  std::string operator()(std::uint64_t value) const { return fmt::format("u{}", value); }
  std::string operator()(double value) const { return fmt::format("d{}", value); }
  std::string operator()(const std::string& value) const { return fmt::format("s{}:{}", value.size(), value); }
  std::string operator()(const Decimal& value) const { return fmt::format("m{}", value.text()); }
  std::string operator()(const cel::Bytes& value) const { return fmt::format("b{}:{}", value.data.size(), value.data); }
};

}  // namespace

std::string node_key(const cel::CheckedExpr& expr, cel::NodeId id) {
  const cel::Node& node = expr.ast.node(id);
  const cel::Reference& ref = expr.references[id];
  std::string key = fmt::format("({} {} {}{}{} {} {} {} {}", static_cast<int>(node.kind), node.name,
                                node.has_receiver ? 'r' : '-', node.test_only ? 't' : '-', static_cast<int>(node.macro),
                                static_cast<int>(ref.kind), ref.index, ref.group, ref.name);
  if (node.kind == cel::NodeKind::kLiteral) {
    key += std::visit(LiteralKey{}, node.literal);
    key += fmt::format(" {}", static_cast<int>(expr.types[id].kind));
  }
  for (const bool optional : node.optional_entries) key += optional ? '?' : '.';
  for (const cel::NodeId child : node.children) key += node_key(expr, child);
  key += ')';
  return key;
}

}  // namespace kijun::exec
