#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/base/threads.h"
#include "engine/base/unicode.h"
#include "engine/cel/zone.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/version.h"
#include "reports/text/text_layout.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kDoctorSummary{"kijunの環境を調べる（何がどこにあり、何がないか）",
                                       "look at kijun's surroundings: what is where, and what is missing"};
constexpr LocalizedView kDoctorExamples{
    "例:\n"
    "  kijun doctor                  このフォルダーで使われるものを一覧する\n"
    "  kijun doctor --format json    JSONで（問合せに添える）\n"
    "\n"
    "「なし」は、なくても判定できるものです。\n"
    "終了コード: 0 誤りなし　1 読み込めないものがある　2 実行できなかった",
    "Examples:\n"
    "  kijun doctor                  lists what is used in this folder\n"
    "  kijun doctor --format json    as JSON, to go with a question\n"
    "\n"
    "What is \"none\" is not needed for an audit.\n"
    "Exit codes: 0 nothing is wrong, 1 something cannot be read, 2 could not run"};

/// How a thing that was looked for stands.
enum class State : std::uint8_t { kFound, kNone, kWrong };

std::string_view state_id(State state) {
  switch (state) {
    case State::kFound:
      return "found";
    case State::kNone:
      return "none";
    case State::kWrong:
      return "wrong";
  }
  return "";
}

LocalizedView state_word(State state) {
  switch (state) {
    case State::kFound:
      return {"あり", "found"};
    case State::kNone:
      return {"なし", "none"};
    case State::kWrong:
      return {"誤り", "wrong"};
  }
  return {};
}

/// One thing that was looked for.
struct Check {
  std::string_view id;
  LocalizedView title;
  State state = State::kNone;
  LocalizedText value;               ///< A path, a version, or what to do without it.
  std::vector<std::string> details;  ///< One line each, equal in both languages.
};

Check check_program(const Session& session) {
  const std::string& path = session.installation.program;
  return {"program", {"プログラム", "program"}, path.empty() ? State::kNone : State::kFound, in_both(path), {}};
}

std::string describe_pack(const policy::PackIndex& pack) {
  return fmt::format("{} {}: {}", pack.id, pack.version, policy::list_editions(pack.editions));
}

/// A folder that packs are looked for in, with the packs it holds.
Check check_pack_folder(const std::string& folder, Session& session) {
  Check check{"packs", {"規則集のフォルダー", "folder of packs"}, State::kFound, in_both(folder), {}};
  const Result<std::vector<std::string>> names = session.files.list(folder);
  if (!names) {
    check.state = State::kWrong;
    check.value = {fmt::format("{}：{}", folder, names.error().in(Language::kJapanese)),
                   fmt::format("{}: {}", folder, names.error().message)};
    return check;
  }
  for (const std::string& name : *names) {
    const std::string file = join_path(join_path(folder, name), "pack.toml");
    if (!session.files.is_file(file)) continue;
    const std::optional<policy::PackIndex> pack =
        policy::load_pack_index(file, {session.files, session.sources, session.sink, {}, session.pack_folders});
    if (!pack) check.state = State::kWrong;
    check.details.push_back(pack ? describe_pack(*pack) : file);
  }
  return check;
}

std::vector<Check> check_packs(Session& session) {
  std::vector<Check> checks;
  for (const std::string& folder : session.pack_folders) checks.push_back(check_pack_folder(folder, session));
  if (checks.empty())
    checks.push_back({"packs",
                      {"規則集のフォルダー", "folder of packs"},
                      State::kNone,
                      {"`--rules フォルダー`で指定してください", "name a pack with `--rules FOLDER`"},
                      {}});
  return checks;
}

/// What `kijun.toml` sets, as far as it is about places.
std::vector<std::string> settings_of(const Config& config) {
  std::vector<std::string> settings;
  const auto add = [&](std::string_view key, const std::optional<std::string>& value) {
    if (value) settings.push_back(fmt::format("{} = {}", key, *value));
  };
  add("survey", config.survey);
  add("rules", config.rules);
  add("baseline", config.baseline);
  add("fail_on", config.fail_on);
  add("gate", config.gate);
  if (config.max_unknown) settings.push_back(fmt::format("max_unknown = {}", *config.max_unknown));
  add("strict_decisions", config.strict_decisions);
  if (!config.pack_folders.empty()) settings.push_back(fmt::format("packs = {}", fmt::join(config.pack_folders, ", ")));
  return settings;
}

