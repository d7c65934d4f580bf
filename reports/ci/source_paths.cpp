#include "reports/ci/source_paths.h"

#include <algorithm>

#include "engine/base/ascii.h"
#include "engine/base/file_system.h"
#include "engine/base/relative_path.h"

namespace kijun::reports {
namespace {

bool stays_in_uri(char byte) {
  return is_alphanumeric(byte) || std::string_view("-._~/").find(byte) != std::string_view::npos;
}

}  // namespace

std::string SourcePaths::below_root(const std::string& from_survey) const {
  if (folders_.location.empty()) return from_survey;
  std::string path = join_path(folders_.location, from_survey);
  return leads_out(path) ? from_survey : path;
}

audit::Place SourcePaths::of_survey(audit::Place place) const {
  place.file = below_root(place.file);
  return place;
}

audit::Place SourcePaths::of_source(audit::Place place) const {
  if (folders_.survey.empty()) return place;
  const std::string absolute = join_path(folders_.working, place.file);
  for (const NamedFolder& pack : folders_.packs)
    if (const std::string way = relative_path(pack.folder, absolute); !leads_out(way)) {
      place.file = join_path(pack.name, way);
      return place;
    }
  place.file = below_root(relative_path(folders_.survey, absolute));
  return place;
}

audit::Place SourcePaths::of_span(diag::Span span) const {
  if (!span.valid()) return {};
  const diag::LineColumn at = span.source->line_column(span.begin);
  return of_source({span.source->path(), at.line, at.column, "", ""});
}

audit::Place SourcePaths::manifest() const {
  audit::Place place = of_survey(folders_.manifest);
  if (folders_.manifest.file.empty()) place.file = below_root("survey.toml");
  place.line = std::max<std::size_t>(place.line, 1);
  place.column = std::max<std::size_t>(place.column, 1);
  return place;
}

std::string uri_path(const std::string& path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri;
  for (const char byte : path) {
    if (stays_in_uri(byte)) {
      uri += byte;
      continue;
    }
    const auto code = static_cast<unsigned char>(byte);
    uri += {'%', kHex[code >> 4U], kHex[code & 15U]};
  }
  return uri;
}

}  // namespace kijun::reports
