/// The answers are split by one cell after another, answers after which the same holds being put together: the paths that
/// lead to "needed" are the cases. A path may name what does not matter, as "not a, and b" for "b" where "a" is a case of
/// its own; so each part of a case is then left out where no answers that do not need it come in.
#include "engine/audit/questions/answer_conditions.h"

#include <algorithm>

namespace kijun::audit {
namespace {

using Cases = std::vector<AnswerCase>;
using Needs = std::vector<const AnsweredNeed*>;

bool holds(const AnswerCase& one, const AnsweredNeed& given) {
  return std::all_of(one.begin(), one.end(), [&](const NamedAnswers& named) {
    const std::size_t digit = given.digits[named.cell];
    return digit != 0 && std::binary_search(named.answers.begin(), named.answers.end(), digit - 1);
  });
}

bool is_needed(const AnsweredNeed* given) { return given->is_needed; }

/// The answers split by the cells of `order` from `at` on. The cells before them are answered alike.
Cases split(const Needs& needs, const std::vector<std::size_t>& order, std::size_t at) {
  if (std::none_of(needs.begin(), needs.end(), is_needed)) return {};
  if (at == order.size() || std::all_of(needs.begin(), needs.end(), is_needed)) return {{}};
  const std::size_t cell = order[at];
  std::vector<std::size_t> digits;
  for (const AnsweredNeed* given : needs) digits.push_back(given->digits[cell]);
  std::sort(digits.begin(), digits.end());
  digits.erase(std::unique(digits.begin(), digits.end()), digits.end());
  std::vector<std::pair<Cases, NamedAnswers>> parts;
  for (const std::size_t digit : digits) {
    Needs alike;
    std::copy_if(needs.begin(), needs.end(), std::back_inserter(alike),
                 [&](const AnsweredNeed* given) { return given->digits[cell] == digit; });
    Cases rest = split(alike, order, at + 1);
    if (digits.size() == 1) return rest;
    const auto same = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == rest; });
    if (same != parts.end()) {
      same->second.answers.push_back(digit - 1);
    } else {
      parts.emplace_back(std::move(rest), NamedAnswers{cell, {digit - 1}});
    }
  }
  if (parts.size() == 1) return parts.front().first;
  Cases cases;
  for (auto& [rest, named] : parts) {
    for (AnswerCase& each : rest) {
      each.insert(each.begin(), named);
      cases.push_back(std::move(each));
    }
  }
  return cases;
}

/// Leaves out what a case can do without.
void shorten(AnswerCase& one, const std::vector<AnsweredNeed>& needs) {
  for (std::size_t part = 0; part < one.size();) {
    AnswerCase shorter = one;
    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(part));
    const bool says_too_much = std::any_of(needs.begin(), needs.end(), [&](const AnsweredNeed& given) {
      return !given.is_needed && holds(shorter, given);
    });
    if (says_too_much) {
      ++part;
    } else {
      one = std::move(shorter);
    }
  }
}

bool is_said(const Cases& cases, const AnsweredNeed& given) {
  return std::any_of(cases.begin(), cases.end(), [&](const AnswerCase& one) { return holds(one, given); });
}

}  // namespace

std::optional<Cases> cases_of(const std::vector<AnsweredNeed>& needs, const std::vector<std::size_t>& order) {
  Needs all;
  for (const AnsweredNeed& given : needs) all.push_back(&given);
  if (std::all_of(all.begin(), all.end(), is_needed)) return Cases{};
  Cases cases = split(all, order, 0);
  for (AnswerCase& one : cases) shorten(one, needs);
  for (std::size_t at = cases.size(); at-- > 0;) {
    Cases fewer = cases;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
    const bool is_enough = std::all_of(needs.begin(), needs.end(), [&](const AnsweredNeed& given) {
      return !given.is_needed || is_said(fewer, given);
    });
    if (is_enough) cases = std::move(fewer);
  }
  if (cases.size() > kMostCases) return std::nullopt;
  return cases;
}

}  // namespace kijun::audit
