#include "engine/base/pdf_printer.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace kijun {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 8> kBrowsers{
    "chromium",       "chromium-browser",      "google-chrome", "google-chrome-stable",
    "microsoft-edge", "microsoft-edge-stable", "chrome",        "brave-browser"};
constexpr std::chrono::seconds kLongest{120};
constexpr std::chrono::milliseconds kBetweenLooks{20};

/// A folder of one's own that is gone with its scope.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "kijun-print-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }

  [[nodiscard]] bool exists() const { return !path_.empty(); }
  [[nodiscard]] std::string file(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
};

std::optional<std::string> find_browser(std::string_view search_path) {
  std::vector<std::string> folders;
  for (std::size_t begin = 0; begin <= search_path.size();) {
    const std::size_t end = std::min(search_path.find(':', begin), search_path.size());
    if (end > begin) folders.emplace_back(search_path.substr(begin, end - begin));
    begin = end + 1;
  }
  for (const std::string_view name : kBrowsers)
    for (const std::string& folder : folders) {
      std::string path = folder + "/" + std::string(name);
      if (::access(path.c_str(), X_OK) == 0 && !fs::is_directory(path)) return path;
    }
  return std::nullopt;
}

/// Whether a child ended well, in time.
bool wait_for(pid_t child) {
  const auto last = std::chrono::steady_clock::now() + kLongest;
  while (std::chrono::steady_clock::now() < last) {
    int status = 0;
    if (::waitpid(child, &status, WNOHANG) == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    std::this_thread::sleep_for(kBetweenLooks);
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  return false;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// This process's environment with another home, since a browser leaves files there whatever its profile.
std::vector<std::string> environment_at(const std::string& home) {
  std::vector<std::string> variables{"HOME=" + home};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text(*variable);
    if (!text.starts_with("HOME=") && !text.starts_with("XDG_")) variables.emplace_back(text);
  }
  return variables;
}

/// Runs a program that nobody listens to.
bool run(std::vector<std::string> arguments, const std::string& home) {
  const std::vector<char*> pointers = pointers_to(arguments);
  std::vector<std::string> variables = environment_at(home);
  const std::vector<char*> environment = pointers_to(variables);
  posix_spawn_file_actions_t silent;
  ::posix_spawn_file_actions_init(&silent);
  ::posix_spawn_file_actions_addopen(&silent, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&silent, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addopen(&silent, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int started = ::posix_spawn(&child, pointers.front(), &silent, nullptr, pointers.data(), environment.data());
  ::posix_spawn_file_actions_destroy(&silent);
  return started == 0 && wait_for(child);
}

/// The page with a policy that lets none of its scripts run. (Chromium does not print with scripts switched off.)
std::string without_scripts(std::string_view html) {
  constexpr std::string_view kHead = "<head>";
  std::string page(html);
  if (const std::size_t head = page.find(kHead); head != std::string::npos)
    page.insert(head + kHead.size(), R"(<meta http-equiv="Content-Security-Policy" content="script-src 'none'">)");
  return page;
}

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class BrowserPrinter : public PdfPrinter {
 public:
  explicit BrowserPrinter(std::string search_path) : search_path_(std::move(search_path)) {}

  Result<std::string> print(std::string_view html) override {
    const std::optional<std::string> browser = find_browser(search_path_);
    if (!browser)
      return fail_with(
          {"PDFを作るChromiumが見つかりません。`chromium`をインストールするか、htmlで出力したページをブラウザーで開いて"
           "印刷してください（用紙はA4、余白は既定、背景のグラフィックは有り）",
           "no Chromium to make a PDF with was found; install `chromium`, or write html, open it in a browser and "
           "print it "
           "(A4, default margins, with background graphics)"});
    const ScratchFolder folder;
    if (!folder.exists()) return fail_with({"作業用のフォルダーを作れません", "cannot make a folder to work in"});
    std::ofstream(folder.file("page.html"), std::ios::binary) << without_scripts(html);
    std::error_code ignored;  // a browser without a home prints as well
    fs::create_directory(folder.file("home"), ignored);
    const bool is_printed = run(command(*browser, folder), folder.file("home"));
    std::string pdf = read_whole(folder.file("page.pdf"));
    if (is_printed && pdf.starts_with("%PDF-")) return pdf;
    return fail_with(
        {"`" + *browser + "`で印刷できませんでした。htmlで出力したページをブラウザーで開いて印刷してください",
         "`" + *browser + "` could not print; write html, open it in a browser and print it"});
  }

 private:
  static std::vector<std::string> command(const std::string& browser, const ScratchFolder& folder) {
    std::vector<std::string> arguments{browser,
                                       "--headless",
                                       "--disable-gpu",
                                       "--no-first-run",
                                       "--no-pdf-header-footer",
                                       "--user-data-dir=" + folder.file("profile"),
                                       "--print-to-pdf=" + folder.file("page.pdf")};
    // A browser refuses to put root into its sandbox. The page is ours, loads nothing and runs no script.
    if (::geteuid() == 0) arguments.emplace_back("--no-sandbox");
    arguments.push_back("file://" + folder.file("page.html"));
    return arguments;
  }

  std::string search_path_;
};

}  // namespace

std::unique_ptr<PdfPrinter> browser_printer(std::string search_path) {
  return std::make_unique<BrowserPrinter>(std::move(search_path));
}

}  // namespace kijun
