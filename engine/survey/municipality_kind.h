#pragma once

#include <span>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::survey {

/// A kind of local government of the national system (地方自治法 第1条の3, 第252条の19, 第252条の22, 第281条).
struct MunicipalityKind {
  std::string_view id;   ///< "designated_city".
  LocalizedView label;   ///< 政令指定都市.
  bool is_municipality;  ///< False for the prefecture.
};

/// All kinds, the prefecture first.
[[nodiscard]] std::span<const MunicipalityKind> municipality_kinds();

/// The kind of an id, or null.
[[nodiscard]] const MunicipalityKind* find_kind(std::string_view id);

}  // namespace kijun::survey
