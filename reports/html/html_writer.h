#pragma once

#include <initializer_list>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"

namespace kijun::reports {

/// One attribute; the value is escaped when it is written.
struct Attribute {
  std::string_view name;
  std::string value;
};

/// Writes HTML in which text is always escaped and every element is closed: an `Element` closes with its scope. A text
/// in two languages becomes a pair of `i lang` (short, since there are thousands), of which the page shows one; a
/// quoted answer or note is an element of its own that always shows.
class HtmlWriter {
 public:
  explicit HtmlWriter(std::ostream& out) : out_(out) {}
  HtmlWriter(const HtmlWriter&) = delete;
  HtmlWriter& operator=(const HtmlWriter&) = delete;

  /// An open element; closes when it goes out of scope.
  class Element {
   public:
    Element(HtmlWriter& writer, std::string_view tag) : writer_(writer), tag_(tag) {}
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;
    ~Element() { writer_.close(tag_); }

   private:
    HtmlWriter& writer_;
    std::string_view tag_;
  };

  /// Opens an element (`tag` is a literal of ours).
  [[nodiscard]] Element element(std::string_view tag, std::initializer_list<Attribute> attributes = {});
  [[nodiscard]] Element element(std::string_view tag, const std::vector<Attribute>& attributes);
  /// Writes an element that has no content (`meta`, `input`).
  void void_element(std::string_view tag, std::initializer_list<Attribute> attributes);
  void void_element(std::string_view tag, const std::vector<Attribute>& attributes);
  /// Writes an element around a text.
  void leaf(std::string_view tag, std::initializer_list<Attribute> attributes, const LocalizedText& content);
  void leaf(std::string_view tag, std::initializer_list<Attribute> attributes, std::string_view content);
  /// Writes escaped text.
  void text(std::string_view content);
  /// Writes one text in both languages, or once where both are the same.
  void text(const LocalizedText& content);
  /// Writes the project's own markup, style or script as it is; never anything from rules or data.
  void verbatim(std::string_view markup);

 private:
  void open(std::string_view tag, std::span<const Attribute> attributes);
  void close(std::string_view tag);

  std::ostream& out_;
};

}  // namespace kijun::reports
