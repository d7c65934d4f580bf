#include "engine/cli/new_project.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/audit/edition_plan.h"
#include "engine/cli/baseline_file.h"
#include "engine/cli/inputs.h"
#include "engine/cli/project_template.h"
#include "engine/cli/rules_lock.h"
#include "engine/cli/schema_json.h"

namespace kijun::cli {
namespace {

constexpr const char* kBaselineName = "baseline.json";

std::string replaced(std::string text, std::string_view mark, const std::string& id) {
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += id.size())
    text.replace(at, mark.size(), id);
  return text;
}

std::string filled_in(std::string_view text, const ProjectIds& ids) {
  return replaced(replaced(std::string(text), "@pack@", ids.pack), "@prefecture@", ids.prefecture);
}

/// What a person would write.
std::vector<NewFile> written_files(const ProjectIds& ids) {
  std::vector<NewFile> files;
  for (const TemplateFile& file : project_template())
    files.push_back({filled_in(file.path, ids), filled_in(file.text, ids)});
  for (const SchemaKind& kind : schema_kinds())
    files.push_back({fmt::format("schema/{}.schema.json", kind.id), schema_json(kind)});
  return files;
}

}  // namespace

std::optional<std::vector<NewFile>> make_new_project(const ProjectIds& ids, const Session& session) {
  std::vector<NewFile> files = written_files(ids);
  MemoryFileSystem project;
  if (const Status made = project.create(".", files); !made) return std::nullopt;
  Session inside{project, session.out, session.err, session.installation, session.language, false, false, false, 1,
                 {},      {},          {}};
  const std::optional<InputPaths> paths = require_paths({}, inside);
  const std::unique_ptr<policy::Pack> pack = paths ? load_pack(paths->rules, inside) : nullptr;
  const std::optional<audit::RulesLock> lock = pack == nullptr ? std::nullopt : lock_of(*pack, inside);
  const std::optional<audit::Baseline> baseline = lock ? take_baseline(*paths, std::nullopt, inside) : std::nullopt;
  if (!baseline) return std::nullopt;
  files.push_back({audit::lock_path(*pack), audit::lock_text(*lock)});
  files.push_back({kBaselineName, audit::write_baseline(*baseline)});
  std::sort(files.begin(), files.end(), [](const NewFile& a, const NewFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace kijun::cli
