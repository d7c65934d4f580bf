#include "engine/diag/registry.h"

#include <algorithm>

#include "engine/base/assert.h"

namespace kijun::diag {
namespace {

bool precedes(const Definition* definition, std::string_view code) { return definition->code < code; }

}  // namespace

void Registry::add(std::span<const Definition* const> definitions) {
  for (const Definition* definition : definitions) {
    const auto place = std::lower_bound(definitions_.begin(), definitions_.end(), definition->code, precedes);
    KIJUN_ASSERT(place == definitions_.end() || (*place)->code != definition->code);
    definitions_.insert(place, definition);
  }
}

void Registry::add_examples(std::span<const Example> examples) {
  for (const Example& example : examples) {
    const bool is_new = examples_.emplace(example.definition->code, &example).second;
    KIJUN_ASSERT(is_new);
  }
}

const Example* Registry::example(const Definition& definition) const {
  const auto found = examples_.find(definition.code);
  return found == examples_.end() ? nullptr : found->second;
}

const Definition* Registry::find(std::string_view code) const {
  const auto place = std::lower_bound(definitions_.begin(), definitions_.end(), code, precedes);
  return place != definitions_.end() && (*place)->code == code ? *place : nullptr;
}

}  // namespace kijun::diag
