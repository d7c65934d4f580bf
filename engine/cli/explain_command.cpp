#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/audit/requirement/requirement.h"
#include "engine/audit/run.h"
#include "engine/base/era.h"
#include "engine/base/glossary_scope.h"
#include "engine/base/unicode.h"
#include "engine/cli/command.h"
#include "engine/cli/diagnostics.h"
#include "engine/cli/inputs.h"
#include "engine/cli/version.h"
#include "engine/diag/reference.h"
#include "engine/diag/suggestion.h"
#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/record_words.h"
#include "reports/words/requirement_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kExplainSummary{"ルールの意味、根拠、例と、市町村等ごとの判定の過程、診断の意味を示す",
                                        "explain a rule, how it judged somebody, or a diagnostic"};
constexpr LocalizedView kExplainExamples{
    "例:\n  kijun explain council.municipality\n  kijun explain K1-01\n  kijun explain council.municipality "
    "data/kanagawa/2018 --for 秦野市\n  kijun explain KJ1004\n  kijun explain --all",
    "Examples:\n  kijun explain council.municipality\n  kijun explain K1-01\n  kijun explain council.municipality "
    "data/kanagawa/2018 --for 秦野市\n  kijun explain KJ1004\n  kijun explain --all"};

struct ExplainArguments {
  std::string subject;
  InputPaths inputs;
  std::string record;
  std::string as_of;
  int year = 0;
  bool all = false;
  std::string format = "text";  ///< Of `--all`: text or markdown.
};

/// Writes what a rule is: title, meaning, basis, texts, examples, and where each value comes from.
class RulePage {
 public:
  RulePage(const audit::Plan& plan, const policy::Rule& rule, Session& session)
      : plan_(plan), rule_(rule), session_(session) {}

  void print() {
    line(fmt::format("{}  {}", rule_.id, rule_.title.in(session_.language)));
    print_refs();
    item({"種別", "kind"}, kind_text());
    item({"対象", "for each"}, rule_.for_each);
    heading({"条件", "Conditions"});
    clause({"適用条件 when", "when"}, rule_.when);
    clause({"要件 require", "require"}, rule_.require);
    clause({"期限 deadline", "deadline"}, rule_.deadline);
    for (const policy::RuleCase& rule_case : rule_.cases)
      clause({"場合 case " + rule_case.id, "case " + rule_case.id}, rule_case.when);
    for (const std::string& code : rule_.enforced_by) item({"読込み時に検査", "checked while loading"}, code);
    print_conditions();
    print_basis();
    print_texts();
    print_examples();
    print_origins();
  }

 private:
  /// 「policy（案・根拠要確認）」.
  [[nodiscard]] std::string kind_text() const {
    const std::string kind(policy::rule_kind_id(rule_.kind));
    const LocalizedText mark = reports::rule_mark(rule_, plan_.ruleset);
    if (mark.empty()) return kind;
    return fmt::format(fmt::runtime(session_.language == Language::kJapanese ? "{}（{}）" : "{} ({})"), kind,
                       mark.in(session_.language));
  }

  void line(const std::string& text) { session_.out << text << '\n'; }
  void heading(LocalizedView title) { line(fmt::format("\n{}", session_.say(title))); }
  void item(const LocalizedText& label, const std::string& value) {
    if (!value.empty()) line(fmt::format("  {}: {}", label.in(session_.language), value));
  }
  void clause(const LocalizedText& label, const diag::EmbeddedText& expr) {
    std::string text = expr.text();
    std::replace(text.begin(), text.end(), '\n', ' ');
    item(label, text);
  }

