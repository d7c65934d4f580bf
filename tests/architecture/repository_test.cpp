// The checks of this folder on the repository itself. Each lists everything it found, one line each.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/architecture/conventions.h"
#include "tests/architecture/layers.h"
#include "tests/architecture/sizes.h"
#include "tests/architecture/source_tree.h"

namespace kijun::architecture {
namespace {

using ::testing::IsEmpty;

const std::vector<SourceFile>& repository() {
  static const std::vector<SourceFile> kFiles = read_source_tree(KIJUN_SOURCE_DIR);
  return kFiles;
}

std::string joined(const Violations& violations) {
  std::string text;
  for (const std::string& violation : violations) {
    text += "\n" + violation;
  }
  return text;
}

std::string text_of(std::string_view path) {
  const auto& files = repository();
  const auto file = std::find_if(files.begin(), files.end(), [&](const SourceFile& f) { return f.path == path; });
  return file == files.end() ? std::string() : file->text;
}

TEST(RepositoryTest, IncludesOnlyWhatTheLayerTableAllows) {
  EXPECT_THAT(joined(check_include_edges(repository())), IsEmpty());
}

TEST(RepositoryTest, LeaksNothingOfTheEngineThroughPublicHeaders) {
  EXPECT_THAT(joined(check_public_includes(repository())), IsEmpty());
}

TEST(RepositoryTest, HasNoIncludeCycle) { EXPECT_THAT(joined(check_include_cycles(repository())), IsEmpty()); }

TEST(RepositoryTest, UsesConfinedLibrariesInTheirFolderOnly) {
  EXPECT_THAT(joined(check_confined_uses(repository())), IsEmpty());
}

TEST(RepositoryTest, StaysWithinTheSizeCaps) {
  EXPECT_THAT(joined(check_sizes(repository(), text_of("tests/architecture/size_allow_list.txt"))), IsEmpty());
}

TEST(RepositoryTest, NamesEveryTestCaseOnceAndAfterItsFile) {
  EXPECT_THAT(joined(check_test_names(repository())), IsEmpty());
}

TEST(RepositoryTest, DocumentsEveryPublicHeader) { EXPECT_THAT(joined(check_headers(repository())), IsEmpty()); }

TEST(RepositoryTest, IncludesEachOwnHeaderFirst) {
  EXPECT_THAT(joined(check_own_header_first(repository())), IsEmpty());
}

TEST(RepositoryTest, ShowsEveryDiagnosticCodeInACase) {
  EXPECT_THAT(joined(check_diagnostic_coverage(repository())), IsEmpty());
}

TEST(RepositoryTest, NamesNoMachinePath) { EXPECT_THAT(joined(check_machine_paths(repository())), IsEmpty()); }

TEST(RepositoryTest, KnowsNothingOfWhatARulePackIsAbout) {
  EXPECT_THAT(joined(check_pack_words(repository())), IsEmpty());
}

TEST(RepositoryTest, UsesWhatUsingDeclarationsName) {
  EXPECT_THAT(joined(check_using_declarations(repository())), IsEmpty());
}

TEST(RepositoryTest, PutsOffNoWork) { EXPECT_THAT(joined(check_unfinished_marks(repository())), IsEmpty()); }

}  // namespace
}  // namespace kijun::architecture
