#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/survey/bodies.h"
#include "engine/survey/glossary_file.h"
#include "engine/survey/input_file.h"
#include "engine/survey/register.h"
#include "engine/toml/shape.h"

namespace kijun::survey {

/// A register with its joint bodies, its glossary and the files they were read from.
struct LoadedRegister {
  std::string path;  ///< Of register.toml.
  std::unique_ptr<const Register> reg;
  std::vector<Body> bodies;
  GlossaryFile glossary;          ///< Without terms where the register names none.
  std::vector<InputFile> inputs;  ///< register, municipalities, zones, bodies, glossary.
};

/// Loads register.toml (a path relative to the survey's folder, named at `place`), municipalities.csv, zones.toml,
/// bodies.toml and glossary.toml. Check digits, kinds, zones, dates and successors are verified; mistakes go to the sink
/// (KJ41xx, KJ44xx), and `reg` is null when one is an error.
[[nodiscard]] LoadedRegister load_register(const std::string& directory, const std::string& name, diag::Span place,
                                           LoadContext& context);

/// Writes down what a reader of register.toml asks for.
void describe_register(toml_doc::Shape& shape);

/// Writes down what a reader of zones.toml asks for.
void describe_zones(toml_doc::Shape& shape);

}  // namespace kijun::survey
