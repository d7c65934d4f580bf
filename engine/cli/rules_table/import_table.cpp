#include "engine/cli/rules_table/import_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/rules_table/table_diagnostics.h"
#include "engine/analysis/rules_table/table_reader.h"
#include "engine/analysis/rules_table/table_writer.h"
#include "engine/base/utf8.h"
#include "engine/cli/edited_files.h"
#include "engine/cli/rules_diff/changed_verdicts.h"
#include "engine/cli/rules_diff/diff_view.h"
#include "engine/cli/rules_table/loaded_table.h"
#include "engine/survey/input_file.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kImportTableSummary{
    "直したルールの表を取り込む（新旧対照表を示し、--writeで書き込む）",
    "read an edited table of rules back: shows what changes, writes with --write"};
constexpr LocalizedView kImportTableExamples{
    "例:\n"
    "  kijun rules import-table ルール.csv                            変わるところを示す（何も書き込まない）\n"
    "  kijun rules import-table ルール.csv --data data/kanagawa/2018  判定が変わる対象も示す\n"
    "  kijun rules import-table ルール.csv --write                    規則のTOMLに書き込む\n"
    "\n"
    "表は kijun rules table で作ったものです。UTF-8でもシフトJIS（CP932）でも構いません。\n"
    "値は版のファイルに書きます。別のファイルから継いだ値は、版のファイルの[[override]]"
    "に書きます。注記と順序は変わりません。",
    "Examples:\n"
    "  kijun rules import-table rules.csv                            show what changes, write nothing\n"
    "  kijun rules import-table rules.csv --data data/kanagawa/2018  also whose verdict changes\n"
    "  kijun rules import-table rules.csv --write                    write it into the TOML\n"
    "\n"
    "The table is one that kijun rules table made; UTF-8 and CP932 are both read.\n"
    "Values are written into the edition's file; one that comes from another file is laid over it there in an\n"
    "[[override]]. Comments and order stay."};

struct ImportArguments {
  std::string file;
  std::string rules;
  std::string data;
  bool write = false;
};

class TableImport {
 public:
  TableImport(const policy::Pack& pack, const ImportArguments& arguments, Session& session)
      : pack_(pack), arguments_(arguments), session_(session) {}

  ExitCode run() {
    const diag::Source* csv = read_file();
    const auto head = csv == nullptr ? std::nullopt : analysis::read_table_head(*csv, session_.sink);
    if (session_.print_diagnostics() || !head) return ExitCode::kCouldNotRun;
    const policy::Edition* edition = find_edition_of(head->ruleset);
    const std::optional<Date> as_of =
        session_.parse_day(session_.say({"規則集の行の細別", "the part of the ruleset's row"}), head->as_of);
    if (edition == nullptr || !as_of) return ExitCode::kCouldNotRun;
    before_ = load_table(pack_, edition->path, *as_of, session_);
    if (before_ == nullptr) return ExitCode::kCouldNotRun;
    auto edits = analysis::read_table_edits(*csv, is_cp932_, before_->table, session_.language, session_.sink);
    if (session_.print_diagnostics() || !edits) return ExitCode::kCouldNotRun;
    if (edits->empty()) {
      session_.out << session_.say({"表に変わったところはありません\n", "nothing was changed in the table\n"});
      return ExitCode::kClean;
    }
    return import(*edition, *as_of, *edits);
  }

 private:
  const diag::Source* read_file() {
    Result<std::string> bytes = session_.files.read(arguments_.file);
    if (!bytes) {
      (void)session_.usage_error(
          {fmt::format("`{}`を読み込めません：{}", arguments_.file, bytes.error().in(Language::kJapanese)),
           fmt::format("cannot read `{}`: {}", arguments_.file, bytes.error().in(Language::kEnglish))},
          {"kijun rules tableで作ったCSVのファイルを指定してください", "name a CSV file that kijun rules table made"});
      return nullptr;
    }
    constexpr std::string_view kZip = "PK\x03\x04";
    if (bytes->starts_with(kZip)) {
      (void)session_.usage_error(
          {fmt::format("`{}`はXLSXのファイルなので、読み戻せません", arguments_.file),
           fmt::format("`{}` is an XLSX workbook, which cannot be read back", arguments_.file)},
          {"「ルール表（編集用）」のシートを「CSV UTF-8」の形式で保存し、そのファイルを指定してください",
           "save its first sheet as \"CSV UTF-8\", and name that file"});
      return nullptr;
    }
    is_cp932_ = find_invalid_utf8(*bytes).has_value();
    const survey::Encoding encoding = is_cp932_ ? survey::Encoding::kCp932 : survey::Encoding::kUtf8;
    return survey::decode_file(arguments_.file, hold_bytes(std::move(*bytes)), encoding, session_.sources,
                               session_.sink)
        .source;
  }

  const policy::Edition* find_edition_of(const std::string& ruleset) {
    std::vector<std::string> ids;
    for (const policy::Edition& edition : pack_.editions) {
      if (edition.id == ruleset) return &edition;
      ids.push_back(edition.id);
    }
    const std::string list = fmt::format("{}", fmt::join(ids, ", "));
    (void)session_.usage_error({fmt::format("表の規則集`{}`は、この規則集のフォルダーの版ではありません", ruleset),
                                fmt::format("the table is of `{}`, which is no edition of this pack", ruleset)},
                               {"ある版：" + list, "editions there are: " + list});
    return nullptr;
  }

