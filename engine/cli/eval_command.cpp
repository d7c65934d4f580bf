#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "engine/analysis/analysis_diagnostics.h"
#include "engine/analysis/cel_case.h"
#include "engine/analysis/cel_case_runner.h"
#include "engine/analysis/eval_scope.h"
#include "engine/base/unicode.h"
#include "engine/cel/source_text.h"
#include "engine/cli/command.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kEvalSummary{"式を一つ評価する、又はCELの試験例を実行する",
                                     "evaluate one expression, or run cases of CEL"};
constexpr LocalizedView kExpressionHelp{"評価する式。`-`で始まるときは前に`--`を置く",
                                        "the expression; put `--` before one that begins with `-`"};
constexpr LocalizedView kBindingsHelp{"式が読む名前と値（JSONのオブジェクト）",
                                      "names that the expression reads and their values, a JSON object"};
constexpr LocalizedView kPlainHelp{"拡張なしの標準のCELとして評価する",
                                   "evaluate as plain CEL, without kijun's profile"};
constexpr LocalizedView kTypeHelp{"式の型も表示する", "also print the type of the expression"};
constexpr LocalizedView kCasesHelp{"標準のCELの試験例（一行に一つのJSON）を両方の評価器で実行する",
                                   "run cases of plain CEL, one JSON object a line, by both evaluators"};
constexpr LocalizedView kEvalExamples{
    R"(例:
  kijun eval '1 + 2 == 3'
  kijun eval 'beds > 3 || note != ""' --bindings '{"beds": 5, "note": "未定"}'
  kijun eval 'beds > 3' --bindings '{"beds": {"missing": "blank", "type": "int"}}'
  kijun eval 'planned <= params.limit && planned.year() == 2019' \
      --bindings '{"planned": {"date": "2019-04-01"}, "params": {"limit": {"date": "2020-03-31"}}}'
  kijun eval 'x.map(i, i * 2)' --plain --type --bindings '{"x": [1, 2]}'
  kijun eval --cases cases.jsonl

ルールと同じ言語で評価します。値（真偽、整数、小数、文字列、日付）は一つの市町村等の回答として読み、
リストやマップは変数になります。as_of、fiscal_year、code、name、kind、paramsも与えられます。
圏域や以前の調査はありません。
JSONの値はそのまま書くか、型を付けて書きます: {"uint": "7"} {"double": "0.1"} {"decimal": "0.1"} {"date": "2019-03-31"}
{"timestamp": "2019-03-31T00:00:00Z"} {"duration": "90s"} {"bytes": "BASE64"} {"map": [[キー, 値], …]}
無回答は{"missing": 理由, "type": 型}です。理由: blank unreadable absent withheld not_applicable not_reviewed

終了コード: 0 値がある（試験例はすべて合格）　1 値がない（判定できない、対象外、エラー。試験例に不合格がある）
2 式又は引数の誤り)",
    R"(Examples:
  kijun eval '1 + 2 == 3'
  kijun eval 'beds > 3 || note != ""' --bindings '{"beds": 5, "note": "tbd"}'
  kijun eval 'beds > 3' --bindings '{"beds": {"missing": "blank", "type": "int"}}'
  kijun eval 'planned <= params.limit && planned.year() == 2019' \
      --bindings '{"planned": {"date": "2019-04-01"}, "params": {"limit": {"date": "2020-03-31"}}}'
  kijun eval 'x.map(i, i * 2)' --plain --type --bindings '{"x": [1, 2]}'
  kijun eval --cases cases.jsonl

The language is that of rules. Bools, numbers, strings and dates are read as the answers of one record, lists
and maps are variables; as_of, fiscal_year, code, name, kind and params can be given too. There are no zones and no
earlier surveys.
Values are plain JSON or say their type: {"uint": "7"} {"double": "0.1"} {"decimal": "0.1"} {"date": "2019-03-31"}
{"timestamp": "2019-03-31T00:00:00Z"} {"duration": "90s"} {"bytes": "BASE64"} {"map": [[KEY, VALUE], …]}
No answer is {"missing": REASON, "type": TYPE}; reasons: blank unreadable absent withheld not_applicable not_reviewed

Exit codes: 0 there is a value (all cases pass), 1 there is none (unknown, not applicable, an error; a case fails),
2 a wrong expression or argument)"};

constexpr std::string_view kNoBindings = "{}";

struct EvalArguments {
  std::string expression;
  bool has_expression = false;
  std::string bindings{kNoBindings};
  std::string cases;
  bool plain = false;
  bool type = false;
};

