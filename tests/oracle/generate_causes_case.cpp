
#include "engine/base/assert.h"
#include "tests/oracle/causes_difference.h"
#include "tests/oracle/questions_difference.h"
#include "tests/oracle/written.h"

// Cases small enough to complete in every way: a few records of enum and bool fields, a number, a day and a text.

namespace kijun::oracle {
namespace {

using exec::MemoryCell;
using exec::MemorySurvey;
using table::Field;
using table::FieldType;
using table::MissingReason;

constexpr std::size_t kMostMissing = 8;
constexpr std::size_t kMostCompletions = 1500;
constexpr int kCausesDepth = 4;

/// Bool expressions about a record or a zone. Numbers, days and texts are mostly compared with constants.
class SmallDomainGenerator {
 public:
  SmallDomainGenerator(Choices& choices, bool of_zone, bool has_condition, bool may_err)
      : choices_(choices), of_zone_(of_zone), has_condition_(has_condition), may_err_(may_err) {}

  std::string boolean(int depth) {
    if (depth <= 0) return leaf();
    switch (choices_.below(may_err_ ? 16 : 15)) {
      case 0:
      case 1:
        return leaf();
      case 2:
      case 3:
        return Written{"({} && {})", boolean(depth - 1), boolean(depth - 1)};
      case 4:
      case 5:
        return Written{"({} || {})", boolean(depth - 1), boolean(depth - 1)};
      case 6:
        return Written{"!({})", boolean(depth - 1)};
      case 7:
      case 8:
        return Written{"({} ? {} : {})", boolean(depth - 1), boolean(depth - 1), boolean(depth - 1)};
      case 9:
        return Written{"({}) {} ({})", boolean(depth - 1), choices_.of({"==", "!="}), boolean(depth - 1)};
      case 10:
      case 11:
        return over_members(depth);
      case 12:
        return Written{"({} ? 1 : 2) < ({} ? 1 : 2)", boolean(depth - 1), boolean(depth - 1)};
      case 13:
        return Written{"[{}, {}].exists(x, x)", boolean(depth - 1), boolean(depth - 1)};
      case 14:
        return Written{"cel.bind(v, {0}, v || !v && {1})", boolean(depth - 1), leaf()};
      default:
        return Written{"1 / ({} ? 1 : 0) == 1", boolean(depth - 1)};
    }
  }

 private:
  std::string leaf() {
    if (!member_.empty() && !choices_.one_in(4)) return test(member_, "");
    if (of_zone_) return test("", "z");
    switch (choices_.below(8)) {
      case 0:
        return test("zone.", "z");
      case 1:
        return test("previous.", "");
      case 2:
        return has_condition_ ? "row_condition" : test("", "");
      default:
        return test("", "");
    }
  }

  std::string test(const std::string& owner, const std::string& letter) {
    const std::string name = owner + letter;
    switch (choices_.below(9)) {
      case 0:
      case 1:
        return name + choices_.of({"b0", "b1"});
      case 5:
        return Written{"{}n0 {} {}", name, choices_.of({"<", "<=", ">", ">=", "==", "!="}),
                       choices_.of({"1", "2", "3"})};
      case 6:
        return choices_.one_in(4) ? Written{"{}n0 + 1 > 2", name} : Written{"{}n0 in [1, 3]", name};
      case 7:
        return Written{"{}d0 {} {}", name, choices_.of({"<", "<=", ">", ">=", "==", "!="}),
                       choices_.of({"date('2019-03-31')", "date('2019-04-01')", "as_of"})};
      case 8:
        return text_test(name + "s0");
      case 2:
        return Written{"{}e0 {} '{}'", name, choices_.of({"==", "!="}), choices_.of({"p", "q"})};
      case 3:
        return Written{"{}e0 in ['q']", name};
      default:
        return Written{"{}e1 {} '{}'", name, choices_.of({"<", ">=", "=="}), choices_.of({"p", "q", "r"})};
    }
  }

  std::string text_test(const std::string& name) {
    switch (choices_.below(4)) {
      case 0:
        return Written{"{} {} '{}'", name, choices_.of({"==", "!="}), choices_.of({"a", "ab"})};
      case 1:
        return Written{"{}.startsWith('{}')", name, choices_.of({"a", "ab", "b"})};
      case 2:
        return Written{"{}.endsWith('{}')", name, choices_.of({"a", "b"})};
      default:
        return Written{"{}.contains('{}')", name, choices_.of({"b", "ab"})};
    }
  }

