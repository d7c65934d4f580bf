// The packages that `./dev package` made, which names their folder in KIJUN_PACKAGES. The static program has to run where
// there is nothing else: no shared library, no /proc, no /tmp, no time zones, no locale.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/install/installed_tree.h"

namespace kijun::install {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

class PackagesTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("KIJUN_PACKAGES");
    if (folder == nullptr) GTEST_SKIP() << "no packages to look at: `./dev package` makes and tests them";
    folder_ = folder;
  }

  /// The one package whose name begins and ends so.
  fs::path package(const std::string& begin, const std::string& end) const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder_))
      if (entry.path().filename().string().starts_with(begin) && entry.path().string().ends_with(end))
        found.push_back(entry.path());
    EXPECT_EQ(found.size(), 1U) << begin << "*" << end;
    return found.empty() ? fs::path() : found.front();
  }

  static std::string say(const fs::path& program, const std::vector<std::string>& arguments) {
    const golden::ProcessResult result = run_in("/", program, arguments);
    EXPECT_EQ(result.exit, "0") << program << ": " << result.out << result.err;
    return result.out;
  }

  /// Unpacks the archive as a world of its own; what it is called in there.
  std::string unpack() const {
    const fs::path archive = package("kijun-", ".tar.gz");
    say("/usr/bin/tar", {"-xzf", archive.string(), "-C", root_.string()});
    fs::copy(fs::path(KIJUN_SOURCE_DIR) / "data/kanagawa", root_ / "prefecture", fs::copy_options::recursive);
    fs::remove(root_ / "prefecture/kijun.toml");
    const std::string name = archive.filename().string();
    return "/" + name.substr(0, name.size() - std::string(".tar.gz").size()) + "/bin/kijun";
  }

  golden::ProcessResult run_inside(const std::string& program, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {root_.string(), program});
    return run_in("/", "/usr/sbin/chroot", arguments);
  }

  fs::path folder_;
  const Scratch scratch_;
  const fs::path root_ = scratch_.path();
};

TEST_F(PackagesTest, TheChecksumsAreRight) {
  std::size_t num_sums = 0;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    if (entry.path().extension() != ".sha256") continue;
    const golden::ProcessResult checked =
        run_in(folder_, "/usr/bin/sha256sum", {"--check", "--strict", entry.path().filename().string()});
    EXPECT_EQ(checked.exit, "0") << checked.out << checked.err;
    ++num_sums;
  }
  EXPECT_GE(num_sums, 3U);
}

TEST_F(PackagesTest, TheArchiveHoldsNoSharedLibraryAndItsProgramWantsNone) {
  const fs::path program = root_ / fs::path(unpack()).relative_path();
  for (const auto& entry : fs::recursive_directory_iterator(root_))
    EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr(".so"))) << entry.path();
  EXPECT_THAT(say("/usr/bin/readelf", {"--dynamic", program.string()}), Not(HasSubstr("NEEDED")));
  EXPECT_THAT(say("/usr/bin/readelf", {"--program-headers", program.string()}), Not(HasSubstr("INTERP")));
  EXPECT_THAT(say("/usr/bin/readelf", {"--file-header", program.string()}), HasSubstr("DYN (Position-Independent"));
}

TEST_F(PackagesTest, TheStaticProgramAuditsInAnEmptyChrootAsTheBuildDoes) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can change the root folder";
  const std::string program = unpack();
  const golden::ProcessResult inside =
      run_inside(program, {"audit", "/prefecture/2018", "--rules", "mcare", "--out", "csv"});
  EXPECT_EQ(inside.exit, "1") << inside.err;
  const golden::ProcessResult built = run_in(KIJUN_SOURCE_DIR, KIJUN_PROGRAM,
                                             {"audit", "data/kanagawa/2018", "--rules", "rules/mcare", "--out", "csv"});
  EXPECT_THAT(built.out, HasSubstr("council.municipality"));
  EXPECT_EQ(inside.out, built.out);
}

