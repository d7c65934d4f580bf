#include "engine/survey/did_you_mean.h"

#include <fmt/format.h>

namespace kijun::survey {

LocalizedText did_you_mean(const std::optional<std::string>& nearest) {
  if (!nearest) return {};
  return {fmt::format("`{}`の誤りではありませんか。", *nearest), fmt::format("did you mean `{}`? ", *nearest)};
}

}  // namespace kijun::survey
