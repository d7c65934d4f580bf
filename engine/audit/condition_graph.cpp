#include "engine/audit/condition_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/audit/audit_diagnostics.h"

namespace kijun::audit {
namespace {

/// Bounded by what the parser lets through.
std::size_t tree_height(const cel::Ast& ast, cel::NodeId id) {
  std::size_t height = 0;
  for (const cel::NodeId child : ast.node(id).children) height = std::max(height, tree_height(ast, child));
  return height + 1;
}

/// A depth-first search over which condition reads which, with a stack of its own: a ruleset may hold any number.
class ConditionGraph {
 public:
  ConditionGraph(const policy::Ruleset& ruleset, const std::vector<cel::CheckedExpr>& exprs, diag::Sink& sink)
      : ruleset_(ruleset), exprs_(exprs), sink_(sink), nodes_(exprs.size()) {}

  void run() {
    for (std::size_t index = 0; index < nodes_.size(); ++index) {
      if (nodes_[index].mark == Mark::kNew) walk(index);
    }
  }

 private:
  enum class Mark : std::uint8_t { kNew, kOpen, kDone };
  struct Node {
    Mark mark = Mark::kNew;
    std::size_t next_reference = 0;
    std::size_t height_below = 0;  ///< The highest of the conditions it reads.
  };

  void walk(std::size_t start) {
    open(start);
    while (!path_.empty()) {
      const std::size_t index = path_.back();
      const std::optional<std::size_t> read = next_read(index);
      if (!read) {
        close(index);
      } else if (nodes_[*read].mark == Mark::kOpen) {
        report_cycle(index, *read);
        while (!path_.empty()) close(path_.back());
      } else if (nodes_[*read].mark == Mark::kNew) {
        open(*read);
      } else {
        add_height(index, *read);
      }
    }
  }

  void open(std::size_t index) {
    nodes_[index].mark = Mark::kOpen;
    path_.push_back(index);
  }

  /// The next condition that this one reads, or nothing at its end.
  std::optional<std::size_t> next_read(std::size_t index) {
    const std::vector<cel::Reference>& references = exprs_[index].references;
    for (std::size_t& next = nodes_[index].next_reference; next < references.size();) {
      const cel::Reference& reference = references[next++];
      if (reference.kind == cel::RefKind::kCondition) return reference.index;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t height_of(std::size_t index) const {
    const cel::CheckedExpr& expr = exprs_[index];
    const std::size_t own = expr.ast.nodes.empty() ? 0 : tree_height(expr.ast, expr.ast.root);
    return own + nodes_[index].height_below;
  }

  void add_height(std::size_t reader, std::size_t read) {
    nodes_[reader].height_below = std::max(nodes_[reader].height_below, height_of(read));
  }

  void close(std::size_t index) {
    nodes_[index].mark = Mark::kDone;
    path_.pop_back();
    if (height_of(index) > kMaxConditionHeight) {
      const policy::Condition& condition = ruleset_.conditions[index];
      sink_.report(kConditionDepth, condition.span, condition.id, kMaxConditionHeight);
      nodes_[index].height_below = 0;  // said once, not again for every condition above it
    }
    if (!path_.empty()) add_height(path_.back(), index);
  }

  void report_cycle(std::size_t reader, std::size_t read) {
    std::vector<std::string> ids;
    for (auto step = std::find(path_.begin(), path_.end(), read); step != path_.end(); ++step)
      ids.push_back(ruleset_.conditions[*step].id);
    ids.push_back(ruleset_.conditions[read].id);
    diag::Diagnostic& diagnostic =
        sink_.report(kConditionCycle, ruleset_.conditions[read].span, fmt::format("{}", fmt::join(ids, " → ")));
    diagnostic.notes.push_back({ruleset_.conditions[reader].expr.span(), {"ここで参照しています", "referenced here"}});
  }

  const policy::Ruleset& ruleset_;
  const std::vector<cel::CheckedExpr>& exprs_;
  diag::Sink& sink_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> path_;
};

}  // namespace

void check_conditions(const policy::Ruleset& ruleset, const std::vector<cel::CheckedExpr>& exprs, diag::Sink& sink) {
  ConditionGraph(ruleset, exprs, sink).run();
}

}  // namespace kijun::audit
