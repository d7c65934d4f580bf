#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/schema_json.h"
#include "engine/diag/suggestion.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kSchemaSummary{"TOMLファイルのJSON Schemaを出力する（入力補完と検査のため）",
                                       "print the JSON Schemas of the TOML files, for editors"};
constexpr LocalizedView kSchemaExamples{
    R"(例:
  kijun schema                                      種類の一覧
  kijun schema ruleset > ruleset.schema.json        規則集のスキーマ
  kijun schema --out rules/schema                   すべてをフォルダーに書く

TOMLの先頭に次のように書くと、Taplo（Even Better TOML）などのエディターが項目の補完と検査をします。
  #:schema ../schema/ruleset.schema.json)",
    R"(Examples:
  kijun schema                                      the kinds of file
  kijun schema ruleset > ruleset.schema.json        the schema of rulesets
  kijun schema --out rules/schema                   writes all of them into a folder

With a first line like this, editors that know Taplo (Even Better TOML) complete and check keys:
  #:schema ../schema/ruleset.schema.json)"};

struct SchemaArguments {
  std::string kind;
  std::string folder;
};

ExitCode list_kinds(Session& session) {
  for (const SchemaKind& kind : schema_kinds())
    session.out << fmt::format("{:<12}{}\n", kind.id, session.say(kind.title));
  return ExitCode::kClean;
}

ExitCode print_kind(const std::string& id, Session& session) {
  std::vector<std::string> ids;
  for (const SchemaKind& kind : schema_kinds()) {
    if (kind.id == id) {
      session.out << schema_json(kind);
      return ExitCode::kClean;
    }
    ids.emplace_back(kind.id);
  }
  const std::string known = fmt::format("{}", fmt::join(ids, ", "));
  return session.usage_error(
      {fmt::format("`{}`という種類のファイルはありません", id), fmt::format("there is no kind of file `{}`", id)},
      diag::did_you_mean(diag::suggest(id, ids), {"種類：" + known, "kinds: " + known}));
}

ExitCode write_kinds(const std::string& folder, Session& session) {
  for (const SchemaKind& kind : schema_kinds()) {
    const std::string path = join_path(folder, fmt::format("{}.schema.json", kind.id));
    if (!session.write_file(path, schema_json(kind))) return ExitCode::kCouldNotRun;
    if (!session.quiet) session.err << path << '\n';
  }
  return ExitCode::kClean;
}

ExitCode run(const SchemaArguments& arguments, Session& session) {
  if (!arguments.folder.empty()) return write_kinds(arguments.folder, session);
  return arguments.kind.empty() ? list_kinds(session) : print_kind(arguments.kind, session);
}

}  // namespace

void add_schema_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("schema", say(kSchemaSummary));
  command->footer(say(kSchemaExamples));
  auto arguments = std::make_shared<SchemaArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  CLI::Option* kind = command->add_option("kind", arguments->kind, say({"ファイルの種類", "kind of file"}));
  command
      ->add_option("--out", arguments->folder,
                   say({"すべてのスキーマを書くフォルダー", "folder to write all schemas into"}))
      ->type_name("DIR")
      ->excludes(kind);
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run(*arguments, session); }; });
}

}  // namespace kijun::cli
