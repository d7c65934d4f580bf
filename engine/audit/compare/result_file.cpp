#include "engine/audit/compare/result_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/audit/read_json.h"

namespace kijun::audit {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kResultSchema = "kijun.results/1";

/// A member, or null where there is none.
const Json& member(const Json& json, const char* key) {
  static const Json kNull;
  if (!json.is_object()) return kNull;
  const auto found = json.find(key);
  return found == json.end() ? kNull : *found;
}

LocalizedText localized(const Json& json) { return {text_or_empty(json, "ja"), text_or_empty(json, "en")}; }

std::size_t number(const Json& json, const char* key) {
  const Json& found = member(json, key);
  return found.is_number_unsigned() ? found.get<std::size_t>() : 0;
}

std::optional<Date> day(const Json& json, const char* key) { return Date::parse_iso(text_or_empty(json, key)); }

table::SubjectName subject_name(const Json& json) {
  return {text_or_empty(json, "kind"), text_or_empty(json, "code"), localized(member(json, "name"))};
}

std::optional<ResultState> state_of(const Json& result) {
  const auto outcome = parse_outcome(text_or_empty(result, "outcome"));
  const auto verdict = parse_verdict(text_or_empty(result, "verdict"));
  const auto severity = policy::parse_severity(text_or_empty(result, "severity"));
  if (!outcome || !verdict || !severity) return std::nullopt;
  return ResultState{*outcome, *severity, *verdict};
}

class ResultFileReader {
 public:
  explicit ResultFileReader(const Json& json) : json_(json) {}

  Result<ResultTable> read() {
    if (text_or_empty(json_, "schema") != kResultSchema)
      return fail_with(
          {"`kijun audit --out json=`が作った結果ファイルではありません", "not written by `kijun audit --out json=`"});
    if (!member(json_, "narrowed").empty())
      return fail_with({"範囲を限った判定の結果ファイルです。範囲を限らずに作り直してください",
                        "it is of a narrowed run; write it again without --only, --for and --group"});
    if (const std::string audience = text_or_empty(json_, "audience"); !audience.empty())
      return fail_with(
          {fmt::format("配布先（{}）のために回答を伏せた結果ファイルです。`--audience`を付けずに作り直してください",
                       audience),
           fmt::format("answers are left out for its audience ({}); write it again without `--audience`", audience)});
    for (const Json& left_out : member(json_, "not_listed"))
      if (number(left_out, "findings") > 0)
        return fail_with({"一覧に載せていない結果があります。`--max-findings`を増やして作り直してください",
                          "it does not list every finding; write it again with a larger `--max-findings`"});
    if (number(member(json_, "summary"), "results") > member(json_, "results").size())
      return fail_with(
          {"達成及び対象外の結果を載せていません。`--results findings`を付けず、必要なら`--max-findings`"
           "を増やして作り直してください",
           "it does not list what was met or not applicable; write it again without `--results findings`, "
           "and if need be with a larger `--max-findings`"});
    if (!read_head()) return fail_with({"調査又は判定日が読めません", "its survey or date cannot be read"});
    read_rules();
    read_indicators();
    std::size_t at = 0;
    for (const Json& result : member(json_, "results")) {
      ++at;
      if (!read_result(result))
        return fail_with({fmt::format("{}番目の結果が読めません", at), fmt::format("result {} cannot be read", at)});
    }
    return std::move(table_);
  }

 private:
  bool read_head() {
    const Json& survey = member(json_, "survey");
    const Json& ruleset = member(json_, "ruleset");
    const std::optional<Date> as_of = day(json_, "as_of");
    const std::optional<Date> answers_as_of = day(survey, "answers_as_of");
    TableHead& head = table_.head;
    head.survey_id = text_or_empty(survey, "id");
    if (!as_of || !answers_as_of || head.survey_id.empty()) return false;
    head.as_of = *as_of;
    head.answers_as_of = *answers_as_of;
    head.series = text_or_empty(survey, "series");
    head.survey_title = localized(member(survey, "title"));
    head.fiscal_year = static_cast<int>(number(survey, "fiscal_year"));
    head.ruleset_id = text_or_empty(ruleset, "id");
    head.ruleset_title = localized(member(ruleset, "title"));
    head.pack_version = text_or_empty(ruleset, "pack_version");
    if (number(json_, "later_decisions") > 0 || number(json_, "later_resubmissions") > 0)
      head.revision = day(json_, "revision");
    read_record_kinds(member(survey, "record_kinds"));
    for (const Json& join : member(survey, "joins")) {
      SeriesJoin made{subject_name(member(join, "subject")), text_or_empty(join, "earlier_survey"), {}, false};
      for (const Json& name : member(join, "predecessors")) made.predecessors.push_back(subject_name(name));
      made.compares = member(join, "compares") == true && !made.predecessors.empty();
      head.joins.push_back(std::move(made));
    }
    std::vector<std::pair<std::string, std::string>> inputs;
    for (const Json& input : member(json_, "inputs"))
      inputs.emplace_back(text_or_empty(input, "role"), text_or_empty(input, "sha256"));
    hash_inputs(inputs, text_or_empty(member(json_, "tool"), "version"), head);
    return true;
  }

