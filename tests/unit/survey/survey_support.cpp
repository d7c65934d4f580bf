#include "tests/unit/survey/survey_support.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/diag/renderer.h"
#include "engine/table/vocabulary_file.h"

namespace kijun::survey::testing {
namespace {

constexpr std::string_view kFields = R"([vocabulary]
id = "small"
title = { ja = "小さな項目一覧", en = "A small vocabulary" }
[[field]]
id = "council"
label = { ja = "協議の場", en = "Council" }
type = "enum"
role = "declared"
kinds = ["municipality", "prefecture"]
  [[field.value]]
  id = "established"
  label = { ja = "設置済み", en = "established" }
  marks = ["○"]
  [[field.value]]
  id = "planned"
  label = { ja = "調整中", en = "being arranged" }
  marks = ["△"]
  [[field.value]]
  id = "none"
  label = { ja = "未設置", en = "none" }
  marks = ["×"]
[[field]]
id = "council_note"
label = { ja = "備考", en = "Note" }
type = "string"
role = "note"
kinds = ["municipality", "prefecture"]
[[field]]
id = "meetings"
label = { ja = "開催回数", en = "Meetings" }
type = "int"
role = "fact"
kinds = ["municipality"]
[[field]]
id = "opened_on"
label = { ja = "設置日", en = "Opened on" }
type = "date"
role = "fact"
kinds = ["municipality"]
[[field]]
id = "sectors"
label = { ja = "分野", en = "Sectors" }
type = "list"
element = "enum"
role = "fact"
kinds = ["municipality"]
  [[field.value]]
  id = "medical"
  label = { ja = "医療", en = "medical" }
  marks = ["医療"]
  [[field.value]]
  id = "education"
  label = { ja = "教育", en = "education" }
  marks = ["教育"]
[[field]]
id = "shared"
label = { ja = "共同設置", en = "Shared" }
type = "bool"
role = "fact"
kinds = ["municipality"]
[[field]]
id = "evidence"
label = { ja = "裏付け", en = "Evidence" }
type = "enum"
role = "reading"
kinds = ["municipality", "prefecture"]
reads = "council_note"
unless_reviewed = "not_shown"
question = { ja = "裏付けますか。", en = "Does it support?" }
  [[field.value]]
  id = "supported"
  label = { ja = "裏付ける", en = "supports" }
  [[field.value]]
  id = "not_shown"
  label = { ja = "読み取れない", en = "not shown" }
  [[field.value]]
  id = "contradicted"
  label = { ja = "相違", en = "contradicts" }
[[field]]
id = "planned_date"
label = { ja = "予定日", en = "Planned date" }
type = "date"
role = "reading"
kinds = ["municipality", "prefecture"]
reads = "council_note"
unless_reviewed = "unknown"
question = { ja = "いつですか。", en = "When?" }
[[field]]
id = "joint"
label = { ja = "共同", en = "Joint" }
type = "bool"
role = "reading"
kinds = ["municipality"]
reads = "council_note"
unless_reviewed = false
question = { ja = "共同ですか。", en = "Is it joint?" }
[[field]]
id = "zone_council"
label = { ja = "圏域の協議の場", en = "Zone council" }
type = "bool"
role = "declared"
kinds = ["zone"]
[[field]]
id = "centre"
label = { ja = "センター", en = "Centre" }
type = "bool"
role = "fact"
kinds = ["prefecture"]
)";

constexpr std::string_view kRegister = R"([register]
id = "kakuu"
prefecture = "990001"
title = { ja = "架空県名簿", en = "Kakuu register" }
municipalities = "municipalities.csv"
zones = "zones.toml"
bodies = "bodies.toml"
)";

constexpr std::string_view kMunicipalities =
    "code,name,kana,name_en,name_variants,kind,zone,county,order,valid_from,valid_to,successors\n"
    "990001,架空県,かくうけん,Kakuu Prefecture,,prefecture,,,1,,,\n"
    "992011,中津原市,なかつはらし,Nakatsuhara City,,core_city,chubu,,2,,,\n"
    "992020,霧ヶ丘市,きりがおかし,Kirigaoka City,霧ケ丘市,city,hokubu,,3,,,\n"
    "992038,月影市,つきかげし,Tsukikage City,,city,chubu,,5,,,\n"
    "993018,夢見町,ゆめみまち,Yumemi Town,,town,hokubu,北夢郡,4,,,\n";

constexpr std::string_view kZones = R"([[zone]]
id = "chubu"
name = { ja = "中部", en = "Centre" }
order = 2
[[zone]]
id = "hokubu"
name = { ja = "北部", en = "North" }
order = 1
[[zone]]
id = "nanbu"
name = { ja = "南部", en = "South" }
order = 3
)";

constexpr std::string_view kBodies = R"([[body]]
id = "north"
name = { ja = "北部協議会", en = "North council" }
members = ["993018", "992020"]
secretariat = "霧ヶ丘市"
agreement_date = 2018-06-01
confirmed = true
evidence = { ja = "協定書", en = "Agreement" }
)";

