#include "engine/survey/glossary_file.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/register_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::survey {
namespace {

using toml_doc::TableReader;

/// A text of one language with its place.
struct PlacedText {
  std::string text;
  diag::Span span;
};

/// `from` or `to` of an entry.
struct Side {
  bool is_there = false;
  diag::Span span;
  std::optional<PlacedText> ja;
  std::optional<PlacedText> en;

  [[nodiscard]] const std::optional<PlacedText>& in(Language language) const {
    return language == Language::kJapanese ? ja : en;
  }
};

Side read_side(TableReader& reader, std::string_view key, diag::Sink& sink) {
  Side side;
  const toml_doc::Table* table = reader.table(key);
  reader.report_absent(key);
  if (table == nullptr) return side;
  side.is_there = true;
  side.span = reader.span_of(key);
  TableReader inner(*table, side.span, fmt::format("`{}`", key), sink);
  const auto read = [&](std::string_view tag) {
    auto text = inner.string(tag);
    return text ? std::optional(PlacedText{std::move(*text), inner.span_of(tag)}) : std::nullopt;
  };
  side.ja = read("ja");
  side.en = read("en");
  inner.finish();
  return side;
}

/// Two English terms that differ only in a capital at the beginning are one.
std::string key_of(std::string_view term, Language language) {
  std::string key(term);
  if (language == Language::kEnglish) key.front() = to_small(key.front());
  return key;
}

class GlossaryReader {
 public:
  explicit GlossaryReader(diag::Sink& sink) : sink_(sink) {}

  GlossaryFile read(TableReader& reader) {
    for (const toml_doc::Value* value : reader.tables("term")) read_term(*value);
    reader.finish();
    file_.glossary = Glossary(std::move(terms_));
    return std::move(file_);
  }

 private:
  void read_term(const toml_doc::Value& value) {
    TableReader reader(*value.as_table(), value.span, "[[term]]", sink_);
    const Side from = read_side(reader, "from", sink_);
    const Side to = read_side(reader, "to", sink_);
    (void)reader.string("comment");
    reader.finish();
    if (!from.is_there || !to.is_there) return;
    if (!from.ja && !from.en && !to.ja && !to.en) sink_.report(kGlossaryEmpty, from.span, "from");
    GlossaryTerm term;
    add(from, to, Language::kJapanese, term.from.ja, term.to.ja);
    add(from, to, Language::kEnglish, term.from.en, term.to.en);
    if (!term.from.empty()) terms_.push_back(std::move(term));
  }

  /// Takes one language of an entry over where it is sound.
  void add(const Side& from_side, const Side& to_side, Language language, std::string& from, std::string& to) {
    const std::optional<PlacedText>& before = from_side.in(language);
    const std::optional<PlacedText>& after = to_side.in(language);
    const std::string from_key = fmt::format("from.{}", language_tag(language));
    const std::string to_key = fmt::format("to.{}", language_tag(language));
    if (before && !after) sink_.report(kGlossaryOneSide, before->span, from_key, to_key);
    if (after && !before) sink_.report(kGlossaryOneSide, after->span, to_key, from_key);
    if (!before || !after) return;
    const bool is_from_sound = is_sound(*before, from_key);
    if (!is_sound(*after, to_key) || !is_from_sound || !is_first(*before, language)) return;
    file_.written.push_back({before->text, language, before->span});
    from = before->text;
    to = after->text;
  }

  bool is_sound(const PlacedText& term, const std::string& key) {
    if (is_blank(term.text))
      sink_.report(kGlossaryEmpty, term.span, key);
    else if (term.text.find_first_of("{}") != std::string::npos)
      sink_.report(kGlossaryBrace, term.span, key);
    else
      return true;
    return false;
  }

  bool is_first(const PlacedText& term, Language language) {
    const auto [known, is_new] = spans_.try_emplace({language, key_of(term.text, language)}, term.span);
    if (!is_new)
      sink_.report(kGlossaryTwice, term.span, term.text)
          .notes.push_back({known->second, {"先の置き換えはここです", "the other is here"}});
    return is_new;
  }

  diag::Sink& sink_;
  GlossaryFile file_;
  std::vector<GlossaryTerm> terms_;
  std::map<std::pair<Language, std::string>, diag::Span> spans_;
};

}  // namespace

GlossaryFile load_glossary(const diag::Source& source, diag::Sink& sink) {
  const auto document = toml_doc::parse_document(source, sink);
  if (!document) return {};
  TableReader reader(*document, {&source, 0, 0}, source.path(), sink);
  return GlossaryReader(sink).read(reader);
}

void describe_glossary(toml_doc::Shape& shape) {
  diag::Sink ignored;
  TableReader reader(shape.table(), {}, {}, ignored);
  (void)GlossaryReader(ignored).read(reader);
}

}  // namespace kijun::survey
