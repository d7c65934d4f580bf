#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/meaning.h"
#include "engine/policy/pack.h"

namespace kijun::audit {

/// Name of the lock file beside `pack.toml`.
inline constexpr std::string_view kLockName = "kijun.lock";

/// What an edition means from a day on: its first day, and every day on which an amendment or a dated parameter changes
/// something.
struct LockedState {
  std::string edition;
  Date from;
  std::vector<Meaning> rules;
};

/// What a pack means. Written by `kijun rules lock`, so that nothing changes without somebody saying so.
struct RulesLock {
  std::string tool;                   ///< Versions of kijun it holds for: "0.1" stands for all 0.1.x.
  std::string pack;                   ///< Id and version, "mcare 1.0.0".
  std::vector<std::string> extended;  ///< The same of the packs it extends.
  std::string fields;                 ///< Of the vocabulary.
  std::vector<LockedState> states;
};

/// Compiles an edition as of a day; null after reporting what is wrong.
using LoadEdition = std::function<std::unique_ptr<Plan>(const policy::Edition& edition, Date as_of)>;

/// What a pack means now. Nothing comes back when an edition does not load.
[[nodiscard]] std::optional<RulesLock> make_lock(const policy::Pack& pack, std::string_view tool_version,
                                                 const LoadEdition& load);

/// The lock as the text of its file.
[[nodiscard]] std::string lock_text(const RulesLock& lock);

/// Reads a lock file. Mistakes go to the sink; nothing comes back when one is an error.
[[nodiscard]] std::optional<RulesLock> read_lock(const diag::Source& source, diag::Sink& sink);

/// How rules of a state differ from what is locked, each by id.
struct StateDifference {
  std::string edition;
  Date from;
  bool whole = false;  ///< The state itself was added (or removed); the lists are empty.
  std::vector<std::string> added;
  std::vector<std::string> removed;
  std::vector<std::string> changed;   ///< In meaning.
  std::vector<std::string> reworded;  ///< In texts only.

  [[nodiscard]] bool changes_meaning() const { return whole || !added.empty() || !removed.empty() || !changed.empty(); }
};

/// What differs, and nothing where all is as locked.
struct LockDifference {
  bool fields = false;
  std::vector<StateDifference> states;

  [[nodiscard]] bool changes_meaning() const;
};

/// How what a pack means now differs from what is locked, state by state.
[[nodiscard]] LockDifference compare_locks(const RulesLock& locked, const RulesLock& now);

/// How a plan differs from the state of its edition that is locked for `as_of`; an edition that is not locked is one that
/// was added.
[[nodiscard]] StateDifference compare_plan(const RulesLock& locked, const Plan& plan, Date as_of);

/// The versions a lock made by this version holds for: "0.1.0" gives "0.1".
[[nodiscard]] std::string tool_range(std::string_view version);

}  // namespace kijun::audit
