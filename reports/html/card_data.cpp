// How every result of the matrix came about, for the cards of the page's script. A card is made of clauses and cells;
// since subjects share most clauses, and clauses most cells, each is written once and named by its number.
#include <map>

#include "reports/escape/html_text.h"
#include "reports/escape/json_writer.h"
#include "reports/html/folded_part.h"
#include "reports/html/numbered_texts.h"
#include "reports/html/sections.h"
#include "reports/model/earlier_answers.h"
#include "reports/model/verdict_grid.h"
#include "reports/words/data_text.h"
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
    return R"({"labels":)" + labels_.array() + R"(,"names":)" + names_.array() + R"(,"values":)" + values_.array() +
           R"(,"cells":)" + cells_.array() + R"(,"clauses":)" + clauses_.array() + R"(,"dates":)" + dates_.array() +
           R"(,"cards":)" + rows + "}";
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

  // [date, measured cells, [clause, cells…]…, [earlier cell, cell now]…]
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
  NumberedTexts labels_, names_, values_, cells_, clauses_, dates_;
};

}  // namespace

void write_embedded_cards(const Page& page) {
  write_foldable(page, [](const Page& to) {
    const auto element = to.html.element("script", {{"type", "application/json"}, {"id", "kijun-cards"}});
    to.html.verbatim(json_in_html(CardData(to).json()));
  });
}

}  // namespace kijun::reports
