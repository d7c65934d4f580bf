#include "engine/cli/text_options.h"

#include <array>
#include <utility>
#include <vector>

#include "engine/cli/option_adder.h"
#include "engine/cli/word_options.h"

namespace kijun::cli {
namespace {

using reports::TextFrames;
using reports::TextOrder;

constexpr std::array kOrders{std::pair{"rule", TextOrder::kRule}, std::pair{"subject", TextOrder::kSubject}};
constexpr std::array kFrames{std::pair{"first", TextFrames::kFirst}, std::pair{"all", TextFrames::kAll},
                             std::pair{"none", TextFrames::kNone}};

template <typename Known, typename Value>
bool parse_word(std::string_view option, const std::string& word, const Known& known, Value& value, Session& session) {
  std::vector<std::string> words;
  for (const auto& [name, meaning] : known) {
    words.emplace_back(name);
    if (word != name) continue;
    value = meaning;
    return true;
  }
  return wrong_word(option, word, words, session);
}

}  // namespace

void add_text_options(CLI::App& command, TextArguments& arguments, Language language) {
  const OptionAdder option{command, language, {"画面表示（text）のオプション", "Options of the text output"}};
  option("--by", arguments.by, "WHAT",
         {"一覧のまとめ方（rule ルール別、subject 対象別。既定rule）",
          "what findings are listed by: rule or subject (default rule)"});
  option(
      "--frames", arguments.frames, "WHICH",
      {"回答の欄とルールの条件の行を示す結果（first ゲートに掛かる最初の一件ずつ、all すべて、none なし。既定first）",
       "findings shown in the answer file and the ruleset: first (the first that gates of each), all, none "
       "(default first)"});
}

bool parse_text_options(const TextArguments& arguments, reports::TextOptions& options, Session& session) {
  options.style.ambiguous_width = session.ambiguous_width;
  return parse_word("--by", arguments.by, kOrders, options.order, session) &&
         parse_word("--frames", arguments.frames, kFrames, options.frames, session);
}

}  // namespace kijun::cli
