#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/cel/type.h"

namespace kijun::cel {

/// Type variables of one expression and what is known of them. The rules are the reference checker's: `dyn` fits
/// everything, a variable takes the more general of the types it meets, null fits the nullable types.
class Unifier {
 public:
  /// A variable nothing is known of.
  [[nodiscard]] Type fresh();
  /// `type` with every type parameter of a declaration replaced by a fresh variable, the same one in all of `types`.
  [[nodiscard]] std::vector<Type> instantiate(const std::vector<Type>& types);
  /// True when a value of `actual` fits where `wanted` stands; then what this says of variables is kept, otherwise
  /// nothing changes.
  [[nodiscard]] bool assignable(const Type& actual, const Type& wanted);
  /// `assignable` for all pairs at once.
  [[nodiscard]] bool assignable(const std::vector<Type>& actual, const std::vector<Type>& wanted);
  /// `type` with known variables replaced; unknown ones become `dyn` when `to_dyn` is set.
  [[nodiscard]] Type substitute(const Type& type, bool to_dyn) const;
  /// The type that fits both: the more general one, or `dyn`.
  [[nodiscard]] Type join(const Type& a, const Type& b);

 private:
  [[nodiscard]] const Type* find(const Type& variable) const;
  void bind(const Type& variable, const Type& type);
  void undo_to(std::size_t mark);
  [[nodiscard]] bool fits(const Type& a, const Type& b);
  [[nodiscard]] bool all_fit(const std::vector<Type>& a, const std::vector<Type>& b);
  struct Match {
    bool valid = false;
    bool bound = false;
  };
  [[nodiscard]] Match match_variable(const Type& type, const Type& variable);
  [[nodiscard]] bool occurs(const Type& variable, const Type& type) const;
  [[nodiscard]] bool spend() const;

  /// Steps that are left for one expression. Variables bound to types that name other variables twice stand for types
  /// of exponential size; nobody writes such, and when somebody does, everything fits and becomes `dyn`.
  mutable std::size_t steps_left_ = 5'000'000;
  std::unordered_map<std::string, Type> bindings_;
  std::vector<std::pair<std::string, std::optional<Type>>> trail_;  ///< Older bindings, newest last.
  std::size_t num_variables_ = 0;
};

/// The more general of two types that fit each other: `dyn` over all, string over enums, a record of either kind over
/// one of a kind.
[[nodiscard]] Type most_general(const Type& a, const Type& b);

}  // namespace kijun::cel
