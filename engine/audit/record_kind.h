#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"

namespace kijun::audit {

/// A kind of records: what answers a survey.
struct RecordKind {
  std::string id;       ///< As subjects and rules name it: "municipality".
  LocalizedText label;  ///< One of them in words: 市町村, municipality.
};

/// The kinds of a survey of municipalities, in which the prefecture may answer beside them.
[[nodiscard]] std::vector<RecordKind> municipal_record_kinds();

/// True for the kind that a survey of municipalities counts.
[[nodiscard]] bool is_municipality(const RecordKind& kind);

}  // namespace kijun::audit
