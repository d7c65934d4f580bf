#include "reports/words/plural.h"

#include <string_view>

namespace kijun::reports {

std::string plural(const std::string& noun) {
  const std::string_view last_two = std::string_view(noun).substr(noun.size() < 2 ? 0 : noun.size() - 2);
  const bool hisses = noun.ends_with('s') || noun.ends_with('x') || last_two == "ch" || last_two == "sh";
  if (hisses) return noun + "es";
  const bool ends_in_y = noun.ends_with('y') && last_two.find_first_of("aeiou") == std::string_view::npos;
  return ends_in_y ? noun.substr(0, noun.size() - 1) + "ies" : noun + "s";
}

std::string counted(std::size_t number, const std::string& noun) {
  return std::to_string(number) + " " + (number == 1 ? noun : plural(noun));
}

}  // namespace kijun::reports
