#include "engine/audit/run_inputs.h"

#include <gtest/gtest.h>

#include "engine/base/sha256.h"

namespace kijun::audit {
namespace {

class RunInputsTest : public testing::Test {
 protected:
  RunInputsTest() {
    pack_.id = "mcare";
    pack_.version = "1.4.0";
    (void)files_.write("/usr/share/kijun/rules/mcare/pack.toml", "");
    (void)files_.write("rules/mcare/pack.toml", "");
  }
  std::string name_from(const std::string& survey, const std::string& pack) {
    pack_.directory = pack;
    return name_pack(pack_, survey, "/srv/project", {files_, sources_, sink_, {}, pack_folders_});
  }

  MemoryFileSystem files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
  std::vector<std::string> pack_folders_{"/usr/share/kijun/rules"};
  policy::Pack pack_;
};

TEST_F(RunInputsTest, APackIsNamedByTheWayFromTheSurvey) {
  EXPECT_EQ(name_from("data/2018", "rules/mcare"), "../../rules/mcare");
  EXPECT_EQ(name_from(".", "."), ".");
}

TEST_F(RunInputsTest, HoweverItsPathIsWritten) {
  EXPECT_EQ(name_from("/srv/project/data/2018", "rules/mcare"), "../../rules/mcare");
  EXPECT_EQ(name_from("data/2018", "/srv/project/rules/mcare"), "../../rules/mcare");
  EXPECT_EQ(name_from("data/../data/2018", "./rules/mcare"), "../../rules/mcare");
}

TEST_F(RunInputsTest, APackThatIsFoundByItsIdIsNamedByIt) {
  EXPECT_EQ(name_from("data/2018", "/usr/share/kijun/rules/mcare"), "pack:mcare@1");
  pack_folders_ = {"rules"};
  EXPECT_EQ(name_from("data/2018", "rules/mcare"), "pack:mcare@1");
  EXPECT_EQ(name_from("data/2018", "/srv/project/rules/mcare"), "pack:mcare@1");
}

TEST_F(RunInputsTest, APackWithoutAFolderInCommonIsNamedByItsId) {
  EXPECT_EQ(name_from("data/2018", "/opt/packs/other"), "pack:mcare@1");
  EXPECT_EQ(name_from("data/2018", "/srv/packs/mcare"), "../../../packs/mcare");
}

TEST_F(RunInputsTest, FilesOfExtendedPacksStandBelowTheirReference) {
  pack_.directory = "packs/mine";
  policy::PackIndex base;
  base.id = "base";
  base.version = "2.0";
  base.directory = "/usr/share/kijun/rules/base";
  policy::PackIndex middle;
  middle.id = "middle";
  middle.version = "3";
  middle.directory = "packs/middle";
  middle.extended.push_back(base);
  pack_.extended.push_back(middle);
  EXPECT_EQ(name_in_pack(pack_, "packs/mine/fy/rules.toml"), "fy/rules.toml");
  EXPECT_EQ(name_in_pack(pack_, "packs/middle/rules.toml"), "pack:middle@3/rules.toml");
  EXPECT_EQ(name_in_pack(pack_, "/usr/share/kijun/rules/base/fields.toml"), "pack:base@2/fields.toml");
  EXPECT_EQ(name_in_pack(pack_, "packs/minefield/rules.toml"), std::nullopt);
}

TEST_F(RunInputsTest, AnInputIsHashedAndALockCountsOnlyWhereThePackIsHeldToIt) {
  ASSERT_TRUE(files_.write("packs/mine/kijun.lock", "lock"));
  pack_.directory = "packs/mine";
  EXPECT_FALSE(lock_input(pack_, files_));
  pack_.extended.emplace_back();
  const std::optional<InputFile> lock = lock_input(pack_, files_);
  ASSERT_TRUE(lock);
  EXPECT_EQ(lock->role, "lock");
  EXPECT_EQ(lock->path, "kijun.lock");
  EXPECT_EQ(lock->sha256.hex(), sha256_hex("lock"));
  EXPECT_FALSE(hash_input("config", "../kijun.toml", "kijun.toml", files_));
}

}  // namespace
}  // namespace kijun::audit
