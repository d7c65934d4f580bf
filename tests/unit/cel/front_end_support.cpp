#include "tests/unit/cel/front_end_support.h"

#include "engine/cel/checker.h"
#include "engine/cel/parser.h"
#include "engine/cel/value.h"
#include "engine/diag/renderer.h"

namespace kijun::cel {
namespace {

std::string literal_text(const Literal& literal) {
  return std::visit([](const auto& value) { return debug_text(Value(value)); }, literal);
}

std::string operator_name(const std::string& name) {
  if (name == "@in") return "in";
  std::string text;
  for (const char c : name) {
    if (c != '_') text += c;
  }
  return name.starts_with("_") || name.ends_with("_") ? text : name;
}

std::string node_text(const Ast& ast, NodeId id) {
  const Node& node = ast.node(id);
  const auto children = [&] {
    std::string text;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const std::size_t entry = node.kind == NodeKind::kMap ? i / 2 : i;
      const bool starts_entry = node.kind != NodeKind::kMap || i % 2 == 0;
      const bool is_optional = entry < node.optional_entries.size() && node.optional_entries[entry] && starts_entry;
      text += (i > 0 ? " " : "") + std::string(is_optional ? "?" : "") + node_text(ast, node.children[i]);
    }
    return text;
  };
  switch (node.kind) {
    case NodeKind::kLiteral:
      return literal_text(node.literal);
    case NodeKind::kIdent:
      return node.name;
    case NodeKind::kSelect:
      return std::string(node.test_only ? "(has " : "(. ") + children() + " " + node.name + ")";
    case NodeKind::kCall:
      return (node.has_receiver ? "(." + node.name : "(" + operator_name(node.name)) +
             (node.children.empty() ? "" : " ") + children() + ")";
    case NodeKind::kList:
      return "[" + children() + "]";
    case NodeKind::kMap:
      return "{" + children() + "}";
    case NodeKind::kMacro: {
      std::string text = "(" + node.name;
      for (const std::string& variable : node.variables) text += " " + variable;
      return text + " " + children() + ")";
    }
  }
  return "";
}

std::string diagnostics_text(const diag::Sink& sink) {
  std::string text;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) {
    text += (text.empty() ? "" : "\n") + std::string(diagnostic.definition->code) + "@" +
            std::to_string(diagnostic.span.begin) + "-" + std::to_string(diagnostic.span.end) + " " +
            diagnostic.message.en + (diagnostic.hint.empty() ? "" : "; " + diagnostic.hint.en);
  }
  return text;
}

std::string type_or_diagnostics(const std::string& text, const Environment& environment) {
  const diag::Source source("rule", text);
  diag::Sink sink;
  const auto checked = compile(diag::EmbeddedText::whole(source), environment, Type::of(TypeKind::kDyn), sink);
  const std::string diagnostics = diagnostics_text(sink);
  if (!checked) return diagnostics;
  return to_string(checked->type()) + (diagnostics.empty() ? "" : "\n" + diagnostics);
}

table::Field field(std::string id, table::FieldType type, std::vector<std::string> kinds) {
  table::Field made;
  made.id = std::move(id);
  made.type = type;
  made.kinds = std::move(kinds);
  return made;
}

table::Vocabulary make_vocabulary() {
  using table::FieldType;
  std::vector<table::Field> fields;
  fields.push_back(field("council", FieldType::kEnum, {"municipality", "prefecture"}));
  fields.back().values = {{"established", {}, {}}, {"planned", {}, {}}, {"none", {}, {}}};
  fields.back().ordered = true;
  fields.push_back(field("coordinator", FieldType::kEnum, {"municipality"}));
  fields.back().label = {"コーディネーター", "Coordinator"};
  fields.back().values = {{"yes", {"配置済み", "placed"}, {"○"}}, {"no", {"未配置", "none yet"}, {"×"}}};
  fields.push_back(field("children", FieldType::kInt, {"municipality"}));
  fields.push_back(field("面積", FieldType::kDouble, {"municipality"}));
  fields.push_back(field("cost", FieldType::kDecimal, {"municipality"}));
  fields.push_back(field("services", FieldType::kList, {"municipality"}));
  fields.back().element = FieldType::kEnum;
  fields.back().values = {{"visit", {}, {}}, {"stay", {}, {}}};
  fields.push_back(field("planned_date", FieldType::kDate, {"municipality"}));
  fields.push_back(field("note", FieldType::kString, {"municipality", "prefecture"}));
  fields.push_back(field("funded", FieldType::kBool, {"municipality"}));
  fields.push_back(field("zone_council", FieldType::kBool, {"zone"}));
  fields.push_back(field("hub", FieldType::kBool, {"prefecture"}));
  return table::Vocabulary("sample", {}, std::move(fields));
}

}  // namespace

std::string tree_text(const Ast& ast) { return node_text(ast, ast.root); }

std::string parse_text(const std::string& text, bool profile) {
  const diag::Source source("rule", text);
  diag::Sink sink;
  ParseOptions options;
  options.profile = profile;
  const auto ast = parse(diag::EmbeddedText::whole(source), options, sink);
  return ast ? tree_text(*ast) : diagnostics_text(sink);
}

std::string plain_type(const std::string& text, const Environment& environment) {
  return type_or_diagnostics(text, environment);
}

ProfileSample::ProfileSample() : vocabulary_(make_vocabulary()) {
  profile_.vocabulary = &vocabulary_;
  profile_.groups = table::standard_group_kinds();
  profile_.params = {{"deadline", Type::of(TypeKind::kDate)}, {"limit", Type::of(TypeKind::kInt)}};
  profile_.conditions = {{"has_council", table::kRecordSpace}, {"zone_ok", table::group_space(table::kZoneGroup)}};
}

Environment ProfileSample::environment(table::SpaceId space, std::string kind) const {
  Environment environment;
  environment.profile = &profile_;
  environment.space = space;
  environment.kind = std::move(kind);
  return environment;
}

std::string ProfileSample::type(const std::string& text, const Environment& environment) const {
  return type_or_diagnostics(text, environment);
}

std::string ProfileSample::rendered(const std::string& text, Language language) const {
  const diag::Source source("rule", text);
  diag::Sink sink;
  static_cast<void>(compile(diag::EmbeddedText::whole(source), environment(), Type::of(TypeKind::kBool), sink));
  diag::RenderOptions options;
  options.language = language;
  std::string text_rendered;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) text_rendered += diag::render(diagnostic, options);
  return text_rendered;
}

}  // namespace kijun::cel
