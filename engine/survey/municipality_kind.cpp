#include "engine/survey/municipality_kind.h"

#include <algorithm>
#include <array>

namespace kijun::survey {
namespace {

constexpr std::array kKinds{
    MunicipalityKind{"prefecture", {"都道府県", "prefecture"}, false},
    MunicipalityKind{"designated_city", {"政令指定都市", "designated city"}, true},
    MunicipalityKind{"core_city", {"中核市", "core city"}, true},
    MunicipalityKind{"special_city", {"施行時特例市", "special city"}, true},
    MunicipalityKind{"city", {"市", "city"}, true},
    MunicipalityKind{"town", {"町", "town"}, true},
    MunicipalityKind{"village", {"村", "village"}, true},
    MunicipalityKind{"special_ward", {"特別区", "special ward"}, true},
};

}  // namespace

std::span<const MunicipalityKind> municipality_kinds() { return kKinds; }

const MunicipalityKind* find_kind(std::string_view id) {
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const MunicipalityKind& k) { return k.id == id; });
  return kind == kKinds.end() ? nullptr : &*kind;
}

}  // namespace kijun::survey
