// The extensions lists and sets, as far as rules over lists of answers need them (cel-go ext/README "Lists", "Sets").
// Left out: `lists.range` and `sortBy`, which make lists that no survey holds.
#include <algorithm>
#include <array>

#include "engine/cel/compare.h"
#include "engine/cel/function_table.h"
#include "engine/cel/value_limits.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

bool has_element(const List& list, const Value& wanted) {
  return std::ranges::any_of(list, [&](const Value& element) { return equals(element, wanted); });
}

bool has_all(const List& list, const List& wanted) {
  return std::ranges::all_of(wanted, [&](const Value& element) { return has_element(list, element); });
}

/// Two lists, or nothing.
struct ListPair {
  const List* a;
  const List* b;
  explicit ListPair(Args args)
      : a(args.size() == 2 ? args[0].as_list() : nullptr), b(args.size() == 2 ? args[1].as_list() : nullptr) {}
  explicit operator bool() const { return a != nullptr && b != nullptr; }
};

Result sets_contains(Args args) {
  const ListPair lists(args);
  return lists ? Result(Value(has_all(*lists.a, *lists.b))) : std::nullopt;
}

Result sets_equivalent(Args args) {
  const ListPair lists(args);
  return lists ? Result(Value(has_all(*lists.a, *lists.b) && has_all(*lists.b, *lists.a))) : std::nullopt;
}

Result sets_intersects(Args args) {
  const ListPair lists(args);
  if (!lists) return std::nullopt;
  return Value(std::ranges::any_of(*lists.b, [&](const Value& element) { return has_element(*lists.a, element); }));
}

/// Every value once, where it stands first.
Result distinct(Args args) {
  const List* list = args.size() == 1 ? args[0].as_list() : nullptr;
  if (list == nullptr) return std::nullopt;
  List kept;
  for (const Value& element : *list) {
    if (!has_element(kept, element)) kept.push_back(element);
  }
  return Value::list(std::move(kept));
}

/// Leaves a list that grows too large.
void append_flat(const List& list, std::int64_t depth, List& out) {
  for (const Value& element : list) {
    if (out.size() > kMaxListElements) return;
    const List* inner = element.as_list();
    if (inner == nullptr || depth == 0) {
      out.push_back(element);
    } else {
      append_flat(*inner, depth - 1, out);
    }
  }
}

/// Lists inside the list give their elements, one level deep or as deep as asked.
Result flatten(Args args) {
  const List* list = args.empty() || args.size() > 2 ? nullptr : args[0].as_list();
  if (list == nullptr) return std::nullopt;
  std::int64_t depth = 1;
  if (args.size() == 2) {
    const auto* asked = args[1].as<std::int64_t>();
    if (asked == nullptr) return std::nullopt;
    if (*asked < 0) return Value::error("invalid_argument", "the depth of flatten is negative");
    depth = *asked;
  }
  List flat;
  append_flat(*list, depth, flat);
  return Value::list(std::move(flat));
}

/// The elements from `begin` to before `end`.
Result slice(Args args) {
  const List* list = args.size() == 3 ? args[0].as_list() : nullptr;
  const auto* begin = list == nullptr ? nullptr : args[1].as<std::int64_t>();
  const auto* end = list == nullptr ? nullptr : args[2].as<std::int64_t>();
  if (begin == nullptr || end == nullptr) return std::nullopt;
  const auto size = static_cast<std::int64_t>(list->size());
  if (*begin < 0 || *begin > *end || *end > size) {
    return Value::error("index_out_of_range", "slice(" + std::to_string(*begin) + ", " + std::to_string(*end) +
                                                  ") of a list of " + std::to_string(size));
  }
  return Value::list(List(list->begin() + *begin, list->begin() + *end));
}

/// Ascending; equal elements keep their order.
Result sort(Args args) {
  const List* list = args.size() == 1 ? args[0].as_list() : nullptr;
  if (list == nullptr) return std::nullopt;
  List sorted = *list;
  for (const Value& element : sorted) {
    const bool same_type = runtime_type(element).kind == runtime_type(sorted.front()).kind;
    if (!same_type || !compare(element, element).has_value()) {
      return Value::error("no_such_overload", "sort needs elements of one type that has an order");
    }
  }
  std::ranges::stable_sort(sorted, [](const Value& a, const Value& b) { return *compare(a, b) < 0; });
  return Value::list(std::move(sorted));
}

constexpr std::array kListFunctions{
    FunctionEntry{FunctionId::kSetsContains, sets_contains},
    FunctionEntry{FunctionId::kDistinct, distinct},
    FunctionEntry{FunctionId::kSetsEquivalent, sets_equivalent},
    FunctionEntry{FunctionId::kFlatten, flatten},
    FunctionEntry{FunctionId::kSetsIntersects, sets_intersects},
    FunctionEntry{FunctionId::kSlice, slice},
    FunctionEntry{FunctionId::kSort, sort},
};

}  // namespace

std::span<const FunctionEntry> list_functions() { return kListFunctions; }

}  // namespace kijun::cel