  /// Files from before they were listed there are taken for surveys of municipalities.
  void read_record_kinds(const Json& listed) {
    std::vector<RecordKind> kinds;
    for (const Json& kind : listed)
      if (std::string id = text_or_empty(kind, "id"); !id.empty())
        kinds.push_back({std::move(id), localized(member(kind, "label"))});
    if (!kinds.empty()) table_.head.record_kinds = std::move(kinds);
  }

  void read_rules() {
    for (const Json& rule : member(json_, "rules")) titles_[text_or_empty(rule, "id")] = &rule;
    for (const Json& basis : member(json_, "bases"))
      if (text_or_empty(basis, "status") == "unconfirmed") unconfirmed_.insert(text_or_empty(basis, "id"));
  }

  void read_indicators() {
    std::map<std::string, std::string> meanings;
    for (const Json& part : member(member(member(json_, "provenance"), "parts"), "rules"))
      meanings[text_or_empty(part, "id")] = text_or_empty(part, "meaning");
    for (const Json& indicator : member(json_, "indicators")) {
      const std::string id = text_or_empty(indicator, "id");
      table_.indicators.push_back({id,
                                   localized(member(indicator, "title")),
                                   {number(indicator, "lower"), number(indicator, "upper"), number(indicator, "of"),
                                    number(indicator, "answered")},
                                   meanings["indicator:" + id]});
    }
  }

  bool read_result(const Json& result) {
    const std::optional<ResultState> state = state_of(result);
    table::SubjectName name = subject_name(member(result, "subject"));
    const std::string id = text_or_empty(result, "rule");
    if (!state || id.empty() || name.kind.empty() || name.code.empty()) return false;
    const std::vector<RecordKind>& kinds = table_.head.record_kinds;
    const bool is_record =
        std::any_of(kinds.begin(), kinds.end(), [&](const RecordKind& kind) { return kind.id == name.kind; });
    const bool is_member = name.kind == kinds.front().id;
    TableSubject subject{std::move(name), "", is_record, is_member};
    if (subject.name.kind == "zone") {
      subject.zone = subject.name.code;
      table_.zones.emplace(subject.name.code, subject.name.name);
    }
    table_.add_result(rule_of(id, text_or_empty(result, "field")), table_.add_subject(std::move(subject)), *state,
                      localized(member(result, "message")));
    return true;
  }

  std::size_t rule_of(const std::string& id, const std::string& field) {
    if (const auto known = table_.find_rule(id, field)) return *known;
    TableRule rule{id, field, {}, {id, id}, false, false};
    if (const auto found = titles_.find(id); found != titles_.end()) {
      rule.title = localized(member(*found->second, "title"));
      rule.draft = text_or_empty(*found->second, "stage") == "draft";
      for (const Json& basis : member(*found->second, "basis"))
        if (basis.is_string() && unconfirmed_.contains(basis.get<std::string>())) rule.basis_unconfirmed = true;
    }
    if (!field.empty()) {
      rule.title.ja += "（" + field + "）";
      rule.title.en += " (" + field + ")";
    }
    return table_.add_rule(std::move(rule));
  }

  const Json& json_;
  ResultTable table_;
  std::map<std::string, const Json*> titles_;
  std::set<std::string> unconfirmed_;  ///< Ids of bases.
};

}  // namespace

Result<ResultTable> read_result_file(std::string_view json) {
  const Result<Json> document = parse_json(json);
  if (!document) return tl::unexpected(document.error());
  return ResultFileReader(*document).read();
}

bool is_result_file(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  return first != std::string_view::npos && text[first] == '{';
}

}  // namespace kijun::audit