  std::string over_members(int depth) {
    if (!member_.empty()) return leaf();
    member_ = "m.";
    const std::string body = boolean(depth - 2);
    const std::string second = boolean(depth - 2);
    member_.clear();
    switch (choices_.below(7)) {
      case 0:
        return Written{"zone.members.exists(m, {})", body};
      case 1:
        return Written{"zone.members.all(m, {})", body};
      case 2:
        return Written{"zone.members.exists_one(m, {})", body};
      case 3:
        return Written{"zone.members.count(m, {}) {} {}", body, choices_.of({">=", "==", "<"}),
                       choices_.of({"1", "2"})};
      case 4:
        return Written{"zone.members.share(m, {}) > {}", body, choices_.of({"0.5", "0.0"})};
      case 5:
        return Written{"zone.members.filter(m, {}).all(m, {})", body, second};
      default:
        return Written{"zone.members.distinct(m, m.e0) == {}", choices_.of({"1", "2"})};
    }
  }

  Choices& choices_;
  bool of_zone_;
  bool has_condition_;
  bool may_err_;
  std::string member_;
};

FieldType type_of(char letter) {
  switch (letter) {
    case 'b':
      return FieldType::kBool;
    case 'n':
      return FieldType::kInt;
    case 'd':
      return FieldType::kDate;
    case 's':
      return FieldType::kString;
    default:
      return FieldType::kEnum;
  }
}

table::Vocabulary make_vocabulary(Choices& choices) {
  std::vector<Field> fields;
  for (const std::string letter : {"", "z"}) {
    for (const char* id : {"b0", "b1", "e0", "e1", "n0", "d0", "s0"}) {
      Field& field = fields.emplace_back();
      field.id = letter + id;
      field.kinds =
          letter.empty() ? std::vector<std::string>{"municipality", "prefecture"} : std::vector<std::string>{"zone"};
      field.type = type_of(id[0]);
      if (field.type != FieldType::kEnum) continue;
      field.values = {{"p", {}, {}}, {"q", {}, {}}};
      field.ordered = id[1] == '1';
      if (field.ordered || choices.one_in(2)) field.values.push_back({"r", {}, {}});
    }
  }
  return table::Vocabulary("small", {}, std::move(fields));
}

/// What a small survey is for.
struct SmallSurvey {
  const char* property;
  std::vector<MissingReason> reasons;  ///< Why answers are missing.
};

/// Cells, missing while the completions stay few.
class SmallCells {
 public:
  SmallCells(Choices& choices, const MemorySurvey& survey, const SmallSurvey& wanted)
      : choices_(choices), survey_(survey), wanted_(wanted), may_not_apply_(choices.one_in(3)) {}

  std::vector<MemoryCell> make(const char* kind) {
    std::vector<MemoryCell> cells;
    for (const Field& field : survey_.vocabulary.fields())
      cells.push_back(field.applies_to(kind) ? make_cell(field) : exec::no_answer(MissingReason::kAbsent));
    return cells;
  }

 private:
  MemoryCell make_cell(const Field& field) {
    const std::vector<cel::Value> answers = answers_to(field);
    if (choices_.one_in(2) && num_missing_ < kMostMissing && completions_ * answers.size() <= kMostCompletions) {
      ++num_missing_;
      completions_ *= answers.size();
      return exec::no_answer(choices_.of(wanted_.reasons));
    }
    if (may_not_apply_ && choices_.one_in(6)) return exec::no_answer(MissingReason::kNotApplicable);
    return exec::answer(choices_.of(answers));
  }

