#pragma once

#include <optional>

#include "engine/diag/diagnostic.h"
#include "engine/table/vocabulary.h"
#include "engine/toml/document.h"
#include "engine/toml/shape.h"

namespace kijun::table {

/// Loads `fields.toml`. Every mistake is reported to `sink` (KJ11xx); nothing comes back when one is an error.
[[nodiscard]] std::optional<Vocabulary> load_vocabulary(const diag::Source& source, diag::Sink& sink);

/// A TOML value as a value of `field`, or nothing when it does not fit the field's type or its enum values.
[[nodiscard]] std::optional<FieldValue> read_field_value(const Field& field, const toml_doc::Value& value);

/// Writes down what a reader of `fields.toml` asks for.
void describe_vocabulary(toml_doc::Shape& shape);

}  // namespace kijun::table
