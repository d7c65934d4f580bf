// Any bytes as an expression, parsed as a rule and as plain CEL: what comes back is a tree whose parts lie inside each
// other, and what does not has a diagnostic.

#include <vector>

#include "engine/base/assert.h"
#include "engine/cel/parser.h"
#include "tests/fuzz/fuzz_input.h"

namespace kijun::fuzz {
namespace {

constexpr std::size_t kMaxBytes = 4'000;

void require_node(const cel::Ast& ast, cel::NodeId id, std::size_t size, std::vector<bool>& met) {
  KIJUN_ASSERT(id < ast.nodes.size() && !met[id]);
  met[id] = true;
  const cel::Node& node = ast.node(id);
  KIJUN_ASSERT(node.begin <= node.end && node.end <= size);
  KIJUN_ASSERT(node.name_begin <= node.name_end && node.name_end <= size);
  KIJUN_ASSERT(node.kind == cel::NodeKind::kMacro ? node.macro != cel::MacroKind::kNone : node.variables.empty());
  KIJUN_ASSERT(node.kind != cel::NodeKind::kSelect || node.children.size() == 1);
  KIJUN_ASSERT(node.kind != cel::NodeKind::kMap || node.children.size() % 2 == 0);
  KIJUN_ASSERT(!node.has_receiver || !node.children.empty());
  for (const cel::NodeId child : node.children) {
    require_node(ast, child, size, met);
    KIJUN_ASSERT(node.begin <= ast.node(child).begin && ast.node(child).end <= node.end);
  }
}

void parse(const diag::Source& source, bool profile) {
  cel::ParseOptions options;
  options.profile = profile;
  diag::Sink sink;
  const auto ast = cel::parse(diag::EmbeddedText::whole(source), options, sink);
  KIJUN_ASSERT(ast.has_value() != sink.has_errors());
  require_sound(sink, source);
  if (!ast) return;
  std::vector<bool> met(ast->nodes.size(), false);
  require_node(*ast, ast->root, source.text().size(), met);
}

}  // namespace
}  // namespace kijun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kijun::fuzz::kMaxBytes) return 0;
  const kijun::diag::Source source("fuzz.cel", kijun::fuzz::input_text(data, size));
  kijun::fuzz::parse(source, true);
  kijun::fuzz::parse(source, false);
  return 0;
}
