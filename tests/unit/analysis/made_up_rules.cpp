#include "tests/unit/analysis/made_up_rules.h"

#include <fmt/format.h>

#include "engine/diag/renderer.h"
#include "engine/policy/ruleset_loader.h"
#include "engine/table/vocabulary_file.h"

namespace kijun::analysis {
namespace {

std::string field(std::string_view id, std::string_view type, std::string_view kind = "municipality",
                  std::string_view role = "fact") {
  return fmt::format(
      "[[field]]\nid = \"{0}\"\nlabel = {{ ja = \"{0}\", en = \"{0}\" }}\ntype = \"{1}\"\nrole = \"{2}\"\n"
      "kinds = [\"{3}\"]\n",
      id, type, role, kind);
}

std::string values(std::initializer_list<std::string_view> ids) {
  std::string text;
  for (const std::string_view id : ids)
    text += fmt::format("  [[field.value]]\n  id = \"{0}\"\n  label = {{ ja = \"{0}\", en = \"{0}\" }}\n", id);
  return text;
}

std::string vocabulary_text() {
  return "[vocabulary]\nid = \"demo\"\ntitle = { ja = \"架空\", en = \"demo\" }\n" + field("council", "enum") +
         "ordered = true\n" + values({"established", "planned", "none"}) + field("budget", "enum") +
         values({"secured", "none"}) + field("named", "bool") + field("note", "string", "municipality", "note") +
         field("read", "bool", "municipality", "reading") +
         "reads = \"note\"\nunless_reviewed = false\nquestion = { ja = \"問\", en = \"question\" }\n" +
         field("beds", "int") + field("share", "double") + field("cost", "decimal") + field("due", "date") +
         field("since", "date") + field("services", "list") + "element = \"enum\"\n" + values({"visit", "stay"}) +
         field("zone_council", "enum", "zone") + values({"established", "none"});
}

constexpr std::string_view kHead = R"([ruleset]
id = "demo-1"
title = { ja = "架空の基準", en = "Made-up rules" }
fiscal_years = { from = 2018, to = 2020 }
[[topic]]
id = "t"
title = { ja = "分野", en = "topic" }
[[actor]]
id = "municipality"
title = { ja = "市町村", en = "municipality" }
)";

constexpr std::string_view kParams = R"([params]
limit = 2019-03-31
beds = 3
)";

}  // namespace

std::string MadeUpRules::rule(std::string_view keys, std::string_view id, std::string_view for_each) {
  return fmt::format(
      "[[rule]]\nid = \"{}\"\ntitle = {{ ja = \"題\", en = \"title\" }}\ntopic = \"t\"\nactor = \"municipality\"\n"
      "kind = \"policy\"\nfor_each = \"{}\"\n{}{}\n",
      id, for_each, keys.find("\nseverity =") == std::string_view::npos ? "severity = \"error\"\n" : "", keys);
}

MadeUpRules::MadeUpRules(std::string_view text) {
  auto vocabulary = table::load_vocabulary(sources_.add("fields.toml", vocabulary_text()), sink_);
  if (!vocabulary) return;
  vocabulary_ = std::move(*vocabulary);
  std::string whole(kHead);
  if (text.find("[params]") == std::string_view::npos) whole += kParams;
  if (!files_.write("r.toml", whole + std::string(text)).has_value()) return;
  auto loaded = policy::load_ruleset("r.toml", *Date::from_ymd(2019, 3, 31), {files_, sources_, sink_});
  if (loaded) plan_ = audit::make_plan(std::move(*loaded), vocabulary_, sink_);
}

std::string MadeUpRules::problems() const {
  return diag::render_all(sink_.diagnostics(), {Language::kEnglish, false, 1});
}

}  // namespace kijun::analysis
