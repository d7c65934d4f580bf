#pragma once

#include <string>
#include <vector>

#include "tests/bench/end_to_end/contender.h"

namespace kijun::bench {

/// Where the programs are.
struct Places {
  std::string programs;  ///< The folder of kijun and kijun_yardstick.
  std::string build;     ///< `build`: node_modules with DuckDB, venv with Polars.
  std::string packs;     ///< What write_packs() wrote.
};

/// The pack whose rules all contenders run.
inline constexpr const char* kFixedPack = "fixed";

/// Names that the report refers to.
inline constexpr const char* kKijun = "kijun audit";
inline constexpr const char* kKijunJson = "kijun audit --out json";
inline constexpr const char* kEvaluation = "kijun's evaluation alone";
inline constexpr const char* kFusedLoop = "hand-written loop";
inline constexpr const char* kColumnLoops = "column loops (evaluation alone)";
inline constexpr const char* kTouch = "touching the bytes";
inline constexpr const char* kSqlite = "SQLite";
inline constexpr const char* kDuckDb = "DuckDB";
inline constexpr const char* kPolars = "Polars";

/// kijun from the files to the summary on a terminal.
[[nodiscard]] Contender kijun(const Places& places, const std::string& pack, int threads);
/// kijun's evaluator over answers that are parsed already.
[[nodiscard]] Contender evaluation(const Places& places, const std::string& pack, int threads);

/// Everything that runs over one survey; the first is the one whose counts the others must give.
[[nodiscard]] std::vector<Contender> contenders(const Places& places);

}  // namespace kijun::bench
