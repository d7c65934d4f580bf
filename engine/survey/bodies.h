#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/diag/diagnostic.h"
#include "engine/survey/register.h"
#include "engine/toml/shape.h"

namespace kijun::survey {

/// A joint body of several municipalities.
struct Body {
  std::string id;
  LocalizedText name;
  std::vector<std::string> aliases;
  std::vector<RegisterIndex> members;  ///< Municipalities, ascending.
  std::optional<std::string> secretariat;
  std::optional<bool> prefecture_involved;  ///< Nothing: not shown, which is not "no".
  std::optional<Date> agreement_date;
  bool confirmed = false;
  LocalizedText evidence;
  diag::Span span;  ///< Of the id in bodies.toml.
};

/// Loads bodies.toml against a register. Unknown members, members that are no municipality and repeated ids are reported
/// (KJ44xx); the bodies that are sound come back.
[[nodiscard]] std::vector<Body> load_bodies(const diag::Source& source, const Register& reg, diag::Sink& sink);

/// Writes down what a reader of bodies.toml asks for.
void describe_bodies(toml_doc::Shape& shape);

}  // namespace kijun::survey