  ExitCode import(const policy::Edition& edition, Date as_of, const std::vector<analysis::TableEdit>& edits) {
    if (!edition.path.starts_with(pack_.directory + "/"))
      return session_.usage_error(
          {fmt::format("版`{}`は別の規則集（{}）にあります", edition.id, edition.path),
           fmt::format("edition `{}` is in another pack ({})", edition.id, edition.path)},
          {"その年度の版を自分の規則集に作り、表を作り直してください（docs/changing-rules）",
           "make an edition of your own for those years, and the table anew (docs/changing-rules)"});
    const diag::Source& source = *before_->loaded.merged.heads.back().span.source;
    const std::optional<std::string> text = analysis::write_table_edits(source, edits);
    if (!text) return ExitCode::kCouldNotRun;
    EditedFiles files(session_.files, edition.path, *text);
    Session edited = session_.beside(files);
    const std::unique_ptr<const LoadedTable> after = load_table(pack_, edition.path, as_of, edited);
    if (after == nullptr)
      return session_.usage_error({"直した表のとおりに書くと規則を読み込めません。何も書き込みませんでした",
                                   "with the edited table the rules do not load; nothing was written"});
    check_effect(after->table, edits);
    if (session_.print_diagnostics()) return ExitCode::kCouldNotRun;
    print_edits(edits);
    const auto verdicts = changed_verdicts(edition, files);
    if (!verdicts) return ExitCode::kCouldNotRun;
    print_meaning(*after->plan, *verdicts);
    return finish(edition.path, *text);
  }

  /// Every edit shows in the table that the edited file gives.
  void check_effect(const analysis::RulesTable& after, const std::vector<analysis::TableEdit>& edits) {
    for (const analysis::TableEdit& edit : edits) {
      const analysis::TableRow* row = after.find(edit.row->kind, edit.row->id, edit.row->part);
      const std::string now = row == nullptr ? "" : row->cell(edit.column);
      if (now != edit.text) session_.sink.report(analysis::kTableNoEffect, edit.place, edit.text, now);
    }
  }

  [[nodiscard]] bool japanese() const { return session_.language == Language::kJapanese; }

  void print_edits(const std::vector<analysis::TableEdit>& edits) {
    session_.out << session_.say({"新旧対照表\n", "What changes\n"});
    const analysis::TableRow* shown = nullptr;
    for (const analysis::TableEdit& edit : edits) {
      if (edit.row != shown)
        session_.out << fmt::format("\n{}  {}{}{}\n", analysis::kind_word(edit.row->kind).in(session_.language),
                                    edit.row->id, edit.row->part.empty() ? "" : "  ", edit.row->part);
      shown = edit.row;
      const std::string& before = edit.row->cell(edit.column);
      session_.out << fmt::format(
          "  {}\n    {}  {}\n    {}  {}\n", analysis::column_info(edit.column).label.in(session_.language),
          japanese() ? "旧" : "before", before.empty() ? std::string(session_.say({"（なし）", "(none)"})) : before,
          japanese() ? "新" : "after ", edit.text);
    }
    session_.out << '\n';
  }

  std::optional<std::vector<ChangedVerdict>> changed_verdicts(const policy::Edition& edition, FileSystem& files) {
    if (arguments_.data.empty()) return std::vector<ChangedVerdict>{};
    return find_changed_verdicts({&pack_, edition.path}, {&pack_, edition.path, &files}, arguments_.data, session_);
  }

  /// What the change does to the rules by meaning, and in the survey to whom.
  void print_meaning(const audit::Plan& after, const std::vector<ChangedVerdict>& verdicts) {
    const auto difference = analysis::compare_rulesets(*before_->plan, after, analysis::kDefaultBudget);
    DiffView view = make_diff_view(difference, session_.language);
    std::erase_if(view.rules, [](const RuleView& rule) { return !rule.is_listed(); });
    view.verdicts = verdicts;
    view.has_survey = !arguments_.data.empty();
    session_.out << diff_text(view) << '\n';
  }

  ExitCode finish(const std::string& path, const std::string& text) {
    if (!arguments_.write) {
      session_.out << fmt::format(
          fmt::runtime(
              session_.say({"何も書き込んでいません。{}に書き込むには、--writeを付けてもう一度実行してください\n",
                            "nothing is written yet; run it again with --write to write {}\n"})),
          path);
      return ExitCode::kClean;
    }
    if (!session_.write_file(path, text)) return ExitCode::kCouldNotRun;
    session_.out << fmt::format(
        fmt::runtime(
            session_.say({"{}に書き込みました。判定の意味が変わるときは、kijun rules lock で記録してください\n",
                          "{} is written; where a meaning changed, record it with kijun rules lock\n"})),
        path);
    return ExitCode::kClean;
  }

  const policy::Pack& pack_;
  const ImportArguments& arguments_;
  Session& session_;
  std::unique_ptr<const LoadedTable> before_;
  bool is_cp932_ = false;
};

ExitCode run_import(const ImportArguments& arguments, Session& session) {
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  return TableImport(*pack, arguments, session).run();
}

}  // namespace

void add_rules_import_table(CLI::App& rules, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = rules.add_subcommand("import-table", say(kImportTableSummary));
  command->footer(say(kImportTableExamples));
  auto arguments = std::make_shared<ImportArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("file", arguments->file, say({"直した表（CSV）", "the edited table (CSV)"}))->required();
  command
      ->add_option("--rules", arguments->rules, say({"規則集の名前又はフォルダー", "name or folder of the rule pack"}))
      ->type_name("PACK");
  command
      ->add_option("--data", arguments->data,
                   say({"この調査で判定が変わる対象も示す", "also list the verdicts that change in this survey"}))
      ->type_name("SURVEY");
  command->add_flag("--write", arguments->write, say({"規則のTOMLに書き込む", "write the changes into the TOML"}));
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_import(*arguments, session); }; });
}

}  // namespace kijun::cli
