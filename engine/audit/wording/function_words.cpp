#include "engine/audit/wording/function_words.h"

#include <algorithm>
#include <array>

namespace kijun::audit {
namespace {

using cel::FunctionId;

struct Noun {
  FunctionId id = FunctionId::kUnknown;
  LocalizedView text;
};

constexpr std::array kNouns{
    Noun{FunctionId::kMultiply, {"{0}と{1}の積", "{0} times {1}"}},
    Noun{FunctionId::kModulo, {"{0}を{1}で割った余り", "the remainder of {0} divided by {1}"}},
    Noun{FunctionId::kNegate, {"{0}の正負を逆にした値", "minus {0}"}},

    Noun{FunctionId::kToBool, {"{0}を真偽に読み替えたもの", "{0} as true or false"}},
    Noun{FunctionId::kToBytes, {"{0}のバイト列", "the bytes of {0}"}},
    Noun{FunctionId::kToDouble, {"{0}を小数に読み替えた数", "{0} as a fraction"}},
    Noun{FunctionId::kToDuration, {"{0}を時間に読み替えたもの", "{0} as a length of time"}},
    Noun{FunctionId::kToDyn, {"{0}", "{0}"}},
    Noun{FunctionId::kToInt, {"{0}を整数に読み替えた数（端数切捨て）", "{0} as a whole number"}},
    Noun{FunctionId::kToString, {"{0}を文字にしたもの", "{0} as text"}},
    Noun{FunctionId::kToTimestamp, {"{0}を日時に読み替えたもの", "{0} as an instant"}},
    Noun{FunctionId::kToUint, {"{0}を0以上の整数に読み替えた数", "{0} as an unsigned number"}},
    Noun{FunctionId::kTypeOf, {"{0}の型", "the type of {0}"}},

    Noun{FunctionId::kGetDate, {"{0}の日", "the day of the month of {0}"}},
    Noun{FunctionId::kGetDayOfMonth, {"{0}の日（1日を0とする）", "the day of the month (from 0) of {0}"}},
    Noun{FunctionId::kGetDayOfWeek, {"{0}の曜日（日曜日を0とする）", "the weekday (Sunday is 0) of {0}"}},
    Noun{FunctionId::kGetDayOfYear, {"{0}の年の通算日（1月1日を0とする）", "the day of the year (from 0) of {0}"}},
    Noun{FunctionId::kGetFullYear, {"{0}の年", "the year of {0}"}},
    Noun{FunctionId::kGetHours, {"{0}の時", "the hours of {0}"}},
    Noun{FunctionId::kGetMilliseconds, {"{0}のミリ秒", "the milliseconds of {0}"}},
    Noun{FunctionId::kGetMinutes, {"{0}の分", "the minutes of {0}"}},
    Noun{FunctionId::kGetMonth, {"{0}の月（1月を0とする）", "the month (January is 0) of {0}"}},
    Noun{FunctionId::kGetSeconds, {"{0}の秒", "the seconds of {0}"}},

    Noun{FunctionId::kCharAt, {"{0}の（先頭を0とする）{1}番目の文字", "character {1} (from 0) of {0}"}},
    Noun{FunctionId::kIndexOf,
         {"{0}で{1}が最初に現れる位置（先頭は0、ない場合は-1）", "the first place (from 0, or -1) of {1} in {0}"}},
    Noun{FunctionId::kLastIndexOf,
         {"{0}で{1}が最後に現れる位置（先頭は0、ない場合は-1）", "the last place (from 0, or -1) of {1} in {0}"}},
    Noun{FunctionId::kLowerAscii, {"{0}の英字を小文字にしたもの", "{0} in lower case"}},
    Noun{FunctionId::kUpperAscii, {"{0}の英字を大文字にしたもの", "{0} in upper case"}},
    Noun{FunctionId::kReplace, {"{0}の{1}を{2}に置き換えたもの", "{0} with {2} for {1}"}},
    Noun{FunctionId::kSplit, {"{0}を{1}で区切ったもの", "{0} cut at {1}"}},
    Noun{FunctionId::kTrim, {"{0}の前後の空白を除いたもの", "{0} without spaces around it"}},
    Noun{FunctionId::kReverse, {"{0}を逆順にしたもの", "{0} backwards"}},
    Noun{FunctionId::kFormat, {"{0}の書式に{1}を当てはめたもの", "{0} filled with {1}"}},
    Noun{FunctionId::kQuote, {"{0}を引用符で囲んだもの", "{0} in quotes"}},

    Noun{FunctionId::kDistinct, {"{0}から重複を除いたもの", "the different values of {0}"}},
    Noun{FunctionId::kFlatten, {"{0}の入れ子を開いたもの", "{0} with inner lists opened"}},
    Noun{FunctionId::kSlice, {"{0}の（先頭を0とする）{1}番目から{2}番目の前まで", "{0} from {1} up to before {2}"}},
    Noun{FunctionId::kSort, {"{0}を小さい順に並べたもの", "{0} in order"}},

    Noun{FunctionId::kMathGreatest, {"{*}のうち最大のもの", "the greatest of {*}"}},
    Noun{FunctionId::kMathLeast, {"{*}のうち最小のもの", "the least of {*}"}},
    Noun{FunctionId::kMathCeil, {"{0}の端数を切り上げた数", "{0} rounded up"}},
    Noun{FunctionId::kMathFloor, {"{0}を超えない最大の整数", "{0} rounded down"}},
    Noun{FunctionId::kMathRound, {"{0}を四捨五入した数", "{0} rounded half away from zero"}},
    Noun{FunctionId::kMathTrunc, {"{0}の端数を切り捨てた数", "{0} cut off"}},
    Noun{FunctionId::kMathAbs, {"{0}の絶対値", "the absolute value of {0}"}},
    Noun{FunctionId::kMathSign, {"{0}の正負（正は1、0は0、負は-1）", "the sign (1, 0, -1) of {0}"}},
    Noun{FunctionId::kMathSqrt, {"{0}の平方根", "the square root of {0}"}},
    Noun{FunctionId::kMathBitAnd, {"{0}と{1}のビットごとの論理積", "the bits of both {0} and {1}"}},
    Noun{FunctionId::kMathBitOr, {"{0}と{1}のビットごとの論理和", "the bits of {0} or {1}"}},
    Noun{FunctionId::kMathBitXor, {"{0}と{1}のビットごとの排他的論理和", "the bits of either {0} or {1}"}},
    Noun{FunctionId::kMathBitNot, {"{0}のビットを反転した値", "the bits that {0} lacks"}},
    Noun{FunctionId::kMathBitShiftLeft, {"{0}のビットを左に{1}桁送った値", "{0} with its bits {1} to the left"}},
    Noun{FunctionId::kMathBitShiftRight, {"{0}のビットを右に{1}桁送った値", "{0} with its bits {1} to the right"}},

    Noun{FunctionId::kOptionalOf, {"{0}", "{0}"}},
    Noun{FunctionId::kOptionalOfNonZeroValue, {"{0}（0又は空でない場合に限る）", "{0} unless zero or empty"}},
    Noun{FunctionId::kOptionalNone, {"値のないもの", "no value"}},
    Noun{FunctionId::kOptionalValue, {"{0}", "{0}"}},
    Noun{FunctionId::kOptionalOr, {"{0}（ない場合は{1}）", "{0}, or else {1}"}},
    Noun{FunctionId::kOptionalOrValue, {"{0}（ない場合は{1}）", "{0}, or else {1}"}},

    Noun{FunctionId::kBase64Decode, {"{0}をBase64から戻したもの", "{0} decoded from Base64"}},
    Noun{FunctionId::kBase64Encode, {"{0}をBase64にしたもの", "{0} in Base64"}},

    Noun{FunctionId::kToDecimal, {"{0}", "{0}"}},
    Noun{FunctionId::kRound,
         {"{0}を小数第{1}位までに丸めた数（端数がちょうど半分のときは偶数）",
          "{0} rounded to {1} places (half to even)"}},
    Noun{FunctionId::kEra, {"{0}の元号", "the era of {0}"}},
    Noun{FunctionId::kEraYear, {"{0}の元号による年", "the year of the era of {0}"}},
    Noun{FunctionId::kEraText, {"{0}の元号による表記", "{0} in its era"}},
    Noun{FunctionId::kYear, {"{0}の年", "the year of {0}"}},
    Noun{FunctionId::kMonth, {"{0}の月", "the month of {0}"}},
    Noun{FunctionId::kDay, {"{0}の日", "the day of {0}"}},
    Noun{FunctionId::kFiscalYearOf, {"{0}の属する年度", "the fiscal year of {0}"}},
    Noun{FunctionId::kNfkc, {"{0}の全角・半角等をそろえたもの", "{0} with full and half width made one"}},
    Noun{FunctionId::kMissingReason, {"{0}の回答状況", "the state of the answer to {0}"}},
    Noun{FunctionId::kRaw, {"{0}の記入", "what is written for {0}"}},
};

struct Entry {
  FunctionId id = FunctionId::kUnknown;
  FunctionClause clause;
};

constexpr std::array kClauses{
    Entry{FunctionId::kContains,
          {"{0}に{1}が含まれ", Ending::kIchidan, "{0} contains {1}", "{0} does not contain {1}"}},
    Entry{FunctionId::kStartsWith,
          {"{0}が{1}で始ま", Ending::kRu, "{0} starts with {1}", "{0} does not start with {1}"}},
    Entry{FunctionId::kEndsWith, {"{0}が{1}で終わ", Ending::kRu, "{0} ends with {1}", "{0} does not end with {1}"}},
    Entry{
        FunctionId::kMatches,
        {"{0}が正規表現{1}に合致", Ending::kSuru, "{0} matches the pattern {1}", "{0} does not match the pattern {1}"}},
    Entry{FunctionId::kIn, {"{1}に{0}が含まれ", Ending::kIchidan, "{0} is among {1}", "{0} is not among {1}"}},
    Entry{FunctionId::kSetsContains,
          {"{0}に{1}のすべてが含まれ", Ending::kIchidan, "{0} has all of {1}", "{0} does not have all of {1}"}},
    Entry{
        FunctionId::kSetsEquivalent,
        {"{0}と{1}の要素が一致", Ending::kSuru, "{0} has the same elements as {1}", "{0} has other elements than {1}"}},
    Entry{FunctionId::kSetsIntersects,
          {"{0}と{1}に共通するものが", Ending::kAru, "{0} and {1} have something in common",
           "{0} and {1} have nothing in common"}},
    Entry{FunctionId::kMathIsNan,
          {"{0}が数として定まらないもの", Ending::kDearu, "{0} is not a number", "{0} is a number"}},
    Entry{FunctionId::kMathIsInf, {"{0}が無限大", Ending::kDearu, "{0} is infinite", "{0} is not infinite"}},
    Entry{FunctionId::kMathIsFinite, {"{0}が有限の数", Ending::kDearu, "{0} is finite", "{0} is not finite"}},
    Entry{FunctionId::kOptionalHasValue, {"{0}に値が", Ending::kAru, "{0} has a value", "{0} has no value"}},
    Entry{FunctionId::kAnswered,
          {"{0}の回答が", Ending::kAru, "there is an answer to {0}", "there is no answer to {0}"}},
};

}  // namespace

const LocalizedView* function_noun(FunctionId id) {
  const auto* found = std::find_if(kNouns.begin(), kNouns.end(), [&](const Noun& noun) { return noun.id == id; });
  return found == kNouns.end() ? nullptr : &found->text;
}

const FunctionClause* function_clause(FunctionId id) {
  const auto* found =
      std::find_if(kClauses.begin(), kClauses.end(), [&](const Entry& entry) { return entry.id == id; });
  return found == kClauses.end() ? nullptr : &found->clause;
}

std::string fill(std::string_view wording, const std::vector<std::string>& operands, std::string_view separator) {
  constexpr std::size_t kMarkSize = 3;
  std::string text;
  for (std::size_t at = 0; at < wording.size();) {
    const bool is_mark = wording[at] == '{' && at + 2 < wording.size() && wording[at + 2] == '}';
    if (!is_mark) {
      text += wording[at++];
      continue;
    }
    if (wording[at + 1] == '*') {
      for (std::size_t i = 0; i < operands.size(); ++i) {
        if (i > 0) text += separator;
        text += operands[i];
      }
    } else if (const auto index = static_cast<std::size_t>(wording[at + 1] - '0'); index < operands.size()) {
      text += operands[index];
    }
    at += kMarkSize;
  }
  return text;
}

}  // namespace kijun::audit
