#include "engine/survey/bodies.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/diag/suggestion.h"
#include "engine/survey/register_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::survey {
namespace {

using toml_doc::TableReader;

std::vector<RegisterIndex> read_members(TableReader& reader, const Register& reg, diag::Sink& sink) {
  std::vector<RegisterIndex> members;
  for (const diag::EmbeddedText& code : reader.strings("members")) {
    const std::optional<RegisterIndex> index = reg.find_by_code(code.text());
    if (!index) {
      const NameMatch named = reg.find_by_name(code.text());
      std::optional<std::string> meant;
      if (named.candidates.size() == 1) meant = reg.at(named.candidates.front()).code;
      const LocalizedText hint = diag::did_you_mean_first(meant);
      sink.report(kUnknownMember, code.span(), code.text(), hint.ja, hint.en);
    } else if (!reg.at(*index).is_municipality()) {
      sink.report(kPrefectureMember, code.span(), reg.at(*index).name);
    } else if (std::find(members.begin(), members.end(), *index) != members.end()) {
      sink.report(kDuplicateMember, code.span(), code.text());
    } else {
      members.push_back(*index);
    }
  }
  std::sort(members.begin(), members.end());
  return members;
}

Body read_body(const toml_doc::Value& value, const Register& reg, diag::Sink& sink) {
  TableReader reader(*value.as_table(), value.span, "[[body]]", sink);
  Body body;
  body.id = reader.require_string("id").value_or("");
  body.span = reader.span_of("id");
  body.name = reader.require_localized("name").value_or(LocalizedText{});
  for (const diag::EmbeddedText& alias : reader.strings("aliases")) body.aliases.push_back(alias.text());
  reader.report_absent("members");
  body.members = read_members(reader, reg, sink);
  body.secretariat = reader.string("secretariat");
  body.prefecture_involved = reader.boolean("prefecture_involved");
  body.agreement_date = reader.date("agreement_date");
  reader.report_absent("confirmed");
  body.confirmed = reader.boolean("confirmed").value_or(false);
  body.evidence = reader.require_localized("evidence").value_or(LocalizedText{});
  reader.finish();
  return body;
}

std::vector<Body> read_bodies(TableReader& reader, const Register& reg, diag::Sink& sink) {
  std::vector<Body> bodies;
  std::set<std::string> ids;
  for (const toml_doc::Value* value : reader.tables("body")) {
    Body body = read_body(*value, reg, sink);
    if (!ids.insert(body.id).second) sink.report(kDuplicateGroup, body.span, body.id);
    bodies.push_back(std::move(body));
  }
  reader.finish();
  return bodies;
}

}  // namespace

std::vector<Body> load_bodies(const diag::Source& source, const Register& reg, diag::Sink& sink) {
  const auto document = toml_doc::parse_document(source, sink);
  if (!document) return {};
  TableReader reader(*document, {&source, 0, 0}, source.path(), sink);
  return read_bodies(reader, reg, sink);
}

void describe_bodies(toml_doc::Shape& shape) {
  diag::Sink ignored;
  TableReader reader(shape.table(), {}, {}, ignored);
  (void)read_bodies(reader, Register({}, {}, {}), ignored);
}

}  // namespace kijun::survey