/// What went wrong in evaluations, by the code of the error, for Japanese readers.
struct ErrorLabel {
  std::string_view code;
  std::string_view ja;
};
constexpr std::array kErrorLabels{
    ErrorLabel{"division_by_zero", "0による除算"},
    ErrorLabel{"duplicate_key", "キーの重複"},
    ErrorLabel{"index_out_of_range", "範囲外の添字"},
    ErrorLabel{"invalid_argument", "引数の誤り"},
    ErrorLabel{"invalid_conversion", "変換できない値"},
    ErrorLabel{"invalid_date", "正しくない日付"},
    ErrorLabel{"invalid_format", "書式の誤り"},
    ErrorLabel{"invalid_key", "キーにできない値"},
    ErrorLabel{"invalid_pattern", "正規表現の誤り"},
    ErrorLabel{"invalid_time_zone", "時間帯の誤り"},
    ErrorLabel{"no_such_key", "ないキー"},
    ErrorLabel{"no_such_overload", "型の合わない演算"},
    ErrorLabel{"no_value", "空のoptional"},
    ErrorLabel{"overflow", "桁あふれ"},
    ErrorLabel{"range", "範囲外の値"},
    ErrorLabel{"unknown_variable", "値のない名前"},
    ErrorLabel{"value_too_large", "大きすぎる値"},
};

std::string_view error_label(std::string_view code) {
  const auto* const found = std::ranges::find(kErrorLabels, code, &ErrorLabel::code);
  return found == kErrorLabels.end() ? code : found->ja;
}

ExitCode print_state(LocalizedView state, const std::vector<cel::Cause>& causes, const analysis::EvalScope& scope,
                     Session& session) {
  const bool japanese = session.language == Language::kJapanese;
  std::string text;
  for (const cel::Cause& cause : causes)
    text += (text.empty() ? (japanese ? "：" : ": ") : (japanese ? "、" : ", ")) +
            scope.cause_text(cause, session.language);
  session.out << session.say(state) << text << '\n';
  return ExitCode::kGates;
}

ExitCode print_value(const cel::CheckedExpr& expr, const cel::Value& value, const analysis::EvalScope& scope,
                     Session& session) {
  if (const auto* error = value.as<cel::EvalError>()) {
    const cel::NodeId node = error->node == cel::kNoNode ? expr.ast.root : error->node;
    session.sink.report(analysis::kEvalError, expr.span(node), error_label(error->code), error->message);
    (void)session.print_diagnostics();
    return ExitCode::kGates;
  }
  if (const auto* unknown = value.as<cel::Unknown>())
    return print_state({"判定できない", "unknown"}, unknown->causes, scope, session);
  if (const auto* other = value.as<cel::NotApplicable>())
    return print_state({"対象外", "not applicable"}, other->causes, scope, session);
  session.out << escape_controls(cel::source_text(value)) << '\n';
  return ExitCode::kClean;
}

ExitCode run_expression(const EvalArguments& arguments, Session& session) {
  Result<analysis::EvalBindings> bindings = analysis::read_eval_bindings(arguments.bindings, arguments.plain);
  if (!bindings)
    return session.usage_error({bindings.error().in(Language::kJapanese), bindings.error().in(Language::kEnglish)},
                               {"`kijun eval --help`に例があります", "`kijun eval --help` has examples"});
  const analysis::EvalScope scope(*std::move(bindings));
  const diag::Source& source =
      session.sources.add(std::string(session.say({"式", "expression"})), arguments.expression);
  const std::optional<cel::CheckedExpr> expr = scope.compile(diag::EmbeddedText::whole(source), session.sink);
  if (!expr) {
    (void)session.print_diagnostics();
    return ExitCode::kCouldNotRun;
  }
  const ExitCode code = print_value(*expr, scope.eval(*expr), scope, session);
  if (code == ExitCode::kClean) (void)session.print_diagnostics();  // warnings
  if (arguments.type) session.out << cel::to_string(expr->type()) << '\n';
  return code;
}

/// How the cases of a file went.
struct CaseCounts {
  std::size_t num_passed = 0;
  std::size_t num_failed = 0;
  std::size_t num_by_column = 0;   ///< Of the passed ones: also run by the columnar evaluator,
  std::size_t num_by_kernels = 0;  ///< and without help of the naive one.
  std::size_t num_skipped_elsewhere_passed = 0;
  std::size_t num_skipped_elsewhere_failed = 0;
};

/// The text within one line, its line breaks as an expression would write them in a string.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : escape_controls(text)) line += c == '\n' ? std::string("\\n") : std::string(1, c);
  return line;
}

