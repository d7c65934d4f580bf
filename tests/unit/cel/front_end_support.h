#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "engine/cel/ast.h"
#include "engine/cel/environment.h"
#include "engine/table/vocabulary.h"

namespace kijun::cel {

/// The name of a row of a table of cases.
template <class Row>
std::string name_of(const testing::TestParamInfo<Row>& info) {
  return info.param.name;
}

/// The tree in brackets: `(&& a (== b 1))`, `(.f a x)` for a method, `(. a b)` for a selection, `(has a b)`, `(all x r p)`.
[[nodiscard]] std::string tree_text(const Ast& ast);

/// The tree of an expression, or its diagnostics as "KJ2008@3-4 expected an operator, found `2`", one a line.
[[nodiscard]] std::string parse_text(const std::string& text, bool profile = false);

/// The type of a plain CEL expression, or its diagnostics as above.
[[nodiscard]] std::string plain_type(const std::string& text, const Environment& environment = {});

/// A vocabulary and profile of a fictional prefecture, with two enums, an `ordered` one first.
class ProfileSample {
 public:
  ProfileSample();
  /// An expression about a subject: space 0 of a record kind, or a group space.
  [[nodiscard]] Environment environment(table::SpaceId space = table::kRecordSpace,
                                        std::string kind = "municipality") const;
  /// The type of an expression about a municipality, then its diagnostics; without a type when one is an error.
  [[nodiscard]] std::string type(const std::string& text) const { return type(text, environment()); }
  [[nodiscard]] std::string type(const std::string& text, const Environment& environment) const;
  /// The diagnostics of an expression as a terminal shows them.
  [[nodiscard]] std::string rendered(const std::string& text, Language language) const;
  [[nodiscard]] const table::Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  table::Vocabulary vocabulary_;
  Profile profile_;
};

}  // namespace kijun::cel
