#include <fmt/format.h>

#include <memory>

#include "engine/base/unicode.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/record_decision.h"
#include "engine/survey/review.h"
#include "reports/words/plural.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kReviewSummary{"まだ誰も読んでいない備考を一覧し、読み取りを記録する",
                                       "list the notes nobody has read yet, and record readings"};
constexpr LocalizedView kReviewExamples{
    "例:\n"
    "  kijun review data/kanagawa/2018\n"
    "  kijun review data/kanagawa/2018 --for 横浜市 --note council_note \\\n"
    "      --set council_evidence=contradicted --set council_planned_date=2020-03-31 \\\n"
    "      --reason \"設置は平成31年度の予定と記されている\" --by 障害福祉課\n"
    "  kijun review data/kanagawa/2018 --for 逗子市 --note council_note --nothing-to-add --reason \"…\" --by "
    "障害福祉課",
    "Examples:\n"
    "  kijun review data/kanagawa/2018\n"
    "  kijun review data/kanagawa/2018 --for 横浜市 --note council_note \\\n"
    "      --set council_evidence=contradicted --set council_planned_date=2020-03-31 \\\n"
    "      --reason \"the note says it is planned for FY2019\" --by \"welfare section\"\n"
    "  kijun review data/kanagawa/2018 --for 逗子市 --note council_note --nothing-to-add --reason \"…\" --by \"…\""};

struct ReviewArguments {
  DecisionArguments decision;
  std::string note;
  std::vector<std::string> values;
  bool nothing_to_add = false;
};

/// The values a reading field can take, for the list.
std::string domain_of(const table::Field& field, Language language) {
  if (field.type == table::FieldType::kBool) return "true / false";
  if (field.type != table::FieldType::kEnum) return std::string(table::field_type_id(field.type));
  std::vector<std::string> words;
  for (const table::EnumValue& value : field.values)
    words.push_back(fmt::format("{} ({})", value.id, value.label.in(language)));
  return fmt::format("{}", fmt::join(words, " / "));
}

class ReviewCommand {
 public:
  ReviewCommand(const ReviewArguments& arguments, Session& session) : arguments_(arguments), session_(session) {}

  ExitCode run() {
    const std::optional<InputPaths> paths = require_paths(arguments_.decision.inputs, session_);
    if (!paths) return ExitCode::kCouldNotRun;
    survey_path_ = paths->survey;
    pack_ = load_pack(paths->rules, session_);
    if (pack_ == nullptr) return ExitCode::kCouldNotRun;
    series_ = load_survey(paths->survey, *pack_, session_);
    if (series_ == nullptr) return ExitCode::kCouldNotRun;
    session_.print_diagnostics();
    const bool records = !arguments_.values.empty() || arguments_.nothing_to_add;
    return records ? record() : list();
  }

 private:
  [[nodiscard]] const survey::SurveyTable& survey() const { return series_->audited(); }

  ExitCode list() {
    const std::vector<survey::OpenNote> notes = survey::open_notes(survey());
    for (const survey::OpenNote& note : notes) print_note(note);
    session_.out << session_.say({fmt::format("未読の備考 {}件\n", notes.size()),
                                  fmt::format("{} to read\n", reports::counted(notes.size(), "note"))});
    return ExitCode::kClean;
  }

  void print_note(const survey::OpenNote& note) {
    const table::SubjectName name = survey().subject({table::kRecordSpace, note.row});
    const table::Field& field = survey().vocabulary().field(note.note);
    const diag::LineColumn at = note.place.source->line_column(note.place.begin);
    session_.out << fmt::format("{} {}  {} [{}]  {}:{}\n", name.code, name.name.in(session_.language),
                                field.label.in(session_.language), field.id, note.place.source->path(), at.line);
    if (note.stale)
      session_.out << "  "
                   << session_.say({"読み取りの後に備考が変わっています", "the note has changed since it was read"})
                   << '\n';
    session_.out << "  「" << single_line(note.text) << "」\n";
    for (const table::FieldIndex reading : note.readings) {
      const table::Field& open = survey().vocabulary().field(reading);
      session_.out << fmt::format("    {}: {}\n      {}\n", open.id, open.question.in(session_.language),
                                  domain_of(open, session_.language));
    }
    session_.out << '\n';
  }