TEST_F(PackagesTest, TheStaticProgramWritesReportsInAnEmptyChrootAndSaysWhatWorkbooksNeed) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can change the root folder";
  const std::string program = unpack();
  const golden::ProcessResult audited =
      run_inside(program, {"audit", "/prefecture/2018", "--rules", "mcare", "--out", "html=/report.html"});
  EXPECT_EQ(audited.exit, "1") << audited.err;
  EXPECT_THAT(golden::read_bytes(root_ / "report.html"), HasSubstr("</html>"));
  const golden::ProcessResult table =
      run_inside(program, {"rules", "table", "--rules", "mcare", "--out", "xlsx=/rules.xlsx"});
  EXPECT_EQ(table.exit, "2");
  EXPECT_THAT(table.err, HasSubstr("/proc"));
  EXPECT_FALSE(fs::exists(root_ / "rules.xlsx"));
  const golden::ProcessResult outside = run_in(root_, root_ / fs::path(program).relative_path(),
                                               {"rules", "table", "--rules", "mcare", "--out", "xlsx=rules.xlsx"});
  EXPECT_EQ(outside.exit, "0") << outside.err;
  EXPECT_EQ(golden::read_bytes(root_ / "rules.xlsx").substr(0, 2), "PK");
}

TEST_F(PackagesTest, WithoutTimeZonesTheStaticProgramKnowsTokyoAndExplainsTheRest) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can change the root folder";
  const std::string program = unpack();
  const auto hour_in = [&](const std::string& zone) {
    return run_inside(program,
                      {"eval", "timestamp(\"2019-03-31T15:00:00Z\").getHours(\"" + zone + "\")", "--lang", "en"});
  };
  EXPECT_EQ(hour_in("Asia/Tokyo").out, "0\n") << hour_in("Asia/Tokyo").err;
  const golden::ProcessResult paris = hour_in("Europe/Paris");
  EXPECT_EQ(paris.exit, "2");
  EXPECT_THAT(paris.err, HasSubstr("KJ3036"));
  EXPECT_THAT(paris.err, HasSubstr("this machine has no time zone data"));
}

TEST_F(PackagesTest, TheStaticProgramComesWithTheLicencesOfWhatIsInIt) {
  const fs::path tree = (root_ / fs::path(unpack()).relative_path()).parent_path().parent_path();
  for (const char* library : {"libfmt-dev", "libre2-dev", "libxlsxwriter-dev", "libc6-dev", "libintelrdfpmath-dev"})
    EXPECT_THAT(golden::read_bytes(tree / "share/doc/kijun/licences" / library), HasSubstr("opyright")) << library;
}

TEST_F(PackagesTest, TheDebianPackageNamesWhatItNeedsAndAudits) {
  const std::string package_file = package("kijun_", "_amd64.deb").string();
  const std::string depends = say("/usr/bin/dpkg-deb", {"--field", package_file, "Depends"});
  for (const char* library : {"libc6 ", "libfmt9", "libre2-9", "libxlsxwriter4"})
    EXPECT_THAT(depends, HasSubstr(library));
  say("/usr/bin/dpkg-deb", {"--extract", package_file, root_.string()});
  EXPECT_TRUE(fs::is_regular_file(root_ / "usr/share/man/ja/man1/kijun-audit.1"));
  EXPECT_TRUE(fs::is_regular_file(root_ / "usr/share/doc/kijun/copyright"));
  const golden::ProcessResult listed =
      run_in(root_, root_ / "usr/bin/kijun", {"rules", "list", "--rules", "mcare", "--lang", "en"});
  EXPECT_EQ(listed.exit, "0") << listed.err;
}

TEST_F(PackagesTest, TheDebianPackageOfTheLibraryNamesWhatLinkingItTakes) {
  const std::string package_file = package("libkijun-dev_", "_amd64.deb").string();
  EXPECT_THAT(say("/usr/bin/dpkg-deb", {"--field", package_file, "Depends"}), HasSubstr("libintelrdfpmath-dev"));
  say("/usr/bin/dpkg-deb", {"--extract", package_file, root_.string()});
  for (const char* file : {"usr/include/kijun/kijun.h", "usr/lib/libkijun.a", "usr/lib/cmake/kijun/kijunConfig.cmake"})
    EXPECT_TRUE(fs::is_regular_file(root_ / file)) << file;
}

}  // namespace
}  // namespace kijun::install
