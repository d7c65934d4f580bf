#include "engine/diag/example.h"

namespace kijun::diag {

LocalizedView place_title(ExamplePlace place) {
  switch (place) {
    case ExamplePlace::kExpression:
      return {"式", "expression"};
    case ExamplePlace::kRuleset:
      return {"ルールのTOML", "ruleset"};
    case ExamplePlace::kVocabulary:
      return {"fields.toml", "fields.toml"};
    case ExamplePlace::kPack:
      return {"pack.toml", "pack.toml"};
    case ExamplePlace::kManifest:
      return {"survey.toml", "survey.toml"};
    case ExamplePlace::kAnswers:
      return {"回答のCSV", "answers"};
    case ExamplePlace::kMunicipalities:
      return {"municipalities.csv", "municipalities.csv"};
    case ExamplePlace::kRegister:
      return {"register.toml", "register.toml"};
    case ExamplePlace::kBodies:
      return {"bodies.toml", "bodies.toml"};
    case ExamplePlace::kGlossary:
      return {"glossary.toml", "glossary.toml"};
    case ExamplePlace::kDecisions:
      return {"decisions.toml", "decisions.toml"};
    case ExamplePlace::kTests:
      return {"tests.csv", "tests.csv"};
    case ExamplePlace::kTable:
      return {"table.csv", "table.csv"};
    case ExamplePlace::kCommand:
      return {"コマンド", "command"};
  }
  return {"", ""};
}

std::string_view place_language(ExamplePlace place) {
  switch (place) {
    case ExamplePlace::kExpression:
      return "cel";
    case ExamplePlace::kAnswers:
    case ExamplePlace::kMunicipalities:
    case ExamplePlace::kTests:
    case ExamplePlace::kTable:
      return "csv";
    case ExamplePlace::kCommand:
      return "sh";
    case ExamplePlace::kRuleset:
    case ExamplePlace::kVocabulary:
    case ExamplePlace::kPack:
    case ExamplePlace::kManifest:
    case ExamplePlace::kRegister:
    case ExamplePlace::kBodies:
    case ExamplePlace::kGlossary:
    case ExamplePlace::kDecisions:
      break;
  }
  return "toml";
}

}  // namespace kijun::diag
