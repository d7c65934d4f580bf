#include "tests/bench/generate/survey_folder.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include "tests/bench/generate/answers.h"
#include "tests/bench/generate/rule_texts.h"

namespace kijun::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kAnswersSeed = 20190301;

/// The columns of the answers after number, name and zone, with the fields they hold.
constexpr std::array<std::array<std::string_view, 2>, 13> kColumns{{
    {"協議の場", "council"},
    {"コーディネーター", "coordinator"},
    {"予算措置", "budget"},
    {"サービス種別", "service"},
    {"定員", "capacity"},
    {"利用者数", "users"},
    {"医療的ケア児", "medical_children"},
    {"看護職員", "nurses"},
    {"稼働率", "occupancy"},
    {"指定年月日", "opened_on"},
    {"参加予定年月日", "plan_on"},
    {"指定番号", "permit"},
    {"備考", "note"},
}};

constexpr std::string_view kManifest = R"toml([survey]
id = "kakuu-facilities-2018"
series = "kakuu-facilities"
fiscal_year = 2018
title = {{ ja = "架空県事業所調査（平成30年度、{0}件）", en = "Survey of facilities in Kakuu, FY2018, {0} records" }}
answers_as_of = 2019-03-01
answers_as_of_basis = {{ ja = "架空", en = "invented" }}
as_of = 2019-03-31
status = "final"
register = "../register.toml"

[source]
title = {{ ja = "架空県事業所調査", en = "Survey of facilities in Kakuu" }}
publisher = {{ ja = "架空県", en = "Kakuu Prefecture" }}
file = "answers.csv"
note = {{ ja = "すべて架空の回答である。", en = "All answers are invented." }}

[answers]
file = "answers.csv"
encoding = "utf-8"
header_rows = 1
subject_by = "listed"
subject_column = "事業所番号"
name_column = "事業所名"
zone_column = "圏域"
subject_kind = {{ id = "facility", ja = "事業所", en = "facility" }}
)toml";

std::string manifest(std::uint32_t num_records) {
  std::string text = fmt::format(kManifest, num_records);
  for (const auto& [header, field] : kColumns)
    text += fmt::format("\n[[column]]\nheader = \"{}\"\nfield = \"{}\"\n", header, field);
  return text;
}

bool complain(const std::string& path) {
  fmt::print(stderr, "cannot write {}\n", path);
  return false;
}

bool write_text(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return file ? true : complain(path);
}

/// Copies a file of tests/bench.
bool copy_file(const std::string& name, const std::string& to) {
  std::error_code error;
  fs::copy_file(fs::path(KIJUN_SOURCE_DIR) / "tests/bench" / name, to, fs::copy_options::overwrite_existing, error);
  return !error || complain(to);
}

bool make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  return !error || complain(folder);
}

bool write_answers_file(const std::string& path, std::uint32_t num_records) {
  const std::string unfinished = path + ".part";
  std::FILE* const file = std::fopen(unfinished.c_str(), "wb");
  if (file == nullptr) return complain(path);
  const bool is_written = write_answers(file, num_records, kAnswersSeed);
  if (std::fclose(file) != 0 || !is_written) return complain(path);
  return std::rename(unfinished.c_str(), path.c_str()) == 0 || complain(path);
}

bool write_pack(const std::string& folder, std::string_view rules) {
  return make_folder(folder) && copy_file("pack/pack.toml", folder + "/pack.toml") &&
         copy_file("pack/fields.toml", folder + "/fields.toml") && write_text(folder + "/rules.toml", rules);
}

}  // namespace

std::string write_survey(const std::string& folder, std::uint32_t num_records) {
  std::string survey = fmt::format("{}/{}", folder, num_records);
  if (!make_folder(survey)) return "";
  for (const char* const name : {"register.toml", "zones.toml", "municipalities.csv"})
    if (!copy_file(fmt::format("kakuu/{}", name), fmt::format("{}/{}", folder, name))) return "";
  if (!write_text(survey + "/survey.toml", manifest(num_records))) return "";
  const std::string answers = survey + "/answers.csv";
  if (!fs::exists(answers) && !write_answers_file(answers, num_records)) return "";
  return survey;
}

bool write_packs(const std::string& folder, std::uint32_t seed) {
  const std::string fixed = folder + "/fixed";
  return make_folder(fixed) && copy_file("pack/pack.toml", fixed + "/pack.toml") &&
         copy_file("pack/fields.toml", fixed + "/fields.toml") && copy_file("pack/rules.toml", fixed + "/rules.toml") &&
         write_pack(folder + "/all-fail", ruleset(all_fail_rules())) &&
         write_pack(folder + "/seeded", ruleset(seeded_rules(seed)));
}

}  // namespace kijun::bench
