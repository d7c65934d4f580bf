#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/cel/value.h"
#include "engine/table/missing.h"

namespace kijun::analysis {

/// One made-up answer: a value (an enum by its id), or missing with a reason.
struct Answer {
  cel::Value value;
  table::MissingReason missing = table::MissingReason::kNone;
};

/// A made-up subject with what rules read of it and of the subjects reached from it.
struct Scene {
  std::map<std::string, Answer> fields;              ///< By field id.
  std::map<std::string, Answer> attributes;          ///< By attribute id.
  std::map<std::string, std::vector<Scene>> links;   ///< As `Shape::links`.
  std::map<std::string, table::MissingReason> gaps;  ///< Of the links that have no subject: why.
  std::string kind;                                  ///< Of a record, where rules ask.
  std::string text;                                  ///< Its name and code, where rules ask.
};

}  // namespace kijun::analysis
