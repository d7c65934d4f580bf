// How every result of the matrix came about, for the cards of the page's script. A card is made of clauses and cells;
// since subjects share most clauses, and clauses most cells, each is written once and named by its number.
#include <map>

#include "engine/table/group.h"
#include "reports/escape/html_text.h"
#include "reports/escape/json_writer.h"
#include "reports/html/folded_part.h"
#include "reports/html/numbered_texts.h"
#include "reports/html/sections.h"
#include "reports/model/earlier_answers.h"
#include "reports/model/verdict_grid.h"
#include "reports/words/data_text.h"
#include "reports/words/requirement_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

/// Gathers the cards of a page.
class CardData {
 public:
  explicit CardData(const Page& page) : page_(page), grid_(verdict_grid(page.result())) {
    for (const EarlierAnswer& answer : earlier_answers(page.report)) {
      const Finding& finding = page.report.findings[answer.finding];
      earlier_[audit::result_key(finding.column, finding.position)].push_back(answer);
    }
  }

  // The rows come first, since they number the rest.
  [[nodiscard]] std::string json() {
    const std::string rows = rows_json();
    const std::string groups = groups_json();
    return R"({"labels":)" + labels_.array() + R"(,"names":)" + names_.array() + R"(,"values":)" + values_.array() +
           R"(,"cells":)" + cells_.array() + R"(,"clauses":)" + clauses_.array() + R"(,"dates":)" + dates_.array() +
           R"(,"requirements":)" + requirements_.array() + R"(,"groups":)" + group_names_.array() +
           R"(,"groupCards":)" + groups + R"(,"cards":)" + rows + "}";
  }

 private:
  std::string rows_json() {
    const audit::ResultModel& result = page_.result();
    std::map<table::SubjectRef, std::size_t> row_of;
    for (std::size_t row = 0; row < grid_.records.size(); ++row) row_of.emplace(grid_.records[row], row);
    std::vector<std::vector<std::string>> cards(grid_.records.size(),
                                                std::vector<std::string>(grid_.columns.size(), "0"));
    for (std::size_t at = 0; at < grid_.columns.size(); ++at) {
      const audit::RuleColumn& column = result.columns()[grid_.columns[at]];
      for (std::size_t position = 0; position < column.size(); ++position)
        if (const auto row = row_of.find(column.subject(position)); row != row_of.end())
          cards[row->second][at] = card(grid_.columns[at], position);
    }
    std::string all = "[";
    for (const std::vector<std::string>& row : cards) {
      all += all.size() == 1 ? "[" : ",[";
      for (std::size_t at = 0; at < row.size(); ++at) all += (at == 0 ? "" : ",") + row[at];
      all += "]";
    }
    return all + "]";
  }

  // [group, rule, field, verdict, id of its finding, card], in the order of the section's rows.
  std::string groups_json() {
    std::string all = "[";
    for (const GroupResults& group : page_.report.groups)
      for (const GroupResult& result : group.results) all += (all.size() == 1 ? "" : ",") + group_card(result);
    return all + "]";
  }

  std::string group_card(const GroupResult& result) {
    const audit::RuleColumn& column = page_.result().columns()[result.column];
    JsonWriter json;
    json.array([&] {
      json.value(group_names_.number(group_json(page_.subject(result.subject))));
      json.value(result.rule->id);
      json.value(column.field() ? page_.result().vocabulary().field(*column.field()).id : std::string());
      json.value(std::string(1, verdict_letter(result.verdict)));
      json.value(result.finding == MatrixCell::kNone ? std::string()
                                                     : html_id(page_.report.findings[result.finding].anchor));
    });
    const std::string head = json.text();
    return head.substr(0, head.size() - 1) + "," + card(result.column, result.position) + "]";
  }

  // [kind, id in addresses, name, codes of members]
  std::string group_json(const SubjectView& group) const {
    const std::string& kind = group.info.name.kind;
    JsonWriter json;
    json.array([&] {
      json.value(kind);
      json.value(group.anchor.substr(kind.size() + 1));
      json.value(group.name.ja);
      json.value(group.name.en);
      json.array([&] {
        if (group.ref.space == table::group_space(table::kSurveyGroup)) return;
        for (const table::SubjectRef member : page_.result().members(group.ref))
          json.value(page_.result().subject(member).name.code);
      });
    });
    return json.text();
  }

