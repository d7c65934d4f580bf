#include "tests/oracle/case_reducer.h"

#include <algorithm>

#include "engine/cel/checker.h"

namespace kijun::oracle {
namespace {

using exec::MemoryGroup;

constexpr std::size_t kMostTries = 6000;

void remove_row(std::vector<std::uint32_t>& rows, std::uint32_t removed) {
  std::erase(rows, removed);
  for (std::uint32_t& row : rows)
    if (row > removed) --row;
}

class Reducer {
 public:
  Reducer(OracleCase failing, const std::function<bool(const OracleCase&)>& fails)
      : best_(std::move(failing)), fails_(fails) {}

  OracleCase run() {
    for (bool smaller = true; smaller && num_tries_ < kMostTries;) {
      smaller = shorten(&OracleCase::rules);
      smaller = shorten(&OracleCase::conditions) || smaller;
      smaller = drop_years() || smaller;
      smaller = drop_rows() || smaller;
      smaller = drop_groups() || smaller;
      smaller = simplify_texts(&OracleCase::rules) || smaller;
      smaller = simplify_texts(&OracleCase::conditions) || smaller;
    }
    // What is missing is completed in every way by brute force: more of it would take for ever.
    if (best_.property != "causes" && best_.property != "questions") blank_cells();
    return std::move(best_);
  }

 private:
  /// Applies a change to a copy and keeps it when the case still fails.
  template <class Change>
  bool keep(Change&& change) {
    if (++num_tries_ > kMostTries) return false;
    OracleCase candidate = best_.copy();
    change(candidate);
    candidate.survey->finish();
    if (!fails_(candidate)) return false;
    best_ = std::move(candidate);
    return true;
  }

  bool shorten(std::vector<OracleText> OracleCase::*texts) {
    bool smaller = false;
    for (std::size_t i = (best_.*texts).size(); i-- > 0;) {
      smaller = keep([&](OracleCase& made) {
                  (made.*texts).erase((made.*texts).begin() + static_cast<std::ptrdiff_t>(i));
                }) ||
                smaller;
    }
    return smaller;
  }

  bool drop_years() {
    bool smaller = false;
    while (!best_.survey->earlier_years.empty() &&
           keep([](OracleCase& made) { made.survey->earlier_years.pop_back(); })) {
      smaller = true;
    }
    return smaller;
  }

  static void drop_row(exec::MemorySurvey& survey, std::uint32_t row) {
    const auto at = static_cast<std::ptrdiff_t>(row);
    survey.rows.erase(survey.rows.begin() + at);
    for (auto& groups : survey.groups_by_kind) {
      for (MemoryGroup& group : groups) {
        remove_row(group.members, row);
        remove_row(group.associates, row);
      }
    }
    for (exec::MemoryYear& year : survey.earlier_years) year.rows.erase(year.rows.begin() + at);
  }

  /// Half of the rows at a time, then a quarter, down to one.
  bool drop_rows() {
    bool smaller = false;
    for (std::size_t count = std::max<std::size_t>(best_.survey->rows.size() / 2, 1); count > 0; count /= 2) {
      for (std::size_t end = best_.survey->rows.size(); end >= count; end -= count) {
        smaller = keep([&](OracleCase& made) {
                    for (std::size_t row = end; row-- > end - count;)
                      drop_row(*made.survey, static_cast<std::uint32_t>(row));
                  }) ||
                  smaller;
      }
    }
    return smaller;
  }

  /// The survey stays: every row may ask for it.
  bool drop_groups() {
    bool smaller = false;
    for (std::size_t kind = 0; kind < best_.survey->groups_by_kind.size(); ++kind) {
      if (kind == table::kSurveyGroup) continue;
      for (std::size_t i = best_.survey->groups_by_kind[kind].size(); i-- > 0;) {
        smaller = keep([&](OracleCase& made) {
                    auto& groups = made.survey->groups_by_kind[kind];
                    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
                    for (exec::MemoryYear& year : made.survey->earlier_years) {
                      if (year.groups_by_kind.empty()) continue;
                      auto& then = year.groups_by_kind[kind];
                      then.erase(then.begin() + static_cast<std::ptrdiff_t>(i));
                    }
                  }) ||
                  smaller;
      }
    }
    return smaller;
  }

  /// Puts a part of an expression, or a literal, in the place of a larger part. Whatever does not check does not fail.
  bool simplify_texts(std::vector<OracleText> OracleCase::*texts) {
    bool smaller = false;
    for (std::size_t i = 0; i < (best_.*texts).size(); ++i)
      while (simplify_text(texts, i)) smaller = true;
    return smaller;
  }

  bool simplify_text(std::vector<OracleText> OracleCase::*texts, std::size_t index) {
    const std::string text = (best_.*texts)[index].text;
    const diag::Source source("case", text);
    diag::Sink sink;
    const auto ast = cel::parse(diag::EmbeddedText::whole(source), {}, sink);
    if (!ast.has_value()) return false;
    const auto replace = [&](const cel::Node& node, std::string_view part) {
      if (node.end - node.begin <= part.size()) return false;
      return keep([&](OracleCase& made) {
        (made.*texts)[index].text = text.substr(0, node.begin) + std::string(part) + text.substr(node.end);
      });
    };
    for (const cel::Node& node : ast->nodes) {
      for (const char* literal : {"true", "false", "1", "'a'", "0.5", "b0"})
        if (replace(node, literal)) return true;
      for (const cel::NodeId child : node.children) {
        const cel::Node& part = ast->node(child);
        if (replace(node, text.substr(part.begin, part.end - part.begin))) return true;
      }
    }
    return false;
  }

  void blank_cells() {
    for (std::size_t row = 0; row < best_.survey->rows.size(); ++row) {
      for (std::size_t field = 0; field < best_.survey->rows[row].cells.size(); ++field) {
        if (best_.survey->rows[row].cells[field].missing == table::MissingReason::kAbsent) continue;
        keep([&](OracleCase& made) {
          made.survey->rows[row].cells[field] = exec::no_answer(table::MissingReason::kAbsent);
        });
      }
    }
  }

  OracleCase best_;
  const std::function<bool(const OracleCase&)>& fails_;
  std::size_t num_tries_ = 0;
};

}  // namespace

OracleCase reduced(OracleCase failing, const std::function<bool(const OracleCase&)>& fails) {
  return Reducer(std::move(failing), fails).run();
}

}  // namespace kijun::oracle
