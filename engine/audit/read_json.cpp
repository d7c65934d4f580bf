#include "engine/audit/read_json.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/json_nesting.h"

namespace kijun::audit {

using Json = nlohmann::ordered_json;

// One `<` or `=` of a merge that was left in the file is what most often breaks it.
Result<Json> parse_json(std::string_view text) {
  if (nests_deeper(text)) return fail_with({"入れ子が深すぎます", "it is nested too deeply"});
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    const std::size_t line =
        1 + static_cast<std::size_t>(std::count(
                text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size())), '\n'));
    return fail_with({fmt::format("{}行目がJSONとして読めません", line), fmt::format("line {} is not JSON", line)});
  }
}

std::string text_or_empty(const Json& json, const char* key) {
  if (!json.is_object()) return {};
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace kijun::audit
