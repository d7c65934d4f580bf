#include "reports/provenance/read_provenance.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/audit/read_json.h"
#include "reports/ci/grouping.h"

namespace kijun::reports {
namespace {

using Json = nlohmann::ordered_json;

/// The provenance's JSON in a report.
struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What stands between two texts, the first of them at the start of a line.
std::optional<Block> between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t found = text.find(before);
  if (found == std::string_view::npos) return std::nullopt;
  const std::size_t begin = found + before.size();
  const std::size_t end = text.find(after, begin);
  return end == std::string_view::npos ? std::nullopt : std::optional(Block{begin, end});
}

/// Members of JSON documents stand on lines of their own.
std::optional<Block> member_line(std::string_view text, std::string_view member) {
  std::optional<Block> line = between(text, "\n\"" + std::string(member) + "\": ", "\n");
  if (line && line->end > line->begin && text[line->end - 1] == ',') --line->end;
  return line;
}

std::optional<Block> find_in_html(std::string_view text) {
  return between(text, "<script type=\"application/json\" id=\"" + std::string(kProvenanceElement) + "\">",
                 "</script>");
}

/// The first member that could not be read makes a failure of all.
class BlockReader {
 public:
  explicit BlockReader(const Json& json) : json_(json) {}

  std::optional<Provenance> read() {
    Provenance made;
    made.tool_version = text(member(json_, "tool"), "version");
    made.format = text(json_, "format");
    read_survey(made);
    read_dates(member(json_, "dates"), made);
    read_options(member(json_, "options"), made);
    each(json_, "inputs", [&](const Json& input) {
      made.inputs.push_back({text(input, "role"), text(input, "path"), text(input, "sha256")});
    });
    read_parts(member(json_, "parts"), made.parts);
    return wrong_.empty() ? std::optional(std::move(made)) : std::nullopt;
  }

  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  void refuse(const char* key) {
    if (wrong_.empty()) wrong_ = key;
  }
  const Json& member(const Json& json, const char* key) {
    static const Json kNothing;
    if (!json.is_object() || !json.contains(key)) {
      refuse(key);
      return kNothing;
    }
    return json[key];
  }
  std::string text(const Json& json, const char* key) {
    const Json& found = member(json, key);
    if (found.is_string()) return found.get<std::string>();
    refuse(key);
    return {};
  }
  std::optional<std::string> text_or_null(const Json& json, const char* key) {
    if (member(json, key).is_null()) return std::nullopt;
    return text(json, key);
  }
  template <class Number>
  Number number(const Json& json, const char* key) {
    const Json& found = member(json, key);
    if (found.is_number_unsigned()) return found.get<Number>();
    refuse(key);
    return {};
  }
  template <class Use>
  void each(const Json& json, const char* key, Use use) {
    const Json& found = member(json, key);
    if (!found.is_array()) return refuse(key);
    for (const Json& element : found) use(element);
  }
  std::vector<std::string> texts(const Json& json, const char* key) {
    std::vector<std::string> made;
    each(json, key, [&](const Json& element) {
      if (!element.is_string()) return refuse(key);
      made.push_back(element.get<std::string>());
    });
    return made;
  }
  std::optional<Date> day(const Json& json, const char* key) {
    const std::optional<std::string> iso = text_or_null(json, key);
    if (!iso) return std::nullopt;
    const std::optional<Date> day = Date::parse_iso(*iso);
    if (!day) refuse(key);
    return day;
  }

  void read_survey(Provenance& made) {
    const Json& survey = member(json_, "survey");
    made.survey_id = text(survey, "id");
    made.location = text_or_null(survey, "location").value_or("");
    made.rules = text(json_, "rules");
  }

  void read_dates(const Json& dates, Provenance& made) {
    made.answers_as_of = day(dates, "answers_as_of").value_or(Date());
    const std::optional<Date> as_of = day(dates, "as_of");
    if (!as_of) refuse("as_of");
    made.as_of = as_of.value_or(Date());
    made.revision = day(dates, "revision");
    made.created = day(dates, "created");
  }

