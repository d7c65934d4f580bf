#include "tests/oracle/properties.h"

#include <array>

#include "engine/base/assert.h"
#include "tests/oracle/causes_difference.h"
#include "tests/oracle/evaluator_difference.h"
#include "tests/oracle/questions_difference.h"
#include "tests/oracle/sharing_difference.h"
#include "tests/oracle/sql_difference.h"

namespace kijun::oracle {

Property evaluators_property() { return {"evaluators", generate_evaluator_case, evaluator_difference}; }

Property causes_property() { return {"causes", generate_causes_case, causes_difference}; }

Property questions_property() { return {"questions", generate_questions_case, questions_difference}; }

Property dozen_property() { return {"questions", generate_dozen_case, questions_difference}; }

Property sharing_property() { return {"sharing", generate_sharing_case, sharing_difference}; }

Property sql_property() { return {"sql", generate_sql_case, sql_difference}; }

Property property_named(const std::string& name) {
  for (Property& property :
       std::array{evaluators_property(), causes_property(), questions_property(), sharing_property(), sql_property()})
    if (property.name == name) return property;
  KIJUN_ASSERT(false && "a saved case names its property");
  return {};
}

}  // namespace kijun::oracle
