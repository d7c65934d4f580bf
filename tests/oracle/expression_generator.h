#pragma once

#include <string>
#include <vector>

#include "engine/table/group.h"
#include "engine/table/subject.h"
#include "tests/oracle/choices.h"

namespace kijun::oracle {

/// Writes expressions of the profile as text, well-typed but for a few that the checker refuses. Every method gives one
/// expression; `depth` bounds how much deeper it may nest, and the simplest form comes first.
class ExpressionGenerator {
 public:
  /// Expressions about the subjects of a space. `conditions` names those of the record space and of the zones that may
  /// be used.
  ExpressionGenerator(Choices& choices, table::SpaceId space, std::vector<std::string> record_conditions,
                      std::vector<std::string> zone_conditions);

  std::string boolean(int depth);
  std::string integer(int depth);
  std::string real(int depth);
  std::string text(int depth);
  std::string date(int depth);

 private:
  /// A record or group that expressions can speak of: self (no prefix) or a macro variable ("m.").
  struct Subject {
    std::string prefix;
    table::SpaceId space = table::kRecordSpace;
  };
  /// A list of records or groups, and the space of its elements.
  struct Range {
    std::string text;
    table::SpaceId space = table::kRecordSpace;
  };

  [[nodiscard]] bool leaf(int depth) const { return depth <= 0; }
  const Subject& subject();
  std::string bracketed(const std::string& expression) const { return "(" + expression + ")"; }
  std::string field(const char* id);
  std::string earlier(const char* id);
  std::string cell();
  Range range(int depth);
  Range simple_range();
  template <class Body>
  std::string over_range(int depth, const std::string& macro, Body&& body);
  std::string comparison(int depth);
  std::string bounds_comparison(int depth);
  std::string enum_test(int depth);
  std::string text_test(int depth);
  std::string membership(int depth);
  std::string condition();
  std::string quantifier(int depth);
  std::string binding(int depth);
  std::string relation();

  Choices& choices_;
  std::vector<Subject> subjects_;
  std::vector<std::string> record_conditions_;
  std::vector<std::string> zone_conditions_;
  int num_variables_ = 0;
};

}  // namespace kijun::oracle
