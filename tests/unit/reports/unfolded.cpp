#include "tests/unit/reports/unfolded.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "engine/base/base64.h"

namespace kijun::reports {

std::string unfolded_text(std::string_view folded) {
  const std::string bytes = from_base64(folded).value_or("");
  // Far more than any test folds: what deflates best shrinks to a thousandth.
  std::string text(bytes.size() * 1100, '\0');
  uLongf size = text.size();
  EXPECT_EQ(::uncompress(reinterpret_cast<Bytef*>(text.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                         bytes.size()),
            Z_OK);
  text.resize(size);
  return text;
}

std::string unfolded_page(std::string page) {
  constexpr std::string_view kOpen = "<script type=\"application/octet-stream\">";
  constexpr std::string_view kEnd = "</script></div>\n";
  for (std::size_t at = page.find("<div class=\"folded\">"); at != std::string::npos;
       at = page.find("<div class=\"folded\">", at)) {
    const std::size_t begin = page.find(kOpen, at) + kOpen.size();
    const std::size_t end = page.find(kEnd, begin);
    page.replace(at, end + kEnd.size() - at, unfolded_text(std::string_view(page).substr(begin, end - begin)));
  }
  constexpr std::string_view kNotice = "<p id=\"unfolding-failed\"";
  if (const std::size_t at = page.find(kNotice); at != std::string::npos) page.erase(at, page.find('\n', at) + 1 - at);
  return page;
}

}  // namespace kijun::reports