constexpr std::string_view kManifest = R"([survey]
id = "kakuu-2018"
series = "kakuu"
fiscal_year = 2018
title = { ja = "架空調査", en = "Kakuu survey" }
answers_as_of = 2019-03-01
as_of = 2019-03-31
status = "final"
register = "../register.toml"
decisions = "decisions.toml"
[answers]
file = "answers.csv"
encoding = "utf-8"
header_rows = 1
subject_column = "団体名"
subject_by = "name"
[[column]]
header = "協議の場"
field = "council"
[[column]]
header = "備考"
field = "council_note"
[[column]]
header = "回数"
field = "meetings"
)";

constexpr std::string_view kAnswers =
    "団体名,協議の場,備考,回数\n"
    "架空県,○,,\n"
    "中津原市,○,要綱により設置,3\n"
    "霧ヶ丘市,△,\"北部協議会を活用\n予定は未定\",\n"
    "月影市,×,,0\n"
    "夢見町,,,\n";

std::string path_of(const std::string& name) {
  const bool of_survey = name == "survey.toml" || name == "answers.csv" || name == "decisions.toml";
  return (of_survey ? "pref/2018/" : "pref/") + name;
}

}  // namespace

SmallSurvey::SmallSurvey() : SmallSurvey(small_vocabulary()) {}

SmallSurvey::SmallSurvey(table::Vocabulary vocabulary) : vocabulary_(std::move(vocabulary)) {
  write("register.toml", kRegister);
  write("municipalities.csv", kMunicipalities);
  write("zones.toml", kZones);
  write("bodies.toml", kBodies);
  write("survey.toml", kManifest);
  write("answers.csv", kAnswers);
  write("decisions.toml", "");
}

void SmallSurvey::write(const std::string& name, std::string_view text) { (void)files_.write(path_of(name), text); }

void SmallSurvey::edit(const std::string& name, std::string_view from, std::string_view to) {
  std::string text = files_.read(path_of(name), FileSystem::kDefaultBudget).value();
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  write(name, text);
}

SurveySeries* SmallSurvey::load(const std::string& folder, bool with_earlier) {
  sink_ = std::make_unique<diag::Sink>();
  const LoadContext context{files_, sources_, *sink_, vocabulary_, revision_};
  auto loaded = with_earlier ? load_series(folder, context) : load_survey(folder, context);
  series_ = loaded ? std::move(*loaded) : nullptr;
  return series_.get();
}

SurveySeries* SmallSurvey::load_unchecked() {
  sink_ = std::make_unique<diag::Sink>();
  auto loaded = load_series("pref/2018", {files_, sources_, *sink_, vocabulary_}, AnswersChecked::kWhenRead);
  series_ = loaded ? std::move(*loaded) : nullptr;
  return series_.get();
}

SurveySeries* SmallSurvey::reread() {
  if (!reread_answers(*series_, *sink_)) series_ = nullptr;
  return series_.get();
}

std::string SmallSurvey::reports() const {
  std::string text;
  for (const diag::Diagnostic& diagnostic : sink_->diagnostics())
    text += fmt::format("{} {} {}: {}\n", diagnostic.definition->code, diagnostic.span.begin, diagnostic.span.end,
                        diagnostic.message.en);
  return text;
}

std::string SmallSurvey::report(std::string_view code) const {
  std::string text;
  for (const diag::Diagnostic& diagnostic : sink_->diagnostics())
    if (diagnostic.definition->code == code) text += diag::render(diagnostic, {Language::kEnglish, false, 2});
  return text;
}

std::string SmallSurvey::codes() const {
  std::string text;
  for (const diag::Diagnostic& diagnostic : sink_->diagnostics()) {
    if (!text.empty()) text += ' ';
    text += diagnostic.definition->code;
  }
  return text;
}

std::uint32_t SmallSurvey::row(std::string_view name) const {
  const NameMatch match = table().reg().find_by_name(name);
  return table().row_of(table().reg().at(match.candidates.at(0)).code).value();
}

Cell SmallSurvey::cell(std::string_view name, std::string_view field_id) const {
  return table().cell({table::kRecordSpace, row(name)}, field(field_id));
}

std::string SmallSurvey::answer(std::string_view name, std::string_view field_id) const {
  return cell_text(cell(name, field_id));
}

std::string cell_text(const Cell& cell) {
  if (!cell.value) return fmt::format("({})", table::reason_id(cell.missing));
  if (const bool* flag = std::get_if<bool>(&*cell.value)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&*cell.value)) return fmt::format("{}", *number);
  if (const double* number = std::get_if<double>(&*cell.value)) return fmt::format("{}", *number);
  if (const Date* date = std::get_if<Date>(&*cell.value)) return date->iso();
  if (const std::string* text = std::get_if<std::string>(&*cell.value)) return *text;
  return fmt::format("{}", fmt::join(std::get<std::vector<std::string>>(*cell.value), "+"));
}

table::Vocabulary small_vocabulary() { return read_vocabulary(kFields); }

table::Vocabulary read_vocabulary(std::string_view fields_toml) {
  diag::Sink sink;
  const diag::Source source("fields.toml", std::string(fields_toml));
  auto vocabulary = table::load_vocabulary(source, sink);
  EXPECT_TRUE(vocabulary.has_value()) << diag::render_all(sink.diagnostics(), {});
  return vocabulary.value_or(table::Vocabulary());
}

std::string read_repository(const std::string& path) {
  return open_file_system()->read(std::string(KIJUN_SOURCE_DIR) + "/" + path).value();
}

}  // namespace kijun::survey::testing