  void print_refs() {
    std::vector<std::string> refs = rule_.verdict.refs;
    for (const policy::RuleCase& rule_case : rule_.cases)
      for (const std::string& ref : rule_case.verdict.refs)
        if (std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
    item({"整理番号", "refs"}, fmt::format("{}", fmt::join(refs, ", ")));
  }

  void print_conditions() {
    for (const policy::Condition& condition : plan_.ruleset.conditions) {
      const bool used = rule_.require.text().find(condition.id) != std::string::npos ||
                        rule_.when.text().find(condition.id) != std::string::npos;
      if (!used) continue;
      clause({"条件 " + condition.id, "condition " + condition.id}, condition.expr);
      item({"　意味", "  meaning"}, condition.description.in(session_.language));
    }
  }

  void print_basis() {
    if (!rule_.basis.empty()) heading({"根拠", "Basis"});
    for (const std::string& id : rule_.basis) {
      const policy::Basis* basis = plan_.ruleset.find_basis(id);
      if (basis == nullptr) continue;
      const std::string mark =
          basis->confirmed ? ""
                           : (session_.language == Language::kJapanese ? "（根拠要確認）" : " (basis to be confirmed)");
      line(fmt::format("  {}{}", basis->title.in(session_.language), mark));
      item({"　法令等", "  law"}, fmt::format("{} {}", basis->law, basis->article));
      item({"　確認事項", "  to confirm"}, basis->note.in(session_.language));
    }
  }

  void print_texts() {
    heading({"示される文", "Texts"});
    print_verdict({"（場合によらず）", "(whatever the case)"}, rule_.verdict);
    for (const policy::RuleCase& rule_case : rule_.cases)
      print_verdict({rule_case.id, rule_case.id}, rule_case.verdict);
  }

  void print_verdict(const LocalizedText& label, const policy::Verdict& verdict) {
    const bool japanese = session_.language == Language::kJapanese;
    const std::string severity(verdict.severity ? policy::severity_id(*verdict.severity) : "");
    line(fmt::format("  {}{}{}", label.in(session_.language), severity.empty() ? "" : "  ", severity));
    if (verdict.before_deadline)
      item({"　期限前の重大度", "  before the deadline"}, std::string(policy::severity_id(*verdict.before_deadline)));
    item({"　内容", "  message"}, japanese ? verdict.message.ja.text() : verdict.message.en.text());
    item({"　対応", "  remedy"}, verdict.remedy.in(session_.language));
    if (verdict.ask) item({"　照会", "  question"}, verdict.ask->text.in(session_.language));
  }

  void print_examples() {
    if (!rule_.examples.empty()) heading({"例", "Examples"});
    for (const policy::Example& example : rule_.examples) line(fmt::format("  {}: {}", example.expect, example.name));
  }

  /// Each key with the file and line its value was written at.
  void print_origins() {
    heading({"定義の場所", "Where it is written"});
    for (const toml_doc::Entry& entry : rule_.merged.entries) {
      const diag::Span span = entry.value.front().span;
      if (span.valid())
        line(fmt::format("  {:<15} {}:{}", entry.key, span.source->path(), span.source->line_column(span.begin).line));
    }
  }

  const audit::Plan& plan_;
  const policy::Rule& rule_;
  Session& session_;
};

std::string place_text(const audit::Place& place) {
  return place.line == 0 ? std::string() : fmt::format(" ({}:{}:{})", place.file, place.line, place.column);
}

void print_cell(const audit::CellView& cell, const std::string& indent, Session& session) {
  const std::string raw = cell.raw.empty()
                              ? ""
                              : (session.language == Language::kJapanese ? "　回答「" + cell.raw + "」"
                                                                         : "  answered \"" + cell.raw + "\"");
  session.out << indent
              << single_line(fmt::format("{} {} = {}", cell.subject.name.in(session.language),
                                         cell.label.in(session.language), cell.value.in(session.language)))
              << single_line(raw) << place_text(cell.at) << '\n';
}

void print_result(const audit::ResultModel& model, std::size_t column, std::size_t position, Session& session) {
  const audit::RuleColumn& results = model.columns()[column];
  const audit::ResultCode code = results.code(position);
  const audit::ResultDetail detail = model.detail(column, position);
  const table::SubjectName name = model.subject(results.subject(position)).name;
  const std::string field =
      results.field() ? fmt::format(" [{}]", model.vocabulary().field(*results.field()).label.in(session.language))
                      : "";
  session.out << fmt::format("\n{} {}{}: {} ({})\n", name.name.in(session.language), name.code, field,
                             reports::verdict_word(audit::verdict_of(results, code)).in(session.language),
                             audit::outcome_id(code.decision.outcome));
  session.out << "  " << single_line(detail.message.in(session.language)) << '\n';
  if (const audit::DecisionView* waiver = model.waiver(column, position); waiver != nullptr)
    session.out << fmt::format("  {}: {}\n", reports::decision_kind_word(waiver->kind).in(session.language),
                               reports::decision_content(*waiver).in(session.language));
  const LocalizedText excluded = reports::excluded_text(model.run(), detail);
  if (!excluded.empty()) session.out << "  " << excluded.in(session.language) << '\n';
  if (code.deadline)
    session.out << fmt::format("  {}: {}\n", session.say({"期限", "deadline"}),
                               format_date(*code.deadline, session.language));
  if (const audit::Requirement requirement = model.requirement(column, position); !requirement.empty()) {
    session.out << fmt::format("  {}:\n", reports::requirement_heading(requirement).in(session.language));
    for (const audit::RequiredClause& clause : requirement.clauses)
      session.out << "    " << single_line(reports::requirement_text(clause).in(session.language)) << '\n';
  }
  if (!detail.remedy.empty())
    session.out << fmt::format("  {}: {}\n", session.say({"対応", "remedy"}), detail.remedy.in(session.language));
  for (const audit::ClauseView& clause : model.trace(column, position)) {
    std::string text = clause.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    session.out << fmt::format("  {:<9} {}{} → {}\n", clause.depth == 0 ? clause.part : "",
                               std::string(2 * clause.depth, ' '), text, clause.value.in(session.language));
    for (const audit::CellView& cell : clause.cells) print_cell(cell, std::string(14 + 2 * clause.depth, ' '), session);
  }
  for (const audit::CellView& cell : detail.evidence)
    if (cell.role == audit::EvidenceRole::kContext)
      print_cell(cell, fmt::format("  {}: ", session.say({"参考", "beside it"})), session);
}

ExitCode explain_result(const std::string& record, const policy::Pack& pack, std::unique_ptr<audit::Plan> plan,
                        std::unique_ptr<survey::SurveySeries> series, audit::AuditOptions options, Session& session) {
  const std::optional<std::uint32_t> row = find_row(series->audited(), record, session);
  if (!row) return ExitCode::kCouldNotRun;
  options.only_rows = std::set<std::uint32_t>{*row};
  options.allow.nothing_applicable = true;
  options.allow.rule_errors = true;
  const std::unique_ptr<audit::ResultModel> model =
      audit::run_audit(std::move(plan), std::move(series), pack, options, session.sink);
  if (session.print_diagnostics() || model == nullptr) return ExitCode::kCouldNotRun;
  const GlossaryScope terms(model->run().glossary);
  std::size_t num_printed = 0;
  for (std::size_t column = 0; column < model->columns().size(); ++column)
    for (std::size_t position = 0; position < model->columns()[column].size(); ++position, ++num_printed)
      print_result(*model, column, position, session);
  if (num_printed == 0) {
    const LocalizedText name = model->subject({table::kRecordSpace, *row}).name.name;
    session.out << session.say({fmt::format("\nこのルールは{}を対象としていません。\n", name.ja),
                                fmt::format("\nThe rule is not asked of {}.\n", name.en)});
  }
  return ExitCode::kClean;
}

bool is_code(const std::string& subject) { return subject.starts_with("KJ"); }

/// What a diagnostic means, with an example.
ExitCode explain_diagnostic(const std::string& code, Session& session) {
  const diag::Registry& registry = diagnostics();
  if (const diag::Definition* definition = registry.find(code)) {
    session.out << diag::reference_entry(registry, *definition, session.language);
    return ExitCode::kClean;
  }
  std::vector<std::string> codes;
  for (const diag::Definition* definition : registry.definitions())
    if (definition->code.size() == code.size()) codes.emplace_back(definition->code);
  const LocalizedText all{"`kijun explain --all`で一覧を表示できます", "`kijun explain --all` lists them"};
  return session.usage_error(
      {fmt::format("診断`{}`はありません", code), fmt::format("there is no diagnostic `{}`", code)},
      diag::did_you_mean(diag::suggest(code, codes), all));
}

/// Every diagnostic by code.
ExitCode explain_all(const std::string& format, Session& session) {
  const diag::Registry& registry = diagnostics();
  if (format == "markdown") {
    session.out << diag::reference_page(registry, session.language);
    return ExitCode::kClean;
  }
  for (const diag::Definition* definition : registry.definitions()) {
    if (definition != registry.definitions().front()) session.out << '\n';
    session.out << diag::reference_entry(registry, *definition, session.language);
  }
  return ExitCode::kClean;
}

ExitCode run_explain(const ExplainArguments& arguments, Session& session) {
  if (arguments.all == !arguments.subject.empty())
    return session.usage_error(
        {"ルールか診断番号を一つ、又は--allを指定してください", "name a rule or a diagnostic, or pass --all"},
        {"例：kijun explain KJ1004", "e.g. kijun explain KJ1004"});
  if (arguments.all) return explain_all(arguments.format, session);
  if (is_code(arguments.subject)) return explain_diagnostic(arguments.subject, session);
  const ResolvedPaths resolved = resolve_paths(arguments.inputs, session);
  if (session.print_diagnostics()) return ExitCode::kCouldNotRun;
  if (resolved.paths.rules.empty()) return no_rules_error(session);
  const std::unique_ptr<policy::Pack> pack = load_pack(resolved.paths.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  std::unique_ptr<survey::SurveySeries> series;
  audit::AuditOptions options;
  options.tool_version = kVersion;
  const int latest = pack->editions.empty() ? 0 : pack->editions.back().from_year;
  int fiscal_year = arguments.year != 0 ? arguments.year : latest;
  if (!arguments.record.empty()) {
    if (resolved.paths.survey.empty())
      return session.usage_error({"--forには調査の指定も必要です", "--for needs a survey as well"},
                                 {"例：kijun explain ルール data/kanagawa/2018 --for 秦野市",
                                  "e.g. kijun explain RULE data/kanagawa/2018 --for 秦野市"});
    series = load_survey(resolved.paths.survey, *pack, session);
    if (series == nullptr) return ExitCode::kCouldNotRun;
    fiscal_year = series->audited().manifest().fiscal_year;
    options.as_of = series->audited().manifest().as_of;
  } else {
    options.as_of = Date::fiscal_year_end(fiscal_year).value_or(Date{});
  }
  if (!arguments.as_of.empty()) {
    const std::optional<Date> as_of = session.parse_day("--as-of", arguments.as_of);
    if (!as_of) return ExitCode::kCouldNotRun;
    options.as_of = *as_of;
  }
  std::unique_ptr<audit::Plan> plan = series == nullptr ? load_plan(*pack, fiscal_year, options.as_of, session)
                                                        : load_locked_plan(*pack, fiscal_year, options.as_of, session);
  if (plan == nullptr) return ExitCode::kCouldNotRun;
  const policy::Rule* rule = find_rule(plan->ruleset, arguments.subject, session);
  if (rule == nullptr) return ExitCode::kCouldNotRun;
  RulePage(*plan, *rule, session).print();
  if (series == nullptr) return ExitCode::kClean;
  options.only_rules = {rule->id};
  return explain_result(arguments.record, *pack, std::move(plan), std::move(series), options, session);
}

}  // namespace

void add_explain_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("explain", say(kExplainSummary));
  command->footer(say(kExplainExamples));
  auto arguments = std::make_shared<ExplainArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("rule", arguments->subject,
                      say({"ルールのid、整理番号（K1-01など）又は診断番号（KJ1004など）",
                           "rule id, paper number (K1-01) or diagnostic code (KJ1004)"}));
  command->add_option("survey", arguments->inputs.survey, say({"調査のフォルダー", "folder of the survey"}));
  command
      ->add_option("--for", arguments->record,
                   say({"この市町村等の判定の過程を示す", "show how this municipality or other record was judged"}))
      ->type_name("NAME");
  command
      ->add_option("--rules", arguments->inputs.rules,
                   say({"規則集の名前又はフォルダー", "name or folder of the rule pack"}))
      ->type_name("PACK");
  command->add_option("--as-of", arguments->as_of, say({"判定日", "date of judgement"}))->type_name("DATE");
  command
      ->add_option("--year", arguments->year,
                   say({"この年度の版（既定は最新の版。調査を指定したときはその年度）",
                        "the edition of this fiscal year (default: the latest; with a survey: its year)"}))
      ->type_name("YEAR");
  CLI::Option* all = command->add_flag("--all", arguments->all, say({"すべての診断を示す", "show every diagnostic"}));
  command->add_option("--format", arguments->format, say({"--allの形式", "format of --all"}))
      ->type_name("FORMAT")
      ->needs(all)
      ->check(CLI::IsMember({"text", "markdown"}));
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_explain(*arguments, session); }; });
}

}  // namespace kijun::cli
