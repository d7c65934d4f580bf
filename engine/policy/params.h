#pragma once

#include "engine/base/date.h"
#include "engine/policy/override.h"
#include "engine/policy/ruleset.h"
#include "engine/toml/shape.h"

namespace kijun::policy {

/// Lays a file's or amendment's `[params]` over those known so far. A parameter that is known keeps what is not said
/// anew (unit, description, basis), and its type. Mistakes go to the sink.
void lay_params(toml_doc::Table& target, const toml_doc::Table& change, Override& layer, diag::Sink& sink);

/// Reads a parameter: a plain value, a table with `value` and what it means, or one with `values`, of which the last
/// whose `from` is not after `as_of` counts. Mistakes go to the sink; the parameter comes back as far as it was read.
[[nodiscard]] Param read_param(const toml_doc::Entry& entry, Date as_of, diag::Sink& sink);

/// Writes down what a reader of a parameter's table asks for: one variant with `value`, one with `values`.
void describe_param(toml_doc::Shape& shape);

}  // namespace kijun::policy