  ExitCode record() {
    if (arguments_.decision.subject.empty() || arguments_.note.empty())
      return session_.usage_error({"記録には--forと--noteが必要です", "recording needs --for and --note"});
    const std::optional<std::uint32_t> row = find_row(survey(), arguments_.decision.subject, session_);
    if (!row) return ExitCode::kCouldNotRun;
    const std::optional<table::FieldIndex> note = survey().vocabulary().find(arguments_.note);
    if (!note || survey().vocabulary().field(*note).role != table::FieldRole::kNote || !survey().asks(*note))
      return wrong_note();
    const survey::Cell cell = survey().cell({table::kRecordSpace, *row}, *note);
    if (cell.raw.empty()) return session_.usage_error({"この備考は空欄です", "this note is empty"});
    if (survey().note_status(*row, *note) == survey::NoteStatus::kRead)
      return session_.usage_error({"この備考は既に読み取られています", "this note has been read already"},
                                  {"変更するときはdecisions.tomlの該当箇所を直してください",
                                   "to change a reading, edit its entry in decisions.toml"});
    return write_reading(*row, *note, cell.raw);
  }

  ExitCode wrong_note() {
    std::vector<std::string> notes;
    for (const table::Field& field : survey().vocabulary().fields())
      if (field.role == table::FieldRole::kNote) notes.push_back(field.id);
    const std::string known = fmt::format("{}", fmt::join(notes, ", "));
    return session_.usage_error({fmt::format("`{}`はこの調査の備考の項目ではありません", arguments_.note),
                                 fmt::format("`{}` is no note of this survey", arguments_.note)},
                                {"備考の項目：" + known, "notes: " + known});
  }

  ExitCode write_reading(std::uint32_t row, table::FieldIndex note, std::string_view text) {
    survey::Decision reading;
    reading.kind = survey::DecisionKind::kReading;
    reading.subject = survey().record(row).code;
    reading.note = note;
    reading.quote = text;
    reading.hash = survey::note_hash(text);
    for (const std::string& assignment : arguments_.values)
      if (auto value = survey::parse_assignment(assignment, note, survey().vocabulary(), session_.sink))
        reading.values.push_back(std::move(*value));
    if (session_.print_diagnostics() || !fill_in(arguments_.decision, reading, session_)) return ExitCode::kCouldNotRun;
    return record_decision({reading, survey(), survey_path_}, arguments_.decision.dry_run, session_);
  }

  const ReviewArguments& arguments_;
  Session& session_;
  std::string survey_path_;  ///< As given or configured.
  std::unique_ptr<policy::Pack> pack_;
  std::unique_ptr<survey::SurveySeries> series_;
};

}  // namespace

void add_review_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("review", say(kReviewSummary));
  command->footer(say(kReviewExamples));
  auto arguments = std::make_shared<ReviewArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("survey", arguments->decision.inputs.survey, say({"調査のフォルダー", "folder of the survey"}));
  command->add_option("--for", arguments->decision.subject, say({"読んだ備考を書いた市町村等", "whose note was read"}))
      ->type_name("NAME");
  command->add_option("--note", arguments->note, say({"読んだ備考の項目", "field of the note"}))->type_name("FIELD");
  command
      ->add_option("--set", arguments->values,
                   say({"読み取った値。繰り返し指定できる", "a value read from it; repeatable"}))
      ->type_name("FIELD=VALUE");
  command->add_flag("--nothing-to-add", arguments->nothing_to_add,
                    say({"読んだが加えることはない", "it was read and says nothing more"}));
  add_decision_options(*command, arguments->decision, "note", language);
  command->callback([arguments, &action] {
    action = [arguments](Session& session) { return ReviewCommand(*arguments, session).run(); };
  });
}

}  // namespace kijun::cli
