#include "tests/bench/generate/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <random>
#include <span>
#include <string_view>

namespace kijun::bench {
namespace {

constexpr std::uint32_t kFirstId = 10'000'001;
constexpr std::size_t kFlushAt = 1 << 20;

constexpr std::array<std::string_view, 24> kZones{"北浜", "東浜", "南浜", "西浜", "上原", "中原", "下原", "朝霧",
                                                  "夕霧", "白峰", "青峰", "赤峰", "月見", "星見", "雪見", "花見",
                                                  "大川", "小川", "古川", "新川", "松風", "竹風", "梅風", "桜風"};
constexpr std::array<std::string_view, 8> kNames{"あおば", "ひかり", "希望", "虹", "なないろ", "若葉", "そら", "ゆめ"};
constexpr std::array<std::string_view, 5> kNameEnds{"の家", "園", "", "館", "第二"};
constexpr std::array<std::string_view, 5> kServices{"児発", "放デイ", "居宅", "保育所", "短期"};
constexpr std::array kSmallPlaces{5, 5, 8, 10, 10, 10, 15, 20};
constexpr std::array kLargePlaces{10, 20, 20, 20, 30, 40, 40, 60};

/// Notes as people write them; `#` stands for a small number.
constexpr std::array<std::string_view, 24> kNotes{
    "要綱により設置（年#回開催）",
    "平成3#年度に設置予定",
    "関係機関と調整中",
    "看護師#名を配置",
    "未定",
    "内部で検討",
    "部会で協議している",
    "医療機関と連携し受入れ",
    "送迎は#台で対応",
    "予定なし",
    "平成3#年#月開始予定",
    "来年度に向けて調整",
    "未定（#月に再度確認）",
    "喀痰吸引の研修を#名が修了",
    "\"人員は確保済み, 予算は検討\"",
    "時期は不明",
    "訪問看護と契約",
    "北部地域支援協議会に年#回参加し、事例の検討を行っている",
    "定員を#名増やす方向で調整",
    "\"市町村と協議中\n（#月に開催）\"",
    "\"\"\"協議の場\"\"は#年目\"",
    "個別に対応",
    "基準の看護職員は非常勤#名で充足",
    "コーディネーターは未定",
};

/// Numbers below a limit, the same ones on every machine (the standard's distributions are not).
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : generator_(seed) {}

  int below(int limit) {
    return static_cast<int>((std::uint64_t{generator_()} * static_cast<std::uint64_t>(limit)) >> 32U);
  }
  bool percent(int chance) { return below(100) < chance; }
  template <typename T>
  T any_of(std::span<const T> values) {
    return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
  }

 private:
  std::mt19937 generator_;
};

/// One record after the other, appended to a buffer.
class AnswerWriter {
 public:
  AnswerWriter(std::uint32_t seed, std::string& out) : draw_(seed), out_(out) {}

  void write_record(std::uint32_t index) {
    // The first records go round, so that no zone is without one.
    zone_ = index < kZones.size() ? static_cast<int>(index) : draw_.below(static_cast<int>(kZones.size()));
    fmt::format_to(std::back_inserter(out_), "{},{}{},{}", kFirstId + index, draw_.any_of<std::string_view>(kNames),
                   draw_.any_of<std::string_view>(kNameEnds), kZones[static_cast<std::size_t>(zone_)]);
    write_marks();
    write_numbers();
    write_dates();
    write_permit();
    write_note();
    out_ += '\n';
  }

 private:
  /// Ends the cell before and says whether this one is answered.
  bool next_is_answered(int blank_percent = 5) {
    out_ += ',';
    return !draw_.percent(blank_percent);
  }

  void write_mark(int circle_percent, int triangle_percent) {
    if (!next_is_answered()) return;
    const int drawn = draw_.below(100);
    out_ += drawn < circle_percent ? "○" : drawn < circle_percent + triangle_percent ? "△" : "×";
  }

  void write_marks() {
    write_mark(36 + zone_, 30);      // council: the share of a zone is below, about and above one half
    write_mark(31 + zone_ / 2, 25);  // coordinator
    write_mark(40, 25);              // budget
    if (next_is_answered()) out_ += draw_.any_of<std::string_view>(kServices);
  }

  void write_numbers() {
    const int capacity =
        draw_.percent(20 + zone_ * 2) ? draw_.any_of<int>(kLargePlaces) : draw_.any_of<int>(kSmallPlaces);
    const int users = capacity * (50 + draw_.below(draw_.percent(8) ? 120 : 60)) / 100;
    const int medical = draw_.percent(40) ? draw_.below(8) : 0;
    const int half_nurses = draw_.below(9);
    const int occupancy = draw_.percent(8) ? draw_.below(150) : users * 100 / capacity;
    auto out = std::back_inserter(out_);
    if (next_is_answered()) fmt::format_to(out, "{}", capacity);
    if (next_is_answered()) fmt::format_to(out, "{}", users);
    if (next_is_answered()) fmt::format_to(out, "{}", medical);
    if (next_is_answered()) fmt::format_to(out, "{}.{}", half_nurses / 2, half_nurses % 2 * 5);
    if (next_is_answered()) fmt::format_to(out, "{}.{:02}", occupancy / 100, occupancy % 100);
  }

  void write_dates() {
    auto out = std::back_inserter(out_);
    if (next_is_answered())
      fmt::format_to(out, "{}-{:02}-{:02}", 2006 + draw_.below(14), 1 + draw_.below(12), 1 + draw_.below(28));
    if (next_is_answered(65))
      fmt::format_to(out, "{}-{:02}-01", draw_.percent(95) ? 2019 + draw_.below(3) : 2012, 1 + draw_.below(12));
  }

  void write_permit() {
    if (!next_is_answered()) return;
    const char* const form = draw_.percent(92) ? "{}-{:04}" : draw_.percent(50) ? "{}{:04}" : "{}-{:04}号";
    const char letter = static_cast<char>('A' + draw_.below(draw_.percent(97) ? 3 : 5));
    fmt::format_to(std::back_inserter(out_), fmt::runtime(form), letter, draw_.below(10'000));
  }

  void write_note() {
    if (!next_is_answered(60)) return;
    for (const char c : draw_.any_of<std::string_view>(kNotes)) {
      if (c == '#')
        out_ += static_cast<char>('1' + draw_.below(9));
      else
        out_ += c;
    }
  }

  Draw draw_;
  std::string& out_;
  int zone_ = 0;
};

}  // namespace

std::string answers_header() {
  return "事業所番号,事業所名,圏域,協議の場,コーディネーター,予算措置,サービス種別,定員,利用者数,医療的ケア児,看護職員,"
         "稼働率,指定年月日,参加予定年月日,指定番号,備考\n";
}

bool write_answers(std::FILE* file, std::uint32_t num_records, std::uint32_t seed) {
  std::string out = answers_header();
  AnswerWriter writer(seed, out);
  for (std::uint32_t index = 0; index < num_records; ++index) {
    writer.write_record(index);
    if (out.size() < kFlushAt && index + 1 < num_records) continue;
    if (std::fwrite(out.data(), 1, out.size(), file) != out.size()) return false;
    out.clear();
  }
  return true;
}

}  // namespace kijun::bench