void run_case(const analysis::CelCase& test, CaseCounts& counts, Session& session) {
  const analysis::CaseResult result = analysis::run_cel_case(test);
  const bool passed = !result.actual.has_value();
  ++(passed ? counts.num_passed : counts.num_failed);
  if (test.skipped_elsewhere) ++(passed ? counts.num_skipped_elsewhere_passed : counts.num_skipped_elsewhere_failed);
  if (passed && result.by_column) ++counts.num_by_column;
  if (passed && result.by_kernels) ++counts.num_by_kernels;
  if (passed) return;
  constexpr LocalizedView kFailure{"不合格 {}\n  式:     {}\n  期待:   {}\n  実際:   {}\n",
                                   "FAILED {}\n  expression: {}\n  expected:   {}\n  got:        {}\n"};
  session.out << fmt::format(fmt::runtime(session.say(kFailure)), test.name, in_one_line(test.expr),
                             in_one_line(analysis::expectation_text(test.expect).in(session.language)),
                             in_one_line(*result.actual));
}

void print_counts(const CaseCounts& counts, Session& session) {
  constexpr LocalizedView kByColumn{"列単位の評価器でも合格: {}（うち式全体を列で計算 {}）\n",
                                    "passed by the columnar evaluator too: {}, {} of them by its kernels alone\n"};
  constexpr LocalizedView kElsewhere{"参照実装が実行しない例を除くと: {} passed, {} failed\n",
                                     "without the cases that reference implementations skip: {} passed, {} failed\n"};
  if (!session.quiet) {
    session.out << fmt::format(fmt::runtime(session.say(kByColumn)), counts.num_by_column, counts.num_by_kernels);
    if (counts.num_skipped_elsewhere_passed + counts.num_skipped_elsewhere_failed > 0)
      session.out << fmt::format(fmt::runtime(session.say(kElsewhere)),
                                 counts.num_passed - counts.num_skipped_elsewhere_passed,
                                 counts.num_failed - counts.num_skipped_elsewhere_failed);
  }
  session.out << fmt::format("{} passed, {} failed\n", counts.num_passed, counts.num_failed);
}

ExitCode run_cases(const EvalArguments& arguments, Session& session) {
  const Result<std::string> text = session.files.read(arguments.cases);
  if (!text)
    return session.usage_error(
        {fmt::format("`{}`を読めません：{}", arguments.cases, text.error().in(Language::kJapanese)),
         fmt::format("cannot read `{}`: {}", arguments.cases, text.error().message)});
  CaseCounts counts;
  std::size_t number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.empty()) continue;
    const Result<analysis::CelCase> test = analysis::read_cel_case(line);
    if (!test)
      return session.usage_error(
          {fmt::format("{}の{}行目は試験例ではありません：{}", arguments.cases, number,
                       test.error().in(Language::kJapanese)),
           fmt::format("line {} of {} is no case: {}", number, arguments.cases, test.error().message)});
    run_case(*test, counts, session);
  }
  if (counts.num_passed + counts.num_failed == 0)
    return session.usage_error(
        {fmt::format("`{}`に試験例がありません", arguments.cases), fmt::format("`{}` holds no case", arguments.cases)});
  print_counts(counts, session);
  return counts.num_failed > 0 ? ExitCode::kGates : ExitCode::kClean;
}

ExitCode run_eval(const EvalArguments& arguments, Session& session) {
  const LocalizedText hint{"`kijun eval --help`に例があります", "`kijun eval --help` has examples"};
  const bool has_more =
      arguments.has_expression || arguments.plain || arguments.type || arguments.bindings != kNoBindings;
  if (!arguments.cases.empty() && has_more)
    return session.usage_error({"`--cases`は試験例だけで決まり、式や他のオプションと一緒には使えません",
                                "`--cases` stands alone: its cases say everything"},
                               hint);
  if (arguments.cases.empty() && !arguments.has_expression)
    return session.usage_error({"式がありません", "there is no expression"}, hint);
  return arguments.cases.empty() ? run_expression(arguments, session) : run_cases(arguments, session);
}

}  // namespace

void add_eval_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("eval", say(kEvalSummary));
  command->footer(say(kEvalExamples));
  auto arguments = std::make_shared<EvalArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  CLI::Option* expression = command->add_option("expression", arguments->expression, say(kExpressionHelp));
  command->add_option("--bindings", arguments->bindings, say(kBindingsHelp))->type_name("JSON");
  command->add_flag("--plain", arguments->plain, say(kPlainHelp));
  command->add_flag("--type", arguments->type, say(kTypeHelp));
  command->add_option("--cases", arguments->cases, say(kCasesHelp))->type_name("FILE");
  command->callback([arguments, expression, &action] {
    arguments->has_expression = expression->count() > 0;
    action = [arguments](Session& session) { return run_eval(*arguments, session); };
  });
}

}  // namespace kijun::cli
