#include <string>
#include <string_view>
#include <vector>

#include "engine/base/file_system.h"

namespace kijun {

std::string join_path(std::string_view directory, std::string_view name) {
  std::string joined(name);
  if (name.substr(0, 1) != "/" && !directory.empty()) joined = std::string(directory) + "/" + joined;
  const bool absolute = joined.substr(0, 1) == "/";

  std::vector<std::string_view> parts;
  const std::string_view view = joined;
  for (std::size_t begin = 0; begin <= view.size();) {
    const std::size_t end = std::min(view.find('/', begin), view.size());
    const std::string_view part = view.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty() || part == ".") continue;
    const bool can_fold = !parts.empty() && parts.back() != "..";
    if (part != ".." || (!can_fold && !absolute)) {
      parts.push_back(part);
    } else if (can_fold) {
      parts.pop_back();
    }
  }

  std::string folded(absolute ? "/" : "");
  for (const std::string_view part : parts) {
    if (!folded.empty() && folded.back() != '/') folded += '/';
    folded += part;
  }
  return folded.empty() ? "." : folded;
}

std::string parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

}  // namespace kijun