  Choices& choices_;
  const MemorySurvey& survey_;
  const SmallSurvey& wanted_;
  bool may_not_apply_;
  std::size_t num_missing_ = 0;
  std::size_t completions_ = 1;
};

void add_rows(Choices& choices, MemorySurvey& survey, const SmallSurvey& wanted) {
  SmallCells cells(choices, survey, wanted);
  const std::size_t num_rows = 1 + choices.below(3);
  for (std::size_t row = 0; row < num_rows; ++row) {
    survey.rows.push_back({{"town", Written{"{:06}", 140000 + row}, {"町", "Town"}}, cells.make("municipality"), {}});
  }
  survey.groups_by_kind.resize(survey.kinds.size());
  exec::MemoryGroup& zone = survey.groups_by_kind[table::kZoneGroup].emplace_back();
  zone.name = {"zone", "zone-0", {"圏域", "Zone"}};
  zone.cells = cells.make("zone");
  for (std::uint32_t row = 0; row < num_rows; ++row)
    if (!choices.one_in(6)) zone.members.push_back(row);
  survey.groups_by_kind[table::kSurveyGroup].emplace_back().name = {"survey", "survey-0", {"調査", "Survey"}};
  if (choices.one_in(3)) return;
  exec::MemoryYear& year = survey.earlier_years.emplace_back();
  year.fiscal_year = 2017;
  for (const exec::MemoryRow& row : survey.rows) {
    exec::MemoryRow& then = year.rows.emplace_back();
    then.name = row.name;
    then.cells = cells.make("municipality");
    if (choices.one_in(4)) then.absent = MissingReason::kMerged;
  }
}

/// A survey, and the choice of whose results the rules give.
OracleCase small_case(std::uint32_t seed, const SmallSurvey& wanted) {
  constexpr std::size_t kTape = 2000;
  OracleCase made;
  made.property = wanted.property;
  Choices choices = seeded_choices(seed, kTape);
  made.survey = std::make_unique<MemorySurvey>();
  made.survey->vocabulary = make_vocabulary(choices);
  add_rows(choices, *made.survey, wanted);
  made.survey->finish();
  return made;
}

/// Adds the clauses of a rule; their ids end in `number`.
void add_rule(OracleCase& made, Choices& choices, const std::string& number, bool may_err) {
  const bool of_zone = choices.one_in(4);
  const table::SpaceId space = of_zone ? table::group_space(table::kZoneGroup) : table::kRecordSpace;
  const auto add = [&](const char* id, int depth) {
    made.rules.push_back(
        {id + number, space, "record", SmallDomainGenerator(choices, of_zone, true, may_err).boolean(depth)});
  };
  add("require", kCausesDepth);
  if (choices.one_in(3)) add("when", 2);
  if (choices.one_in(6)) add("judgeable", 2);
}

void add_condition(OracleCase& made, Choices& choices, bool may_err) {
  made.conditions.push_back({"row_condition", table::kRecordSpace, "record",
                             SmallDomainGenerator(choices, false, false, may_err).boolean(2)});
}

}  // namespace

OracleCase generate_causes_case(std::uint32_t seed, Choices& choices) {
  OracleCase made = small_case(
      seed, {"causes",
             {MissingReason::kBlank, MissingReason::kNotReviewed, MissingReason::kWithheld, MissingReason::kAbsent}});
  const bool may_err = choices.one_in(4);
  add_condition(made, choices, may_err);
  add_rule(made, choices, "", may_err);
  KIJUN_ASSERT(prepare(made) != nullptr);
  return made;
}

OracleCase generate_questions_case(std::uint32_t seed, Choices& choices) {
  OracleCase made = small_case(
      seed, {"questions",
             {MissingReason::kBlank, MissingReason::kBlank, MissingReason::kUnreadable, MissingReason::kAbsent}});
  const bool may_err = choices.one_in(4);
  add_condition(made, choices, may_err);
  const std::size_t num_rules = 1 + choices.below(3);
  for (std::size_t rule = 1; rule <= num_rules; ++rule) add_rule(made, choices, std::to_string(rule), may_err);
  KIJUN_ASSERT(prepare(made) != nullptr);
  return made;
}

OracleCase generate_dozen_case(std::uint32_t seed, Choices& choices) {
  constexpr std::size_t kDozen = 12;
  static_cast<void>(seed);
  OracleCase made;
  made.property = "questions";
  made.survey = std::make_unique<MemorySurvey>();
  std::vector<Field> fields(kDozen);
  for (std::size_t i = 0; i < kDozen; ++i) {
    fields[i].id = std::string("b") + static_cast<char>('a' + i);
    fields[i].kinds = {"municipality"};
    fields[i].type = FieldType::kBool;
  }
  made.survey->vocabulary = table::Vocabulary("dozen", {}, std::move(fields));
  made.survey->rows.push_back(
      {{"town", "140000", {"町", "Town"}}, std::vector(kDozen, exec::no_answer(MissingReason::kBlank)), {}});
  made.survey->groups_by_kind.resize(made.survey->kinds.size());
  made.survey->groups_by_kind[table::kSurveyGroup].emplace_back().name = {"survey", "survey-0", {"調査", "Survey"}};
  made.survey->finish();
  const auto cell = [&] {
    return made.survey->vocabulary.field(static_cast<table::FieldIndex>(choices.below(kDozen))).id;
  };
  for (std::size_t rule = 1; rule <= 6; ++rule) {
    const std::string text = choices.one_in(2) ? Written{"{} ? {} : {} && {}", cell(), cell(), cell(), cell()}
                                               : Written{"{} && ({} || !{})", cell(), cell(), cell()};
    made.rules.push_back({"require" + std::to_string(rule), table::kRecordSpace, "record", text});
  }
  KIJUN_ASSERT(prepare(made) != nullptr);
  return made;
}

}  // namespace kijun::oracle
