#include "engine/base/relative_path.h"

#include <algorithm>
#include <vector>

namespace kijun {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    begin = end + 1;
    if (!part.empty() && part != ".") parts.push_back(part);
  }
  return parts;
}

}  // namespace

std::string relative_path(std::string_view folder, std::string_view path) {
  const std::vector<std::string_view> from = parts_of(folder);
  const std::vector<std::string_view> to = parts_of(path);
  const auto split = std::mismatch(from.begin(), from.end(), to.begin(), to.end());
  std::string way;
  const auto add = [&](std::string_view part) { way.append(way.empty() ? "" : "/").append(part); };
  for (auto part = split.first; part != from.end(); ++part) add("..");
  for (auto part = split.second; part != to.end(); ++part) add(*part);
  return way.empty() ? "." : way;
}

bool leads_out(std::string_view relative) {
  return relative == ".." || relative.starts_with("../") || relative.starts_with('/');
}

}  // namespace kijun
