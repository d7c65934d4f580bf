#include "engine/base/pdf_printer.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace kijun {
namespace {

/// A folder in which a test puts programs that pretend to be browsers.
class PdfPrinterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "kijun-pdf-printer-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void add_browser(const std::string& name, const std::string& script) const {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path) << "#!/bin/sh\n" << script;
    ::chmod(path.c_str(), 0755);
  }
  [[nodiscard]] Result<std::string> print(const std::string& html) const {
    return browser_printer("/nowhere:" + folder_)->print(html);
  }

  std::string folder_;
};

/// Finds the file to print into and the page, and puts the page behind the first bytes of a PDF.
constexpr const char* kPrints = R"(
for argument in "$@"; do
  case $argument in
    --print-to-pdf=*) pdf=${argument#--print-to-pdf=} ;;
    file://*) page=${argument#file://} ;;
  esac
done
printf '%%PDF-' > "$pdf"
cat "$page" >> "$pdf"
)";

TEST_F(PdfPrinterTest, PrintsThePageAndLetsNoScriptRun) {
  add_browser("chromium", kPrints);
  const Result<std::string> pdf = print("<html><head><title>a</title></head></html>");
  ASSERT_TRUE(pdf.has_value()) << pdf.error().message;
  EXPECT_EQ(*pdf,
            "%PDF-<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">"
            "<title>a</title></head></html>");
}

TEST_F(PdfPrinterTest, TakesAnyBrowserMadeOfChromium) {
  add_browser("microsoft-edge", kPrints);
  EXPECT_TRUE(print("<head>").has_value());
}

TEST_F(PdfPrinterTest, SaysHowToPrintWithoutOne) {
  const Result<std::string> pdf = print("<head>");
  ASSERT_FALSE(pdf.has_value());
  EXPECT_NE(pdf.error().message.find("write html, open it in a browser and print it"), std::string::npos);
  EXPECT_NE(pdf.error().ja.find("ブラウザーで開いて印刷してください"), std::string::npos);
}

TEST_F(PdfPrinterTest, TakesNoPageThatABrowserFailedToPrint) {
  add_browser("chromium", std::string(kPrints) + "exit 3\n");
  EXPECT_FALSE(print("<head>").has_value());
}

TEST_F(PdfPrinterTest, TakesNothingElseForAPdf) {
  add_browser("chromium", "exit 0\n");
  const Result<std::string> pdf = print("<head>");
  ASSERT_FALSE(pdf.has_value());
  EXPECT_NE(pdf.error().message.find(folder_ + "/chromium` could not print"), std::string::npos);
}

TEST_F(PdfPrinterTest, LeavesNothingBehind) {
  const auto count = [] {
    std::size_t number = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::temp_directory_path()))
      number += entry.path().filename().string().starts_with("kijun-print-") ? 1U : 0U;
    return number;
  };
  add_browser("chromium", kPrints);
  const std::size_t before = count();
  (void)print("<head>");
  EXPECT_EQ(count(), before);
}

}  // namespace
}  // namespace kijun
