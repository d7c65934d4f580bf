#pragma once

#include <string>

#include "engine/analysis/domain/scene.h"
#include "engine/audit/plan.h"
#include "engine/base/language.h"

namespace kijun::analysis {

/// The scene as the `given` of an example, without what rules were not found to read: `{ council = "none", bodies =
/// [{ id = "b1", confirmed = true }] }`. A day is added as `as_of` where the example depends on it.
[[nodiscard]] std::string given_text(const Scene& scene, const audit::Plan& plan, const Date* as_of = nullptr);

/// The scene for a reader: 「協議の場の設置状況＝調整中、備考＝無回答」.
[[nodiscard]] std::string scene_text(const Scene& scene, const audit::Plan& plan, Language language);

}  // namespace kijun::analysis
