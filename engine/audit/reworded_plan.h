#pragma once

#include <vector>

#include "engine/audit/plan.h"
#include "engine/base/glossary.h"

namespace kijun::audit {

/// Puts the texts of a plan into the terms of a glossary: titles of rules, topics, actors, groups, indicators and bands,
/// messages, remedies, questions, descriptions, and the labels of fields and their values. What is cited stays: laws and
/// other bases, sources and published figures, the names of editions, and the marks of answers. No rule means anything
/// else afterwards, but its texts have another hash (`meanings_of`). To be done before the plan is run.
void reword(Plan& plan, const Glossary& glossary);

/// A field that an expression was compiled against, as a vocabulary words it that may have been reworded since.
[[nodiscard]] const table::Field& worded_field(const table::Field& compiled, const table::Vocabulary& vocabulary);

/// The texts that `reword` would change, as they are; those of messages with their expressions.
[[nodiscard]] std::vector<LocalizedText> texts_of(const Plan& plan);

}  // namespace kijun::audit
