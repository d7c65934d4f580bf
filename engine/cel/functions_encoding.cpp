#include <array>
#include <string_view>

#include "engine/cel/function_table.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// RFC 4648 section 4, padded.
std::string encode(std::string_view bytes) {
  std::string text;
  for (std::size_t offset = 0; offset < bytes.size(); offset += 3) {
    const std::string_view chunk = bytes.substr(offset, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = bits << 8 | (i < chunk.size() ? static_cast<unsigned char>(chunk[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      const std::uint32_t digit = bits >> (18 - 6 * i) & 63U;
      text += i <= chunk.size() ? kAlphabet[digit] : '=';
    }
  }
  return text;
}

/// RFC 4648 section 4, with or without padding; nothing when the text is not base64.
std::optional<std::string> decode(std::string_view text) {
  if (text.size() % 4 == 0 && text.ends_with('=')) text.remove_suffix(text.ends_with("==") ? 2 : 1);
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  std::uint32_t bits = 0;
  std::uint32_t num_bits = 0;
  for (const char c : text) {
    const std::size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = (bits << 6 | static_cast<std::uint32_t>(digit)) & 0xffffffU;
    num_bits += 6;
    if (num_bits >= 8) {
      num_bits -= 8;
      bytes += static_cast<char>(bits >> num_bits & 0xffU);
    }
  }
  return bytes;
}

Result base64_encode(Args args) {
  const auto* bytes = args.size() == 1 ? args[0].as<Bytes>() : nullptr;
  if (bytes == nullptr) return std::nullopt;
  return Value(encode(bytes->data));
}

Result base64_decode(Args args) {
  const auto* text = args.size() == 1 ? args[0].as<std::string>() : nullptr;
  if (text == nullptr) return std::nullopt;
  std::optional<std::string> bytes = decode(*text);
  if (!bytes.has_value()) return Value::error("invalid_argument", "the text is not base64");
  return Value(Bytes{*std::move(bytes)});
}

constexpr std::array kFunctions{
    FunctionEntry{FunctionId::kBase64Encode, base64_encode},
    FunctionEntry{FunctionId::kBase64Decode, base64_decode},
};

}  // namespace

std::span<const FunctionEntry> encoding_functions() { return kFunctions; }

}  // namespace kijun::cel
