#include "engine/cli/reference/command_table.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/cli/word_options.h"

namespace kijun::cli {
namespace {

/// Names of values and arguments that stand for a file or a folder.
constexpr std::array<std::string_view, 13> kPaths{"PACK",        "FILE",    "DIR",    "SURVEY", "RULES",
                                                  "FORMAT=PATH", "OLD NEW", "survey", "folder", "file",
                                                  "pack",        "old",     "new"};

ValueKind kind_of(const OptionEntry& entry, std::string_view name) {
  if (!entry.choices.empty()) return ValueKind::kChoice;
  return std::find(kPaths.begin(), kPaths.end(), name) != kPaths.end() ? ValueKind::kPath : ValueKind::kWord;
}

/// CLI11 gives `WHEN:{auto,always,never}` and `N:INT in [1 - 2]`.
void read_type(const std::string& type, OptionEntry& entry) {
  entry.value = type.substr(0, type.find(':'));
  const std::size_t open = type.find(":{");
  if (open == std::string::npos) return;
  entry.choices = split_words(type.substr(open + 2, type.find('}', open) - open - 2));
}

OptionEntry describe_option(const CLI::Option& option) {
  OptionEntry entry;
  for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
  entry.text = option.get_description();
  entry.is_required = option.get_required();
  entry.repeats = option.get_items_expected_max() > 1;
  const bool is_argument = entry.names.empty();
  if (is_argument) entry.names.push_back(option.get_name(true));
  if (option.get_items_expected_max() == 0) return entry;
  read_type(option.get_type_name(), entry);
  const bool is_unnamed = is_argument && entry.value == "TEXT";
  if (is_unnamed) entry.value = entry.names.front();
  entry.kind = kind_of(entry, entry.value);
  return entry;
}

CommandEntry describe(const CLI::App& app, std::vector<std::string> path) {
  CommandEntry command;
  path.push_back(app.get_name());
  command.path = path;
  command.text = app.get_description();
  command.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    OptionEntry entry = describe_option(*option);
    (entry.names.front().starts_with('-') ? command.options : command.arguments).push_back(std::move(entry));
  }
  for (const CLI::App* inner : app.get_subcommands([](const CLI::App*) { return true; }))
    command.commands.push_back(describe(*inner, path));
  return command;
}

}  // namespace

CommandEntry describe_commands(const CLI::App& app) { return describe(app, {}); }

std::vector<const CommandEntry*> with_all_below(const CommandEntry& command) {
  std::vector<const CommandEntry*> all{&command};
  for (const CommandEntry& inner : command.commands) {
    const std::vector<const CommandEntry*> below = with_all_below(inner);
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

}  // namespace kijun::cli
