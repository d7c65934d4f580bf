#include "engine/cel/group_memo.h"

#include <algorithm>

#include "engine/cel/functions.h"

namespace kijun::cel {
namespace {

constexpr std::size_t kCellsOfCause = 6;

constexpr std::uint32_t kNoLocal = 0xFFFF'FFFF;

/// What a subtree reads besides constants.
struct Reading {
  bool subject = false;  ///< Of the subject itself.
  std::uint32_t group = GroupParts::kNone;
  bool members = false;
  std::uint32_t first_local = kNoLocal;  ///< The outermost macro variable.

  void add(const Reading& other) {
    subject = subject || other.subject ||
              (group != GroupParts::kNone && other.group != GroupParts::kNone && group != other.group);
    group = group == GroupParts::kNone ? other.group : group;
    members = members || other.members;
    first_local = std::min(first_local, other.first_local);
  }
};

bool is_small(TypeKind kind) {
  switch (kind) {
    case TypeKind::kNull:
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kUint:
    case TypeKind::kDouble:
    case TypeKind::kString:
    case TypeKind::kTimestamp:
    case TypeKind::kDuration:
    case TypeKind::kEnum:
    case TypeKind::kDate:
    case TypeKind::kDecimal:
      return true;
    case TypeKind::kDyn:
    case TypeKind::kBytes:
    case TypeKind::kType:
    case TypeKind::kList:
    case TypeKind::kMap:
    case TypeKind::kOptional:
    case TypeKind::kParam:
    case TypeKind::kAbstract:
    case TypeKind::kRecord:
    case TypeKind::kGroup:
    case TypeKind::kError:
      return false;
  }
  return false;
}

bool is_aggregate(MacroKind macro) { return macro >= MacroKind::kCount && macro <= MacroKind::kDistinct; }

class GroupPartFinder {
 public:
  explicit GroupPartFinder(const CheckedExpr& expr) : expr_(expr) {
    parts_.group_of_record.assign(expr.ast.nodes.size(), GroupParts::kNone);
    parts_.of_group.assign(expr.ast.nodes.size(), false);
    parts_.has_kept_value.assign(expr.ast.nodes.size(), false);
  }

  GroupParts find() {
    look_at(expr_.ast.root, 0);
    return std::move(parts_);
  }

 private:
  /// `depth` is how many macro variables enclose the node.
  Reading look_at(NodeId id, std::uint32_t depth) {
    const Node& node = expr_.ast.node(id);
    Reading reading = of_reference(id);
    const bool binds_in_range = node.macro == MacroKind::kNone;
    const auto num_bound = static_cast<std::uint32_t>(node.variables.size());
    for (std::size_t i = 0; i < node.children.size(); ++i)
      reading.add(look_at(node.children[i], depth + (i == 0 || binds_in_range ? 0 : num_bound)));
    // An empty list of no group is laid at the subject's door.
    if (is_aggregate(node.macro) && !ranges_over_members(id)) reading.subject = true;
    if (!reading.members || reading.first_local < depth) return reading;
    parts_.of_group[id] = true;
    parts_.has_kept_value[id] = is_small(expr_.types[id].kind) && !is_logic(id);
    if (!reading.subject) parts_.group_of_record[id] = reading.group;
    return reading;
  }

  [[nodiscard]] Reading of_reference(NodeId id) const {
    const Reference& reference = expr_.references[id];
    const bool of_self = reference.implicit_self || expr_.ast.node(id).children.empty();
    Reading reading;
    switch (reference.kind) {
      case RefKind::kLocal:
        reading.first_local = reference.index;
        break;
      case RefKind::kGroup:
        if (of_self) reading.group = reference.group;
        break;
      case RefKind::kGroupMembers:
        reading.members = true;
        reading.subject = of_self;
        break;
      case RefKind::kAt:
        reading.subject = !expr_.ast.node(id).has_receiver;
        break;
      case RefKind::kVariable:
        reading.subject = true;
        break;
      case RefKind::kSelf:
      case RefKind::kField:
      case RefKind::kCondition:
      case RefKind::kCode:
      case RefKind::kName:
      case RefKind::kKind:
      case RefKind::kGroups:
      case RefKind::kGroupId:
      case RefKind::kGroupAttribute:
      case RefKind::kPrevious:
      case RefKind::kHistory:
        reading.subject = of_self;
        break;
      case RefKind::kNone:
      case RefKind::kParam:
      case RefKind::kFiscalYear:
      case RefKind::kAsOf:
      case RefKind::kTypeValue:
      case RefKind::kFunction:
        break;
    }
    return reading;
  }

  [[nodiscard]] bool ranges_over_members(NodeId id) const {
    NodeId range = expr_.ast.node(id).children[0];
    while (expr_.ast.node(range).kind == NodeKind::kMacro && expr_.ast.node(range).macro != MacroKind::kBind)
      range = expr_.ast.node(range).children[0];
    return expr_.references[range].kind == RefKind::kGroupMembers;
  }

  [[nodiscard]] bool is_logic(NodeId id) const {
    const std::optional<FunctionId> function = expr_.function(id);
    if (!function) return expr_.ast.node(id).macro == MacroKind::kBind;
    return function == FunctionId::kLogicalAnd || function == FunctionId::kLogicalOr ||
           function == FunctionId::kLogicalNot || function == FunctionId::kConditional;
  }

  const CheckedExpr& expr_;
  GroupParts parts_;
};

std::size_t num_causes(const Value& value) {
  if (const auto* unknown = value.as<Unknown>()) return unknown->causes.size();
  if (const auto* other = value.as<NotApplicable>()) return other->causes.size();
  return 0;
}

}  // namespace

GroupParts find_group_parts(const CheckedExpr& expr) { return GroupPartFinder(expr).find(); }

const GroupParts& GroupMemo::parts_of(const CheckedExpr& expr) {
  const auto found = parts_.find(&expr);
  return found != parts_.end() ? found->second : parts_.emplace(&expr, find_group_parts(expr)).first->second;
}

std::optional<RecordRef> GroupMemo::group_of(const CheckedExpr& expr, NodeId node, const RecordRef& self) {
  const GroupParts& parts = parts_of(expr);
  if (!parts.of_group[node]) return std::nullopt;
  if (self.subject.space != table::kRecordSpace) return self;
  const std::uint32_t group = parts.group_of_record[node];
  if (group == GroupParts::kNone) return std::nullopt;
  const std::vector<RecordRef> groups = members_world_.groups_of(self, static_cast<table::GroupId>(group));
  return groups.empty() ? std::nullopt : std::optional(groups.front());
}

std::optional<RecordRef> GroupMemo::group_of_value(const CheckedExpr& expr, NodeId node, const RecordRef& self) {
  return parts_of(expr).has_kept_value[node] ? group_of(expr, node, self) : std::nullopt;
}

const GroupMemo::Part* GroupMemo::find(const Key& key) const {
  const auto found = kept_.find(key);
  return found == kept_.end() ? nullptr : &found->second;
}

const GroupMemo::Part& GroupMemo::keep(const Key& key, Part part) {
  const std::size_t num_cells =
      1 + part.reads->size() + kCellsOfCause * (num_causes(part.value) + num_causes(part.tally.undecided));
  make_room(num_cells);
  return kept_.insert_or_assign(key, std::move(part)).first->second;
}

void GroupMemo::make_room(std::size_t num_cells) {
  if (num_kept_cells_ + num_cells > max_cells_) {
    kept_.clear();
    cells_.clear();
    num_kept_cells_ = 0;
  }
  num_kept_cells_ += num_cells;
}

}  // namespace kijun::cel
