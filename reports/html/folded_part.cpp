#include "reports/html/folded_part.h"

#include <sstream>

#include "reports/html/folded_text.h"

namespace kijun::reports {

void write_foldable(const Page& page, const std::function<void(const Page&)>& write_part,
                    const std::function<void(const Page&)>& write_instead) {
  if (!page.is_folded) return write_part(page);
  std::ostringstream part;
  HtmlWriter html(part);
  write_part(Page{html, page.report, page.options, page.is_sheet, page.is_folded});
  const auto box = page.html.element("div", {{"class", "folded"}});
  if (write_instead) write_instead(page);
  const auto element = page.html.element("script", {{"type", "application/octet-stream"}});
  page.html.verbatim(fold_text(std::move(part).str()));
}

void write_unfolding_notice(const Page& page) {
  if (!page.is_folded) return;
  page.html.leaf("p", {{"id", "unfolding-failed"}, {"class", "narrowed"}, {"role", "alert"}, {"hidden", ""}},
                 word_for(page.result().run(), Word::kUnfoldingFailed));
}

}  // namespace kijun::reports
