#include "engine/policy/next_edition.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/ascii.h"

namespace kijun::policy {
namespace {

std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

std::string stem(const std::string& path) {
  const std::string name = file_name(path);
  return name.substr(0, name.rfind('.'));
}

/// The years an expression names: `at(2023)`.
std::vector<std::string> named_years(std::string_view expr) {
  std::vector<std::string> years;
  for (std::size_t at = expr.find("at("); at != std::string_view::npos; at = expr.find("at(", at + 1)) {
    std::string year;
    for (std::size_t i = at + 3; i < expr.size() && is_digit(expr[i]); ++i) year += expr[i];
    if (!year.empty() && std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
  }
  return years;
}

class NextEditionMaker {
 public:
  NextEditionMaker(const NextEditionRequest& request, FileSystem& files)
      : request_(request), files_(files), shift_(request.from_year - request.earlier.from_year) {}

  Result<NextEdition> make() {
    write_head();
    write_bases();
    write_params();
    list_conditions();
    made_.files.push_back({join_path(request_.pack.directory, new_name()), std::move(text_)});
    if (const Status form = copy_form(); !form) return tl::unexpected(form.error());
    if (const Status pack = enter_into_pack(); !pack) return tl::unexpected(pack.error());
    return std::move(made_);
  }

 private:
  [[nodiscard]] std::string new_stem() const { return fmt::format("edition-{}", request_.from_year); }
  [[nodiscard]] std::string new_name() const { return new_stem() + ".toml"; }

  void decide(std::string ja, std::string en) { made_.decisions.push_back({std::move(ja), std::move(en)}); }

  /// The line that names the schema for editors, where the earlier edition has one.
  [[nodiscard]] std::string schema_line() const {
    const diag::Source* source = request_.merged.heads.empty() ? nullptr : request_.merged.heads.back().span.source;
    if (source == nullptr || !source->text().starts_with("#:schema")) return "";
    return std::string(source->line_text(1)) + "\n";
  }

  void write_head() {
    text_ += schema_line();
    const int to_year = request_.earlier.to_year + shift_;
    text_ += fmt::format(
        "# {0}～{1}年度の版のひな形です。{2}に重ねています。決めることを終えたら`stage`の行を消してください。\n"
        "# Scaffold of the edition for FY{0}-{1}, laid over {2}. Take the line `stage` out once everything is "
        "decided.\n\n"
        "[ruleset]\nid = \"{3}-{0}\"\n"
        "title = {{ ja = \"{4} {0}～{1}年度（案）\", en = \"{5}, FY{0}-{1} (draft)\" }}\n"
        "fiscal_years = {{ from = {0}, to = {1} }}\nstage = \"draft\"\nextends = [\"{2}\"]\n",
        request_.from_year, to_year, file_name(request_.earlier.path), request_.pack.id, request_.pack.title.ja,
        request_.pack.title.en);
    decide("[ruleset]：版の名称を決める", "[ruleset]: name the edition");
  }

  /// Only what the earlier edition's own file says: what all editions share needs no new text.
  [[nodiscard]] bool is_own(diag::Span span) const {
    return span.source != nullptr && span.source->path() == request_.earlier.path;
  }

  void write_bases() {
    for (const MergedEntry& basis : request_.merged.bases) {
      if (!is_own(basis.id_span)) continue;
      text_ += fmt::format(
          "\n[[override]]\nid = \"{}\"\nstatus = \"unconfirmed\"\nnote = {{ ja = \"新しい期の原文を確認していない。\", "
          "en = "
          "\"The text of the new period has not been compared.\" }}\n",
          basis.id);
      decide(fmt::format("根拠 {}：新しい原文の題名、条項及び確認の状況", basis.id),
             fmt::format("basis {}: title, article and status of the new text", basis.id));
    }
  }

  void write_params() {
    std::string params;
    for (const Param& param : request_.ruleset.params) {
      const Date* date = std::get_if<Date>(&param.value);
      if (date == nullptr) {
        decide(fmt::format("パラメーター {}：値を引き継ぐか", param.id),
               fmt::format("parameter {}: whether its value still holds", param.id));
        continue;
      }
      const Date moved = date->add_months(12 * shift_).value_or(*date);
      params += fmt::format("{} = {}  # {}\n", param.id, moved.iso(), date->iso());
      decide(fmt::format("パラメーター {}：{}（前の版は{}）でよいか", param.id, moved.iso(), date->iso()),
             fmt::format("parameter {}: whether {} is right (before: {})", param.id, moved.iso(), date->iso()));
    }
    if (!params.empty()) text_ += "\n[params]\n" + params;
  }

  void list_conditions() {
    for (const Condition& condition : request_.ruleset.conditions) {
      const std::vector<std::string> years = named_years(condition.expr.text());
      if (years.empty()) continue;
      text_ += fmt::format("\n# [[override]]\n# id = \"{}\"\n# expr = …  # {}\n", condition.id, fmt::join(years, ", "));
      decide(fmt::format("条件 {}：年度（{}）を書き換える", condition.id, fmt::join(years, "、")),
             fmt::format("condition {}: it names the years {}", condition.id, fmt::join(years, ", ")));
    }
  }

  Status copy_form() {
    const std::string forms = join_path(request_.pack.directory, "forms");
    const std::string path = join_path(forms, stem(request_.earlier.path) + ".survey.toml");
    if (!files_.is_file(path)) {
      decide("調査票：survey.tomlのひな形がないため、前回の調査のものから作る",
             "the survey form: there is no template; start from the last survey's survey.toml");
      return {};
    }
    Result<std::string> text = files_.read(path);
    if (!text) return tl::unexpected(text.error());
    for (int year = request_.earlier.to_year + 1; year >= request_.earlier.from_year; --year) move_year(*text, year);
    made_.files.push_back({join_path(forms, new_stem() + ".survey.toml"), std::move(*text)});
    decide("調査票：設問と凡例を新しい調査に合わせる",
           "the survey form: match its columns and legend with the new survey");
    return {};
  }

  /// Only as a number by itself or the head of a day.
  void move_year(std::string& text, int year) const {
    const std::string old_year = fmt::format("{}", year);
    const auto is_digit_at = [&](std::size_t at) { return at < text.size() && is_digit(text[at]); };
    for (std::size_t at = text.find(old_year); at != std::string::npos; at = text.find(old_year, at + old_year.size()))
      if (!is_digit_at(at + old_year.size()) && (at == 0 || !is_digit_at(at - 1)))
        text.replace(at, old_year.size(), fmt::format("{}", year + shift_));
  }

  /// Behind the last edition of the list; everything else stays.
  Status enter_into_pack() {
    const std::string path = join_path(request_.pack.directory, "pack.toml");
    Result<std::string> text = files_.read(path);
    if (!text) return tl::unexpected(text.error());
    const std::string last = "\"" + file_name(request_.pack.editions.back().path) + "\"";
    const std::size_t at = text->rfind(last);
    if (at == std::string::npos)
      return fail_with({fmt::format("`{}`のeditionsに{}がありません", path, last),
                        fmt::format("`editions` of `{}` does not list {}", path, last)},
                       path);
    text->insert(at + last.size(), ", \"" + new_name() + "\"");
    made_.files.push_back({path, std::move(*text)});
    return {};
  }

  const NextEditionRequest& request_;
  FileSystem& files_;
  int shift_;
  std::string text_;
  NextEdition made_;
};

}  // namespace

Result<NextEdition> make_next_edition(const NextEditionRequest& request, FileSystem& files) {
  return NextEditionMaker(request, files).make();
}

}  // namespace kijun::policy