Check check_config(const Config& config, bool is_wrong) {
  Check check{"config", {"設定（kijun.toml）", "settings (kijun.toml)"}, State::kFound, in_both(config.path), {}};
  check.details = settings_of(config);
  if (config.path.empty())
    check = {
        check.id, check.title, State::kNone, {"このフォルダーから上にありません", "none in this folder or above"}, {}};
  if (is_wrong) check.state = State::kWrong;
  return check;
}

Check check_folder(std::string_view id, LocalizedView title, const std::string& path, const LocalizedText& without) {
  return {id, title, path.empty() ? State::kNone : State::kFound, path.empty() ? without : in_both(path), {}};
}

Check check_time_zones() {
  const std::size_t num_zones = cel::zone_names().size();
  Check check{"time_zones", {"時間帯のデータ", "time zone data"}, State::kFound, {}, {}};
  check.value = {fmt::format("{}件", num_zones), fmt::format("{} zones", num_zones)};
  if (num_zones == 0) {
    check.state = State::kNone;
    check.value = {"Asia/Tokyo、UTC、+09:00のような時差だけが使えます",
                   "only Asia/Tokyo, UTC and offsets like +09:00 are known"};
  }
  return check;
}

Check check_threads() {
  const std::string number = std::to_string(num_hardware_threads());
  return {"threads", {"スレッド", "threads"}, State::kFound, in_both(number), {}};
}

std::vector<Check> look_around(Session& session) {
  const ResolvedPaths resolved = resolve_paths({}, session);
  const bool is_config_wrong = session.sink.has_errors();
  std::vector<Check> checks{check_program(session), check_config(resolved.config, is_config_wrong)};
  for (Check& check : check_packs(session)) checks.push_back(std::move(check));
  const Installation& installed = session.installation;
  checks.push_back(
      check_folder("schemas", {"JSON Schema", "JSON Schemas"}, installed.schemas,
                   {"`kijun schema --out フォルダー`で書き出せます", "`kijun schema --out FOLDER` writes them"}));
  checks.push_back(check_folder("manual", {"手引（man）", "manual (man)"}, installed.manual,
                                {"`kijun man`で表示できます", "`kijun man` prints it"}));
  checks.push_back(check_time_zones());
  checks.push_back(check_threads());
  return checks;
}

void print_text(const std::vector<Check>& checks, Session& session) {
  std::size_t title_width = 0;
  for (const Check& check : checks) title_width = std::max(title_width, display_width(session.say(check.title)));
  constexpr std::size_t kStateWidth = 5;
  session.out << fmt::format("kijun {}\n", kVersion);
  for (const Check& check : checks) {
    const std::string head =
        fmt::format("  {}  {}", reports::pad_right(session.say(state_word(check.state)), kStateWidth),
                    reports::pad_right(session.say(check.title), title_width));
    session.out << fmt::format("{}  {}\n", head, escape_controls(check.value.in(session.language)));
    for (const std::string& detail : check.details)
      session.out << fmt::format("{}  {}\n", std::string(display_width(head), ' '), escape_controls(detail));
  }
}

void print_json(const std::vector<Check>& checks, Session& session) {
  nlohmann::ordered_json document{{"schema", "kijun.doctor/1"}, {"version", kVersion}};
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Check& check : checks)
    list.push_back({{"id", check.id},
                    {"state", state_id(check.state)},
                    {"value", check.value.in(session.language)},
                    {"details", check.details}});
  document["checks"] = std::move(list);
  session.out << document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

ExitCode examine(const std::string& format, Session& session) {
  const std::vector<Check> checks = look_around(session);
  format == "json" ? print_json(checks, session) : print_text(checks, session);
  session.out.flush();
  session.print_diagnostics();
  const bool is_wrong =
      std::any_of(checks.begin(), checks.end(), [](const Check& check) { return check.state == State::kWrong; });
  return is_wrong ? ExitCode::kGates : ExitCode::kClean;
}

}  // namespace

void add_doctor_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("doctor", say(kDoctorSummary));
  command->footer(say(kDoctorExamples));
  auto format = std::make_shared<std::string>("text");  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("--format", *format, say({"text / json", "text or json"}))
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([format, &action] { action = [format](Session& session) { return examine(*format, session); }; });
}

}  // namespace kijun::cli
