#include "engine/survey/subject_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/diag/suggestion.h"
#include "engine/survey/check_digit.h"
#include "engine/survey/name_key.h"
#include "engine/survey/register_diagnostics.h"
#include "engine/survey/row_diagnostics.h"

namespace kijun::survey {

std::optional<RegisterIndex> SubjectFinder::by_name(std::string_view name, diag::Span place) {
  const NameMatch match = reg_.find_by_name(name, on_);
  switch (match.kind) {
    case NameMatchKind::kNone: {
      const LocalizedText hint = diag::did_you_mean_first(reg_.suggest_name(name));
      sink_.report(kUnknownSubject, place, name, hint.ja, hint.en);
      return std::nullopt;
    }
    case NameMatchKind::kAmbiguous: {
      std::vector<std::string> names;
      for (const RegisterIndex i : match.candidates)
        names.push_back(fmt::format("`{}{}`", reg_.at(i).county, reg_.at(i).name));
      sink_.report(kAmbiguousSubject, place, name, fmt::format("{}", fmt::join(names, ", ")));
      return std::nullopt;
    }
    case NameMatchKind::kAlias: {
      const Municipality& m = reg_.at(match.candidates.front());
      sink_.report(kAliasSubject, place, name, m.name, m.code);
      return valid(match.candidates.front(), place);
    }
    case NameMatchKind::kExact:
      return valid(match.candidates.front(), place);
  }
  return std::nullopt;
}

std::optional<RegisterIndex> SubjectFinder::by_code(std::string_view code, diag::Span place) {
  const std::optional<RegisterIndex> index = reg_.find_by_code(code);
  if (index) return valid(*index, place);
  report_code(code, place);
  return std::nullopt;
}

void SubjectFinder::report_code(std::string_view code, diag::Span place) {
  const std::string digits = exact_key(code);
  const bool all_digits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!all_digits || (digits.size() != 5 && digits.size() != 6)) {
    sink_.report(kMalformedCode, place, code);
    return;
  }
  const std::string first_five = digits.substr(0, 5);
  const std::string right = first_five + check_digit(first_five).value_or('0');
  if (digits.size() == 6 && digits != right) {
    sink_.report(kBadCheckDigit, place, code, right);
  } else {
    sink_.report(kUnknownSubject, place, code, "", "");
  }
}

std::optional<RegisterIndex> SubjectFinder::valid(RegisterIndex index, diag::Span place) {
  const Municipality& m = reg_.at(index);
  if (m.valid_on(on_)) return index;
  LocalizedText hint;
  for (const std::string& code : m.successors) {
    const std::optional<RegisterIndex> successor = reg_.find_by_code(code);
    if (!successor) continue;
    const std::string& name = reg_.at(*successor).name;
    hint.ja += fmt::format("{}{}（{}）", hint.ja.empty() ? "。承継団体：" : "、", name, code);
    hint.en += fmt::format("{}{} ({})", hint.en.empty() ? "; succeeded by " : ", ", name, code);
  }
  sink_.report(kCodeNotValid, place, m.code, m.name, on_.iso(), hint.ja, hint.en);
  return std::nullopt;
}

void SubjectFinder::compare_name(RegisterIndex index, std::string_view name, diag::Span place) {
  const NameMatch match = reg_.find_by_name(name, on_);
  if (std::find(match.candidates.begin(), match.candidates.end(), index) != match.candidates.end()) return;
  const Municipality& m = reg_.at(index);
  sink_.report(kNameCodeDisagree, place, m.code, m.name, name);
}

}  // namespace kijun::survey
