#include "tests/unit/cel/eval_support.h"

#include <stdexcept>

namespace kijun::cel {
namespace {

std::string error_text(const Value& value) {
  const auto* error = value.as<EvalError>();
  return error == nullptr ? debug_text(value) : "error(" + error->code + ")";
}

[[noreturn]] void fail_to_compile(const std::string& text, const diag::Sink& sink) {
  std::string message = "does not compile: " + text;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) message += "\n  " + diagnostic.message.en;
  throw std::runtime_error(message);
}

table::Field field(std::string id, table::FieldType type) {
  table::Field made;
  made.id = std::move(id);
  made.type = type;
  made.kinds = {"municipality", "prefecture"};
  return made;
}

}  // namespace

std::string eval_plain(const std::string& text) {
  const diag::Source source("test", text);
  diag::Sink sink;
  const auto expr = compile(diag::EmbeddedText::whole(source), {}, Type::of(TypeKind::kDyn), sink);
  if (!expr.has_value()) fail_to_compile(text, sink);
  const EvalContext context;
  return error_text(Evaluator(*expr, context).eval());
}

void expect_all(std::span<const EvalCase> cases) {
  for (const EvalCase& row : cases) EXPECT_EQ(eval_plain(row.text), row.expected) << row.text;
}

table::Vocabulary sample_vocabulary() {
  using table::FieldType;
  std::vector<table::Field> fields;
  for (const char* id : {"flag_t", "flag_f", "flag_u", "flag_n", "flag"}) fields.push_back(field(id, FieldType::kBool));
  table::Field council = field("council", FieldType::kEnum);
  council.values = {{"established", {}, {}}, {"planned", {}, {}}, {"none", {}, {}}};
  council.ordered = true;
  fields.push_back(council);
  fields.push_back(field("zero", FieldType::kInt));
  fields.push_back(field("beds", FieldType::kInt));
  fields.push_back(field("rate", FieldType::kDouble));
  fields.push_back(field("cost", FieldType::kDecimal));
  fields.push_back(field("planned_date", FieldType::kDate));
  fields.push_back(field("note", FieldType::kString));
  fields.push_back(field("topics", FieldType::kList));
  table::Field services = field("services", FieldType::kList);
  services.element = FieldType::kEnum;
  services.values = {{"visit", {}, {}}, {"stay", {}, {}}, {"respite", {}, {}}};
  fields.push_back(services);
  table::Field zone_note = field("zone_note", FieldType::kString);
  zone_note.kinds = {"zone"};
  fields.push_back(zone_note);
  return table::Vocabulary("sample", {"例", "Sample"}, std::move(fields));
}

ProfileEvalTest::ProfileEvalTest() {
  profile_.vocabulary = &vocabulary_;
  profile_.groups = table::standard_group_kinds();
  self_ = world_.add("000001");
  world_.set(self_, "flag_t", Value(true));
  world_.set(self_, "flag_f", Value(false));
  world_.set_missing(self_, "flag_n", table::MissingReason::kNotApplicable, "－");
  world_.set(self_, "zero", Value(std::int64_t{0}));
}

void ProfileEvalTest::add_condition(const std::string& id, const std::string& text, table::SpaceId space) {
  condition_exprs_.push_back(compile_text(text, space));
  conditions_.push_back(&condition_exprs_.back());
  profile_.conditions.push_back({id, space});
}

void ProfileEvalTest::add_param(const std::string& id, Type type, Value value) {
  profile_.params.push_back({id, std::move(type)});
  params_.push_back(std::move(value));
}

CheckedExpr ProfileEvalTest::compile_text(const std::string& text, table::SpaceId space) {
  Environment environment;
  environment.profile = &profile_;
  environment.space = space;
  const diag::Source& source = sources_.add("test", text);
  diag::Sink sink;
  auto expr = compile(diag::EmbeddedText::whole(source), environment, Type::of(TypeKind::kDyn), sink);
  if (!expr.has_value()) fail_to_compile(text, sink);
  return *std::move(expr);
}

EvalContext ProfileEvalTest::context() const {
  EvalContext context;
  context.world = &world_;
  context.profile = &profile_;
  context.conditions = conditions_;
  context.params = params_;
  context.fiscal_year = 2018;
  context.as_of = Date::from_ymd(2019, 3, 31).value();
  return context;
}

std::string ProfileEvalTest::text_of(const Value& value) const {
  if (const auto* unknown = value.as<Unknown>()) return "unknown(" + world_.causes_text(unknown->causes) + ")";
  if (const auto* other = value.as<NotApplicable>()) return "not_applicable(" + world_.causes_text(other->causes) + ")";
  return error_text(value);
}

std::string ProfileEvalTest::eval(const std::string& text, const RecordRef& self) {
  const CheckedExpr expr = compile_text(text, self.subject.space);
  const EvalContext eval_context = context();
  return text_of(Evaluator(expr, eval_context, self).eval());
}

char ProfileEvalTest::letter(const std::string& text) {
  const CheckedExpr expr = compile_text(text, self_.subject.space);
  const EvalContext eval_context = context();
  switch (Evaluator(expr, eval_context, self_).eval().state()) {
    case State::kFalse:
      return 'F';
    case State::kTrue:
      return 'T';
    case State::kUnknown:
      return 'U';
    case State::kError:
      return 'E';
    case State::kNotApplicable:
      return 'N';
  }
  return '?';
}

std::string ProfileEvalTest::reads(const std::string& text) {
  const CheckedExpr expr = compile_text(text, self_.subject.space);
  const EvalContext eval_context = context();
  Evaluator evaluator(expr, eval_context, self_);
  CellList log;
  evaluator.log_reads(&log);
  static_cast<void>(evaluator.eval());
  std::string result;
  for (const CellRef& cell : log.first()) {
    if (!result.empty()) result += " ";
    result += vocabulary_.field(cell.index).id + "@" + world_.describe(cell.record).code;
  }
  return result;
}

}  // namespace kijun::cel
