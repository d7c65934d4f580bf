#include "engine/base/pdf_printer.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace kijun {
namespace {

/// A folder in which a test puts programs that pretend to be browsers, and in which printing has its own for the time.
class PdfPrinterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (const char* before = std::getenv("TMPDIR")) temporary_ = before;
    std::string name = (std::filesystem::temp_directory_path() / "kijun-pdf-printer-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    ::setenv("TMPDIR", folder_.c_str(), 1);
  }
  void TearDown() override {
    if (temporary_)
      ::setenv("TMPDIR", temporary_->c_str(), 1);
    else
      ::unsetenv("TMPDIR");
    std::filesystem::remove_all(folder_);
  }

  void add_browser(const std::string& name, const std::string& script) const {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path) << "#!/bin/sh\n" << script;
    ::chmod(path.c_str(), 0755);
  }
  [[nodiscard]] Result<std::string> print(const std::string& html) const {
    return browser_printer("/nowhere:" + folder_)->print(html);
  }

  std::string folder_;
  std::optional<std::string> temporary_;  ///< What TMPDIR was.
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
  add_browser("chromium", kPrints);
  ASSERT_TRUE(print("<head>").has_value());
  std::size_t number = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    EXPECT_EQ(entry.path().filename(), "chromium");
    ++number;
  }
  EXPECT_EQ(number, 1U);
}

}  // namespace
}  // namespace kijun
