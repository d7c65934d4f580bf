#include "tests/ci/expression.h"

#include <gtest/gtest.h>

namespace kijun::ci {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string truth(bool value) { return value ? "true" : "false"; }

/// Where an operator stands outside texts; npos when nowhere.
std::size_t find_operator(std::string_view expression, std::string_view sign) {
  bool in_text = false;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    if (expression[at] == '\'') in_text = !in_text;
    if (!in_text && expression.substr(at).starts_with(sign)) return at;
  }
  return std::string_view::npos;
}

std::string evaluate_operand(std::string_view operand, const Context& context) {
  if (operand.size() >= 2 && operand.front() == '\'' && operand.back() == '\'')
    return std::string(operand.substr(1, operand.size() - 2));
  if (operand.starts_with('!')) return truth(!is_true(evaluate(operand.substr(1), context)));
  constexpr std::string_view kName = "abcdefghijklmnopqrstuvwxyz0123456789_-.()";
  EXPECT_EQ(operand.find_first_not_of(kName), std::string_view::npos) << "not understood: " << operand;
  return context(operand);
}

}  // namespace

bool is_true(std::string_view value) { return !value.empty() && value != "false"; }

std::string evaluate(std::string_view expression, const Context& context) {
  const std::string_view whole = trimmed(expression);
  const auto split = [&](std::size_t at, std::size_t size) {
    return std::pair(trimmed(whole.substr(0, at)), trimmed(whole.substr(at + size)));
  };
  if (const std::size_t at = find_operator(whole, "||"); at != std::string_view::npos) {
    const auto [first, second] = split(at, 2);
    const std::string value = evaluate(first, context);
    return is_true(value) ? value : evaluate(second, context);
  }
  if (const std::size_t at = find_operator(whole, "&&"); at != std::string_view::npos) {
    const auto [first, second] = split(at, 2);
    const std::string value = evaluate(first, context);
    return is_true(value) ? evaluate(second, context) : value;
  }
  for (const std::string_view sign : {"==", "!="})
    if (const std::size_t at = find_operator(whole, sign); at != std::string_view::npos) {
      const auto [first, second] = split(at, 2);
      return truth((evaluate(first, context) == evaluate(second, context)) == (sign == "=="));
    }
  return evaluate_operand(whole, context);
}

std::string interpolate(std::string_view text, const Context& context) {
  std::string out;
  while (true) {
    const std::size_t open = text.find("${{");
    out += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = text.find("}}", open);
    EXPECT_NE(close, std::string_view::npos) << text;
    if (close == std::string_view::npos) return out;
    out += evaluate(text.substr(open + 3, close - open - 3), context);
    text.remove_prefix(close + 2);
  }
}

}  // namespace kijun::ci
