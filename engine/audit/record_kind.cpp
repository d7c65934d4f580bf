#include "engine/audit/record_kind.h"

namespace kijun::audit {
namespace {

constexpr std::string_view kMunicipality = "municipality";

}  // namespace

std::vector<RecordKind> municipal_record_kinds() {
  return {{std::string(kMunicipality), {"市町村", "municipality"}}, {"prefecture", {"都道府県", "prefecture"}}};
}

bool is_municipality(const RecordKind& kind) { return kind.id == kMunicipality; }

}  // namespace kijun::audit
