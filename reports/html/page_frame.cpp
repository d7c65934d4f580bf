#include "reports/html/page_frame.h"

#include "reports/html/assets.h"
#include "reports/html/content_hash.h"
#include "reports/html/mark_style.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

std::string content_policy(std::string_view style, std::string_view script) {
  return "default-src 'none'; style-src " + csp_hash(style) + "; script-src " + csp_hash(script) +
         "; base-uri 'none'; form-action 'none'";
}

void write_language(HtmlWriter& html, Language language, bool is_checked, const std::string& title,
                    std::string_view name) {
  const std::string tag(language_tag(language));
  std::vector<Attribute> input{
      {"type", "radio"}, {"name", "lang"}, {"id", "lang-" + tag}, {"class", "vh"}, {"data-title", title}};
  if (is_checked) input.push_back({"checked", ""});
  html.void_element("input", input);
  html.leaf("label", {{"for", "lang-" + tag}, {"lang", tag}}, name);
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

/// 日本語 / English. It works without the script, too.
void write_language_switch(HtmlWriter& html, const LocalizedText& title, Language language) {
  const auto box = html.element("nav", {{"class", "langs"}, {"aria-label", "言語 Language"}});
  write_language(html, Language::kJapanese, language == Language::kJapanese, title.ja, "日本語");
  write_language(html, Language::kEnglish, language == Language::kEnglish, title.en, "English");
}

}  // namespace

void write_page(HtmlWriter& html, const LocalizedText& title, const std::string& more_style, Language language,
                const std::function<void()>& write_content, std::string_view more_script) {
  const std::string script = std::string(kReportScript) + std::string(more_script);
  html.verbatim("<!DOCTYPE html>\n");
  const auto root = html.element("html", {{"lang", std::string(language_tag(language))}});
  write_head(html, title.in(language), std::string(kReportStyle) + mark_style() + more_style, script);
  const auto body = html.element("body");
  html.leaf("a", {{"class", "skip"}, {"href", "#main"}}, word(Word::kSkip));
  write_language_switch(html, title, language);
  write_content();
  const auto element = html.element("script");
  html.verbatim(script);
}

}  // namespace kijun::reports
