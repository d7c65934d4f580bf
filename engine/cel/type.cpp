#include "engine/cel/type.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace kijun::cel {
namespace {

struct SimpleName {
  std::string_view name;
  TypeKind kind;
};

constexpr std::array kSimpleNames{
    SimpleName{"dyn", TypeKind::kDyn},
    SimpleName{"null_type", TypeKind::kNull},
    SimpleName{"bool", TypeKind::kBool},
    SimpleName{"int", TypeKind::kInt},
    SimpleName{"uint", TypeKind::kUint},
    SimpleName{"double", TypeKind::kDouble},
    SimpleName{"string", TypeKind::kString},
    SimpleName{"bytes", TypeKind::kBytes},
    SimpleName{"timestamp", TypeKind::kTimestamp},
    SimpleName{"duration", TypeKind::kDuration},
    SimpleName{"type", TypeKind::kType},
    SimpleName{"list", TypeKind::kList},
    SimpleName{"map", TypeKind::kMap},
    SimpleName{"optional_type", TypeKind::kOptional},
    SimpleName{"enum", TypeKind::kEnum},
    SimpleName{"date", TypeKind::kDate},
    SimpleName{"decimal", TypeKind::kDecimal},
    SimpleName{"record", TypeKind::kRecord},
    SimpleName{"group", TypeKind::kGroup},
    SimpleName{"error", TypeKind::kError},
};

std::optional<TypeKind> kind_of(std::string_view name) {
  for (const SimpleName& entry : kSimpleNames) {
    if (entry.name == name) return entry.kind;
  }
  return std::nullopt;
}

std::string_view name_of(const Type& type) {
  if (type.kind == TypeKind::kParam || type.kind == TypeKind::kAbstract) return type.name;
  for (const SimpleName& entry : kSimpleNames) {
    if (entry.kind == type.kind) return entry.name;
  }
  return "";
}

/// Reads the type notation from left to right.
class TypeReader {
 public:
  explicit TypeReader(std::string_view text) : text_(text) {}

  Type read() {
    skip_spaces();
    const bool is_param = take('$');
    const std::string_view name = read_name();
    Type type = is_param ? Type::param(std::string(name)) : named(name);
    if (take('(')) {
      while (!take(')') && position_ < text_.size()) {
        type.params.push_back(read());
        take(',');
      }
    }
    return type;
  }

 private:
  static Type named(std::string_view name) {
    if (const std::optional<TypeKind> kind = kind_of(name)) return Type::of(*kind);
    return Type::abstract(std::string(name));
  }
  void skip_spaces() {
    while (position_ < text_.size() && text_[position_] == ' ') ++position_;
  }
  bool take(char c) {
    skip_spaces();
    if (position_ >= text_.size() || text_[position_] != c) return false;
    ++position_;
    return true;
  }
  std::string_view read_name() {
    const std::size_t begin = position_;
    while (position_ < text_.size() && std::string_view("$(), ").find(text_[position_]) == std::string_view::npos) {
      ++position_;
    }
    return text_.substr(begin, position_ - begin);
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace

bool Type::operator==(const Type& other) const {
  return kind == other.kind && name == other.name && field == other.field && group == other.group &&
         params == other.params;
}

Type Type::list(Type element) {
  Type type = of(TypeKind::kList);
  type.params.push_back(std::move(element));
  return type;
}

Type Type::map(Type key, Type value) {
  Type type = of(TypeKind::kMap);
  type.params.push_back(std::move(key));
  type.params.push_back(std::move(value));
  return type;
}

Type Type::optional(Type value) {
  Type type = of(TypeKind::kOptional);
  type.params.push_back(std::move(value));
  return type;
}

Type Type::type_of(Type value) {
  Type type = of(TypeKind::kType);
  type.params.push_back(std::move(value));
  return type;
}

Type Type::param(std::string name) {
  Type type = of(TypeKind::kParam);
  type.name = std::move(name);
  return type;
}

Type Type::abstract(std::string name, std::vector<Type> params) {
  Type type = of(TypeKind::kAbstract);
  type.name = std::move(name);
  type.params = std::move(params);
  return type;
}

Type Type::enumeration(const table::Field& field) {
  Type type = of(TypeKind::kEnum);
  type.field = &field;
  return type;
}

Type Type::group_of(table::GroupId group) {
  Type type = of(TypeKind::kGroup);
  type.group = group;
  return type;
}

std::string to_string(const Type& type) {
  std::string text;
  if (type.kind == TypeKind::kParam) text = "$";
  text += name_of(type);
  if (type.kind == TypeKind::kEnum && type.field != nullptr) text += " " + type.field->id;
  if (type.params.empty()) return text;
  text += "(";
  for (std::size_t i = 0; i < type.params.size(); ++i) {
    if (i > 0) text += ", ";
    text += to_string(type.params[i]);
  }
  return text + ")";
}

Type parse_type(std::string_view text) { return TypeReader(text).read(); }

Type field_type(const table::Field& field) {
  const auto scalar = [&field](table::FieldType type) {
    switch (type) {
      case table::FieldType::kEnum:
        return Type::enumeration(field);
      case table::FieldType::kBool:
        return Type::of(TypeKind::kBool);
      case table::FieldType::kInt:
        return Type::of(TypeKind::kInt);
      case table::FieldType::kDouble:
        return Type::of(TypeKind::kDouble);
      case table::FieldType::kDecimal:
        return Type::of(TypeKind::kDecimal);
      case table::FieldType::kDate:
        return Type::of(TypeKind::kDate);
      case table::FieldType::kString:
      case table::FieldType::kList:  // a list of lists does not exist; its elements read as strings
        return Type::of(TypeKind::kString);
    }
    return Type::of(TypeKind::kError);
  };
  return field.type == table::FieldType::kList ? Type::list(scalar(field.element)) : scalar(field.type);
}

}  // namespace kijun::cel
