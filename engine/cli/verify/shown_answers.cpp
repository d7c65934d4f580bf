#include "engine/cli/verify/shown_answers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/audit/part_hashes.h"
#include "engine/audit/read_json.h"

namespace kijun::cli {
namespace {

using Json = nlohmann::ordered_json;

/// How the line of a result begins.
constexpr std::string_view kResult = "{\"rule\":";

}  // namespace

std::optional<std::string> ShownAnswers::find(const std::string& code, const std::string& field,
                                              std::string_view hash) const {
  const std::string named = "\"field\":" + Json(field).dump();
  std::size_t begin = 0;
  while (begin < report_.size()) {
    const std::size_t end = std::min(report_.find('\n', begin), report_.size());
    std::string_view line = report_.substr(begin, end - begin);
    begin = end + 1;
    if (!line.starts_with(kResult) || line.find(named) == std::string_view::npos) continue;
    if (line.ends_with(',')) line.remove_suffix(1);
    const Result<Json> result = audit::parse_json(line);
    if (!result || !result->contains("evidence")) continue;
    for (const Json& cell : (*result)["evidence"]) {
      const bool is_it = cell.is_object() && cell.contains("subject") && audit::text_or_empty(cell, "field") == field &&
                         audit::text_or_empty(cell, "survey") == survey_id_ &&
                         audit::text_or_empty(cell["subject"], "code") == code;
      const std::string raw = is_it ? audit::text_or_empty(cell, "raw") : std::string();
      if (is_it && audit::cell_hash(raw) == hash) return raw;
    }
  }
  return std::nullopt;
}

}  // namespace kijun::cli
