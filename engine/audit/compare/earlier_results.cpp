#include "engine/audit/compare/earlier_results.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "engine/audit/audit_diagnostics.h"
#include "engine/audit/compare/result_file.h"
#include "engine/base/sha256.h"

namespace kijun::audit {
namespace {

class EarlierResultsLoader {
 public:
  EarlierResultsLoader(const survey::SurveyTable& survey, FileSystem& files, diag::Sink& sink)
      : survey_(survey), files_(files), sink_(sink) {}

  std::vector<ResultTable> load() {
    for (const survey::EarlierResult& declared : survey_.manifest().earlier_results) load_one(declared);
    std::sort(tables_.begin(), tables_.end(), [](const ResultTable& one, const ResultTable& other) {
      return one.head.fiscal_year < other.head.fiscal_year;
    });
    return std::move(tables_);
  }

 private:
  void load_one(const survey::EarlierResult& declared) {
    const Result<std::string> text = files_.read(join_path(survey_.parts().directory, declared.file.name));
    if (!text) {
      refuse(declared, {text.error().in(Language::kJapanese), text.error().in(Language::kEnglish)});
      return;
    }
    if (const std::string hash = sha256_hex(*text); hash != declared.sha256) {
      sink_.report(kEarlierResultChanged, declared.hash_place, declared.file.name, hash);
      return;
    }
    Result<ResultTable> table = read_result_file(*text);
    if (!table) {
      refuse(declared, {table.error().in(Language::kJapanese), table.error().in(Language::kEnglish)});
      return;
    }
    if (const LocalizedText reason = unfit(table->head); !reason.empty())
      refuse(declared, reason);
    else
      tables_.push_back(std::move(*table));
  }

  void refuse(const survey::EarlierResult& declared, const LocalizedText& reason) {
    sink_.report(kEarlierResultUnfit, declared.file.span, declared.file.name, reason.ja, reason.en);
  }

  [[nodiscard]] LocalizedText unfit(const TableHead& head) const {
    const survey::Manifest& manifest = survey_.manifest();
    if (head.series != manifest.series)
      return {fmt::format("系列が`{}`です（この調査は`{}`）", head.series, manifest.series),
              fmt::format("it is of the series `{}`, this survey of `{}`", head.series, manifest.series)};
    if (head.fiscal_year >= manifest.fiscal_year)
      return {fmt::format("{}年度の結果で、以前の年度のものではありません", head.fiscal_year),
              fmt::format("it is of FY{}, which is no earlier year", head.fiscal_year)};
    const bool is_second = std::any_of(tables_.begin(), tables_.end(), [&](const ResultTable& other) {
      return other.head.fiscal_year == head.fiscal_year;
    });
    if (!is_second) return {};
    return {fmt::format("{}年度の結果が二つあります", head.fiscal_year),
            fmt::format("it is the second of FY{}", head.fiscal_year)};
  }

  const survey::SurveyTable& survey_;
  FileSystem& files_;
  diag::Sink& sink_;
  std::vector<ResultTable> tables_;
};

}  // namespace

std::vector<ResultTable> load_earlier_results(const survey::SurveyTable& survey, FileSystem& files, diag::Sink& sink) {
  return EarlierResultsLoader(survey, files, sink).load();
}

}  // namespace kijun::audit
