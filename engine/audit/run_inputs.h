#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/audit/result_model.h"
#include "engine/base/file_system.h"
#include "engine/policy/pack.h"
#include "engine/survey/series.h"

namespace kijun::audit {

/// Names of inputs hold wherever a run takes place and wherever its files are moved together: those of the pack
/// (`is_of_pack`) are relative to its folder, those of a pack that it extends stand below `pack:ID@MAJOR/`, and all
/// others are relative to the folder of the survey.

/// Whether inputs of a role are named from the pack's folder.
[[nodiscard]] bool is_of_pack(std::string_view role);

/// Every file that the survey, its earlier ones and the rules were read from, each once.
[[nodiscard]] std::vector<InputFile> inputs_of(const Plan& plan, const survey::SurveySeries& series,
                                               const policy::Pack& pack);

/// One more, hashed; nothing where it cannot be read.
[[nodiscard]] std::optional<InputFile> hash_input(std::string role, std::string name, const std::string& path,
                                                  FileSystem& files);

/// The lock that a pack is held to (`is_as_locked`); nothing where it is held to none.
[[nodiscard]] std::optional<InputFile> lock_input(const policy::Pack& pack, FileSystem& files);

/// The name of a pack: `pack:ID@MAJOR` where the context's pack folders give it by its id, or where it and the survey have
/// no folder in common; else the way to it from the survey's folder. Relative paths start from `working_directory`.
[[nodiscard]] std::string name_pack(const policy::Pack& pack, std::string_view survey_folder,
                                    std::string_view working_directory, const policy::LoadContext& context);

/// The file of a pack that a path is, named as inputs are; nothing for a path outside the pack and those it extends.
[[nodiscard]] std::optional<std::string> name_in_pack(const policy::Pack& pack, std::string_view path);

}  // namespace kijun::audit