  void read_options(const Json& options, Provenance& made) {
    const std::optional<Language> language = parse_language(text(options, "lang"));
    if (!language) refuse("lang");
    made.language = language.value_or(Language::kJapanese);
    const std::string results = text(options, "results");
    if (results != "all" && results != "findings") refuse("results");
    made.results = results == "findings" ? ResultsShown::kFindings : ResultsShown::kAll;
    made.max_findings = number<std::size_t>(options, "max_findings");
    made.fail_on = texts(options, "fail_on");
    made.gate_kinds = texts(options, "gate");
    if (!member(options, "max_unknown").is_null()) made.max_unknown = number<std::size_t>(options, "max_unknown");
    made.strict_decisions = texts(options, "strict_decisions");
    made.expiring_within = number<int>(options, "expiring_within");
    made.selection = {texts(options, "only"), texts(options, "for"), texts(options, "group")};
    made.allowed = texts(options, "allow");
    const std::optional<EntryUnit> unit = parse_unit(text(options, "sarif_group"));
    if (!unit) refuse("sarif_group");
    made.sarif_group = unit.value_or(EntryUnit::kAuto);
    if (!options.is_object() || !options.contains("audience")) return;  // the prefecture's own report
    const std::optional<audit::Readership> readership = audit::parse_readership(text(options, "audience"));
    if (!readership) refuse("audience");
    made.readership = readership.value_or(audit::Readership::kInternal);
  }

  void read_parts(const Json& parts, audit::PartHashes& made) {
    each(parts, "rules", [&](const Json& rule) {
      made.rules.push_back({text(rule, "id"), text(rule, "meaning"), text(rule, "texts")});
    });
    each(parts, "decisions", [&](const Json& decision) {
      const bool has_field = decision.is_object() && decision.contains("field");
      made.decisions.push_back({text(decision, "kind"), text(decision, "subject"), text(decision, "about"),
                                has_field ? text(decision, "field") : std::string(), text(decision, "hash")});
    });
    made.fields = texts(parts, "fields");
    each(parts, "answers", [&](const Json& row) {
      made.answers.push_back({text(row, "code"), text(row, "cells")});
      if (made.answers.back().cells.size() != made.fields.size() * audit::kCellDigits) refuse("answers");
    });
  }

  const Json& json_;
  std::string wrong_;
};

tl::expected<Provenance, ReadFailure> read_block(std::string_view text, Block block, bool is_sarif) {
  const auto failure = [&](Unreadable reason, std::string detail) {
    return tl::unexpected<ReadFailure>({reason, std::move(detail), block.begin, block.end});
  };
  const Result<Json> json = audit::parse_json(text.substr(block.begin, block.end - block.begin));
  if (!json) return failure(Unreadable::kBroken, "provenance");
  const bool has_any = !is_sarif || (json->is_object() && json->contains("provenance"));
  if (!has_any) return failure(Unreadable::kNoProvenance, "");
  const Json& provenance = is_sarif ? (*json)["provenance"] : *json;
  const std::string schema = audit::text_or_empty(provenance, "schema");
  if (schema != kProvenanceSchema) return failure(Unreadable::kUnknownForm, schema);
  BlockReader reader(provenance);
  std::optional<Provenance> made = reader.read();
  if (!made) return failure(Unreadable::kBroken, reader.wrong());
  return std::move(*made);
}

std::string_view trimmed_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

ReadFailure explain_absence(std::string_view text) {
  constexpr std::size_t kHead = 512;
  const std::string_view head = text.substr(0, kHead);
  const bool is_html = head.starts_with("<!DOCTYPE html>");
  const bool is_ours = is_html || head.find("\"kijun.results/") != std::string_view::npos ||
                       head.find("sarif-schema-2.1.0") != std::string_view::npos;
  if (!is_ours) return {Unreadable::kNoReport, "", 0, 0};
  const bool is_whole = trimmed_end(text).ends_with(is_html ? "</html>" : "}");
  return {is_whole ? Unreadable::kNoProvenance : Unreadable::kCut, "", text.size(), text.size()};
}

}  // namespace

tl::expected<Provenance, ReadFailure> read_provenance(std::string_view report) {
  if (report.starts_with('<')) {
    if (const auto block = find_in_html(report)) return read_block(report, *block, false);
  } else if (report.starts_with('{')) {
    if (const auto block = member_line(report, "provenance")) return read_block(report, *block, false);
    if (const auto block = member_line(report, "properties")) return read_block(report, *block, true);
  }
  return tl::unexpected<ReadFailure>(explain_absence(report));
}

}  // namespace kijun::reports
