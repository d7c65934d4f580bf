#include "reports/html/page_frame.h"

#include "reports/html/assets.h"
#include "reports/html/content_hash.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

std::string content_policy(std::string_view style, std::string_view script) {
  return "default-src 'none'; style-src " + csp_hash(style) + "; script-src " + csp_hash(script) +
         "; base-uri 'none'; form-action 'none'";
}

void write_button(HtmlWriter& html, const std::string& tag, const std::string& text, bool is_checked) {
  if (is_checked) {
    html.void_element("input", {{"type", "radio"},
                                {"name", "lang"},
                                {"id", "lang-" + tag},
                                {"class", "vh"},
                                {"data-title", text},
                                {"checked", ""}});
  } else {
    html.void_element(
        "input", {{"type", "radio"}, {"name", "lang"}, {"id", "lang-" + tag}, {"class", "vh"}, {"data-title", text}});
  }
}

/// With the content policy of our style and script.
void write_head(HtmlWriter& html, std::string_view title, const std::string& style, std::string_view script) {
  const auto head = html.element("head");
  html.void_element("meta", {{"charset", "utf-8"}});
  html.void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy(style, script)}});
  html.void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.void_element("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.void_element("meta", {{"name", "robots"}, {"content", "noindex"}});
  html.leaf("title", {}, title);
  const auto element = html.element("style");
  html.verbatim(style);
}

/// The radio buttons the switch works by.
void write_language_buttons(HtmlWriter& html, const LocalizedText& title, Language language) {
  const bool is_japanese = language == Language::kJapanese;
  write_button(html, "ja", title.ja, is_japanese);
  write_button(html, "en", title.en, !is_japanese);
}

}  // namespace

void write_page(HtmlWriter& html, const LocalizedText& title, const std::string& more_style, Language language,
                const std::function<void()>& write_content, std::string_view more_script) {
  const std::string script = std::string(kReportScript) + std::string(more_script);
  html.verbatim("<!DOCTYPE html>\n");
  const auto root = html.element("html", {{"lang", std::string(language_tag(language))}});
  write_head(html, title.in(language), std::string(kReportStyle) + more_style, script);
  const auto body = html.element("body");
  write_language_buttons(html, title, language);
  html.leaf("a", {{"class", "skip"}, {"href", "#main"}}, word(Word::kSkip));
  write_content();
  const auto element = html.element("script");
  html.verbatim(script);
}

void write_language_switch(HtmlWriter& html) {
  const auto box = html.element("p", {{"class", "langs"}});
  html.leaf("label", {{"for", "lang-ja"}, {"lang", "ja"}}, "日本語");
  html.leaf("label", {{"for", "lang-en"}, {"lang", "en"}}, "English");
}

}  // namespace kijun::reports
