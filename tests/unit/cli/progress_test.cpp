#include "engine/cli/progress.h"

#include <gtest/gtest.h>

#include <sstream>
#include <thread>

namespace kijun::cli {
namespace {

using namespace std::chrono_literals;

/// What is said on the terminal during 50 ms of work.
std::string said(bool shows_progress, std::chrono::milliseconds period, const WorkCounter* counter = nullptr) {
  MemoryFileSystem files;
  std::ostringstream out;
  std::ostringstream err;
  const Installation installation;
  Session session{files, out, err, installation, Language::kEnglish, false, false, shows_progress, 1, {}, {}, {}};
  {
    const Progress progress(session, {"判定しています", "judging"}, counter, period);
    std::this_thread::sleep_for(50ms);
  }
  EXPECT_EQ(out.str(), "");
  return err.str();
}

TEST(ProgressTest, ShowsOneLineAndTakesItAway) {
  const std::string text = said(true, 1ms);
  EXPECT_TRUE(text.starts_with("\r\x1b[Kkijun: judging (0 s)")) << text;
  EXPECT_TRUE(text.ends_with("\r\x1b[K")) << text;
  EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST(ProgressTest, SaysHowManyAreDoneAndHowFast) {
  WorkCounter counter;
  EXPECT_EQ(said(true, 1ms, &counter).find("records"), std::string::npos);  // not begun
  counter.begin(1'000'000);
  counter.add(320'000);
  const std::string text = said(true, 40ms, &counter);
  EXPECT_NE(text.find("judging 320,000 / 1,000,000 records, "), std::string::npos) << text;
  EXPECT_NE(text.find(" a second (0 s)"), std::string::npos) << text;
}

TEST(ProgressTest, SaysNothingOfShortWorkNorWithoutATerminal) {
  EXPECT_EQ(said(true, 1h), "");
  EXPECT_EQ(said(false, 1ms), "");
}

}  // namespace
}  // namespace kijun::cli
