#include <array>

#include "engine/base/base64.h"
#include "engine/cel/function_table.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

Result base64_encode(Args args) {
  const auto* bytes = args.size() == 1 ? args[0].as<Bytes>() : nullptr;
  if (bytes == nullptr) return std::nullopt;
  return Value(to_base64(bytes->data));
}

Result base64_decode(Args args) {
  const auto* text = args.size() == 1 ? args[0].as<std::string>() : nullptr;
  if (text == nullptr) return std::nullopt;
  std::optional<std::string> bytes = from_base64(*text);
  if (!bytes.has_value()) return Value::error("invalid_argument", "the text is not base64");
  return Value(Bytes{*std::move(bytes)});
}

constexpr std::array kEncodingFunctions{
    FunctionEntry{FunctionId::kBase64Encode, base64_encode},
    FunctionEntry{FunctionId::kBase64Decode, base64_decode},
};

}  // namespace

std::span<const FunctionEntry> encoding_functions() { return kEncodingFunctions; }

}  // namespace kijun::cel