  // [date, measured cells, [clause, cells…]…, [earlier cell, cell now]…, what is required, where no finding says it]
  std::string card(std::size_t column, std::size_t position) {
    const audit::ResultModel& result = page_.result();
    JsonWriter json;
    json.array([&] {
      const auto deadline = result.columns()[column].code(position).deadline;
      json.value(deadline ? static_cast<int>(dates_.number(both(date_text(*deadline)))) : -1);
      json.array([&] {
        for (const audit::CellView& cell : result.detail(column, position).evidence)
          if (cell.role == audit::EvidenceRole::kDecided) json.value(number(cell));
      });
      json.array([&] {
        for (const audit::ClauseView& clause : result.trace(column, position)) write_clause(json, clause);
      });
      json.array([&] { write_earlier(json, audit::result_key(column, position)); });
      if (audit::is_finding(result.columns()[column].outcome(position))) return;
      const audit::Requirement requirement = result.requirement(column, position);
      if (!requirement.empty()) json.value(requirements_.number(requirement_json(requirement)));
    });
    return json.text();
  }

  void write_clause(JsonWriter& json, const audit::ClauseView& clause) {
    json.array([&] {
      json.value(clauses_.number(clause_json(clause)));
      for (const audit::CellView& cell : clause.cells) json.value(number(cell));
    });
  }

  void write_earlier(JsonWriter& json, std::uint64_t key) {
    const auto found = earlier_.find(key);
    if (found == earlier_.end()) return;
    for (const EarlierAnswer& answer : found->second)
      json.array([&] {
        json.value(number(*answer.earlier));
        if (answer.now != nullptr) json.value(number(*answer.now));
      });
  }

  static std::string both(const LocalizedText& text) {
    JsonWriter json;
    json.array([&] {
      json.value(text.ja);
      json.value(text.en);
    });
    return json.text();
  }

  // [heading, clause…]
  static std::string requirement_json(const audit::Requirement& requirement) {
    std::string all = "[" + both(requirement_heading(requirement));
    for (const audit::RequiredClause& clause : requirement.clauses) all += "," + both(requirement_text(clause));
    return all + "]";
  }

  static std::string clause_json(const audit::ClauseView& clause) {
    JsonWriter json;
    json.array([&] {
      json.value(clause.part);
      json.value(clause.depth);
      json.value(clause.text);
      json.value(clause.value.ja);
      json.value(clause.value.en);
    });
    return json.text();
  }

  // [label, name, answered, value, place, and where they say something: survey of an earlier year, where it comes from]
  std::size_t number(const audit::CellView& cell) {
    const bool is_audited = cell.survey == page_.result().run().survey_id;
    JsonWriter json;
    json.array([&] {
      json.value(labels_.number(label_json(cell)));
      json.value(names_.number(name_json(cell.subject)));
      json.value(cell.raw);
      json.value(values_.number(both(cell.value)));
      json.value(place_text(cell.at).ja);
      if (is_audited && cell.origin == audit::Origin::kAnswer) return;
      json.value(is_audited ? std::string() : cell.survey);
      if (cell.origin != audit::Origin::kAnswer) json.value(values_.number(both(origin_word(cell.origin))));
    });
    return cells_.number(json.text());
  }

  static std::string label_json(const audit::CellView& cell) {
    JsonWriter json;
    json.array([&] {
      json.value(cell.field);
      json.value(cell.label.ja);
      json.value(cell.label.en);
    });
    return json.text();
  }

  static std::string name_json(const table::SubjectName& name) {
    JsonWriter json;
    json.array([&] {
      json.value(name.code);
      json.value(name.name.ja);
      json.value(name.name.en);
    });
    return json.text();
  }

  const Page& page_;
  VerdictGrid grid_;
  std::map<std::uint64_t, std::vector<EarlierAnswer>> earlier_;
  NumberedTexts labels_, names_, values_, cells_, clauses_, dates_, requirements_, group_names_;
};

}  // namespace

void write_embedded_cards(const Page& page) {
  write_foldable(page, [](const Page& to) {
    const auto element = to.html.element("script", {{"type", "application/json"}, {"id", "kijun-cards"}});
    to.html.verbatim(json_in_html(CardData(to).json()));
  });
}

}  // namespace kijun::reports
