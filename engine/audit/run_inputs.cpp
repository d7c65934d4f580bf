#include "engine/audit/run_inputs.h"

#include <algorithm>
#include <utility>

#include "engine/audit/edition_plan.h"
#include "engine/base/relative_path.h"
#include "engine/base/sha256.h"
#include "engine/policy/pack_reference.h"

namespace kijun::audit {
namespace {

/// The rest of a path below a folder; nothing for one outside it.
std::optional<std::string> below(std::string_view folder, std::string_view path) {
  std::string way = relative_path(folder, path);
  if (path.starts_with('/') != folder.starts_with('/') || leads_out(way)) return std::nullopt;
  return way;
}

/// Two absolute paths meet above the top of the file system; two relative ones wherever they start.
bool have_folder_in_common(std::string_view one, std::string_view other) {
  if (!one.starts_with('/') && !other.starts_with('/')) return true;
  const std::string_view top = one.substr(0, one.find('/', 1));
  return one.starts_with('/') && top.size() > 1 && (other == top || other.starts_with(std::string(top) + "/"));
}

std::optional<std::string> name_in_extended(const policy::PackIndex& pack, std::string_view path) {
  for (const policy::PackIndex& extended : pack.extended) {
    if (const auto way = below(extended.directory, path)) return policy::pack_reference(extended) + "/" + *way;
    if (auto deeper = name_in_extended(extended, path)) return deeper;
  }
  return std::nullopt;
}

void add_packs(const policy::PackIndex& index, const policy::Pack& pack, std::vector<InputFile>& inputs) {
  inputs.push_back({"pack", name_in_pack(pack, index.path).value_or(index.path), LazySha256::known(index.sha256)});
  for (const policy::PackIndex& extended : index.extended) add_packs(extended, pack, inputs);
}

}  // namespace

bool is_of_pack(std::string_view role) {
  return role == "pack" || role == "vocabulary" || role == "ruleset" || role == "lock";
}

std::optional<std::string> name_in_pack(const policy::Pack& pack, std::string_view path) {
  if (auto way = below(pack.directory, path)) return way;
  return name_in_extended(pack, path);
}

std::vector<InputFile> inputs_of(const Plan& plan, const survey::SurveySeries& series, const policy::Pack& pack) {
  std::vector<InputFile> inputs;
  const std::string& folder = series.audited().parts().directory;
  for (const std::unique_ptr<survey::SurveyTable>& survey : series.surveys)
    for (const survey::InputFile& file : survey->inputs()) {
      const std::string name = relative_path(folder, join_path(survey->parts().directory, file.name));
      // Surveys of a series mostly share a register.
      const bool is_known = std::any_of(inputs.begin(), inputs.end(), [&](const InputFile& known) {
        return known.role == file.role && known.path == name;
      });
      if (!is_known) inputs.push_back({file.role, name, file.sha256});
    }
  for (const survey::EarlierResult& result : series.audited().manifest().earlier_results)
    inputs.push_back({"earlier_result", result.file.name, LazySha256::known(result.sha256)});
  add_packs(pack, pack, inputs);
  const auto in_pack = [&](const std::string& path) { return name_in_pack(pack, path).value_or(path); };
  inputs.push_back({"vocabulary", in_pack(pack.vocabulary_path), LazySha256::known(pack.vocabulary_sha256)});
  for (const policy::RulesetFile& file : plan.ruleset.files)
    inputs.push_back({"ruleset", in_pack(file.path), LazySha256::known(file.sha256)});
  return inputs;
}

std::optional<InputFile> hash_input(std::string role, std::string name, const std::string& path, FileSystem& files) {
  const Result<std::string> bytes = files.read(path);
  if (!bytes) return std::nullopt;
  return InputFile{std::move(role), std::move(name), LazySha256::known(sha256_hex(*bytes))};
}

std::optional<InputFile> lock_input(const policy::Pack& pack, FileSystem& files) {
  if (pack.extended.empty()) return std::nullopt;
  return hash_input("lock", std::string(kLockName), lock_path(pack), files);
}

std::string name_pack(const policy::Pack& pack, std::string_view survey_folder, std::string_view working_directory,
                      const policy::LoadContext& context) {
  const auto absolute = [&](std::string_view path) { return join_path(working_directory, path); };
  const std::string folder = absolute(pack.directory);
  const std::string survey = absolute(survey_folder);
  const std::optional<std::string> by_id = policy::find_pack_file(pack.id, context);
  const bool is_found_by_id = by_id && absolute(parent_path(*by_id)) == folder;
  if (is_found_by_id || !have_folder_in_common(survey, folder)) return policy::pack_reference(pack);
  return relative_path(survey, folder);
}

}  // namespace kijun::audit
