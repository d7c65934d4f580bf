#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/cel/type.h"
#include "engine/table/group.h"
#include "engine/table/vocabulary.h"

namespace kijun::cel {

/// A declared parameter of a ruleset.
struct ParamDecl {
  std::string id;
  Type type;
};

/// A named condition: a derived bool that can be read like a field, also of a member (`m.cond`).
struct ConditionDecl {
  std::string id;
  table::SpaceId space = table::kRecordSpace;  ///< Whose condition it is.
};

/// A function declared for a conformance case. Functions of the language need no declaration.
struct FunctionDecl {
  std::string name;
  bool receiver = false;
  std::vector<Type> params;
  Type result;
};

/// The names the rule profile adds, shared by all expressions of a ruleset. Null for plain CEL.
struct Profile {
  const table::Vocabulary* vocabulary = nullptr;
  std::vector<table::GroupKind> groups;  ///< Position is the `GroupId`.
  std::vector<ParamDecl> params;
  std::vector<ConditionDecl> conditions;
};

/// Where one expression stands.
struct Environment {
  const Profile* profile = nullptr;
  table::SpaceId space = table::kRecordSpace;
  std::string kind = "record";              ///< Record kind of self: municipality, prefecture, record (either).
  std::optional<table::FieldIndex> answer;  ///< The field that `answer` stands for (`for_fields`).
  std::string container;                    ///< Plain CEL: container of name resolution.
  std::vector<std::pair<std::string, Type>> variables;  ///< Plain CEL: declared variables.
  std::vector<FunctionDecl> functions;                  ///< Plain CEL: declared functions.
};

}  // namespace kijun::cel
